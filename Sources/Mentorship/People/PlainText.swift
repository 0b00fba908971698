/// A text of nothing but printable ASCII, Russian letters, and the usual dashes and quotation marks.
///
/// ```swift
/// PlainText("Учёба – 9 «Б»")?.isFolded  // false
/// PlainText.fold("Учёба – 9 «Б»")  // учеба - 9 "б"
/// PlainText("Müller")  // nil
/// ```
/// Nearly all cells are such texts. Their bytes say all there is to know: no two spell one letter, and none joins with
/// the one before it.
struct PlainText {
  /// Whether folding leaves the text as it is.
  private(set) var isFolded = true
  /// Whether blanks stand between words, one at a time.
  private(set) var hasSingleBlanks = true

  /// - Returns: `nil` for any other text.
  /// - Complexity: O(*n*) for *n* bytes.
  init?(_ text: String) {
    var lead: UInt8 = 0
    var isAfterBlank = true
    for byte in text.utf8 {
      let isBlank = byte == 0x20
      if isBlank && isAfterBlank { hasSingleBlanks = false }
      isAfterBlank = isBlank
      switch (lead, byte) {
      case (0, 0x41...0x5A): isFolded = false
      case (0, 0x20...0x7E): break
      case (0, 0xC2), (0, 0xD0), (0, 0xD1), (0, 0xE2):
        lead = byte
        continue
      case (0xE2, 0x80):
        lead = Self.punctuation
        continue
      case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x8F): break
      default:
        guard Self.folded(lead, byte) != nil else { return nil }
        isFolded = false
      }
      lead = 0
    }
    if isAfterBlank { hasSingleBlanks = false }
  }

  /// Stands for the two bytes before the last one of a dash or a quotation mark.
  private static let punctuation: UInt8 = 0xFE

  /// What a letter of several bytes is folded to, one or two bytes; `nil` for one that is not plain.
  private static func folded(_ lead: UInt8, _ byte: UInt8) -> (UInt8, UInt8?)? {
    switch (lead, byte) {
    case (0xD0, 0x90...0x9F): (0xD0, byte + 0x20)
    case (0xD0, 0xA0...0xAF): (0xD1, byte - 0x20)
    // Ё and ё are е.
    case (0xD0, 0x81), (0xD1, 0x91): (0xD0, 0xB5)
    case (0xC2, 0xAB), (0xC2, 0xBB): (0x22, nil)
    case (punctuation, 0x91), (punctuation, 0x93), (punctuation, 0x94): (0x2D, nil)
    case (punctuation, 0x9C), (punctuation, 0x9D), (punctuation, 0x9E): (0x22, nil)
    default: nil
    }
  }

  /// Folds a text that is plain.
  static func fold(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var lead: UInt8 = 0
    for byte in text.utf8 {
      switch (lead, byte) {
      case (0, 0x41...0x5A): bytes.append(byte + 0x20)
      case (0, 0x20...0x7E): bytes.append(byte)
      case (0, _):
        lead = byte
        continue
      case (0xE2, _):
        lead = punctuation
        continue
      default:
        let (first, second) = folded(lead, byte) ?? (lead, byte)
        bytes.append(first)
        if let second { bytes.append(second) }
      }
      lead = 0
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Hasher {
  /// Feeds a text that ``Term/fold(_:)`` made.
  ///
  /// Strings hash alike however their accents are spelled, which takes long for letters beyond ASCII; folded plain
  /// text has one spelling.
  mutating func combine(folded text: String) {
    var hash = FNVHash()
    var lead: UInt8 = 0
    for byte in text.utf8 {
      hash.combine(byte)
      switch (lead, byte) {
      case (_, 0x20...0x7E), (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x8F): lead = 0
      case (0, 0xD0), (0, 0xD1): lead = byte
      default:
        combine(text)
        return
      }
    }
    combine(hash.value)
  }
}
