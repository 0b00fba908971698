/// A place in a file, as far as the format has one.
///
/// ```swift
/// FilePlace(line: 3, column: 14, path: "mentors[3].capacity").text  // "3:14: mentors[3].capacity"
/// ```
public struct FilePlace: Hashable, Sendable {
  /// 1-based; `nil` in binary files.
  public let line: Int?
  /// 1-based, in characters of Unicode; `nil` where the line is all that is known.
  public let column: Int?
  /// What stands there: a JSON path, or `[row, column]` of a matrix, 0-based.
  public let path: String?

  public init(line: Int? = nil, column: Int? = nil, path: String? = nil) {
    self.line = line
    self.column = column
    self.path = path
  }

  /// The place of a byte.
  ///
  /// - Complexity: O(offset).
  init(offset: Int, in bytes: [UInt8], path: String? = nil) {
    let before = bytes[..<min(offset, bytes.count)]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    // Bytes 10xxxxxx continue a character; a byte order mark is none.
    let characters = before[lineStart...].count { $0 & 0xC0 != 0x80 }
    let mark = lineStart == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) && offset >= 3 ? 1 : 0
    line = before.count { $0 == 0x0A } + 1
    column = characters - mark + 1
    self.path = path
  }

  static func cell(row: Int, column: Int) -> FilePlace { FilePlace(path: "[\(row), \(column)]") }

  /// `line:column: path`, without the parts that are not known.
  public var text: String {
    let position = [line, column].compactMap { $0.map(String.init) }.joined(separator: ":")
    return [position, path ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
