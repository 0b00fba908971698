/// The texts that cells share: the part `xl/sharedStrings.xml`.
///
/// The runs of a rich text are joined; phonetic guides (`rPh`) are no part of it.
final class SharedStrings: XMLListener {
  private(set) var verdict = XMLVerdict.more
  /// One after another, as UTF-8.
  private(set) var text: [UInt8] = []
  private(set) var ranges: [Range<UInt32>] = []
  private var start = 0
  private var isInItem = false
  private var isInText = false
  private var isPhonetic = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "si":
      isInItem = true
      start = text.count
    case "rPh": isPhonetic = true
    case "t": isInText = isInItem && !isPhonetic
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case "si":
      EscapedText.unescape(&text, from: start)
      ranges.append(UInt32(start)..<UInt32(text.count))
      isInItem = false
    case "rPh": isPhonetic = false
    case "t": isInText = false
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInText { text.append(contentsOf: bytes) }
  }
}

/// The escapes inside a workbook's strings: `_x000D_` is a carriage return.
///
/// Source: ECMA-376 part 1, 22.9.2.19 (`ST_Xstring`).
enum EscapedText {
  /// Replaces the escapes behind an offset, and line ends of two characters by one.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func unescape(_ text: inout [UInt8], from start: Int) {
    let hasEscape = text[start...].contains(UInt8(ascii: "_"))
    guard hasEscape || text[start...].contains(0x0D) else { return }
    var result: [UInt8] = []
    var index = start
    while index < text.count {
      if let scalar = escape(in: text, at: index) {
        result.append(contentsOf: String(scalar).utf8)
        index += 7
      } else {
        result.append(text[index])
        index += 1
      }
    }
    text.removeSubrange(start...)
    for (index, byte) in result.enumerated() {
      // A carriage return before its line feed goes, one alone becomes it.
      guard byte == 0x0D else {
        text.append(byte)
        continue
      }
      if index + 1 == result.count || result[index + 1] != 0x0A { text.append(0x0A) }
    }
  }

  private static func escape(in text: [UInt8], at index: Int) -> Unicode.Scalar? {
    guard index + 7 <= text.count, text[index] == UInt8(ascii: "_"),
      text[index + 1] == UInt8(ascii: "x"), text[index + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = text[(index + 2)..<(index + 6)]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    // A zero is no text.
    return code == 0 ? nil : Unicode.Scalar(code)
  }
}
