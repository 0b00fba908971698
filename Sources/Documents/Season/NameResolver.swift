import Mentorship

/// Finds whom names mean among the people of one role, and remembers what it found.
struct NameResolver {
  private let index: NameIndex
  private let ids: Set<PersonID>
  private var known: [String: NameIndex.Resolution] = [:]

  init(_ people: some Sequence<Person>) {
    let named = people.map { (id: $0.id, name: $0.name) }
    index = NameIndex(named)
    ids = Set(named.map(\.id))
  }

  /// - Complexity: O(1) for a full name and for one asked before, else O(people).
  mutating func resolve(_ mention: String) -> NameIndex.Resolution {
    if let resolution = known[mention] { return resolution }
    let resolution = index.resolve(mention)
    known[mention] = resolution
    return resolution
  }

  /// The person with exactly this id.
  func person(withID text: String) -> PersonID? {
    let id = PersonID(text)
    return ids.contains(id) ? id : nil
  }
}
