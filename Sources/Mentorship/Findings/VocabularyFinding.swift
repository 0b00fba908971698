/// What can be wrong in vocabularies and in corrections of answers.
public enum VocabularyFinding: Equatable, Sendable {
  /// A correction means, or a vocabulary leaves out, a term that there is not.
  case termUnknown(text: String, field: Field, suggestion: String?)
  /// One wording for two terms; it stays with the first.
  case wordingTwice(text: String, first: String, second: String)
  /// The same answer is corrected twice; the first stands.
  case correctionTwice(text: String)
  /// A role model that the person's form does not have, and those that it has.
  case roleModelUnknown(text: String, models: [Form.Title])
  /// Nobody wrote what is corrected.
  case correctionUnused(text: String, field: Field)

  var severity: Severity {
    switch self {
    case .termUnknown, .wordingTwice, .correctionTwice: .error
    case .roleModelUnknown: .warning
    case .correctionUnused: .note
    }
  }

  var code: String {
    switch self {
    case .termUnknown: "N0901"
    case .wordingTwice: "N0902"
    case .correctionTwice: "N0903"
    case .correctionUnused: "N0904"
    case .roleModelUnknown: "N0905"
    }
  }
}
