import Mentorship

/// A table whose columns are fields.
///
/// What the season file states comes first, then what is remembered of files with these headers, then
/// what the headers themselves say. Stated headers that the file does not have, guesses, and columns
/// that nobody asked for, are findings of their own.
final class MappedTable {
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
  /// The headers as places name them.
  let headerTexts: [String]
  private var meanings: [MeaningKey: AnyObject] = [:]

  private struct MeaningKey: Hashable {
    let column: Int
    let field: Field
    let type: ObjectIdentifier
  }

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
    let headerTexts = table.header.map { Term($0.text).text }
    self.headerTexts = headerTexts
    ignored = plan.ignored.map { headerTexts[$0] }
    let unused = plan.isOtherFile ? [] : plan.unused
    self.unused = unused.map { headerTexts[$0] }
    boxes = BoxColumns(table.header, plan.columns)
    findings += plan.findings
    // Who stated the columns knows the file, and that nobody has answered yet.
    if plan.namesPeople, entry.columns.isEmpty, table.rows.isEmpty {
      findings.append(Finding(.column(.noRows), at: table.place(line: table.header.first?.line)))
    }
    findings += unused.filter { !plan.doubted.contains($0) }.map { column in
      Finding(.columnUnused(header: headerTexts[column]), at: plan.place(of: column))
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
      return (field, found.map { headerTexts[$0] })
    }
  }

  /// What the texts of a column were found to mean.
  func meanings<Value>(_ field: Field, column: Int, in store: CellStore) -> CellMeanings<Value> {
    let key = MeaningKey(column: column, field: field, type: ObjectIdentifier(Value.self))
    if let known = meanings[key] as? CellMeanings<Value> { return known }
    let new = CellMeanings<Value>(store)
    meanings[key] = new
    return new
  }
}

extension MappedTable {
  /// Whom a column of a question about people is about.
  func name(of column: Int, _ field: Field) -> (name: String, title: ColumnHeader)? {
    let header = headerTexts[column]
    for title in titles[field] ?? [] {
      if let name = GridColumns.name(in: header, after: title) { return (name, title) }
    }
    return nil
  }
}
