/// Reads JSON from bytes and names the place of everything it does not understand.
///
/// Source: RFC 8259. Stricter than it in one point: a key that stands twice is an error.
struct JSONParser {
  let bytes: [UInt8]
  private var position = 0
  /// Deeper nesting than any file needs, far below what the stack holds.
  private static let depthLimit = 128

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Parses one value and nothing after it.
  ///
  /// - Throws: ``InstanceFileError/empty``, `syntax`, `duplicateKey`.
  /// - Complexity: O(byte count).
  mutating func parseDocument() throws(InstanceFileError) -> JSONNode {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipSpaces()
    guard position < bytes.count else { throw .empty }
    let offset = position
    let value = try parseValue(depth: 0)
    skipSpaces()
    guard position == bytes.count else { throw fault(.trailingText) }
    return JSONNode(source: bytes, value: value, offset: offset, path: "")
  }

  private func fault(_ fault: SyntaxFault, at offset: Int? = nil) -> InstanceFileError {
    .syntax(FilePlace(offset: offset ?? position, in: bytes), fault)
  }

  private mutating func skipSpaces() {
    while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
  }

  private mutating func parseValue(depth: Int) throws(InstanceFileError) -> JSONValue {
    guard position < bytes.count else { throw fault(.unexpectedEnd) }
    guard depth < Self.depthLimit else { throw fault(.tooDeep) }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .object(try parseObject(depth: depth))
    case UInt8(ascii: "["): return .array(try parseArray(depth: depth))
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(try parseNumber())
    default: return try parseWord()
    }
  }

  private mutating func parseNumber() throws(InstanceFileError) -> JSONNumber {
    // Most numbers of a matrix are integers of a few digits: no scanner for them.
    var (place, value) = (position, 0)
    while place < bytes.count, place - position < 18, 48...57 ~= bytes[place] {
      value = value * 10 + Int(bytes[place] - 48)
      place += 1
    }
    let isPlain =
      place < bytes.count
      && (bytes[place] == UInt8(ascii: ",") || bytes[place] == UInt8(ascii: "]"))
    if isPlain, place - position == 1 || (place > position && bytes[position] != 48) {
      position = place
      return JSONNumber(integer: value)
    }
    let start = position
    var scanner = NumberScanner(bytes, at: position)
    let outcome = scanner.scan()
    position = scanner.position
    switch outcome {
    case .number(let number):
      if position < bytes.count, Self.isWordByte(bytes[position]) {
        throw fault(.badNumber, at: start)
      }
      return number
    case .infinite: throw .tooLarge(FilePlace(offset: start, in: bytes))
    case .malformed:
      let isNegativeWord = position < bytes.count && bytes[position] == UInt8(ascii: "I")
      throw fault(isNegativeWord ? .notFinite : .badNumber, at: start)
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    48...57 ~= byte || 65...90 ~= byte || 97...122 ~= byte || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  private mutating func parseWord() throws(InstanceFileError) -> JSONValue {
    let start = position
    while position < bytes.count, Self.isWordByte(bytes[position]) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "NaN", "nan", "Infinity", "inf", "+Infinity", "+inf", "Inf":
      throw fault(.notFinite, at: start)
    default: throw fault(word.isEmpty ? .unexpectedCharacter : .unknownWord(word), at: start)
    }
  }

  private mutating func parseArray(depth: Int) throws(InstanceFileError) -> JSONArray {
    let start = position
    position += 1
    var numbers = CompactNumbers()
    var values: [JSONValue] = []
    var offsets: [Int] = []
    skipSpaces()
    if position < bytes.count, bytes[position] == UInt8(ascii: "]") {
      position += 1
      return JSONArray(.values([], offsets: []))
    }
    while true {
      skipSpaces()
      let offset = position
      let value = try parseValue(depth: depth + 1)
      switch value {
      case .number(let number) where values.isEmpty: numbers.append(number)
      case .null where values.isEmpty: numbers.append(nil)
      default:
        if values.isEmpty, numbers.count > 0 {
          let row = JSONArray(.numbers(numbers, offset: start))
          values = Array(row)
          offsets = values.indices.map { row.offset(of: $0, in: bytes) }
        }
        values.append(value)
        offsets.append(offset)
      }
      guard try parseSeparator(closing: UInt8(ascii: "]")) else { break }
    }
    return JSONArray(
      values.isEmpty ? .numbers(numbers, offset: start) : .values(values, offsets: offsets))
  }

  /// Reads a comma or the closing bracket; tells whether another element follows.
  private mutating func parseSeparator(closing: UInt8) throws(InstanceFileError) -> Bool {
    skipSpaces()
    guard position < bytes.count else { throw fault(.unexpectedEnd) }
    let byte = bytes[position]
    guard byte == UInt8(ascii: ",") || byte == closing else { throw fault(.missingComma) }
    position += 1
    return byte == UInt8(ascii: ",")
  }

  private mutating func parseObject(depth: Int) throws(InstanceFileError) -> JSONObject {
    position += 1
    var members: [JSONObject.Member] = []
    var keys: Set<String> = []
    skipSpaces()
    if position < bytes.count, bytes[position] == UInt8(ascii: "}") {
      position += 1
      return JSONObject(members: [])
    }
    while true {
      skipSpaces()
      let keyOffset = position
      guard position < bytes.count else { throw fault(.unexpectedEnd) }
      guard bytes[position] == UInt8(ascii: "\"") else { throw fault(.keyExpected) }
      let key = try parseString()
      guard keys.insert(key).inserted else {
        throw .duplicateKey(FilePlace(offset: keyOffset, in: bytes), key: key)
      }
      skipSpaces()
      guard position < bytes.count else { throw fault(.unexpectedEnd) }
      guard bytes[position] == UInt8(ascii: ":") else { throw fault(.colonExpected) }
      position += 1
      skipSpaces()
      let offset = position
      let value = try parseValue(depth: depth + 1)
      members.append(.init(key: key, value: value, keyOffset: keyOffset, offset: offset))
      guard try parseSeparator(closing: UInt8(ascii: "}")) else { break }
    }
    return JSONObject(members: members)
  }

  private mutating func parseString() throws(InstanceFileError) -> String {
    let start = position
    position += 1
    var escaped: [UInt8]?
    var runStart = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let run = bytes[runStart..<position]
        position += 1
        guard let text = String(validating: (escaped ?? []) + run, as: UTF8.self) else {
          throw fault(.notUTF8, at: start)
        }
        return text
      case UInt8(ascii: "\\"):
        escaped = (escaped ?? []) + bytes[runStart..<position]
        escaped? += Array(String(try parseEscape()).utf8)
        runStart = position
      case 0..<0x20: throw fault(.controlCharacter)
      default: position += 1
      }
    }
    throw fault(.unexpectedEnd)
  }

  private mutating func parseEscape() throws(InstanceFileError) -> Unicode.Scalar {
    let start = position
    position += 2
    guard position <= bytes.count else { throw fault(.unexpectedEnd) }
    switch bytes[position - 1] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case let byte where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x2F:
      return Unicode.Scalar(byte)
    case UInt8(ascii: "u"): break
    default: throw fault(.badEscape, at: start)
    }
    guard let first = parseHex() else { throw fault(.badEscape, at: start) }
    if let scalar = Unicode.Scalar(first) { return scalar }
    // Half of a surrogate pair: the other half must follow.
    guard 0xD800..<0xDC00 ~= first, bytes[position...].starts(with: Array("\\u".utf8)) else {
      throw fault(.badEscape, at: start)
    }
    position += 2
    guard let second = parseHex(), 0xDC00..<0xE000 ~= second,
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault(.badEscape, at: start) }
    return scalar
  }

  private mutating func parseHex() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    let digits = bytes[position..<position + 4]
    guard digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else { return nil }
    position += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
