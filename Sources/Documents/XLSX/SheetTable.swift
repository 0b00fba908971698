import Mentorship

/// Makes a table of the cells of a sheet: the header found, gaps filled, merged cells spread downwards.
struct SheetTable {
  private(set) var table: Table?
  private(set) var findings: [Finding] = []

  /// Whether the sheet has no text at all.
  var isEmpty: Bool { rows.rows.isEmpty }

  private let file: String
  private let sheet: String?
  private let rows: SheetRows
  private var marks: [CellStore.Mark] = []
  private var ranges: [Range<Int>] = []
  /// Of cells under no header: how many by column, and where the first one stands.
  private var headless: [Int: Int] = [:]
  private var firstHeadless: CellStore.Mark?

  /// Makes the table; a sheet is `nil`, as in places, where the workbook has only one.
  ///
  /// - Complexity: O(cells, gaps included).
  init(_ reader: SheetReader, file: String, sheet: String?) {
    (self.file, self.sheet) = (file, sheet)
    rows = SheetRows(reader)
    guard !rows.rows.isEmpty else {
      findings = [Finding(.fileEmpty, at: Place(file: file, sheet: sheet))]
      return
    }
    let header = SheetHeader(rows, merges: reader.merges)
    var spread = SpreadCells(reader.merges, below: rows.number(of: header.rows.upperBound))
    for row in rows.rows.indices.dropFirst(header.rows.upperBound + 1) {
      guard addRow(row, header, &spread) else {
        findings.append(Finding(.workbook(.unreadable(.tooLarge(.cells))), at: place(nil)))
        return
      }
    }
    let store = CellStore(text: rows.text, marks: marks)
    table = Table(
      file: file, sheet: sheet, header: header.cells,
      rows: ranges.map { Table.Row(cells: Table.Cells(store, $0)) }, &findings)
    report(reader, header)
  }

  /// Adds the cells of a row with its gaps.
  ///
  /// - Returns: `false` when there are too many.
  private mutating func addRow(
    _ row: Int, _ header: SheetHeader, _ spread: inout SpreadCells
  ) -> Bool {
    let line = UInt32(rows.number(of: row))
    let start = marks.count
    for mark in rows.marks[rows.rows[row]] {
      let column = Int(mark.column)
      spread.start(mark)
      if column > header.cells.count || header.cells[column - 1].isBlank {
        headless[column, default: 0] += 1
        firstHeadless = firstHeadless ?? mark
        continue
      }
      fill(to: column - 1, line, from: start, spread)
      marks.append(mark)
    }
    fill(to: min(header.cells.count, spread.lastColumn), line, from: start, spread)
    ranges.append(start..<marks.count)
    return marks.count <= SheetReader.cellLimit
  }

  /// Adds the cells before the next one with text: empty, or of a merged cell from above.
  private mutating func fill(
    to column: Int, _ line: UInt32, from start: Int, _ spread: SpreadCells
  ) {
    while marks.count - start < column {
      let next = UInt32(marks.count - start + 1)
      marks.append(spread.mark(line, next) ?? .blank(line: line, column: next))
    }
  }

  private func place(_ row: Int?, _ column: Int? = nil) -> Place {
    Place(file: file, sheet: sheet, line: row, column: column)
  }

  private mutating func report(_ reader: SheetReader, _ header: SheetHeader) {
    func add(_ finding: WorkbookFinding, _ row: Int?, _ column: Int? = nil) {
      findings.append(Finding(.workbook(finding), at: place(row, column)))
    }
    let line = rows.number(of: header.rows.lowerBound)
    if header.rows.lowerBound > 0 { add(.rowsAboveHeader(header: line), line) }
    if !reader.hiddenRows.isEmpty { add(.hiddenRows(reader.hiddenRows), reader.hiddenRows[0]) }
    let hidden = rows.columns.filter { column in
      reader.hiddenColumns.contains { $0.contains(column) }
    }
    if let first = hidden.first {
      add(.hiddenColumns(hidden.map { CellReference.letters(ofColumn: $0) }), line, first)
    }
    if let first = firstHeadless {
      let columns = headless.keys.sorted().map { CellReference.letters(ofColumn: $0) }
      add(
        .columnsWithoutHeader(columns: columns, count: headless.values.reduce(0, +)),
        Int(first.line), Int(first.column))
    }
    if let (row, column) = reader.beyond {
      let kind = FindingKind.rowTooLong(cells: column, expected: Table.columnLimit)
      findings.append(Finding(kind, at: place(row, column)))
    }
    if let error = reader.faults.error {
      add(
        .formulaErrors(text: error.text, count: reader.faults.errorCount), error.row, error.column)
    }
    if let (row, column) = reader.faults.uncomputed {
      add(.formulasWithoutValue(count: reader.faults.uncomputedCount), row, column)
    }
  }
}

/// Cells that are merged over rows of one column: each of the rows has their text.
private struct SpreadCells {
  /// The last row of each merged cell, by its first one.
  private var lastRows: [UInt64: Int] = [:]
  private var open: [UInt32: (mark: CellStore.Mark, lastRow: Int)] = [:]
  private(set) var lastColumn = 0

  init(_ merges: [SheetReader.Merge], below header: Int) {
    for merge in merges
    where merge.columns.count == 1 && merge.rows.count > 1 && merge.rows.lowerBound > header {
      lastRows[Self.key(merge.rows.lowerBound, merge.columns.lowerBound)] = merge.rows.upperBound
    }
  }

  private static func key(_ row: Int, _ column: Int) -> UInt64 {
    UInt64(row) << 16 | UInt64(column)
  }

  mutating func start(_ mark: CellStore.Mark) {
    guard !lastRows.isEmpty,
      let last = lastRows[Self.key(Int(mark.line), Int(mark.column))]
    else { return }
    open[mark.column] = (mark, last)
    lastColumn = max(lastColumn, Int(mark.column))
  }

  /// The text of a merged cell from above, at another place.
  func mark(_ line: UInt32, _ column: UInt32) -> CellStore.Mark? {
    guard let (mark, lastRow) = open[column], Int(line) <= lastRow, line > mark.line else {
      return nil
    }
    return CellStore.Mark(start: mark.start, end: mark.end, line: line, column: column)
  }
}
