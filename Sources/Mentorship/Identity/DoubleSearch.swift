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

  public init(_ people: [Traits]) {
    self.people = people.sorted { $0.person.id < $1.person.id }
    words = self.people.map { NameWord.words(of: $0.person.name) }
  }

  /// The most likely first; pairs in `different` are left out.
  ///
  /// - Complexity: O(*n* log *n* + *p*) for *n* people and *p* pairs that share something.
  public func doubles(different: Set<UnorderedPair> = []) -> [PossibleDouble] {
    var pairs: [UInt64] = []
    for block in blocks() {
      // Names of one block stand in order: in a large one, those far apart are no doubles.
      let reach = block.count > 64 ? 24 : block.count
      for (index, one) in block.enumerated() {
        for other in block[(index + 1)...].prefix(reach) where one != other {
          pairs.append(UInt64(min(one, other)) << 32 | UInt64(max(one, other)))
        }
      }
    }
    pairs.sort()
    let doubles = pairs.indices.compactMap { index in
      let isKnown = index > 0 && pairs[index] == pairs[index - 1]
      return isKnown ? nil : judge(Int(pairs[index] >> 32), Int(pairs[index] & 0xFFFF_FFFF))
    }
    return doubles.filter { !different.contains(UnorderedPair($0.first, $0.second)) }
      .sorted { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
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

  /// People who share something, each block in the order of ``people``.
  private func blocks() -> [[Int]] {
    var keys: [(key: UInt64, person: Int)] = []
    for (index, traits) in people.enumerated() {
      for key in Set(DoubleKeys(traits.person, words: words[index]).keys) {
        keys.append((key, index))
      }
    }
    keys.sort { ($0.key, $0.person) < ($1.key, $1.person) }
    var blocks: [[Int]] = []
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].key == keys[start].key { end += 1 }
      if end - start > 1 { blocks.append(keys[start..<end].map(\.person)) }
      start = end
    }
    return blocks
  }
}

/// What speaks for one person or against, beside the names.
private struct Evidence {
  private(set) var score: Int
  private(set) var reasons: [PossibleDouble.Reason]

  init(score: Int, reasons: [PossibleDouble.Reason]) {
    (self.score, self.reasons) = (score, reasons)
  }

  mutating func weigh(_ one: DoubleSearch.Traits, _ other: DoubleSearch.Traits) {
    weighBirthDates(one.person.birthDate, other.person.birthDate)
    weighContacts(one.person.contacts, other.person.contacts)
    weighClasses(one.person.grade, other.person.grade)
    if !one.organisations.isEmpty, !other.organisations.isEmpty,
      one.organisations.isDisjoint(with: other.organisations)
    {
      take(-10, .otherOrganisation)
    }
    if !one.parts.isDisjoint(with: other.parts) { take(3, .sameForm) }
  }

  private mutating func take(_ points: Int, _ reason: PossibleDouble.Reason) {
    score += points
    reasons.append(reason)
  }

  private mutating func weighBirthDates(_ one: CalendarDate?, _ other: CalendarDate?) {
    guard let one, let other else { return }
    if one == other {
      take(15, .sameBirthDate)
    } else if one.isMistyped(other) {
      take(-8, .nearBirthDate)
    } else {
      take(-45, .otherBirthDate)
    }
  }

  private mutating func weighContacts(_ one: Contacts, _ other: Contacts) {
    if one.phones.contains(where: { $0.isWhole && other.phones.contains($0) }) {
      take(15, .samePhone)
    }
    if one.emails.contains(where: { other.emails.contains($0) }) { take(15, .sameEmail) }
  }

  private mutating func weighClasses(_ one: Grade?, _ other: Grade?) {
    guard let one, let other else { return }
    if one.number != other.number {
      take(-30, .otherClass)
    } else if one.letter == other.letter || one.letter.isEmpty || other.letter.isEmpty {
      take(8, .sameClass)
    } else {
      take(-15, .otherClass)
    }
  }
}

extension CalendarDate {
  /// Whether one digit differs, or day and month are swapped.
  fileprivate func isMistyped(_ other: CalendarDate) -> Bool {
    if year == other.year, day == other.month, month == other.day { return true }
    return zip("\(self)", "\(other)").count { $0 != $1 } == 1
  }
}
