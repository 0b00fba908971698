/// What speaks for one person or against, beside the names.
struct Evidence {
  private(set) var score: Int
  private(set) var reasons: [PossibleDouble.Reason]

  init(score: Int, reasons: [PossibleDouble.Reason]) {
    (self.score, self.reasons) = (score, reasons)
  }

  private typealias Points = (points: Int, reason: PossibleDouble.Reason)

  static let samePoints = 15
  static let formPoints = 3

  mutating func weigh(_ one: DoubleSearch.Traits, _ other: DoubleSearch.Traits) {
    take(Self.birthDates(one.person.birthDate, other.person.birthDate))
    weighContacts(one.person.contacts, other.person.contacts)
    take(Self.classes(one.person.grade, other.person.grade))
    if !one.organisations.isEmpty, !other.organisations.isEmpty,
      one.organisations.isDisjoint(with: other.organisations)
    {
      take((-10, .otherOrganisation))
    }
    if !one.parts.isDisjoint(with: other.parts) { take((Self.formPoints, .sameForm)) }
  }

  private mutating func take(_ found: Points?) {
    guard let found else { return }
    score += found.points
    reasons.append(found.reason)
  }

  private static func birthDates(_ one: CalendarDate?, _ other: CalendarDate?) -> Points? {
    guard let one, let other else { return nil }
    let points = dates(one.decimalDigits, other.decimalDigits)
    return (
      points,
      points == samePoints
        ? .sameBirthDate : points == typoPoints ? .nearBirthDate : .otherBirthDate
    )
  }

  private static let typoPoints = -8

  /// The points of two birth dates, `ddmmyyyy` with four bits a digit; 0 = unknown.
  static func dates(_ one: UInt32, _ other: UInt32) -> Int {
    if one == 0 || other == 0 { return 0 }
    let differing = one ^ other
    if differing == 0 { return samePoints }
    // Day and month may be swapped.
    let isSwapped =
      differing & 0xFFFF == 0 && one >> 24 == other >> 16 & 0xFF && one >> 16 & 0xFF == other >> 24
    let isTypo = (0..<8).count { differing >> (4 * UInt32($0)) & 0xF != 0 } == 1
    return isSwapped || isTypo ? typoPoints : -45
  }

  private mutating func weighContacts(_ one: Contacts, _ other: Contacts) {
    if one.phones.contains(where: { $0.isWhole && other.phones.contains($0) }) {
      take((Self.samePoints, .samePhone))
    }
    if one.emails.contains(where: { other.emails.contains($0) }) {
      take((Self.samePoints, .sameEmail))
    }
  }

  private static func classes(_ one: Grade?, _ other: Grade?) -> Points? {
    guard let one, let other else { return nil }
    let points = classes(GradeOutline(one), GradeOutline(other))
    return (points, points > 0 ? .sameClass : .otherClass)
  }

  /// A school class without its text.
  struct GradeOutline {
    let number: Int8
    /// Of the letter; 0 = none.
    let letter: UInt64

    init(_ grade: Grade) {
      number = Int8(grade.number)
      letter = grade.letter.isEmpty ? 0 : FNVHash(of: grade.letter.utf8).value
    }
  }

  static func classes(_ one: GradeOutline?, _ other: GradeOutline?) -> Int {
    guard let one, let other else { return 0 }
    if one.number != other.number { return -30 }
    return one.letter == other.letter || one.letter == 0 || other.letter == 0 ? 8 : -15
  }
}

extension CalendarDate {
  /// `ddmmyyyy`, four bits a digit.
  var decimalDigits: UInt32 {
    let digits = [
      day / 10, day % 10, month / 10, month % 10, year / 1000, year / 100 % 10, year / 10 % 10,
      year % 10,
    ]
    return digits.reduce(0) { $0 << 4 | UInt32($1) }
  }
}
