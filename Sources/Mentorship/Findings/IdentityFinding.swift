/// What there is to say about who is who.
public enum IdentityFinding: Equatable, Sendable {
  /// Two people who may be one; nobody is merged unless the curator says so.
  case possibleDouble(PossibleDouble)
  /// Two pupils of one name and no birth date, whose schools part them.
  case namesakeElsewhere(name: String, organisations: [String])
  /// A name under `same` or `different` that nobody bears.
  case stranger(name: String, suggestions: [String])
  /// A name under `same` or `different` that several people bear.
  case ambiguous(name: String, candidates: [String])
  /// Two people stated to be one and to be two.
  case sameAndDifferent(first: String, second: String)

  var severity: Severity {
    switch self {
    case .possibleDouble(let double): double.score >= PossibleDouble.likely ? .warning : .note
    case .namesakeElsewhere: .note
    case .stranger, .ambiguous: .warning
    case .sameAndDifferent: .error
    }
  }

  var code: String {
    switch self {
    case .possibleDouble: "N0321"
    case .stranger: "N0322"
    case .ambiguous: "N0323"
    case .sameAndDifferent: "N0324"
    case .namesakeElsewhere: "N0325"
    }
  }
}
