import Mentorship

/// Decides which column is which field: stated, remembered, or guessed.
struct ColumnPlan {
  private(set) var columns: [Field: [Int?]] = [:]
  /// The questions of fields that have a column for each person.
  private(set) var titles: [Field: [ColumnHeader]] = [:]
  /// Columns that are left aside on purpose.
  private(set) var ignored: [Int] = []
  private(set) var findings: [Finding] = []
  /// Columns that the findings name already.
  private(set) var doubted: Set<Int> = []
  /// Whether the stated headers are those of another file altogether.
  private(set) var isOtherFile = false
  private let table: Table
  private let entry: FileEntry

  init(_ table: Table, entry: FileEntry, book: MappingBook, forms: [Form]) {
    self.table = table
    self.entry = entry
    ignored = entry.ignored.compactMap { table.column($0) }
    takeStated()
    guard !isOtherFile else { return }
    takeRemembered(book)
    guess(forms)
    if !namesPeople, entry.columns[.name] == nil {
      findings.append(Finding(.column(.nameNotFound), at: table.place(line: headerLine)))
    }
    if let missing = entry.formMissing, columns[.form] == nil { findings.append(missing) }
  }

  /// Tells whether tables are those of an entry: whether their rows would say whose they are.
  static func recognises(
    _ entry: FileEntry, book: MappingBook, forms: [Form]
  ) -> (Table) -> Bool {
    { ColumnPlan($0, entry: entry, book: book, forms: forms).namesPeople }
  }

  /// Whether rows say whose they are; a questionnaire needs the name, others may do with an id.
  var namesPeople: Bool {
    if case .questionnaires = entry.kind { return columns[.name] != nil }
    return columns[.name] != nil || columns[.id] != nil
  }

  /// Columns of which nothing is known, in their order.
  var unused: [Int] {
    let used = used
    return table.header.indices.filter { column in
      // The second of two equal headers is a finding already.
      let term = Term(table.header[column].text)
      return !term.isEmpty && !used.contains(column) && table.column(term) == column
    }
  }

  func place(of column: Int) -> Place {
    let cell = table.header[column]
    return table.place(line: cell.line, column: cell.column, cell: Term(cell.text).text)
  }

  private var used: Set<Int> { Set(columns.values.joined().compactMap(\.self)).union(ignored) }

  private var headerLine: Int? { table.header.first?.line }

  private func header(_ column: Int) -> String { Term(table.header[column].text).text }

  private mutating func takeStated() {
    let names = table.header.filter { !$0.isBlank }.map { Term($0.text).text }
    var missing: [Finding] = []
    var isSimilar = false
    for field in Field.allCases where !GridColumns.fields.contains(field) {
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
    takeGrids(&missing)
    guard !columns.isEmpty || isSimilar || missing.count < 2 else {
      // Not the headers are wrong then, but the file, its separator or its encoding.
      isOtherFile = true
      findings.append(Finding(.noColumnFound, at: table.place(line: headerLine)))
      return
    }
    findings += missing
  }

  /// The columns of stated questions of which each is about one person.
  private mutating func takeGrids(_ missing: inout [Finding]) {
    for field in GridColumns.fields {
      guard let titles = entry.columns[field] else { continue }
      let found = takeGrid(field, titles)
      for (title, columns) in zip(titles, found) where columns.isEmpty {
        let kind = FindingKind.columnMissing(header: title.term.text, suggestion: nil)
        missing.append(Finding(kind, at: title.place))
      }
    }
  }

  /// - Returns: the columns of each question.
  @discardableResult
  private mutating func takeGrid(_ field: Field, _ titles: [ColumnHeader]) -> [[Int]] {
    let taken = used
    let found = titles.map { title in
      GridColumns.columns(of: title, in: table) { !taken.contains($0) }
    }
    let all = Set(found.joined()).sorted()
    if !all.isEmpty { (columns[field], self.titles[field]) = (all, titles) }
    return found
  }

  /// Fields whose column nobody stated; one that was stated wrongly is mended, not guessed.
  private func open(_ fields: [Field]) -> [Field] {
    fields.filter { columns[$0] == nil && entry.columns[$0] == nil }
  }

  private mutating func takeRemembered(_ book: MappingBook) {
    guard let memory = book.mapping(for: table, kind: entry.kind.name) else { return }
    var taken: [ColumnFinding.GuessedColumn] = []
    // Questions about people last: what begins like them may be another column.
    let fields = open(entry.kind.fields)
    for field in fields where !GridColumns.fields.contains(field) {
      let found = (memory.columns[field] ?? []).compactMap { table.column($0.term) }
        .filter { !used.contains($0) }
      guard !found.isEmpty else { continue }
      columns[field] = found
      taken.append(.init(field: field, headers: found.map(header)))
    }
    for field in fields where GridColumns.fields.contains(field) {
      guard let titles = memory.columns[field] else { continue }
      takeGrid(field, titles)
      if columns[field] != nil {
        taken.append(.init(field: field, headers: titles.map(\.term.text)))
      }
    }
    ignored += memory.ignored.compactMap { table.column($0) }.filter { !used.contains($0) }
    if !taken.isEmpty {
      findings.append(Finding(.column(.remembered(taken)), at: table.place(line: headerLine)))
    }
  }

  private mutating func guess(_ forms: [Form]) {
    let guess = ColumnGuess(
      table, kind: entry.kind, fields: open(entry.kind.guessedFields), taken: used, forms: forms)
    for (field, found) in guess.columns {
      columns[field] = found
      guard GridColumns.fields.contains(field), let first = found.first,
        let header = GridHeader(table.header[first].text)
      else { continue }
      titles[field] = [ColumnHeader(term: Term(header.title), place: place(of: first))]
    }
    // Where the curator listed the columns, those left out are named as ever.
    let service = entry.columns.isEmpty ? guess.service : []
    ignored += service
    let guessed = Field.allCases.compactMap { field in
      guess.columns[field].map { found in
        let headers = titles[field]?.map(\.term.text) ?? found.map(header)
        return ColumnFinding.GuessedColumn(field: field, headers: headers)
      }
    }
    if !guessed.isEmpty {
      let kind = ColumnFinding.guessed(guessed, service: service.map(header))
      findings.append(Finding(.column(kind), at: table.place(line: headerLine)))
    }
    for doubt in guess.doubts {
      switch doubt {
      case .meaning(let column, let fields):
        doubted.insert(column)
        let kind = ColumnFinding.ambiguous(header: header(column), fields: fields)
        findings.append(Finding(.column(kind), at: place(of: column)))
      case .columns(let several, let field):
        doubted.formUnion(several)
        let kind = ColumnFinding.several(headers: several.map(header), field: field)
        findings.append(Finding(.column(kind), at: place(of: several.min() ?? 0)))
      }
    }
  }
}
