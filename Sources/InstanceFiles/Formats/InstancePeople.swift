/// The people of one side: a count, a list of ids, or a list of objects.
struct InstancePeople {
  private(set) var count = 0
  /// `nil` when the file only counts.
  private(set) var ids: [String]?
  /// Demands or capacities; 1 where the file says nothing.
  private(set) var limits: [Int] = []
  private(set) var minimums: [Int] = []
  /// How long each has waited, in any unit; empty where the file does not say.
  private(set) var waiting: [Int] = []
  /// Who has hours, with the number and where it stands.
  private(set) var hours: [(person: Int, node: JSONNode)] = []
  /// More people than any list of a file can name: a count typed wrong, not a crowd.
  private static let largestCount = 10_000_000

  /// Reads one side; `keys` is what an object may hold, `limit` the key of the demand or capacity.
  init(_ node: JSONNode, keys: [String], limit: String) throws(InstanceFileError) {
    switch node.value {
    case .number:
      count = try node.count()
      guard count <= Self.largestCount else { throw .tooLarge(node.place) }
      limits = Array(repeating: 1, count: count)
      minimums = Array(repeating: 0, count: count)
    case .array:
      var ids: [String] = []
      var seen: Set<String> = []
      for (index, person) in try node.elements().enumerated() {
        let isObject = if case .object = person.value { true } else { false }
        if isObject { try person.checkKeys(keys) }
        let id = isObject ? try person.member("id") : person
        let name = try id.map(Self.identifier) ?? "\(index)"
        guard seen.insert(name).inserted else {
          throw .duplicateID((id ?? person).place, id: name)
        }
        ids.append(name)
        limits.append(isObject ? try person.member(limit)?.count() ?? 1 : 1)
        minimums.append(
          isObject && keys.contains("minimum") ? try person.member("minimum")?.count() ?? 0 : 0)
        if isObject, let own = try person.member("hours") { hours.append((index, own)) }
        if isObject, let own = try person.member("waiting") {
          waiting += Array(repeating: 0, count: index - waiting.count) + [try own.count()]
        }
      }
      count = ids.count
      self.ids = ids
    default: throw .wrongType(node.place, expected: .people)
    }
  }

  private static func identifier(_ node: JSONNode) throws(InstanceFileError) -> String {
    switch node.value {
    case .string(let text): return text
    case .number(let number):
      guard let integer = number.integer else {
        throw .wrongType(node.place, expected: .identifier)
      }
      return "\(integer)"
    default: throw .wrongType(node.place, expected: .person)
    }
  }
}
