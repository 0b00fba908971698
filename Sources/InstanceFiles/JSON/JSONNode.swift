/// A value of a JSON file together with where it stands: the reader's view of a document.
struct JSONNode {
  let source: [UInt8]
  let value: JSONValue
  let offset: Int
  /// `mentors[3].capacity`; empty for the whole document.
  let path: String

  var place: FilePlace {
    FilePlace(offset: offset, in: source, path: path.isEmpty ? nil : path)
  }

  func isNull() -> Bool { value == .null }

  /// The value of a key, `nil` when it is absent or `null`.
  func member(_ key: String) throws(InstanceFileError) -> JSONNode? {
    guard let member = try object().members.first(where: { $0.key == key }), member.value != .null
    else { return nil }
    return JSONNode(
      source: source, value: member.value, offset: member.offset, path: path(ofKey: key))
  }

  func requiredMember(_ key: String) throws(InstanceFileError) -> JSONNode {
    guard let member = try member(key) else { throw .missingKey(place, key: key) }
    return member
  }

  /// - Throws: ``InstanceFileError/unknownKey(_:key:suggestion:)`` for the first key not listed.
  func checkKeys(_ known: [String]) throws(InstanceFileError) {
    for member in try object().members where !known.contains(member.key) {
      throw .unknownKey(
        FilePlace(offset: member.keyOffset, in: source, path: path(ofKey: member.key)),
        key: member.key, suggestion: Spelling.nearest(to: member.key, in: known))
    }
  }

  func object() throws(InstanceFileError) -> JSONObject {
    guard case .object(let object) = value else { throw .wrongType(place, expected: .object) }
    return object
  }

  func array(_ expected: ExpectedForm = .array) throws(InstanceFileError) -> JSONArray {
    guard case .array(let array) = value else { throw .wrongType(place, expected: expected) }
    return array
  }

  /// The elements with their places.
  ///
  /// - Complexity: O(bytes of the array).
  func elements(_ expected: ExpectedForm = .array) throws(InstanceFileError) -> [JSONNode] {
    let array = try array(expected)
    return zip(array.indices, array.offsets(in: source)).map {
      JSONNode(source: source, value: array[$0], offset: $1, path: "\(path)[\($0)]")
    }
  }

  func element(_ index: Int, of array: JSONArray) -> JSONNode {
    JSONNode(
      source: source, value: array[index], offset: array.offset(of: index, in: source),
      path: "\(path)[\(index)]")
  }

  func string() throws(InstanceFileError) -> String {
    guard case .string(let text) = value else { throw .wrongType(place, expected: .string) }
    return text
  }

  func boolean() throws(InstanceFileError) -> Bool {
    guard case .bool(let value) = value else { throw .wrongType(place, expected: .boolean) }
    return value
  }

  func number() throws(InstanceFileError) -> JSONNumber {
    guard case .number(let number) = value else { throw .wrongType(place, expected: .number) }
    return number
  }

  func integer() throws(InstanceFileError) -> Int {
    guard case .number(let number) = value else { throw .wrongType(place, expected: .integer) }
    if number.isHugeInteger { throw .tooLarge(place) }
    guard let integer = number.integer else { throw .fractional(place) }
    return integer
  }

  /// A number of people: 0 or more; beyond 64 bits it means "without limit".
  func count() throws(InstanceFileError) -> Int {
    guard case .number(let number) = value else { throw .wrongType(place, expected: .integer) }
    if number.double < 0 { throw .negative(place) }
    if number.isHugeInteger { return .max }
    guard let count = number.integer else { throw .fractional(place) }
    return count
  }

  func index(below count: Int) throws(InstanceFileError) -> Int {
    let index = try integer()
    guard 0..<count ~= index else {
      throw .indexOutOfRange(place, index: index, count: count)
    }
    return index
  }

  /// One of the raw values of a type.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type
  ) throws(InstanceFileError) -> Choice where Choice.RawValue == String {
    let text = try string()
    guard let choice = Choice(rawValue: text) else {
      throw .unknownChoice(place, found: text, allowed: Choice.allCases.map(\.rawValue))
    }
    return choice
  }

  private func path(ofKey key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

/// Guesses which word was meant.
enum Spelling {
  /// The nearest known word within a third of its length.
  static func nearest(to word: String, in known: [String]) -> String? {
    let nearest = known.min { distance(word, $0) < distance(word, $1) }
    return nearest.flatMap { distance(word, $0) <= max(1, $0.count / 3) ? $0 : nil }
  }

  /// How many letters must be put in, taken out or changed.
  ///
  /// Source: V. I. Levenshtein, Soviet Physics Doklady 10, 1966.
  static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right.lowercased())
    var row = Array(0...right.count)
    for (index, letter) in left.lowercased().prefix(100).enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let substituted = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(substituted, min(row[column], diagonal) + 1)
      }
    }
    return row[right.count]
  }
}
