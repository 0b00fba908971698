import Mentorship

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
    guard let columns = mapped.columns[field], let first = columns.first else { return "" }
    guard columns.count > 1, field != .choice else { return text(field, column: first) }
    let texts = columns.map { text(field, column: $0) }.filter { !$0.isEmpty }
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
    (mapped.columns[field] ?? []).map { (text(field, column: $0), place(column: $0)) }
  }

  private func text(_ field: Field, column: Int?) -> String {
    guard let column, row.cells.indices.contains(column) else { return "" }
    let text = Self.trimmed(row.cells[column].text)
    return mapped.boxes.labels[column].map { BoxColumns.answer(text, $0, field) } ?? text
  }

  private func place(column: Int?) -> Place {
    guard let column else { return place }
    let header = mapped.headerTexts[column]
    guard row.cells.indices.contains(column) else {
      return mapped.table.place(line: row.line, cell: header)
    }
    let (line, number) = row.cells.place(of: column)
    return mapped.table.place(line: line, column: number, cell: header)
  }

  /// What the cells of a field mean, each with its place in the row, where a text means the same in all rows.
  ///
  /// Each text of a column is asked for its meaning once.
  func meanings<Value>(
    _ field: Field, _ meaning: (_ text: String, _ header: String) -> Value
  ) -> [Value] {
    (mapped.columns[field] ?? []).map { column in
      guard let column, row.cells.indices.contains(column) else { return meaning("", "") }
      let known: CellMeanings<Value> = mapped.meanings(
        field, column: column, in: row.cells.store)
      return known.value(of: row.cells.position(of: column)) {
        meaning(text(field, column: column), mapped.headerTexts[column])
      }
    }
  }

  /// What the text of a field means, where a text means the same in all rows: each is read once.
  func meaning<Value>(_ field: Field, _ meaning: (String) -> Value) -> Value {
    guard mapped.columns[field]?.count == 1 else { return meaning(text(field)) }
    return meanings(field) { text, _ in meaning(text) }[0]
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

  func place(_ field: Field) -> Place {
    mapped.columns[field]?.first.map { place(column: $0) } ?? place
  }

  /// Where one of several cells of a field stands.
  func place(_ field: Field, cell: Int) -> Place {
    mapped.columns[field].map { place(column: $0[cell]) } ?? place
  }

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

  /// The same where a text means the same in all rows: it is read once.
  func readOnce<Value>(
    _ field: Field, _ findings: inout [Finding], _ meaning: (String) -> Value?
  ) -> Value? {
    guard let columns = mapped.columns[field] else { return nil }
    guard columns.count == 1 else { return read(field, &findings, meaning) }
    let read = meanings(field) { text, _ in
      text.isEmpty ? Reading.empty : meaning(text).map { .value($0) } ?? .unreadable
    }
    switch read[0] {
    case .empty: return nil
    case .value(let value): return value
    case .unreadable:
      findings.append(Finding(.unreadable(field: field, text: text(field)), at: place(field)))
      return nil
    }
  }

  private enum Reading<Value> {
    case empty, unreadable
    case value(Value)
  }

  /// Several answers in one cell, or in several cells, each once.
  func terms(_ field: Field) -> [Term] {
    guard let columns = mapped.columns[field] else { return [] }
    let terms = meanings(field) { text, _ in
      var seen: Set<Term> = []
      return CellParts.split(text).map { Term($0) }.filter { seen.insert($0).inserted }
    }
    guard columns.count > 1 else { return terms.first ?? [] }
    var seen: Set<Term> = []
    return terms.joined().filter { seen.insert($0).inserted }
  }

  private static func trimmed(_ text: String) -> String {
    if isTrimmed(text) { return text }
    let start = text.drop(while: \.isWhitespace)
    let blanks = start.reversed().prefix(while: \.isWhitespace).count
    return String(start.dropLast(blanks))
  }

  /// Whether a text begins and ends with a sign of ASCII or a Russian letter, as nearly all do.
  private static func isTrimmed(_ text: String) -> Bool {
    func isSign(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
    func isLead(_ byte: UInt8) -> Bool { byte == 0xD0 || byte == 0xD1 }
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    return (isSign(first) || isLead(first))
      && (isSign(last) || text.utf8.dropLast().last.map(isLead) ?? false)
  }
}
