import Mentorship

/// Answers after the meeting: rows for each person spoken of, and questions about each person.
extension ColumnGuess {
  /// What only a row for each person spoken of can have.
  private static let ofRowsEach: Set<Field> = [.rank, .mark, .refusal]
  /// What such a row has no need of.
  private static let ofRowsInOne: Set<Field> = [
    .choice, .list, .marks, .veto, .ranking, .marksOf, .placesOf,
  ]

  /// Guesses as if each row were about one person, and, where no column says about whom, as if it were not:
  /// «Оценка» is one person's mark only there.
  mutating func guessAnswers(_ fields: [Field], by guess: (inout ColumnGuess, [Field]) -> Void) {
    /// Whether one of them is found, or was before.
    func has(_ some: Set<Field>) -> Bool {
      some.contains { columns[$0] != nil || !fields.contains($0) }
    }
    func without(_ others: Set<Field>) -> [Field] { fields.filter { !others.contains($0) } }
    let noRowsEach = without(Self.ofRowsEach.union([.about]))
    guard !fields.contains(.about) || !has(Self.ofRowsInOne) else {
      return guess(&self, noRowsEach)
    }
    guess(&self, without(Self.ofRowsInOne))
    if has([.about]), has(Self.ofRowsEach) { return }
    guess(&self, without(Self.ofRowsEach))
    if columns[.about] != nil, has(Self.ofRowsInOne) { guess(&self, noRowsEach) }
  }

  /// What a question means that is asked about one person, or about a topic.
  ///
  /// - Returns: `nil` for a mark that a topic gets: it says nothing about a person.
  func asked(
    _ target: ColumnPatterns.Target, _ column: Int, among people: [Int: GridHeader],
    _ words: HeaderWords, _ fields: [Field]
  ) -> ColumnPatterns.Target? {
    guard let person = people[column] else {
      return target == .field(.marks) && words.label != nil ? nil : target
    }
    guard case .field(let field) = target, let asked = GridColumns.asked[field] else {
      return target
    }
    // Ticks are a list; a refusal, or that they have not met, only a column about a person can say.
    let question = people.filter { $0.value.title == person.title }.keys
    if field == .list, !question.contains(where: hasWords) { return target }
    return fields.contains(asked) ? .field(asked) : nil
  }

  /// Whether a column has cells that are no ticks.
  private func hasWords(_ column: Int) -> Bool {
    table.rows.contains { row in
      row.cells.indices.contains(column) && !row.cells[column].isBlank
        && BoxColumns.isTicked(row.cells[column].text) == nil
    }
  }

  /// The columns of one question about people; of two questions nobody knows which one counts.
  mutating func settleGrid(_ found: [Candidate], _ field: Field) -> [Int]? {
    let headers = found.compactMap { candidate in
      GridHeader(table.header[candidate.column].text).map { (candidate.column, $0) }
    }
    guard Set(headers.map { Term($0.1.title) }).count == 1 else {
      doubts.append(.columns(found.map(\.column), field: field))
      return nil
    }
    return headers.sorted { PersonName.key($0.1.label) < PersonName.key($1.1.label) }.map(\.0)
  }
}
