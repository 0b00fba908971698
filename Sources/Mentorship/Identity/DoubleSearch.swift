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
  /// People by their ids.
  private let order: [Int]

  public init(_ people: [Traits]) {
    self.people = people
    order = people.indices.sorted { people[$0].person.id < people[$1].person.id }
  }

  /// The most likely first; pairs in `different` are left out.
  ///
  /// - Complexity: O(*n* log *n* + *p*) for *n* people and *p* pairs that share something.
  public func doubles(different: Set<UnorderedPair> = []) -> [PossibleDouble] {
    var outlines = Outlines()
    var shared = SharedKeys(peopleCount: people.count)
    for (place, index) in order.enumerated() {
      let words = NameWord.words(of: people[index].person.name)
      outlines.append(people[index].person, words)
      shared.append(DoubleKeys(people[index].person, words: words).keys, of: place)
    }
    var pairs: Set<UInt64> = []
    shared.forEachPair { one, other in
      guard let bound = outlines.bound(one, other), bound >= PossibleDouble.threshold else {
        return
      }
      pairs.insert(UInt64(one) << 32 | UInt64(other))
    }
    let doubles = pairs.compactMap {
      judge(people[order[Int($0 >> 32)]], people[order[Int($0 & 0xFFFF_FFFF)]])
    }
    return doubles.filter { !different.contains(UnorderedPair($0.first, $0.second)) }
      .sorted { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
  }

  private func judge(_ one: Traits, _ other: Traits) -> PossibleDouble? {
    if let id = one.statedID, let otherID = other.statedID, id != otherID { return nil }
    guard let names = NameLikeness(one.person.name, other.person.name) else { return nil }
    var evidence = Evidence(score: names.score, reasons: names.reasons)
    evidence.weigh(one, other)
    guard evidence.score >= PossibleDouble.threshold else { return nil }
    return PossibleDouble(
      first: one.person.id, second: other.person.id, score: min(99, evidence.score),
      reasons: evidence.reasons)
  }
}
