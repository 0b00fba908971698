/// A zip file written part by part, not compressed.
///
/// ```swift
/// ZipFile(parts: [("a.txt", Array("a".utf8))]).bytes
/// ```
/// Source: PKWARE, "APPNOTE.TXT – .ZIP File Format Specification", version 6.3.10, 2022.
public struct ZipFile {
  public var parts: [(name: String, content: [UInt8])]

  public init(parts: [(name: String, content: [UInt8])]) { self.parts = parts }

  public var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in parts {
      let offset = file.count
      // Version, flags (names in UTF-8), method, time, date.
      let shared: [UInt8] = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0]
      let sizes =
        Self.little(Self.checksum(content), 4) + Self.little(UInt32(content.count), 4)
        + Self.little(UInt32(content.count), 4) + Self.little(UInt32(name.utf8.count), 2)
      file += [0x50, 0x4B, 3, 4] + shared + sizes + [0, 0] + Array(name.utf8) + content
      directory += [0x50, 0x4B, 1, 2, 20, 0] + shared + sizes
      directory += [UInt8](repeating: 0, count: 12) + Self.little(UInt32(offset), 4)
      directory += Array(name.utf8)
    }
    let count = Self.little(UInt32(parts.count), 2)
    let end =
      [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + Self.little(UInt32(directory.count), 4)
      + Self.little(UInt32(file.count), 4) + [0, 0]
    return file + directory + end
  }

  private static func little(_ number: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt32(8 * $0)) }
  }

  /// CRC-32 of ISO 3309.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes { sum = sum >> 8 ^ table[Int((sum ^ UInt32(byte)) & 0xFF)] }
    return ~sum
  }

  private static let table: [UInt32] = (0..<256 as Range<UInt32>).map { start in
    (0..<8).reduce(start) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }
}
