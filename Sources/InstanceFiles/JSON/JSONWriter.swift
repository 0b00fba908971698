extension JSONValue {
  /// How JSON is laid out.
  public enum Layout: Sendable {
    /// One line without blanks: a line of a stream.
    case compact
    /// Two blanks a level; what fits on a line of 100 stays on one.
    case pretty
  }

  /// The value as JSON text, keys in their order, without a final line break.
  ///
  /// - Complexity: O(size · depth).
  public func text(_ layout: Layout = .compact) -> String {
    var bytes: [UInt8] = []
    append(to: &bytes, layout, indentation: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(to bytes: inout [UInt8], _ layout: Layout, indentation: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let number): bytes += number.text.utf8
    case .string(let text): Self.append(text, to: &bytes)
    case .array(let array):
      let items = array.lazy.map { (key: String?.none, value: $0) }
      // A row of numbers stays one line however long: nobody reads a matrix number by number.
      let limit = array.allSatisfy(\.isNumberOrNull) ? Int.max : 100 - indentation
      Self.append(items, brackets: ("[", "]"), to: &bytes, layout, indentation, limit: limit)
    case .object(let object):
      let items = object.members.lazy.map { (key: String?.some($0.key), value: $0.value) }
      Self.append(
        items, brackets: ("{", "}"), to: &bytes, layout, indentation, limit: 100 - indentation)
    }
  }

  private static func append(
    _ items: some Collection<(key: String?, value: JSONValue)>,
    brackets: (open: String, close: String), to bytes: inout [UInt8], _ layout: Layout,
    _ indentation: Int, limit: Int
  ) {
    let start = bytes.count
    let isPretty = layout == .pretty
    func appendItems(separator: String, indentation: Int, breaksOff: Bool) -> Bool {
      var isFirst = true
      for (key, value) in items {
        if !isFirst { bytes += separator.utf8 }
        isFirst = false
        if let key {
          append(key, to: &bytes)
          bytes += (isPretty ? ": " : ":").utf8
        }
        value.append(to: &bytes, layout, indentation: indentation)
        if breaksOff, bytes.count - start > limit { return false }
      }
      return true
    }
    bytes += brackets.open.utf8
    // A line too long is taken back at its hundredth byte and written once more on several.
    if appendItems(separator: isPretty ? ", " : ",", indentation: indentation, breaksOff: isPretty),
      !isPretty || !bytes[start...].contains(UInt8(ascii: "\n"))
    {
      bytes += brackets.close.utf8
      return
    }
    bytes.removeSubrange((start + 1)...)
    let margin = "\n" + String(repeating: " ", count: indentation + 2)
    bytes += margin.utf8
    _ = appendItems(separator: "," + margin, indentation: indentation + 2, breaksOff: false)
    bytes += margin.dropLast(2).utf8
    bytes += brackets.close.utf8
  }

  private var isNumberOrNull: Bool {
    switch self {
    case .null, .number: true
    case .bool, .string, .array, .object: false
    }
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
