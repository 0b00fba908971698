public import Mentorship

/// A name in the answers of the meeting that means nobody, or several people.
public struct NameProblem: Equatable, Sendable {
  public let name: String
  public let status: Status
  /// Whom it may mean, the nearest first.
  public let candidates: [String]
  /// Whether the one of that name filled in a row, rather than being named in one.
  public let isRespondent: Bool
  public private(set) var places: [Place]

  public enum Status: String, Sendable {
    /// Nobody of that name.
    case unresolved
    /// Several people.
    case ambiguous
  }

  /// The names of all findings, each once, with all its places; in the order of these.
  static func all(in findings: [Finding]) -> [NameProblem] {
    var problems: [NameProblem] = []
    var known: [String: Int] = [:]
    for finding in findings {
      guard let problem = NameProblem(finding) else { continue }
      let key = "\(PersonName.key(problem.name))|\(problem.isRespondent)|\(problem.candidates)"
      if let index = known[key] {
        problems[index].places += problem.places
      } else {
        known[key] = problems.count
        problems.append(problem)
      }
    }
    return problems
  }

  private init?(_ finding: Finding) {
    switch finding.kind {
    case .unknownPerson(let name, let suggestions, _):
      (self.name, status, candidates, isRespondent) = (name, .unresolved, suggestions, false)
    case .strangerAnswer(let name, let suggestions, _):
      (self.name, status, candidates, isRespondent) = (name, .unresolved, suggestions, true)
    case .ambiguousPerson(let name, let candidates):
      (self.name, status, self.candidates, isRespondent) = (name, .ambiguous, candidates, false)
    default: return nil
    }
    places = [finding.place]
  }
}
