public import Documents
public import InstanceFiles
public import Mentorship
public import Policies
public import Problems
public import Verification

/// Why a use case could not be carried out, with the exit code of the command line.
public enum OfficeError: Error, Sendable {
  case folder(SeasonFolderError)
  /// The inputs hold errors: all findings, by place.
  case findings([Finding])
  case instanceFile(file: String, InstanceFileError)
  case problem(ProblemError)
  case policyConflict(String, coverage: String)
  /// Fewest changes are asked for, and no approved pairs are given.
  case nothingApproved
  /// A file that was to hold approved pairs, or whose people are no people of the case.
  case notApproved(file: String)
  /// A goal that is no single number, and so has no price.
  case noNumber(Goal)
  case backend(BackendError)
  /// The Hungarian method cannot hold a rule of the season.
  case needsGLPK(SeasonRule)
  /// The independent checker rejects the result: a defect of the programme.
  case rejected([Verdict.Problem])
  /// The decoded pairs break rules of the people: a defect of the programme.
  case violated([ProposalCheck.Violation])
  /// An option has none of the words that it can have.
  case unknownChoice(option: String, text: String, suggestion: String?, choices: [String])
  /// Answer sheets have the names of a season's people.
  case seasonNeeded
  case cannotWrite(path: String, reason: String)
  case noSuchFile(String)
  /// A form that the season does not have.
  case unknownForm(String, codes: [String])
  /// Prices are in pairs and points; this policy asks for something else.
  case notPriced(String)
  /// Nothing satisfies the rules; why, where it is known.
  case noAnswer(Impossibility?)
  /// A limit was reached before there was an answer.
  case limitReached
  case unknownPerson(String, suggestions: [String])
  /// The person is in the list of the other side.
  case otherSide(String, Side)
  case ambiguousPerson(String, candidates: [String])
  /// Somebody takes part in several forms, and one has to be named.
  case severalForms(String, forms: [String])
  /// The person takes part, but not in the form that was named.
  case otherForm(String, form: String, forms: [String])
  /// Approved pairs of whom nobody is among the people of the case.
  case strangers(file: String)
  /// Solutions are to differ in more pairs than the best one has.
  case tooDifferent(Int, pairs: Int)
  /// A file that is no proposal of a season.
  case noProposal(String)
  /// A proposal that was made from other inputs.
  case foreignProposal(String)
  /// A proposal of these inputs that is not the best: prices next to it would mean nothing.
  case proposalNotBest(String)
  case unexpected(String)

  /// Sorts an error of a lower floor in.
  init(_ error: any Error) {
    switch error {
    case let error as OfficeError: self = error
    case let error as ProblemError: self = .problem(error)
    case let error as BackendError: self = .backend(error)
    case let error as SeasonFolderError: self = .folder(error)
    default: self = .unexpected(String(describing: error))
    }
  }
}
