/// Identifies a person inside a season: the full name, with more behind it where two people share it.
public struct PersonID: Hashable, Comparable, Sendable {
  public let rawValue: String
  /// What sorts; kept, because folding a name costs more than comparing two.
  private let sortKey: String

  public init(_ rawValue: String) {
    self.rawValue = rawValue
    sortKey = PersonName.key(rawValue)
  }

  public static func == (left: PersonID, right: PersonID) -> Bool {
    left.rawValue == right.rawValue
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

  /// By name, ё as е; UTF-8 sorts as code points do.
  public static func < (left: PersonID, right: PersonID) -> Bool {
    if left.sortKey == right.sortKey {
      return left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }
    return left.sortKey.utf8.lexicographicallyPrecedes(right.sortKey.utf8)
  }
}

/// What is known of a person, whatever the person does in the season.
public struct Person: Equatable, Sendable {
  public let id: PersonID
  public var name: PersonName
  public var birthDate: CalendarDate?
  /// Of pupils.
  public var grade: Grade?
  /// Of teachers and employers.
  public var experience: Years?
  public var consent: Consent

  public init(
    id: PersonID, name: PersonName, birthDate: CalendarDate? = nil, grade: Grade? = nil,
    experience: Years? = nil, consent: Consent = .missing
  ) {
    self.id = id
    self.name = name
    self.birthDate = birthDate
    self.grade = grade
    self.experience = experience
    self.consent = consent
  }
}

/// The consent to the processing of personal data: own, or of a minor's legal representative.
public enum Consent: Equatable, Sendable {
  /// Nobody said anything.
  case missing
  case refused
  /// `from` and `until` inclusive; `nil` = open on that side.
  case given(from: CalendarDate?, until: CalendarDate?)

  /// Whether it covers a date: the date of the order.
  public func isValid(on date: CalendarDate) -> Bool {
    switch self {
    case .missing, .refused: false
    case .given(let from, let until):
      (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
    }
  }
}

/// How far a mentor has come on the way to being matched; only the admitted are.
public enum Admission: String, Sendable, CaseIterable {
  case candidate, interviewed, trained, admitted
}

/// A school class: `9 «Б»`.
public struct Grade: Hashable, Sendable {
  /// 1…11.
  public let number: Int
  /// Upper case, empty when not said.
  public let letter: String

  public init?(number: Int, letter: String = "") {
    guard (1...11).contains(number) else { return nil }
    self.number = number
    self.letter = letter
  }

  /// Reads `9Б`, `9 «Б»`, `9-б`, `9 класс`, `9`.
  public init?(parsing text: some StringProtocol) {
    let digits = text.drop { $0.isWhitespace }.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return nil }
    let word = String(text.drop { $0.isWhitespace }.dropFirst(digits.count).filter(\.isLetter))
    let letter = word.count == 1 ? word.uppercased() : ""
    guard word.count <= 1 || Term(word).key == "класс" else { return nil }
    self.init(number: number, letter: letter)
  }
}

extension Grade: CustomStringConvertible {
  public var description: String { letter.isEmpty ? "\(number)" : "\(number) «\(letter)»" }
}

/// A length of time in hundredths of a year, so that `2,5` is exact.
public struct Years: Hashable, Comparable, Sendable {
  public let hundredths: Int

  public init(hundredths: Int) { self.hundredths = hundredths }

  public init(_ years: Int) { hundredths = years * 100 }

  /// Reads `3`, `2,5`, `2.5`, `7 лет`.
  public init?(parsing text: some StringProtocol) {
    let number = text.drop { $0.isWhitespace }
      .prefix { $0.isASCII && $0.isNumber || $0 == "," || $0 == "." }
    let parts = number.split(
      omittingEmptySubsequences: false, whereSeparator: { ",.".contains($0) })
    guard (1...2).contains(parts.count), let whole = Int(parts[0]), whole < 120 else { return nil }
    let digits = parts.count == 2 ? parts[1].prefix(2) : "0"
    guard let fraction = Int(digits) else { return nil }
    hundredths = whole * 100 + (digits.count == 1 ? fraction * 10 : fraction)
  }

  public static func < (left: Years, right: Years) -> Bool { left.hundredths < right.hundredths }
}

extension Years: CustomStringConvertible {
  /// With a decimal comma: `2,5`.
  public var description: String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole),\(rest / 10)" : "\(whole),\(rest < 10 ? "0" : "")\(rest)"
  }
}
