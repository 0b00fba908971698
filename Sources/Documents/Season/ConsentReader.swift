import Mentorship

/// Reads the register of consents into the people whose they are.
struct ConsentReader {
  private(set) var people: [PersonID: Person]
  private(set) var findings: [Finding] = []
  private(set) var subjects: SubjectResolver

  init(people: [PersonID: Person], same: SameNames = SameNames()) {
    self.people = people
    subjects = SubjectResolver(people, same: same)
  }

  mutating func read(_ table: MappedTable) {
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
    if let from = record.from, let until = record.until, until < from {
      let kind = FindingKind.dateImplausible(
        field: .consentUntil, date: until, problem: .beforeStart(from))
      findings.append(Finding(kind, at: row.place(.consentUntil)))
      record.isReadable = false
    }
    readWithdrawal(row, &record)
    record.giver = giver(row, people[person]?.name ?? PersonName(""))
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
    let date = row.read(field, &findings) { CalendarDate(parsing: $0) }
    if date == nil, !row.text(field).isEmpty { record.isReadable = false }
    return date
  }

  /// The day, or only that it was withdrawn: then it counts for no day.
  private mutating func readWithdrawal(_ row: MappedRow, _ record: inout ConsentRecord) {
    let text = row.text(.withdrawn)
    if text.isEmpty || CellWords.yesOrNo(text) == false { return }
    record.withdrawn = CalendarDate(parsing: text)
    guard record.withdrawn == nil else { return }
    record.isReadable = false
    if CellWords.yesOrNo(text) == nil {
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
