/// The code page Windows-1251, in which Russian Excel saves CSV.
///
/// ```swift
/// String(decoding: WindowsCyrillic.utf8(of: [0xCF, 0xB8, 0xF2, 0xF0]), as: UTF8.self)  // "Пётр"
/// ```
/// Every byte but 0x98 has a character; 0x98 becomes U+FFFD.
enum WindowsCyrillic {
  /// - Complexity: O(*n*) for *n* bytes.
  static func utf8(of bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result.append(contentsOf: upperHalf[Int(byte) - 0x80])
      }
    }
    return result
  }

  /// The UTF-8 bytes of 0x80…0xFF.
  private static let upperHalf: [[UInt8]] = (special + letters).map { Array(String($0).utf8) }

  /// 0x80…0xBF, as the standard orders them.
  private static let special: [Unicode.Scalar] = Array(
    """
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\
    \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї
    """.unicodeScalars)

  /// 0xC0…0xFF: А…я stand in one run in both codes.
  private static let letters: [Unicode.Scalar] = (0x410...0x44F).compactMap(Unicode.Scalar.init)
}
