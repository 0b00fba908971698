/// A JSON value, with the places it was read from.
///
/// ```swift
/// let value: JSONValue = ["schema": "nastavnik.solution/1", "pairs": [[0, 0]]]
/// value.text()  // {"schema":"nastavnik.solution/1","pairs":[[0,0]]}
/// ```
///
/// Keys keep their order, numbers their exact value. Places take no part in `==`.
public enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array(JSONArray)
  case object(JSONObject)

  public init(_ integer: Int) { self = .number(JSONNumber(integer: integer)) }

  /// `null` for NaN and infinities, which JSON does not know.
  public init(_ double: Double) { self = JSONNumber(double).map { .number($0) } ?? .null }

  public init(_ elements: some Sequence<JSONValue>) { self = .array(JSONArray(Array(elements))) }

  public init(_ members: some Sequence<(String, JSONValue)>) {
    self = .object(JSONObject(Array(members)))
  }

  /// Reads JSON text in UTF-8.
  ///
  /// - Throws: ``InstanceFileError`` with line and column.
  /// - Complexity: O(byte count).
  public init(parsing bytes: [UInt8]) throws(InstanceFileError) {
    var parser = JSONParser(bytes)
    self = try parser.parseDocument().value
  }

  /// The value of a key of an object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }
}

/// The elements of a JSON array; rows of numbers take ten bytes a number or less.
public struct JSONArray: RandomAccessCollection, Equatable, Sendable {
  enum Storage: Sendable {
    case values([JSONValue], offsets: [Int])
    /// Numbers and `null` only; `offset` is the place of the opening bracket.
    case numbers(CompactNumbers, offset: Int)
  }

  let storage: Storage

  public init(_ elements: [JSONValue]) { storage = .values(elements, offsets: []) }

  init(_ storage: Storage) { self.storage = storage }

  public var startIndex: Int { 0 }

  public var endIndex: Int {
    switch storage {
    case .values(let values, _): values.count
    case .numbers(let numbers, _): numbers.count
    }
  }

  public subscript(position: Int) -> JSONValue {
    switch storage {
    case .values(let values, _): values[position]
    case .numbers(let numbers, _): numbers[position].map { .number($0) } ?? .null
    }
  }

  public static func == (left: JSONArray, right: JSONArray) -> Bool { left.elementsEqual(right) }

  /// The numbers, when there is nothing but numbers and `null`.
  var numbers: CompactNumbers? {
    if case .numbers(let numbers, _) = storage { return numbers }
    return isEmpty ? CompactNumbers() : nil
  }

  /// The place of an element in the bytes that it was read from.
  ///
  /// - Complexity: O(bytes of the array) for rows of numbers.
  func offset(of index: Int, in bytes: [UInt8]) -> Int { offsets(in: bytes)[index] }

  /// The places of all elements in the bytes that they were read from.
  ///
  /// - Complexity: O(bytes of the array) for rows of numbers.
  func offsets(in bytes: [UInt8]) -> [Int] {
    switch storage {
    case .values(let values, let offsets):
      return offsets.isEmpty ? Array(repeating: 0, count: values.count) : offsets
    case .numbers(let numbers, let start):
      // Rows of numbers keep no places: an error is rare, and then the commas can be counted.
      var offsets: [Int] = []
      var isBefore = true
      for offset in bytes.indices[(start + 1)...] {
        guard offsets.count < numbers.count else { break }
        if bytes[offset] == UInt8(ascii: ",") {
          isBefore = true
        } else if isBefore, !JSONParser.isSpace(bytes[offset]) {
          isBefore = false
          offsets.append(offset)
        }
      }
      return offsets
    }
  }
}

/// The members of a JSON object in the order of the file.
public struct JSONObject: Equatable, Sendable {
  struct Member: Sendable {
    let key: String
    let value: JSONValue
    var keyOffset = 0
    var offset = 0
  }

  let members: [Member]

  public init(_ members: [(String, JSONValue)]) {
    self.members = members.map { Member(key: $0.0, value: $0.1) }
  }

  init(members: [Member]) { self.members = members }

  public var keys: [String] { members.map(\.key) }

  public subscript(key: String) -> JSONValue? { members.first { $0.key == key }?.value }

  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members.elementsEqual(right.members) { $0.key == $1.key && $0.value == $1.value }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self.init(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
  public init(arrayLiteral elements: JSONValue...) { self.init(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}
