import Mentorship

extension Table {
  /// Reads text that ``TextDecoding`` has decoded.
  ///
  /// The header is the first line with text.
  /// - Parameters:
  ///   - text: UTF-8 without byte order mark.
  ///   - file: What places call it.
  ///   - separator: `nil` = as its first line says (`sep=;`), or else as it looks.
  /// - Returns: `nil` when there is no line with text.
  /// - Complexity: O(*n*) for *n* bytes.
  static func read(
    _ text: [UInt8], file: String, separator: UInt8? = nil
  ) -> (table: Table?, findings: [Finding]) {
    let declared = declaredSeparator(of: text)
    let separator = separator ?? declared ?? SeparatorGuess.separator(of: text)
    var parser = CSVParser(text, separator: separator)
    if declared != nil { _ = parser.nextRecord() }
    var header: Range<Int>?
    var records: [Range<Int>] = []
    // Records that are longer than the header, to the last of their cells with text.
    var long: [(record: Range<Int>, expected: Int)] = []
    while let record = parser.nextRecord() {
      guard let last = record.last(where: { !parser.isBlank($0) }) else { continue }
      let count = last - record.lowerBound + 1
      let expected = header?.count ?? columnLimit
      if count > expected { long.append((record.prefix(count), expected)) }
      if header == nil {
        header = record.prefix(min(count, columnLimit))
      } else {
        records.append(record)
      }
    }
    let quotes = parser.unclosedQuotes
    let store = parser.finish()
    var findings = long.map { Self.tooLong($0, store, file) }
    findings += quotes.map {
      Finding(.unclosedQuote, at: Place(file: file, line: $0.line, column: $0.column))
    }
    guard let header else { return (nil, findings + [Finding(.fileEmpty, at: Place(file: file))]) }
    let table = Table(
      file: file, header: header.map { store.cell($0).asHeader },
      rows: records.map { Row(cells: Cells(store, $0)) }, &findings)
    return (table, findings)
  }

  private static func tooLong(
    _ long: (record: Range<Int>, expected: Int), _ store: CellStore, _ file: String
  ) -> Finding {
    let extra = long.record.dropFirst(long.expected).lazy.map { store.cell($0) }
      .first { !$0.isBlank }
    return Finding(
      .rowTooLong(cells: long.record.count, expected: long.expected),
      at: Place(file: file, line: extra?.line, column: extra?.column))
  }

  /// Excel's own hint, a first line `sep=;`, in quotation marks where another programme saved it again.
  private static func declaredSeparator(of text: [UInt8]) -> UInt8? {
    var line = text.prefix(16).prefix { $0 != 0x0A && $0 != 0x0D }
    if line.first == UInt8(ascii: "\""), line.last == line.first, line.count > 1 {
      line = line.dropFirst().dropLast()
    }
    guard line.count == 5, let separator = line.last,
      line.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8).map({ $0 | 0x20 }),
      SeparatorGuess.candidates.contains(separator)
    else { return nil }
    return separator
  }
}
