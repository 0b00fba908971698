import Mentorship

/// A table whose columns are fields.
///
/// What the season file states comes first, then what is remembered of files with these headers, then
/// what the headers themselves say. Stated headers that the file does not have, guesses, and columns
/// that nobody asked for, are findings of their own.
struct MappedTable {
  let table: Table
  let entry: FileEntry
  /// Columns by field; several for the places of a ranking, in their order.
  ///
  /// A place whose header is missing is `nil`, so that the second choice stays the second.
  let columns: [Field: [Int?]]
  /// The questions of fields that have a column for each person.
  let titles: [Field: [ColumnHeader]]
  /// Of several columns, those that are boxes of one question.
  let boxes: BoxColumns
  /// Columns that are known to say nothing here.
  let ignored: [String]
  /// Columns that are read for nothing.
  let unused: [String]
  private let namesPeople: Bool

  /// Maps a table; `book` remembers earlier ones, `forms` are those of the season.
  init(
    _ table: Table, entry: FileEntry, book: MappingBook = MappingBook(), forms: [Form] = [],
    _ findings: inout [Finding]
  ) {
    self.table = table
    self.entry = entry
    let plan = ColumnPlan(table, entry: entry, book: book, forms: forms)
    (columns, titles) = (plan.columns, plan.titles)
    namesPeople = plan.namesPeople
    ignored = plan.ignored.map { Term(table.header[$0].text).text }
    let unused = plan.isOtherFile ? [] : plan.unused
    self.unused = unused.map { Term(table.header[$0].text).text }
    boxes = BoxColumns(table.header, plan.columns)
    findings += plan.findings
    // Who stated the columns knows the file, and that nobody has answered yet.
    if plan.namesPeople, entry.columns.isEmpty, table.rows.isEmpty {
      findings.append(Finding(.column(.noRows), at: table.place(line: table.header.first?.line)))
    }
    findings += unused.filter { !plan.doubted.contains($0) }.map { column in
      let header = Term(table.header[column].text).text
      return Finding(.columnUnused(header: header), at: plan.place(of: column))
    }
    findings += boxes.findings(table)
  }

  /// The rows, when the column of names was found.
  var rows: [MappedRow] {
    namesPeople ? table.rows.map { MappedRow(mapped: self, row: $0) } : []
  }

  /// The headers of each field's columns, as `columns` in a season file states them.
  var headers: [(field: Field, headers: [String])] {
    Field.allCases.compactMap { field in
      if let titles = titles[field] { return (field, titles.map(\.term.text)) }
      guard let found = columns[field]?.compactMap(\.self), !found.isEmpty else { return nil }
      return (field, found.map { Term(table.header[$0].text).text })
    }
  }
}

extension MappedTable {
  /// Whom a column of a question about people is about.
  func name(of column: Int, _ field: Field) -> (name: String, title: ColumnHeader)? {
    let header = Term(table.header[column].text).text
    for title in titles[field] ?? [] {
      if let name = GridColumns.name(in: header, after: title) { return (name, title) }
    }
    return nil
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

  /// The organisation that the row says, or else the season file of all rows.
  var organisation: Term? {
    let text = text(.organisation)
    return text.isEmpty ? mapped.entry.organisation : Term(text)
  }

  func has(_ field: Field) -> Bool { mapped.columns[field] != nil }

  /// The texts of a field's cells without blanks around them, empty when there is no such cell.
  ///
  /// Pieces of a name are joined by blanks, other answers by line ends.
  func text(_ field: Field) -> String {
    let cells = cells(field)
    guard cells.count > 1, field != .choice else { return cells.first?.text ?? "" }
    let texts = cells.map(\.text).filter { !$0.isEmpty }
    switch field {
    case .name: return texts.joined(separator: " ")
    case .hours: return texts.joined(separator: "; ")
    default: return texts.flatMap(CellParts.split).joined(separator: "\n")
    }
  }

  /// All cells of a field, line ends kept; a cell that the row or the table lacks is empty.
  ///
  /// Of a box in a grid the text is what a tick in it says.
  func cells(_ field: Field) -> [(text: String, place: Place)] {
    (mapped.columns[field] ?? []).map { column in
      guard let column else { return ("", place) }
      let header = Term(mapped.table.header[column].text).text
      guard row.cells.indices.contains(column) else {
        return ("", mapped.table.place(line: row.line, cell: header))
      }
      let cell = row.cells[column]
      let place = mapped.table.place(line: cell.line, column: cell.column, cell: header)
      let text = Self.trimmed(cell.text)
      return (mapped.boxes.labels[column].map { BoxColumns.answer(text, $0, field) } ?? text, place)
    }
  }

  /// What is said of each person, where each has a column; nothing of those whose cell is empty.
  func answers(_ field: Field) -> [(name: String, text: String)] {
    zip(mapped.columns[field] ?? [], cells(field)).compactMap { column, cell in
      guard let column, !cell.text.isEmpty, let found = mapped.name(of: column, field) else {
        return nil
      }
      return (found.name, cell.text)
    }
  }

  func place(_ field: Field) -> Place { cells(field).first?.place ?? place }

  /// Reads a cell that is not empty; one that means nothing is a finding and counts as empty.
  func read<Value>(
    _ field: Field, _ findings: inout [Finding], _ meaning: (String) -> Value?
  ) -> Value? {
    let text = text(field)
    guard !text.isEmpty else { return nil }
    if let value = meaning(text) { return value }
    findings.append(Finding(.unreadable(field: field, text: text), at: place(field)))
    return nil
  }

  /// Several answers in one cell, or in several cells, each once.
  func terms(_ field: Field) -> [Term] {
    var seen: Set<Term> = []
    return cells(field).flatMap { CellParts.split($0.text) }.map { Term($0) }
      .filter { seen.insert($0).inserted }
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    let blanks = start.reversed().prefix(while: \.isWhitespace).count
    return String(start.dropLast(blanks))
  }
}
