import Mentorship

/// A header and the rows under it, every cell with its place in the file.
///
/// ```swift
/// let (table, findings) = Table.read(Array("ФИО;Класс\nИванов Пётр;7".utf8), file: "a.csv")
/// table?.rows[0].cells[1]  // "7" at line 2, column 13
/// table?.column(Term("класс"))  // 1
/// ```
/// Rows without any text are left out; a row may be shorter than the header, and longer only by empty
/// cells. Of two columns with one header the first counts.
struct Table: Equatable {
  struct Cell: Equatable {
    let text: String
    /// 1-based.
    let line: Int
    /// 1-based: the first character of the cell in its line.
    let column: Int

    var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

    /// As a header: its beginning, as a file without separators is one long cell.
    fileprivate var asHeader: Cell {
      text.utf8.count <= 4_000
        ? self : Cell(text: String(text.unicodeScalars.prefix(1_000)), line: line, column: column)
    }
  }

  struct Row: Equatable {
    let cells: [Cell]

    /// The line in which the row starts.
    var line: Int { cells.first?.line ?? 1 }
  }

  let file: String
  let header: [Cell]
  let rows: [Row]
  private let columns: [Term: Int]

  /// The column with a header, whatever the case, the blanks and dashes in it.
  func column(_ header: Term) -> Int? { columns[header] }

  /// Reads text that ``TextDecoding`` has decoded.
  ///
  /// - Parameters:
  ///   - text: UTF-8 without byte order mark.
  ///   - file: What places call it.
  ///   - separator: `nil` = as its first line says (`sep=;`), or else as it looks.
  /// - Returns: `nil` when there is no line with text.
  /// - Complexity: O(*n*) for *n* bytes; 100,000 rows of 10 cells take less than a second.
  static func read(
    _ text: [UInt8], file: String, separator: UInt8? = nil
  ) -> (table: Table?, findings: [Finding]) {
    let declared = declaredSeparator(of: text)
    let separator = separator ?? declared ?? SeparatorGuess.separator(of: text)
    var parser = CSVParser(text, separator: separator)
    if declared != nil { _ = parser.nextRecord() }
    var header: [Cell] = []
    var rows: [Row] = []
    var findings: [Finding] = []
    while let cells = parser.nextRecord() {
      guard let last = cells.lastIndex(where: { !$0.isBlank }) else { continue }
      guard !header.isEmpty else {
        header = cells[...last].prefix(columnLimit).map(\.asHeader)
        if last >= columnLimit { findings.append(tooLong(cells, last, columnLimit, file)) }
        continue
      }
      if last >= header.count { findings.append(tooLong(cells, last, header.count, file)) }
      rows.append(Row(cells: cells))
    }
    findings += parser.unclosedQuotes.map {
      Finding(.unclosedQuote, at: Place(file: file, line: $0.line, column: $0.column))
    }
    guard !header.isEmpty else {
      return (nil, findings + [Finding(.fileEmpty, at: Place(file: file))])
    }
    let (columns, twice) = columns(of: header, file: file)
    let table = Table(file: file, header: header, rows: rows, columns: columns)
    return (table, findings + twice)
  }

  /// More columns than any form has; a file without line ends has millions.
  private static let columnLimit = 2_000

  private static func tooLong(
    _ cells: [Cell], _ last: Int, _ expected: Int, _ file: String
  ) -> Finding {
    let extra = cells[expected...].first { !$0.isBlank } ?? cells[last]
    return Finding(
      .rowTooLong(cells: last + 1, expected: expected),
      at: Place(file: file, line: extra.line, column: extra.column))
  }

  private static func columns(
    of header: [Cell], file: String
  ) -> (columns: [Term: Int], findings: [Finding]) {
    var columns: [Term: Int] = [:]
    var findings: [Finding] = []
    for (index, cell) in header.enumerated() where !cell.isBlank {
      let term = Term(cell.text)
      if columns[term] == nil {
        columns[term] = index
      } else {
        let place = Place(file: file, line: cell.line, column: cell.column, cell: term.text)
        findings.append(Finding(.columnTwice(header: term.text), at: place))
      }
    }
    return (columns, findings)
  }

  /// Excel's own hint, a first line `sep=;`.
  private static func declaredSeparator(of text: [UInt8]) -> UInt8? {
    guard text.count > 4, text.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8).map({ $0 | 0x20 })
    else { return nil }
    let after = text.count > 5 ? text[5] : 0x0A
    let isWholeLine = after == 0x0A || after == 0x0D
    return isWholeLine && SeparatorGuess.candidates.contains(text[4]) ? text[4] : nil
  }
}
