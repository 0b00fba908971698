/// Looks for people who may be one.
///
/// ```swift
/// DoubleSearch(people).doubles()  // Иванов П. С. and Иванов Пётр Сергеевич: 72, initials
/// ```
/// Only people who share something are compared: a word but for one letter together with an initial, a
/// telephone number, an e-mail address, or the birth date together with a word of the name. So the
/// lists of a whole town take a moment; names without a surname are compared only where two words are equal.
public struct DoubleSearch {
  /// A person with what tells people apart.
  public struct Traits: Sendable {
    public var person: Person
    public var organisations: Set<Term>
    /// Forms and roles, as one word each.
    public var parts: Set<String>
    /// As the lists state it; people with two ids are two.
    public var statedID: String?

    public init(
      _ person: Person, organisations: Set<Term> = [], parts: Set<String> = [],
      statedID: String? = nil
    ) {
      self.statedID = statedID
      self.person = person
      self.organisations = organisations
      self.parts = parts
    }
  }

  private let people: [Traits]
  /// Of each person, the folded words of the name.
  private let words: [[NameWord]]
  private let outlines: NameOutlines

  public init(_ people: [Traits]) {
    self.people = people.sorted { $0.person.id < $1.person.id }
    words = self.people.map { NameWord.words(of: $0.person.name) }
    outlines = NameOutlines(words)
  }

  /// The most likely first; pairs in `different` are left out.
  ///
  /// - Complexity: O(*n* log *n* + *p*) for *n* people and *p* pairs that share something.
  public func doubles(different: Set<UnorderedPair> = []) -> [PossibleDouble] {
    var pairs: Set<UInt64> = []
    let shared = SharedKeys(people.indices.lazy.map { DoubleKeys(people[$0].person, words: words[$0]).keys })
    shared.forEachPair { one, other in
      if canBeOne(one, other) { pairs.insert(UInt64(one) << 32 | UInt64(other)) }
    }
    let doubles = pairs.compactMap { judge(Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
    return doubles.filter { !different.contains(UnorderedPair($0.first, $0.second)) }
      .sorted { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
  }

  /// Whether a glance at two people leaves a chance that they are doubles.
  private func canBeOne(_ first: Int, _ second: Int) -> Bool {
    guard let bound = outlines.bound(first, second) else { return false }
    return bound + Evidence.bound(people[first].person, people[second].person) >= PossibleDouble.threshold
  }

  private func judge(_ first: Int, _ second: Int) -> PossibleDouble? {
    let (one, other) = (people[first], people[second])
    if let id = one.statedID, let otherID = other.statedID, id != otherID { return nil }
    guard let names = NameLikeness(words[first], words[second]) else { return nil }
    var evidence = Evidence(score: names.score, reasons: names.reasons)
    evidence.weigh(one, other)
    guard evidence.score >= PossibleDouble.threshold else { return nil }
    return PossibleDouble(
      first: one.person.id, second: other.person.id, score: min(99, evidence.score),
      reasons: evidence.reasons)
  }
}

/// What speaks for one person or against, beside the names.
private struct Evidence {
  private(set) var score: Int
  private(set) var reasons: [PossibleDouble.Reason]

  init(score: Int, reasons: [PossibleDouble.Reason]) {
    (self.score, self.reasons) = (score, reasons)
  }

  private typealias Points = (points: Int, reason: PossibleDouble.Reason)

  /// The most that evidence can add to a score.
  ///
  /// Only what is fast to see is looked at: birth dates and classes.
  static func bound(_ one: Person, _ other: Person) -> Int {
    (birthDates(one.birthDate, other.birthDate)?.points ?? 0)
      + (classes(one.grade, other.grade)?.points ?? 0) + 2 * samePoints + formPoints
  }

  private static let samePoints = 15
  private static let formPoints = 3

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
    if one == other { return (samePoints, .sameBirthDate) }
    return one.isMistyped(other) ? (-8, .nearBirthDate) : (-45, .otherBirthDate)
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
    if one.number != other.number { return (-30, .otherClass) }
    let isSame = one.letter == other.letter || one.letter.isEmpty || other.letter.isEmpty
    return isSame ? (8, .sameClass) : (-15, .otherClass)
  }
}

extension CalendarDate {
  /// Whether one digit differs, or day and month are swapped.
  fileprivate func isMistyped(_ other: CalendarDate) -> Bool {
    if year == other.year, day == other.month, month == other.day { return true }
    let differing = decimalDigits ^ other.decimalDigits
    return (0..<8).count { differing >> (4 * UInt32($0)) & 0xF != 0 } == 1
  }
}
