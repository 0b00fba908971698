import Foundation

/// The lines of a stream one by one, in the memory of the longest of them.
///
/// ```swift
/// for line in LineReader(descriptor: 0) { print(line.number, line.bytes.count) }
/// ```
///
/// A line is handed out as soon as it has arrived, so that a pipe gets its answers while it lasts.
/// Line breaks are `\n` or `\r\n` and belong to no line; an empty line is a line.
public final class LineReader: Sequence, IteratorProtocol {
  /// One line without its break.
  public struct Line: Equatable, Sendable {
    /// 1-based.
    public let number: Int
    public let bytes: [UInt8]

    public var isBlank: Bool { bytes.allSatisfy(JSONParser.isSpace) }
  }

  /// The system's error number when reading failed before the end.
  public private(set) var failure: Int32?

  private let descriptor: Int32
  private var chunk: [UInt8]
  private var unread = 0..<0
  private var number = 0
  private var isAtEnd = false

  /// Reads from a descriptor that is open for reading; the caller closes it.
  public init(descriptor: Int32, chunkSize: Int = 1 << 16) {
    self.descriptor = descriptor
    chunk = Array(repeating: 0, count: Swift.max(1, chunkSize))
  }

  /// - Complexity: O(bytes of the line).
  public func next() -> Line? {
    var line: [UInt8] = []
    while true {
      if let end = chunk[unread].firstIndex(of: 0x0A) {
        line += chunk[unread.lowerBound..<end]
        unread = end + 1..<unread.upperBound
        return made(line)
      }
      line += chunk[unread]
      guard fill() else { return line.isEmpty ? nil : made(line) }
    }
  }

  private func made(_ bytes: [UInt8]) -> Line {
    number += 1
    return Line(number: number, bytes: bytes.last == 0x0D ? bytes.dropLast() : bytes)
  }

  /// Reads what has arrived; false at the end.
  private func fill() -> Bool {
    unread = 0..<0
    guard !isAtEnd else { return false }
    var count = 0
    repeat {
      count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    } while count < 0 && errno == EINTR
    if count < 0 { failure = errno }
    isAtEnd = count <= 0
    unread = 0..<Swift.max(0, count)
    return !isAtEnd
  }
}
