import Mentorship

/// Reads the register of consents into the people whose they are.
///
/// A row vouches for what it says: a cell that may mean anything, a "no", and a row of blanks are no consent.
struct ConsentReader {
  private(set) var people: [PersonID: Person]
  private(set) var findings: [Finding] = []
  private(set) var subjects: SubjectResolver
  private let date: CalendarDate?
  /// Whether the table at hand lists names alone: of those who gave their consent.
  private var isList = false
  /// Whether no column of it that was understood says who gave one.
  private var isMute = false

  /// What says that there is a paper.
  private static let telling: [Field] = [
    .consent, .consentDate, .number, .givenBy, .representative,
  ]

  /// `date` is the season's: what has no year is the last such day before it.
  init(
    people: [PersonID: Person], same: SameNames = SameNames(), namesakes: Namesakes = Namesakes(),
    date: CalendarDate? = nil
  ) {
    self.people = people
    self.date = date
    subjects = SubjectResolver(people, same: same, namesakes: namesakes)
  }

  mutating func read(_ table: MappedTable) {
    isList = !Self.telling.contains { table.columns[$0] != nil }
    // Nobody knows whether a column that was not understood says "no".
    isMute = isList && !table.unused.isEmpty
    if isMute, let first = table.rows.first {
      let place = Place(file: first.place.file, sheet: first.place.sheet)
      findings.append(Finding(.record(.registerMute(columns: table.unused)), at: place))
    }
    for row in table.rows {
      guard let person = subjects.subject(of: row, &findings), let record = record(row, person)
      else { continue }
      people[person]?.register.append(record)
    }
  }

  /// - Returns: `nil` for a paper of a kind that nobody knows.
  private mutating func record(_ row: MappedRow, _ person: PersonID) -> ConsentRecord? {
    var kind = ConsentRecord.Kind.personalData
    if !row.text(.consentKind).isEmpty {
      guard let said = row.read(.consentKind, &findings, CellWords.consentKind) else { return nil }
      kind = said
    }
    var record = ConsentRecord(kind: kind, place: row.place)
    record.number = Term(row.text(.number)).text
    record.from = date(row, .consentDate, &record)
    record.until = date(row, .consentUntil, &record)
    let signer = readConsent(row, &record)
    if let from = record.from, let until = record.until, until < from {
      let kind = FindingKind.dateImplausible(
        field: .consentUntil, date: until, problem: .beforeStart(from))
      findings.append(Finding(kind, at: row.place(.consentUntil)))
      record.isReadable = false
    }
    readWithdrawal(row, &record)
    let name = people[person]?.name ?? PersonName("")
    record.giver = giver(row, name) ?? CellWords.giver(signer, own: name)
    if isMute || isBlank(row) { record.isReadable = false }
    if kind.needsDate, record.from == nil, record.isReadable {
      let finding = RecordFinding.undated(name: person.rawValue, kind)
      findings.append(Finding(.record(finding), at: row.place(.consentDate)))
    }
    return record
  }

  /// A date that cannot be read must not make a paper endless.
  private mutating func date(
    _ row: MappedRow, _ field: Field, _ record: inout ConsentRecord
  ) -> CalendarDate? {
    let text = row.text(field)
    if let date = CalendarDate(parsing: text) { return date }
    guard !text.isEmpty else { return nil }
    // `12.09.2026, мама`, `получено`, `нет`
    if field == .consentDate, let word = ConsentWord(parsing: text, on: self.date) {
      return take(word, &record)
    }
    record.isReadable = false
    findings.append(Finding(.unreadable(field: field, text: text), at: row.place(field)))
    return nil
  }

  /// What a column says of the consent in words.
  ///
  /// - Returns: who signed, in the words of the cell.
  private mutating func readConsent(_ row: MappedRow, _ record: inout ConsentRecord) -> String {
    let date = self.date
    guard !row.text(.consent).isEmpty else { return "" }
    guard let word = row.read(.consent, &findings, { ConsentWord(parsing: $0, on: date) }) else {
      record.isReadable = false
      return ""
    }
    let from = take(word, &record)
    record.from = record.from ?? from
    guard case .given(_, let until, let signer) = word else { return "" }
    record.until = record.until ?? until
    return signer
  }

  /// - Returns: the first day of the paper, where the words say it.
  private func take(_ word: ConsentWord, _ record: inout ConsentRecord) -> CalendarDate? {
    switch word {
    case .given(let from, _, _): return from
    case .refused: record.isReadable = false
    case .withdrawn(let day):
      record.withdrawn = day
      if day == nil { record.isReadable = false }
    }
    return nil
  }

  /// A person of the list who has not brought the paper yet; a list of names alone is one of those who have.
  private func isBlank(_ row: MappedRow) -> Bool {
    !isList && Self.telling.allSatisfy { row.text($0).isEmpty }
  }

  /// The day, or only that it was withdrawn: then it counts for no day.
  private mutating func readWithdrawal(_ row: MappedRow, _ record: inout ConsentRecord) {
    let text = row.text(.withdrawn)
    if text.isEmpty || CellWords.yesOrNo(text) == false { return }
    let word = ConsentWord(parsing: text, on: date)
    switch word {
    // `03.10.2026`, `да, 3 октября`, `отозвано 3 октября`
    case .given(let day, _, _), .withdrawn(let day): record.withdrawn = day
    case .refused: return
    case nil: break
    }
    guard record.withdrawn == nil else { return }
    record.isReadable = false
    if word == nil {
      findings.append(
        Finding(.unreadable(field: .withdrawn, text: text), at: row.place(.withdrawn)))
    }
  }

  /// One column, or one for each part of it.
  private mutating func giver(_ row: MappedRow, _ own: PersonName) -> ConsentRecord.Giver? {
    let said = row.read(.givenBy, &findings) { CellWords.giver($0, own: own) }
    let name = PersonName(row.text(.representative)).full
    let relation = Term(row.text(.relation)).text
    guard !name.isEmpty || !relation.isEmpty else { return said }
    if said == .own { return said }
    guard case .representative(let saidName, let saidRelation)? = said else {
      return .representative(name: name, relation: relation)
    }
    return .representative(
      name: name.isEmpty ? saidName : name, relation: relation.isEmpty ? saidRelation : relation)
  }
}
