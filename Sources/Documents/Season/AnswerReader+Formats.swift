import Mentorship

/// The formats of answers; one row may hold several.
extension AnswerReader {
  mutating func read(_ row: MappedRow, _ grid: [Field: [PersonID?]], _ draft: inout AnswerDraft) {
    readChoices(row, &draft)
    readRanking(row, &draft)
    readList(row, &draft)
    readMarks(row, &draft)
    readAbout(row, &draft)
    readGrid(row, grid, &draft)
    readVetoes(row, &draft)
  }

  private mutating func readChoices(_ row: MappedRow, _ draft: inout AnswerDraft) {
    for (index, cell) in row.cells(.choice).enumerated() {
      rank(cell.text, at: index + 1, cell.place, &draft)
    }
  }

  private mutating func rank(
    _ names: String, at rank: Int, _ place: Place, _ draft: inout AnswerDraft
  ) {
    for name in mentions(names, draft.role.other, at: place) {
      guard let person = person(name, draft.role.other, at: place) else { continue }
      count(draft.rank(person, at: rank), name, at: place)
    }
  }

  private mutating func readRanking(_ row: MappedRow, _ draft: inout AnswerDraft) {
    let (text, place) = (row.text(.ranking), row.place(.ranking))
    if RankingCell.isOrderOfCommas(text) {
      for (index, name) in mentions(text, draft.role.other, at: place).enumerated() {
        guard let person = person(name, draft.role.other, at: place) else { continue }
        count(draft.rank(person, at: index + 1), name, at: place)
      }
      return
    }
    for tier in RankingCell.read(text) {
      guard let number = tier.place else {
        findings.append(Finding(.record(.placeInvalid(text: text)), at: place))
        continue
      }
      rank(tier.names, at: number, place, &draft)
    }
  }

  private mutating func readList(_ row: MappedRow, _ draft: inout AnswerDraft) {
    let place = row.place(.list)
    for name in mentions(row.text(.list), draft.role.other, at: place) {
      guard let person = person(name, draft.role.other, at: place) else { continue }
      count(draft.list(person), name, at: place)
    }
  }

  private mutating func readMarks(_ row: MappedRow, _ draft: inout AnswerDraft) {
    let place = row.place(.marks)
    for part in Self.names(row.text(.marks)) {
      guard let (name, mark) = NameMark.read(part) else {
        findings.append(Finding(.markInvalid(text: part), at: place))
        continue
      }
      guard let person = person(name, draft.role.other, at: place) else { continue }
      count(draft.mark(person, mark), name, at: place)
    }
  }

  /// A row for each person spoken of; where no column says what is thought of them, to name is to choose.
  private mutating func readAbout(_ row: MappedRow, _ draft: inout AnswerDraft) {
    let said: [Field] = [.rank, .mark, .refusal]
    guard said.contains(where: row.has) || row.has(.about) else { return }
    let name = row.text(.about)
    guard !PersonName(name).isEmpty else {
      if let field = said.first(where: { !row.text($0).isEmpty }) {
        findings.append(Finding(.record(.aboutMissing), at: row.place(field)))
      }
      return
    }
    let place = row.place(.about)
    guard let person = person(name, draft.role.other, at: place) else { return }
    if !said.contains(where: row.has) { count(draft.list(person), name, at: place) }
    let rank = row.text(.rank)
    if !rank.isEmpty { take(PersonWord.read(rank), .rank, row, person, &draft) }
    let mark = row.text(.mark)
    if !mark.isEmpty { take(PersonWord.read(mark), .mark, row, person, &draft) }
    let refusal = row.text(.refusal)
    guard !refusal.isEmpty else { return }
    switch PersonWord.read(refusal) {
    case .yes, .number(1): take(.refusal(reason: ""), .refusal, row, person, &draft)
    case .no, .number(0): break
    case let word: take(word, .refusal, row, person, &draft)
    }
  }

  private mutating func readGrid(
    _ row: MappedRow, _ grid: [Field: [PersonID?]], _ draft: inout AnswerDraft
  ) {
    for field in GridColumns.fields {
      for (cell, person) in zip(row.cells(field), grid[field] ?? []) {
        guard let person, !cell.text.isEmpty, Term(cell.text).key != "-" else { continue }
        take(
          PersonWord.read(cell.text), field, (cell.text, cell.place),
          reason: row.text(.vetoReason), person, &draft)
      }
    }
  }

  private mutating func take(
    _ word: PersonWord?, _ field: Field, _ row: MappedRow, _ person: PersonID,
    _ draft: inout AnswerDraft
  ) {
    take(
      word, field, (row.text(field), row.place(field)), reason: row.text(.vetoReason), person,
      &draft)
  }

  /// What a cell says about one person.
  private mutating func take(
    _ word: PersonWord?, _ field: Field, _ cell: (text: String, place: Place), reason: String,
    _ person: PersonID, _ draft: inout AnswerDraft
  ) {
    let name = person.rawValue
    let isPlace = field == .rank || field == .placesOf
    let isMark = field == .mark || field == .marksOf
    switch word {
    case .number(let number) where isPlace && RankingCell.places.contains(number):
      count(draft.rank(person, at: number), name, at: cell.place)
    case .number(let number) where isMark && (1...5).contains(number):
      count(draft.mark(person, number), name, at: cell.place)
    case .number, nil: findings.append(unreadable(cell.text, field, at: cell.place))
    case .yes: count(draft.list(person), name, at: cell.place)
    case .no: draft.passOver(person)
    case .notMet: draft.haveNotMet(person)
    case .refusal(let own):
      let given = Term(reason).text
      count(
        draft.veto(person, reason: given.isEmpty ? own : given), name, at: cell.place,
        isConfidential: true)
    }
  }

  private func unreadable(_ text: String, _ field: Field, at place: Place) -> Finding {
    let kind: FindingKind =
      switch field {
      case .mark, .marksOf: .markInvalid(text: text)
      case .rank, .placesOf: .record(.placeInvalid(text: text))
      default: .unreadable(field: field, text: text)
      }
    // Whatever cannot be read may be a refusal in somebody's own words.
    return Finding(kind, at: place, isConfidential: true)
  }

  /// A veto stands against any praise of the same person.
  private mutating func readVetoes(_ row: MappedRow, _ draft: inout AnswerDraft) {
    let place = row.place(.veto)
    let before = findings.count
    for name in mentions(row.text(.veto), draft.role.other, at: place) {
      guard let person = person(name, draft.role.other, at: place) else { continue }
      count(draft.veto(person, reason: Term(row.text(.vetoReason)).text), name, at: place)
    }
    for index in before..<findings.count { findings[index] = findings[index].confidential }
  }

  /// Reports a word that does not count.
  private mutating func count(
    _ counts: Bool, _ name: String, at place: Place, isConfidential: Bool = false
  ) {
    if !counts {
      findings.append(
        Finding(.rankedTwice(name: name), at: place, isConfidential: isConfidential))
    }
  }
}
