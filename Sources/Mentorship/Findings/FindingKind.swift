/// Everything that can be wrong in people's input, with what the words need.
///
/// Codes are stable: N01 files, N02 tables and columns, N03 people, N04 answers of the meeting,
/// N05 the season file, N06 pins and bans, N07 rules over several people, N08 consents and third parties,
/// N09 vocabularies.
public enum FindingKind: Equatable, Sendable {
  // Files
  case fileMissing(path: String)
  case fileUnreadable(path: String, obstacle: FileObstacle)
  case fileEmpty
  case fileTooLarge(limitMegabytes: Int)
  /// `actual` = the encoding that the file has, where it is certain.
  case wrongEncoding(declared: String?, actual: String? = nil)
  /// Of workbooks, and of files that are neither text nor workbook.
  case workbook(WorkbookFinding)
  // Tables
  /// None of the mapped headers is in the file.
  case noColumnFound
  case columnMissing(header: String, suggestion: String?)
  case columnUnused(header: String)
  case columnTwice(header: String)
  case rowTooLong(cells: Int, expected: Int)
  case unclosedQuote
  // People
  case nameMissing
  /// `otherFile` = `nil` for the same file.
  case personTwice(name: String, otherLine: Int, otherFile: String? = nil)
  case namesake(name: String)
  case differs(name: String, field: Field, first: String, second: String)
  case unreadable(field: Field, text: String)
  case capacityInvalid(text: String)
  case ruleUnchecked(rule: EligibilityRule, name: String)
  /// Nobody of a file states the fact that the rule needs.
  case ruleUncheckedInFile(rule: EligibilityRule)
  case nobody(role: Role, form: FormCode)
  /// A form that the season does not have; `text` is empty where none is said. `isLeftOut` = no other
  /// form is said either, so that the questionnaire counts for nothing.
  case formUnknown(text: String, forms: [FormCode], isLeftOut: Bool)
  /// A date that is one, but cannot be meant; it counts as absent.
  case dateImplausible(field: Field, date: CalendarDate, problem: DateProblem)
  // Answers of the meeting
  case unknownPerson(name: String, suggestions: [String], elsewhere: Elsewhere? = nil)
  case ambiguousPerson(name: String, candidates: [String])
  case strangerAnswer(name: String, suggestions: [String], elsewhere: Elsewhere? = nil)
  /// A first name or patronymic in a list split at commas, and the one person whom it fits.
  case firstNameAlone(name: String, person: String)
  case rankedTwice(name: String)
  case markInvalid(text: String)
  case answeredTwice(name: String, otherLine: Int, otherFile: String? = nil)
  // The season file
  case yamlSyntax(SyntaxProblem)
  case keyUnknown(key: String, suggestion: String?)
  case keyMissing(key: String)
  case keyTwice(key: String)
  case valueInvalid(key: String, text: String, expected: ExpectedValue)
  case weightsSumToZero(key: String)
  /// The same file for the same people a second time.
  case fileTwice(path: String)
  /// The rule `consent` is off, so nobody's consent is held against the date.
  case consentUnchecked(form: FormCode)
  // Pins and bans
  case pinIneligible(mentee: String, mentor: String, rules: [EligibilityRule])
  case pinExcluded(name: String, gates: [Gate])
  case pinNoCommonForm(mentee: String, mentor: String)
  case pinTwice(mentee: String, mentor: String)
  case pinAndBan(mentee: String, mentor: String)
  /// Nobody of that name is in that role and form; `nil` = in any.
  case notApplied(
    name: String, role: Role?, form: FormCode?, suggestions: [String] = [],
    elsewhere: Elsewhere? = nil)
  /// A name in a pin, a ban or among dependent people that fits several.
  case pinAmbiguous(name: String, candidates: [String])
  /// Of `together`, `apart`, quotas and groups.
  case rule(RuleFinding)
  /// Of columns whose meaning nobody stated.
  case column(ColumnFinding)
  /// Of who is who.
  case identity(IdentityFinding)
  /// Of vocabularies and corrected answers.
  case vocabulary(VocabularyFinding)
  /// Of consents, third parties, admission, and answers of one row or column a person.
  case record(RecordFinding)

  public var severity: Severity {
    switch self {
    case .columnUnused, .namesake: .note
    case .columnTwice, .rowTooLong, .ruleUnchecked, .ruleUncheckedInFile, .unknownPerson,
      .ambiguousPerson,
      .strangerAnswer, .rankedTwice, .firstNameAlone, .markInvalid, .nobody, .unreadable, .differs,
      .dateImplausible, .consentUnchecked:
      .warning
    case .formUnknown(_, _, let isLeftOut): isLeftOut ? .error : .warning
    case .rule(let finding): finding.severity
    case .vocabulary(let finding): finding.severity
    case .record(let finding): finding.severity
    case .column(let finding): finding.severity
    case .identity(let finding): finding.severity
    case .workbook(let finding): finding.severity
    case .fileMissing, .fileUnreadable, .fileEmpty, .fileTooLarge, .wrongEncoding, .columnMissing,
      .noColumnFound, .fileTwice, .pinAmbiguous, .unclosedQuote, .nameMissing,
      .personTwice, .capacityInvalid, .answeredTwice,
      .yamlSyntax, .keyUnknown, .keyMissing, .keyTwice, .valueInvalid, .weightsSumToZero,
      .pinIneligible, .pinExcluded, .pinNoCommonForm, .pinTwice, .pinAndBan, .notApplied:
      .error
    }
  }

  public var code: String {
    switch self {
    case .fileMissing: "N0101"
    case .fileEmpty: "N0102"
    case .fileTooLarge: "N0103"
    case .wrongEncoding: "N0104"
    case .fileUnreadable: "N0106"
    case .columnMissing: "N0201"
    case .columnUnused: "N0202"
    case .columnTwice: "N0203"
    case .rowTooLong: "N0204"
    case .unclosedQuote: "N0205"
    case .noColumnFound: "N0206"
    case .nameMissing: "N0301"
    case .personTwice: "N0302"
    case .namesake: "N0303"
    case .differs: "N0304"
    case .unreadable: "N0305"
    case .capacityInvalid: "N0306"
    case .ruleUnchecked: "N0307"
    case .nobody: "N0308"
    case .formUnknown: "N0309"
    case .dateImplausible: "N0310"
    case .ruleUncheckedInFile: "N0311"
    case .unknownPerson: "N0401"
    case .ambiguousPerson: "N0402"
    case .strangerAnswer: "N0403"
    case .rankedTwice: "N0404"
    case .markInvalid: "N0405"
    case .answeredTwice: "N0406"
    case .firstNameAlone: "N0407"
    case .yamlSyntax: "N0501"
    case .keyUnknown: "N0502"
    case .keyMissing: "N0503"
    case .valueInvalid: "N0504"
    case .weightsSumToZero: "N0505"
    case .keyTwice: "N0506"
    case .consentUnchecked: "N0507"
    case .fileTwice: "N0508"
    case .pinIneligible: "N0601"
    case .pinExcluded: "N0602"
    case .pinTwice: "N0603"
    case .pinAndBan: "N0604"
    case .notApplied: "N0605"
    case .pinNoCommonForm: "N0606"
    case .pinAmbiguous: "N0607"
    case .rule(let finding): finding.code
    case .column(let finding): finding.code
    case .identity(let finding): finding.code
    case .workbook(let finding): finding.code
    case .vocabulary(let finding): finding.code
    case .record(let finding): finding.code
    }
  }
}
