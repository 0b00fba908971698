import Mentorship

/// Finds whom names mean among the people of one role, and remembers what it found.
struct NameResolver {
  private let index: NameIndex
  private let ids: Set<PersonID>
  private let byEmail: [EmailAddress: Set<PersonID>]
  private let namesakes: Namesakes
  private var known: [String: NameIndex.Resolution] = [:]

  /// `same` are further names of people.
  init(
    _ people: some Sequence<Person>, same: SameNames = SameNames(),
    namesakes: Namesakes = Namesakes()
  ) {
    self.namesakes = namesakes
    var named: [(id: PersonID, name: PersonName)] = []
    var byEmail: [EmailAddress: Set<PersonID>] = [:]
    for person in people {
      named.append((id: person.id, name: person.name))
      let key = PersonName.key(person.name.full)
      for alias in same.aliases(of: person.name.full).sorted() where alias != key {
        named.append((id: person.id, name: PersonName(alias)))
      }
      for email in person.contacts.emails { byEmail[email, default: []].insert(person.id) }
    }
    index = NameIndex(named)
    ids = Set(named.map(\.id))
    self.byEmail = byEmail
  }

  /// Every name that was asked for.
  var mentions: some Sequence<String> { known.keys }

  /// Whom a name means; of several, the one from that organisation.
  ///
  /// - Complexity: O(1) for a full name and for one asked before, else O(people).
  mutating func resolve(
    _ mention: String, from organisation: Term? = nil
  ) -> NameIndex.Resolution {
    let resolution = resolve(mention)
    guard case .ambiguous(let people) = resolution,
      let one = namesakes.one(of: people, from: organisation)
    else { return resolution }
    return .person(one)
  }

  private mutating func resolve(_ mention: String) -> NameIndex.Resolution {
    if let resolution = known[mention] { return resolution }
    var resolution = index.resolve(mention)
    if case .unknown = resolution, let person = person(withEmail: mention) {
      resolution = .person(person)
    }
    known[mention] = resolution
    return resolution
  }

  /// The only one of several people who comes from an organisation.
  func one(of people: [PersonID], from organisation: Term?) -> PersonID? {
    namesakes.one(of: people, from: organisation)
  }

  /// The person with exactly this id.
  func person(withID text: String) -> PersonID? {
    let id = PersonID(text)
    return ids.contains(id) ? id : nil
  }

  /// The one person who stated this address.
  func person(withEmail text: String) -> PersonID? {
    guard text.contains("@"), let email = EmailAddress(parsing: text),
      let people = byEmail[email], people.count == 1
    else { return nil }
    return people.first
  }
}
