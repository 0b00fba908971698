import Mentorship

/// A table whose columns are fields, as the season file maps them.
///
/// Headers that the file does not have, and columns that nobody asked for, are findings of their own.
struct MappedTable {
  let table: Table
  let entry: FileEntry
  /// Columns by field; several for the places of a ranking, in their order.
  ///
  /// A place whose header is missing is `nil`, so that the second choice stays the second.
  let columns: [Field: [Int?]]

  init(_ table: Table, entry: FileEntry, _ findings: inout [Finding]) {
    self.table = table
    self.entry = entry
    let names = table.header.filter { !$0.isBlank }.map { Term($0.text).text }
    var columns: [Field: [Int?]] = [:]
    var missing: [Finding] = []
    var isSimilar = false
    for field in Field.allCases {
      guard let headers = entry.columns[field] else { continue }
      let found = headers.map { header -> Int? in
        if let column = table.column(header.term) { return column }
        let suggestion = Suggestion.nearest(to: header.term.text, among: names)
        isSimilar = isSimilar || suggestion != nil
        let kind = FindingKind.columnMissing(header: header.term.text, suggestion: suggestion)
        missing.append(Finding(kind, at: header.place))
        return nil
      }
      if found.contains(where: { $0 != nil }) { columns[field] = found }
    }
    self.columns = columns
    guard !columns.isEmpty || isSimilar || missing.count < 2 else {
      // Not the headers are wrong then, but the file, its separator or its encoding.
      let place = table.place(line: table.header.first?.line)
      findings.append(Finding(.noColumnFound, at: place))
      return
    }
    findings += missing + Self.unused(table, used: columns, ignored: entry.ignored)
  }

  /// The rows, when the column of names was found.
  var rows: [MappedRow] {
    columns[.name] == nil ? [] : table.rows.map { MappedRow(mapped: self, row: $0) }
  }

  private static func unused(
    _ table: Table, used columns: [Field: [Int?]], ignored: [Term]
  ) -> [Finding] {
    var used = Set(columns.values.joined().compactMap(\.self))
    used.formUnion(ignored.compactMap { table.column($0) })
    return table.header.enumerated().compactMap { index, cell in
      let term = Term(cell.text)
      // The second of two equal headers is a finding already.
      guard !cell.isBlank, !used.contains(index), table.column(term) == index else { return nil }
      let place = table.place(line: cell.line, column: cell.column, cell: term.text)
      return Finding(.columnUnused(header: term.text), at: place)
    }
  }
}

/// One row of a mapped table: its cells by field.
struct MappedRow {
  private let mapped: MappedTable
  private let row: Table.Row

  init(mapped: MappedTable, row: Table.Row) {
    self.mapped = mapped
    self.row = row
  }

  /// The row as a whole; its column is left out, as columns may be in any order.
  var place: Place { mapped.table.place(line: row.line) }

  func has(_ field: Field) -> Bool { mapped.columns[field] != nil }

  /// The cell's text without blanks around it, empty when there is no such cell.
  func text(_ field: Field) -> String { cells(field).first?.text ?? "" }

  /// All cells of a field, line ends kept; a cell that the row or the table lacks is empty.
  func cells(_ field: Field) -> [(text: String, place: Place)] {
    (mapped.columns[field] ?? []).map { column in
      guard let column else { return ("", place) }
      let header = Term(mapped.table.header[column].text).text
      guard row.cells.indices.contains(column) else {
        return ("", mapped.table.place(line: row.line, cell: header))
      }
      let cell = row.cells[column]
      let place = mapped.table.place(line: cell.line, column: cell.column, cell: header)
      return (Self.trimmed(cell.text), place)
    }
  }

  func place(_ field: Field) -> Place { cells(field).first?.place ?? place }

  /// Reads a cell that is not empty; one that means nothing is a finding and counts as empty.
  func read<Value>(
    _ field: Field, _ findings: inout [Finding], _ meaning: (String) -> Value?
  ) -> Value? {
    guard let cell = cells(field).first, !cell.text.isEmpty else { return nil }
    if let value = meaning(cell.text) { return value }
    findings.append(Finding(.unreadable(field: field, text: cell.text), at: cell.place))
    return nil
  }

  /// Several answers in one cell, each once.
  func terms(_ field: Field) -> [Term] {
    var seen: Set<Term> = []
    return CellParts.split(text(field)).map { Term($0) }.filter { seen.insert($0).inserted }
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    let blanks = start.reversed().prefix(while: \.isWhitespace).count
    return String(start.dropLast(blanks))
  }
}
