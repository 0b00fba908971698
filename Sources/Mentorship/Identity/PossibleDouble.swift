/// Two people of the lists who may be one, with what speaks for it and against.
///
/// They are never merged for that: the curator says `same` or `different`.
public struct PossibleDouble: Equatable, Sendable {
  public let first: PersonID
  public let second: PersonID
  /// 60…99; no probability, but more is likelier.
  public let score: Int
  public let reasons: [Reason]

  /// From here on it is proposed.
  static let threshold = 60
  /// From here on it is a warning.
  public static let likely = 80

  /// What speaks for one person, or against.
  public enum Reason: Hashable, Sendable {
    case sameName
    case wordOrder
    case initials
    /// Words that only one of the names has.
    case missingWords([String])
    /// Words that differ by a typing error or two.
    case typo(String, String)
    /// A surname that is a part of the other.
    case hyphen
    /// First name and patronymic are the same, the surname is not.
    case otherSurname
    case sameBirthDate
    /// One digit differs, or day and month are swapped.
    case nearBirthDate
    case otherBirthDate
    case samePhone
    case sameEmail
    case sameClass
    case otherClass
    case otherOrganisation
    case sameForm

    /// Whether it speaks against one person.
    public var isAgainst: Bool {
      switch self {
      case .nearBirthDate, .otherBirthDate, .otherClass, .otherOrganisation, .otherSurname: true
      case .sameName, .wordOrder, .initials, .missingWords, .typo, .hyphen, .sameBirthDate,
        .samePhone, .sameEmail, .sameClass, .sameForm:
        false
      }
    }
  }
}
