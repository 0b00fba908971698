/// The people of one side of a table, in the order in which they come.
///
/// Where a side has rows of its own, only who has one is known; else everybody who is named is.
struct NamedPeople {
  private(set) var names: [String] = []
  private var indices: [String: Int] = [:]
  let isClosed: Bool

  /// - Parameter isClosed: whether the side has rows of its own.
  init(isClosed: Bool) { self.isClosed = isClosed }

  /// Notes somebody's own row.
  ///
  /// - Throws: `duplicateID`.
  mutating func add(_ name: String, _ place: () -> FilePlace) throws(InstanceFileError) {
    guard indices.updateValue(names.count, forKey: name) == nil else {
      throw .duplicateID(place(), id: name)
    }
    names.append(name)
  }

  /// The index of a name.
  ///
  /// - Throws: `market` where there is nobody of the name.
  mutating func index(
    of name: String, _ place: () -> FilePlace
  ) throws(InstanceFileError) -> Int {
    if let index = indices[name] { return index }
    guard !isClosed else {
      throw .market(
        place(), .unknownName(name, suggestion: Spelling.nearest(to: name, in: names)))
    }
    indices[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
