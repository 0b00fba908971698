import TestSupport

/// Changes that know nothing of the format.
enum ByteMutations {
  /// Once to three times: bits flipped, parts cut, doubled or moved, the end lost, odd bytes put in.
  static func apply(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) where !result.isEmpty {
      let start = Int.random(in: result.indices, using: &random)
      let end = min(result.count, start + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<7, using: &random) {
      case 0: result[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: result.removeSubrange(start..<end)
      case 2: result.insert(contentsOf: result[start..<end], at: start)
      case 3: result.removeSubrange(start...)
      case 4: result[start] = UInt8.random(in: 0...255, using: &random)
      case 5:
        let part = Array(result[start..<end])
        result.removeSubrange(start..<end)
        result.insert(contentsOf: part, at: Int.random(in: 0...result.count, using: &random))
      default: result.insert(odd.randomElement(using: &random) ?? 0, at: start)
      }
    }
    return result
  }

  private static let odd: [UInt8] =
    Array("\"';,:\n\r\t[]{}&*#|>-?!%@`<=/\\".utf8) + [0, 0xFF, 0xFE, 0xC0, 0x98, 0xEF, 0xBB, 0xBF]
}

/// Texts that are hard on whoever reads them.
enum OddTexts {
  static func random(_ random: inout SplitMix64) -> String {
    if random.happens(percent: 2) { return String(repeating: "я\"", count: 20_000) }
    return all.randomElement(using: &random) ?? ""
  }

  private static let all = [
    "", " ", "\u{A0}", "0", "-1", "1e309", "-1e-400", "99999999999999999999", "0.1", "NaN", "inf",
    "2,5",
    "31.02.2012", "29.02.1900", "0", "60", "2958466", "-0.0", "1E+2", "0x10", "#N/A", "null",
    "true",
    "да", "Иванов", "Иванов И.", "Ё", "е\u{308}", "🧑‍🏫", "\u{202E}abc", "\u{FEFF}", "\u{FFFE}",
    "a\nb",
    "a\r\nb", "\"", "\"\"", "\"a", "a\"b", ";", ",", "\t", "|", "sep=;", "=1+1", "@x", "&amp;",
    "]]>",
    "<!--", "_x0000_", "_xD800_", "_x000D_", "пн 25:00-26:00", "пн 9-99999999999999999999",
    "от 5 до 1 лет", "9 «Б»", "999999999999999999999Б",
    "Иванов — 5; Петров — 999999999999999999999",
    "((((((((((", "а, б; в\nг", "12.03.0000", "00.00.0000", "12.03.99999999999999999999",
  ]
}
