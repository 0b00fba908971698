/// Identifies a person inside a season: the full name, with more behind it where two people share it.
public struct PersonID: Hashable, Comparable, Sendable {
  public let rawValue: String
  /// What sorts; kept, because folding a name costs more than comparing two.
  private let sortKey: String
  /// Of the key; equal ids have equal keys.
  private let keyHash: Int

  public init(_ rawValue: String) {
    self.rawValue = rawValue
    sortKey = PersonName.key(rawValue)
    var hasher = Hasher()
    hasher.combine(folded: sortKey)
    keyHash = hasher.finalize()
  }

  public static func == (left: PersonID, right: PersonID) -> Bool {
    left.rawValue == right.rawValue
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(keyHash) }

  /// By name, ё as е; UTF-8 sorts as code points do.
  public static func < (left: PersonID, right: PersonID) -> Bool {
    var rest = right.sortKey.utf8.makeIterator()
    for byte in left.sortKey.utf8 {
      guard let other = rest.next() else { return false }
      if byte != other { return byte < other }
    }
    if rest.next() != nil { return true }
    return left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
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
  /// As questionnaires say it; the register wins, see ``register``.
  public var consent: Consent
  public var contacts: Contacts
  /// What the register of consents holds of this person, in the order of its rows.
  public var register: [ConsentRecord] = []

  public init(
    id: PersonID, name: PersonName, birthDate: CalendarDate? = nil, grade: Grade? = nil,
    experience: Years? = nil, consent: Consent = .missing, contacts: Contacts = Contacts()
  ) {
    self.id = id
    self.name = name
    self.birthDate = birthDate
    self.grade = grade
    self.experience = experience
    self.consent = consent
    self.contacts = contacts
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

  /// Reads `9Б`, `9 «Б»`, `9-б`, `9 класс`, `10-А класс`, `8 кл.`, `9`, `девятый «Б»`, `10 класс, буква А`.
  ///
  /// - Returns: `nil` for anything left over: `8-9` and `5.2` are no class.
  public init?(parsing text: some StringProtocol) {
    let key = Term(text).key
    let digits = key.prefix { $0.isASCII && $0.isNumber }
    let ordinal = key.prefix { $0.isLetter }
    let spelled = Self.ordinals.firstIndex {
      ordinal.hasPrefix($0) && ordinal.count <= $0.count + 2
    }
    guard let number = Int(digits) ?? spelled.map({ $0 + 1 }) else { return nil }
    // After the number: a hyphen, the letter in quotation marks or without, the word for "class".
    let rest = key.dropFirst(digits.isEmpty ? ordinal.count : digits.count)
    guard rest.allSatisfy({ $0.isLetter || " -\".',".contains($0) }) else { return nil }
    let words = rest.split { !$0.isLetter }.map(String.init).filter { $0 != "буква" }
    let classWords: Set<String> = ["класс", "кл", "класса"]
    var letters = words.filter { !classWords.contains($0) }
    let classWordCount = words.count - letters.count
    // `9-й класс`
    if let first = letters.first, ["й", "ый", "ой"].contains(first) { letters.removeFirst() }
    let dots = rest.count { $0 == "." }
    guard classWordCount <= 1, letters.count <= 1, letters.first?.count ?? 1 == 1,
      dots == 0 || dots == 1 && words.contains("кл")
    else { return nil }
    self.init(number: number, letter: letters.first?.uppercased() ?? "")
  }

  private static let ordinals = [
    "первы", "второ", "трети", "четверты", "пяты", "шесто", "седьмо", "восьмо", "девяты", "десяты",
    "одиннадцаты",
  ]
}

extension Grade: CustomStringConvertible {
  public var description: String { letter.isEmpty ? "\(number)" : "\(number) «\(letter)»" }
}

/// A length of time in hundredths of a year, so that `2,5` is exact.
public struct Years: Hashable, Comparable, Sendable {
  public let hundredths: Int

  public init(hundredths: Int) { self.hundredths = hundredths }

  public init(_ years: Int) { hundredths = years * 100 }

  /// Reads `3`, `2,5`, `2.5`, `7 лет`, `6 мес.`, `2 года 6 месяцев`; months to the nearest hundredth.
  ///
  /// - Returns: `nil` for anything left over: `1-3` and `больше 5` are no number of years.
  public init?(parsing text: some StringProtocol) {
    let parts = Self.parts(of: Term(text).key)
    let shape = parts.map { $0.unit }
    let numbers = parts.map { $0.number }
    switch shape {
    case [.none], [.years]:
      guard let years = Self.hundredths(numbers[0]) else { return nil }
      hundredths = years
    case [.months]:
      guard let months = Int(numbers[0]), months < 120 * 12 else { return nil }
      hundredths = (months * 100 + 6) / 12
    case [.years, .months]:
      guard let years = Int(numbers[0]), years < 120, let months = Int(numbers[1]), months < 12
      else { return nil }
      hundredths = years * 100 + (months * 100 + 6) / 12
    default: return nil
    }
  }

  private enum Unit { case none, years, months, unknown }

  /// Numbers, each with the word behind it; `и` and the dots of abbreviations left aside.
  private static func parts(of key: String) -> [(number: String, unit: Unit)] {
    var parts: [(number: String, unit: Unit)] = []
    for token in tokens(of: key) where token != "и" {
      let isNumber = token.first?.isNumber == true
      let unit: Unit =
        switch token {
        case "лет", "год", "года", "г", "л", "years", "year": .years
        case "мес", "месяц", "месяца", "месяцев", "м", "months", "month": .months
        default: isNumber ? .none : .unknown
        }
      if isNumber {
        parts.append((token, .none))
      } else if let last = parts.indices.last, parts[last].unit == .none {
        parts[last].unit = unit
      } else {
        parts.append(("", .unknown))
      }
    }
    return parts
  }

  /// Numbers with their comma, words, and single signs.
  private static func tokens(of key: String) -> [String] {
    var tokens: [String] = []
    var last: Character = " "
    for character in key {
      let isSeparator = character == "," || character == "."
      let isNumber = character.isASCII && character.isNumber || isSeparator && last.isNumber
      let wasNumber = last.isNumber || tokens.last?.first?.isNumber == true && ",.".contains(last)
      let goesOn = isNumber && wasNumber || character.isLetter && last.isLetter
      let isBlank = character == " " || character == "." && last.isLetter
      if goesOn, let index = tokens.indices.last {
        tokens[index].append(character)
      } else if !isBlank {
        tokens.append(String(character))
      }
      last = character
    }
    return tokens
  }

  /// `3` or `2,5`.
  private static func hundredths(_ number: String) -> Int? {
    let parts = number.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == "." })
    guard (1...2).contains(parts.count), let whole = Int(parts[0]), whole < 120 else { return nil }
    let digits = parts.count == 2 ? parts[1].prefix(2) : "0"
    guard let fraction = Int(digits) else { return nil }
    return whole * 100 + (digits.count == 1 ? fraction * 10 : fraction)
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
