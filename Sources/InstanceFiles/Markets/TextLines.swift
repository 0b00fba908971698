/// The lines of a text, each with its place; line ends are `\n` or `\r\n`.
struct TextLines {
  let bytes: [UInt8]
  /// Without their ends.
  let ranges: [Range<Int>]

  /// - Throws: `syntax` where the text is not UTF-8.
  /// - Complexity: O(byte count).
  init(_ bytes: [UInt8]) throws(InstanceFileError) {
    self.bytes = bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var ranges: [Range<Int>] = []
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let isWindows = end > start && bytes[end - 1] == 0x0D
      ranges.append(start..<(isWindows ? end - 1 : end))
      start = end + 1
    }
    self.ranges = ranges
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    // Once more, to say where.
    let broken = ranges.first { String(validating: bytes[$0], as: UTF8.self) == nil }
    throw .syntax(place(broken?.lowerBound ?? 0), .notUTF8)
  }

  func place(_ offset: Int) -> FilePlace { FilePlace(offset: offset, in: bytes) }

  /// The place behind the last byte.
  var end: FilePlace { place(bytes.count) }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[trimmed(range)], as: UTF8.self)
  }

  func isBlank(_ line: Range<Int>) -> Bool { trimmed(line).isEmpty }

  /// The range without blanks around it.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, JSONParser.isSpace(bytes[lower]) { lower += 1 }
    while lower < upper, JSONParser.isSpace(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// The parts of a line between separators, at most so many: the last one keeps the rest.
  func split(_ line: Range<Int>, at separator: Unicode.Scalar, most: Int = .max) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = line.lowerBound
    while parts.count + 1 < most,
      let end = bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: separator))
    {
      parts.append(start..<end)
      start = end + 1
    }
    return parts + [start..<line.upperBound]
  }

  /// A whole number of at most nine digits; `nil` when it is none.
  func count(_ range: Range<Int>) -> Int? {
    let range = trimmed(range)
    guard 1...9 ~= range.count, bytes[range].allSatisfy({ 48...57 ~= $0 }) else { return nil }
    return bytes[range].reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
