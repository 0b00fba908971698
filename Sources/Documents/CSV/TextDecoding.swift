import Mentorship

/// The encodings that a season file can declare for a table.
enum TextEncoding: String, CaseIterable {
  case utf8 = "utf-8"
  case windows1251 = "windows-1251"
  case koi8r = "koi8-r"
}

/// Bytes of a text file as UTF-8, in whatever encoding they arrived.
///
/// ```swift
/// TextDecoding(bytes, file: "mentors.csv").text  // UTF-8 without BOM, or nil for no text at all
/// ```
/// A byte order mark decides; else text with zero bytes where UTF-16 has them is UTF-16; else text that
/// is valid UTF-8 is UTF-8; else it is Windows-1251 or KOI8-R, as its letters tell. What was declared is
/// held against that, never believed against the bytes.
struct TextDecoding {
  static let limitMegabytes = 50

  /// Valid UTF-8 without byte order mark; `nil` when this is no text that could be read.
  private(set) var text: [UInt8]?
  private(set) var findings: [Finding] = []

  /// - Complexity: O(*n*) for *n* bytes.
  init(_ bytes: [UInt8], file: String, declared: TextEncoding? = nil) {
    if bytes.count > Self.limitMegabytes << 20 {
      findings = [
        Finding(.fileTooLarge(limitMegabytes: Self.limitMegabytes), at: Place(file: file))
      ]
    } else if let kind = Self.otherFile(bytes) {
      findings = [Finding(.workbook(.otherFile(kind)), at: Place(file: file))]
    } else {
      decode(bytes, file: file, declared: declared)
      if text?.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) == true {
        text = nil
        findings = [Finding(.fileEmpty, at: Place(file: file))]
      }
    }
  }

  private mutating func decode(_ bytes: [UInt8], file: String, declared: TextEncoding?) {
    func wrong(at offset: Int = 0, actual: String? = nil) -> Finding {
      let (line, column) = Self.position(of: offset, in: bytes)
      return Finding(
        .wrongEncoding(declared: declared?.rawValue, actual: actual),
        at: Place(file: file, line: line, column: column))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      text = Self.utf8(ofUTF16: bytes.dropFirst(2), bigEndian: bytes[0] == 0xFE)
      if text == nil || declared != nil {
        findings.append(wrong(actual: text == nil ? nil : "UTF-16"))
      }
      return
    }
    if let isBig = Self.isBigUTF16(bytes),
      let utf16 = Self.utf8(ofUTF16: bytes[...], bigEndian: isBig)
    {
      text = utf16
      if declared != nil { findings.append(wrong(actual: "UTF-16")) }
      return
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let body = hasMark ? Array(bytes.dropFirst(3)) : bytes
    let offset = Self.firstInvalid(in: body)
    if let zero = body.firstIndex(of: 0) {
      // No text has zero bytes, but for UTF-16.
      findings.append(wrong(at: zero))
    } else if let offset, hasMark || declared == .utf8 {
      findings.append(wrong(at: offset + (hasMark ? 3 : 0)))
      text = hasMark ? Array(String(decoding: body, as: UTF8.self).utf8) : Self.cyrillic(body, nil)
    } else if offset == nil {
      text = body
      let isASCII = body.allSatisfy { $0 < 0x80 }
      if let declared, declared != .utf8, hasMark || !isASCII {
        findings.append(wrong(actual: "UTF-8"))
      }
    } else {
      text = Self.cyrillic(body, declared)
    }
  }

  private static func cyrillic(_ bytes: [UInt8], _ declared: TextEncoding?) -> [UInt8] {
    let table: CyrillicTable =
      switch declared {
      case .windows1251: .windows1251
      case .koi8r: .koi8r
      case .utf8, nil: CyrillicGuess.table(of: bytes)
      }
    return table.utf8(of: bytes)
  }

  /// Whether bytes without a mark are UTF-16, and of which order: the upper bytes are few different ones.
  private static func isBigUTF16(_ bytes: [UInt8]) -> Bool? {
    let sample = bytes.prefix(1 << 12)
    guard sample.contains(0), bytes.count > 1 else { return nil }
    // Latin, Cyrillic, and the punctuation of both.
    func isUpper(_ byte: UInt8) -> Bool {
      byte == 0 || byte == 0x04 || byte == 0x20 || byte == 0x21
    }
    for isBig in [false, true] {
      let upper = stride(from: isBig ? 0 : 1, to: sample.count, by: 2)
      let lower = stride(from: isBig ? 1 : 0, to: sample.count, by: 2)
      let fitting = upper.count { isUpper(sample[$0]) }
      if fitting * 10 >= sample.count / 2 * 9, !lower.contains(where: { sample[$0] == 0 }) {
        return isBig
      }
    }
    return nil
  }

  /// The offset of the first byte that is not UTF-8.
  static func firstInvalid(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      guard let length = sequenceLength(byte), index + length <= bytes.count,
        isSequence(bytes, from: index, length: length)
      else { return index }
      index += length
    }
    return nil
  }

  private static func sequenceLength(_ lead: UInt8) -> Int? {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  /// Overlong forms, surrogates, and what lies beyond U+10FFFF are not UTF-8.
  private static func isSequence(_ bytes: [UInt8], from index: Int, length: Int) -> Bool {
    let second: ClosedRange<UInt8> =
      switch bytes[index] {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard second.contains(bytes[index + 1]) else { return false }
    return (2..<max(2, length)).allSatisfy { bytes[index + $0] & 0xC0 == 0x80 }
  }

  private static func utf8(ofUTF16 bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8]? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: bytes.startIndex, to: bytes.endIndex, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
    }
    let text = Array(String(decoding: units, as: UTF16.self).utf8)
    return text.contains(0) ? nil : text
  }

  private static func otherFile(_ bytes: [UInt8]) -> OtherFile? {
    switch FileSignature(of: bytes) {
    case .text: nil
    case .zip: .xlsx
    case .other(let kind): kind
    }
  }

  /// The 1-based line and byte of an offset: undecoded text has no characters to count.
  private static func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return (line, before.count - start + 1)
  }
}
