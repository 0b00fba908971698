import Mentorship

/// What the columns of a table mean, guessed from their headers and a look at their cells.
///
/// One column never means two things, and where two columns or two meanings are as likely as each other
/// none is taken: a wrong guess costs more than a question. The order of columns plays no part.
struct ColumnGuess {
  /// Columns by field; those of a series in its order.
  var columns: [Field: [Int]] = [:]
  /// Columns that forms and lists add by themselves.
  private(set) var service: [Int] = []
  var doubts: [Doubt] = []

  /// What could not be decided.
  enum Doubt: Equatable {
    /// One column that can mean several things.
    case meaning(column: Int, fields: [Field])
    /// Several columns that can mean one thing.
    case columns([Int], field: Field)
  }

  private typealias Strengths = [ColumnPatterns.Target: ColumnPatterns.Strength]

  struct Candidate {
    let column: Int
    let words: HeaderWords
    let strength: Int
    let extent: HeaderPattern.Extent
  }

  /// What is as good as certain beside what it is compared with.
  private static let margin = 6

  let table: Table
  private let forms: [Form]

  /// Guesses among columns that are still free, for fields that are not settled.
  ///
  /// - Complexity: O(*c* · *p*) for *c* columns and *p* patterns.
  init(
    _ table: Table, kind: FileEntry.Kind, fields: [Field], taken: Set<Int> = [], forms: [Form] = [],
    patterns: ColumnPatterns = .standard
  ) {
    self.table = table
    self.forms = forms
    if case .answers = kind {
      guessAnswers(fields) { $0.guess($1, kind, taken, patterns) }
    } else {
      guess(fields, kind, taken, patterns)
    }
  }

  private mutating func guess(
    _ fields: [Field], _ kind: FileEntry.Kind, _ taken: Set<Int>, _ patterns: ColumnPatterns
  ) {
    (columns, doubts) = ([:], [])
    var candidates: [ColumnPatterns.Target: [Candidate]] = [:]
    let people = GridHeader.people(in: table.header)
    for (column, cell) in table.header.enumerated()
    where !cell.isBlank && !taken.contains(column) && table.column(Term(cell.text)) == column {
      let words = patterns.words(of: people[column]?.title ?? cell.text)
      var strengths = strengths(words, column, people[column], in: kind, fields, patterns)
      if strengths.isEmpty, let lower = Self.lowerPart(of: cell.text) {
        strengths = self.strengths(
          patterns.words(of: lower), under: words, column, people[column], in: kind, fields,
          patterns)
      }
      guard let target = decide(column, strengths), let best = strengths[target],
        let asked = asked(target, column, among: people, words, fields)
      else { continue }
      let candidate = Candidate(
        column: column, words: patterns.words(of: cell.text), strength: best.strength,
        extent: best.extent)
      candidates[asked, default: []].append(candidate)
    }
    service = candidates[.service]?.map(\.column) ?? []
    for field in fields {
      if let found = candidates[.field(field)] { columns[field] = settle(found, field) }
    }
    if fields.contains(.name), columns[.name] == nil { joinName(candidates) }
  }

  private func strengths(
    _ words: HeaderWords, under whole: HeaderWords? = nil, _ column: Int, _ person: GridHeader?,
    in kind: FileEntry.Kind, _ fields: [Field], _ patterns: ColumnPatterns
  ) -> Strengths {
    var strengths = patterns.strengths(of: words, in: kind, under: whole).filter { target, _ in
      if case .field(let field) = target { fields.contains(field) } else { true }
    }
    weigh(column, &strengths, isAboutPerson: person != nil)
    return strengths
  }

  /// The lower row of a header in two, as sheets join them: «Класс» of «Ученик – Класс».
  private static func lowerPart(of header: String) -> String? {
    let text = Term(header).text
    guard let dash = text.ranges(of: " – ").last, dash.lowerBound > text.startIndex else {
      return nil
    }
    let lower = Term(text[dash.upperBound...]).text
    return lower.isEmpty ? nil : lower
  }

  /// Takes away what the cells speak against.
  private func weigh(
    _ column: Int,
    _ strengths: inout Strengths,
    isAboutPerson: Bool
  ) {
    let cells = table.rows.lazy.compactMap { row -> String? in
      guard row.cells.indices.contains(column), !row.cells[column].isBlank else { return nil }
      return row.cells[column].text
    }
    let evidence = CellEvidence(Array(cells.prefix(CellEvidence.sampleCount)), forms: forms)
    for (target, best) in strengths {
      guard case .field(let field) = target, !evidence.allows(field, extent: best.extent),
        // Beside a name in the header there is none in the cell.
        !isAboutPerson || GridColumns.asked[field] == nil
      else { continue }
      strengths[target] = nil
      if field == .consent, evidence.areDates, strengths[.field(.consentDate)] == nil {
        strengths[.field(.consentDate)] = best
      }
    }
  }

  /// The one thing that a header means.
  private mutating func decide(
    _ column: Int,
    _ strengths: Strengths
  ) -> ColumnPatterns.Target? {
    let best = strengths.values.map(\.strength).max() ?? 0
    let near = strengths.filter { $0.value.strength > best - Self.margin }.map(\.key)
    if near.count == 1 { return near[0] }
    let fields = near.compactMap { target in
      if case .field(let field) = target { field } else { nil }
    }
    // What forms add by themselves may be what a register is about: its number.
    if fields.count == 1, near.allSatisfy({ $0 == .service || $0 == .field(fields[0]) }) {
      return .field(fields[0])
    }
    if !fields.isEmpty {
      let order = Field.allCases
      doubts.append(
        .meaning(
          column: column,
          fields: fields.sorted {
            (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0)
          }))
    }
    return nil
  }

  /// The columns of a field: the best, or a series of equals where a field can have several.
  private mutating func settle(_ found: [Candidate], _ field: Field) -> [Int]? {
    guard found.count > 1 else { return found.map(\.column) }
    if GridColumns.fields.contains(field) { return settleGrid(found, field) }
    let best = found.map(\.strength).max() ?? 0
    let strong = found.filter { $0.extent != .most }
    // Beside a whole name any other one may be that of a parent: whose it is must be said.
    let near =
      field == .name && !strong.isEmpty
      ? strong : found.filter { $0.strength > best - Self.margin }
    if field.takesSeveral, let series = series(found) ?? series(near) {
      // A place of a ranking has a number, or it would change with the order of the columns.
      if field != .choice || Set(series.map(\.words.number)).count == series.count {
        return series.map(\.column)
      }
    }
    if near.count == 1 { return [near[0].column] }
    doubts.append(.columns(near.map(\.column), field: field))
    return nil
  }

  /// Columns of one question, or that differ in their numbers alone, in the order of these.
  private func series(_ found: [Candidate]) -> [Candidate]? {
    guard found.count > 1 else { return nil }
    let isGrid =
      found.allSatisfy { $0.words.label != nil } && Set(found.map(\.words.base)).count == 1
    let isNumbered =
      Set(found.map(\.words.series)).count == 1 && found.contains { $0.words.number != nil }
      || found.allSatisfy { $0.words.number != nil }
    guard isGrid || isNumbered else { return nil }
    return found.sorted {
      ($0.words.number ?? 1, $0.words.label ?? "", Term(table.header[$0.column].text).key)
        < ($1.words.number ?? 1, $1.words.label ?? "", Term(table.header[$1.column].text).key)
    }
  }

  /// A name in pieces: surname and first name, and the patronymic where there is one.
  private mutating func joinName(_ candidates: [ColumnPatterns.Target: [Candidate]]) {
    func only(_ target: ColumnPatterns.Target) -> Int? {
      candidates[target]?.count == 1 ? candidates[target]?[0].column : nil
    }
    // Two columns that look like whole names are a question, and pieces are no answer to it.
    let isDoubtful = doubts.contains {
      if case .columns(_, field: .name) = $0 { true } else { false }
    }
    guard !isDoubtful, let first = only(.firstName) else { return }
    if let surname = only(.surname) {
      columns[.name] = [surname, first] + [only(.patronymic)].compactMap(\.self)
    } else if candidates[.surname] == nil, candidates[.patronymic] == nil {
      columns[.name] = [first]
    }
  }
}

extension Field {
  /// Whether several columns can say it: pieces of a name, places of a ranking, boxes of a grid.
  var takesSeveral: Bool {
    switch self {
    case .name, .requests, .subjects, .interests, .hours, .choice, .list, .marks, .veto, .phone,
      .email:
      true
    default: false
    }
  }
}
