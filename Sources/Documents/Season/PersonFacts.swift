import Mentorship

/// What one row says about the person, each fact with its place.
struct PersonFacts {
  /// A fact and the cell it comes from.
  struct Said<Value> {
    let value: Value
    let row: MappedRow
    let field: Field

    var place: Place { row.place(field) }
  }

  var id: String?
  var birthDate: Said<CalendarDate>?
  var grade: Said<Grade>?
  var experience: Said<Years>?
  var consent: ConsentSaid
  var contacts: Contacts

  /// Reads a row of a season of that date.
  init(_ row: MappedRow, date: CalendarDate?, _ findings: inout [Finding]) {
    func said<Value>(_ field: Field, _ meaning: (String) -> Value?) -> Said<Value>? {
      row.readOnce(field, &findings, meaning).map { Said(value: $0, row: row, field: field) }
    }
    id = row.text(.id).isEmpty ? nil : Term(row.text(.id)).text
    birthDate = said(.birthDate) { CalendarDate(parsing: $0) }
    if let born = birthDate, let date, let problem = Self.problem(born.value, on: date) {
      let kind = FindingKind.dateImplausible(field: .birthDate, date: born.value, problem: problem)
      findings.append(Finding(kind, at: born.place))
      birthDate = nil
    }
    grade = said(.grade) { Grade(parsing: $0) }
    experience = said(.experience) { Years(parsing: $0) }
    consent = ConsentSaid(row, date: date, &findings)
    contacts = Contacts(
      phones: row.read(.phone, &findings) { PhoneNumber.list($0) } ?? [],
      emails: row.read(.email, &findings) { EmailAddress.list($0) } ?? [])
  }

  private static let longestLife = 110

  private static func problem(_ born: CalendarDate, on date: CalendarDate) -> DateProblem? {
    if born > date { return .afterSeason(date) }
    return born.age(on: date) > longestLife ? .tooLongAgo : nil
  }
}

/// What one row says about consent.
struct ConsentSaid {
  /// `nil` = nothing that could be read.
  let isGiven: Bool?
  let from: PersonFacts.Said<CalendarDate>?
  let until: PersonFacts.Said<CalendarDate>?

  /// A date that cannot be read, or not be meant, takes the "yes" with it: else it would make a consent endless.
  init(_ row: MappedRow, date season: CalendarDate?, _ findings: inout [Finding]) {
    let word = row.readOnce(.consent, &findings) { ConsentWord(parsing: $0, on: season) }
    func date(_ field: Field) -> PersonFacts.Said<CalendarDate>? {
      row.readOnce(field, &findings) { CalendarDate(parsing: $0) }
        .map { PersonFacts.Said(value: $0, row: row, field: field) }
    }
    var isSaid: Bool?
    var (saidFrom, saidUntil): (CalendarDate?, CalendarDate?)
    switch word {
    case .given(let from, let until, _): (isSaid, saidFrom, saidUntil) = (true, from, until)
    case .refused, .withdrawn: isSaid = false
    case nil: break
    }
    func said(_ date: CalendarDate?) -> PersonFacts.Said<CalendarDate>? {
      date.map { PersonFacts.Said(value: $0, row: row, field: .consent) }
    }
    from = date(.consentDate) ?? said(saidFrom)
    until = date(.consentUntil) ?? said(saidUntil)
    var isBroken =
      !row.text(.consentDate).isEmpty && from == nil
      || !row.text(.consentUntil).isEmpty && until == nil
    if let from, let until, until.value < from.value {
      let kind = FindingKind.dateImplausible(
        field: .consentUntil, date: until.value, problem: .beforeStart(from.value))
      findings.append(Finding(kind, at: until.place))
      isBroken = true
    }
    // Where no column says yes or no, the date of a consent says that there is one.
    let given = row.has(.consent) ? isSaid : from.map { _ in true }
    isGiven = given == true && isBroken ? nil : given
  }
}
