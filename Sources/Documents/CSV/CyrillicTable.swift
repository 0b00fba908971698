/// A code page with one byte per Cyrillic letter.
///
/// ```swift
/// CyrillicTable.windows1251.utf8(of: [0xCF, 0xB8, 0xF2, 0xF0])  // "Пётр"
/// CyrillicTable.koi8r.utf8(of: [0xF0, 0xA3, 0xD4, 0xD2])        // "Пётр"
/// ```
/// Every byte has a character but 0x98 of Windows-1251, which becomes U+FFFD.
struct CyrillicTable {
  /// In which Russian Excel saves CSV.
  static let windows1251 = CyrillicTable(
    """
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\
    \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї\
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя
    """)

  /// Of Unix mail.
  ///
  /// Source: A. Chernov, "Registration of a Cyrillic Character Set", RFC 1489, 1993.
  static let koi8r = CyrillicTable(
    """
    ─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷\
    ═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©\
    юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ
    """)

  /// The characters of 0x80…0xFF.
  let scalars: [Unicode.Scalar]
  private let encoded: [[UInt8]]

  private init(_ upperHalf: String) {
    scalars = Array(upperHalf.unicodeScalars)
    encoded = scalars.map { Array(String($0).utf8) }
  }

  /// - Complexity: O(*n*) for *n* bytes.
  func utf8(of bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result.append(contentsOf: encoded[Int(byte) - 0x80])
      }
    }
    return result
  }
}

/// Tells the Cyrillic code pages apart by how the letters fall.
///
/// In the wrong one capitals stand inside words, frame characters between letters, and rare letters
/// are common.
enum CyrillicGuess {
  private static let sampleLimit = 1 << 16

  /// The likelier code page; Windows-1251 where nothing speaks for the other.
  ///
  /// - Complexity: O(1): looks at the first 64 KB.
  static func table(of bytes: [UInt8]) -> CyrillicTable {
    let sample = bytes.prefix(sampleLimit)
    let windows = score(sample, CyrillicTable.windows1251)
    return score(sample, CyrillicTable.koi8r) > windows ? .koi8r : .windows1251
  }

  /// How much a text looks Russian: per letter as many points as it is common.
  private static func score(_ bytes: ArraySlice<UInt8>, _ table: CyrillicTable) -> Int {
    var score = 0
    var previous: Unicode.Scalar = " "
    for byte in bytes {
      let scalar = byte < 0x80 ? Unicode.Scalar(byte) : table.scalars[Int(byte) - 0x80]
      if byte >= 0x80 { score += points(scalar) }
      // A capital behind a small letter.
      if isSmall(previous), isCapital(scalar) { score -= 12 }
      previous = scalar
    }
    return score
  }

  private static func isSmall(_ scalar: Unicode.Scalar) -> Bool { ("а"..."я").contains(scalar) }

  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool { ("А"..."Я").contains(scalar) }

  /// Tenths of per cent in Russian prose, to the nearest half of their logarithm.
  private static func points(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.lowercaseMapping {
    case "о", "е", "а", "и": 8
    case "н", "т", "с", "р", "в", "л": 7
    case "к", "м", "д", "п", "у": 5
    case "я", "ы", "ь", "г", "з", "б", "ч": 4
    case "й", "х", "ж", "ш": 2
    case "ю", "ц", "щ", "э", "ф", "ъ", "ё": 0
    case "\u{A0}", "«", "»", "–", "—", "№", "…", "“", "”", "„": 3
    default: -12
    }
  }
}
