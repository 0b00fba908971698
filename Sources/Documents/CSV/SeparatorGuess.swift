/// Finds what separates the cells of a table.
///
/// ```swift
/// SeparatorGuess.separator(of: Array("ФИО;Класс\nИванов, Пётр;7".utf8))  // UInt8(ascii: ";")
/// ```
/// The best candidate stands as often in the following records as in the first one; characters
/// between quotation marks do not count.
enum SeparatorGuess {
  /// Commas last: they also stand inside answers.
  static let candidates: [UInt8] = [
    UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"), UInt8(ascii: ","),
  ]

  private static let recordLimit = 20
  private static let byteLimit = 1 << 16

  /// - Complexity: O(1): looks at the first 20 records, at most 64 KB.
  static func separator(of text: [UInt8]) -> UInt8 {
    let sample = text.prefix(byteLimit)
    // A quotation mark without its partner would hide the rest.
    let counts = counts(in: sample, mindingQuotes: true) ?? counts(in: sample, mindingQuotes: false)
    guard let counts, let header = counts.first else { return candidates[0] }
    let scores = candidates.indices.map { candidate -> (same: Int, cells: Int) in
      guard header[candidate] > 0 else { return (0, 0) }
      return (counts.count { $0[candidate] == header[candidate] }, header[candidate])
    }
    if let best = candidates.indices.max(by: { scores[$0] < scores[$1] }), scores[best].same > 0 {
      return candidates[candidates.indices.first { scores[$0] == scores[best] } ?? best]
    }
    // One column: what never stands in it can do no harm.
    let totals = candidates.indices.map { candidate in counts.reduce(0) { $0 + $1[candidate] } }
    let rarest = candidates.indices.min { totals[$0] < totals[$1] }
    return candidates[rarest ?? 0]
  }

  /// How often each candidate stands in each record; `nil` when a quotation stays open.
  private static func counts(in text: ArraySlice<UInt8>, mindingQuotes: Bool) -> [[Int]]? {
    var records: [[Int]] = []
    var current = candidates.map { _ in 0 }
    var isQuoted = false
    var isBlank = true
    for byte in text {
      if byte == UInt8(ascii: "\""), mindingQuotes {
        isQuoted.toggle()
      } else if byte == 0x0A || byte == 0x0D, !isQuoted {
        if !isBlank { records.append(current) }
        current = candidates.map { _ in 0 }
        isBlank = true
        if records.count == recordLimit { return records }
        continue
      } else if !isQuoted, let candidate = candidates.firstIndex(of: byte) {
        current[candidate] += 1
      }
      if byte != 0x20 { isBlank = false }
    }
    // A cut record has no full count, except when it is the whole text.
    if !isBlank, text.count < byteLimit || records.isEmpty { records.append(current) }
    return isQuoted && text.count < byteLimit ? nil : records
  }
}
