import Mentorship

/// One row of a questionnaire file, its cells read, before it is known whose it is.
struct QuestionnaireRow {
  let name: PersonName
  let namePlace: Place
  let totalPlace: Place
  /// The row as a whole.
  let place: Place
  let role: Role
  let forms: [FormCode]
  let facts: PersonFacts
  /// Everything but the person and the form; those of the other role stay empty.
  let answers: Answers

  struct Answers {
    var organisation: Term?
    var requests: [Term] = []
    var subjects: [Term] = []
    var interests: [Term] = []
    var hours: WeekHours?
    var format: MeetingFormat?
    var wishedAges: ClosedRange<Int>?
    var capacity: Int?
    var minimum: Int?
    var totalCapacity: Int?
    var admission: Admission?
    var hasAddendum = false
    var hasDeficit = false
  }
}

extension QuestionnaireRow {
  /// Reads a row of a season with those forms and that date.
  ///
  /// - Returns: `nil`, with a finding, for a row without a name.
  init?(
    _ row: MappedRow, role: Role, form: FormCode?, forms: [Form], date: CalendarDate?,
    _ findings: inout [Finding]
  ) {
    let name = PersonName(row.text(.name))
    guard !name.isEmpty else {
      findings.append(Finding(.nameMissing, at: row.place(.name)))
      return nil
    }
    self.name = name
    namePlace = row.place(.name)
    totalPlace = row.place(.totalCapacity)
    place = row.place
    self.role = role
    self.forms = Self.forms(row, usual: form, among: forms, &findings)
    facts = PersonFacts(row, date: date, &findings)
    answers = Self.answers(row, role: role, &findings)
  }

  private static func forms(
    _ row: MappedRow, usual: FormCode?, among forms: [Form], _ findings: inout [Finding]
  ) -> [FormCode] {
    let text = row.text(.form)
    if text.isEmpty, let usual { return [usual] }
    // Without a column there is a finding for the file, and without forms one for the season.
    guard row.has(.form), !forms.isEmpty else { return usual.map { [$0] } ?? [] }
    var codes: [FormCode] = []
    var unknown: [String] = text.isEmpty ? [""] : []
    for part in CellParts.split(text) {
      guard let code = CellWords.form(part, among: forms) else {
        unknown.append(part)
        continue
      }
      if !codes.contains(code) { codes.append(code) }
    }
    findings += unknown.map { part in
      let kind = FindingKind.formUnknown(
        text: part, forms: forms.map(\.code), isLeftOut: codes.isEmpty)
      return Finding(kind, at: row.place(.form))
    }
    return codes
  }

  private static func answers(
    _ row: MappedRow, role: Role, _ findings: inout [Finding]
  ) -> Answers {
    var answers = Answers()
    answers.organisation = row.text(.organisation).isEmpty ? nil : Term(row.text(.organisation))
    answers.requests = row.terms(.requests)
    answers.subjects = row.terms(.subjects)
    answers.interests = row.terms(.interests)
    answers.hours = row.read(.hours, &findings) { WeekHours(parsing: $0) }
    answers.format = row.read(.format, &findings, CellWords.format)
    switch role {
    case .mentee:
      answers.hasDeficit = row.read(.deficit, &findings, CellWords.yesOrNo) ?? false
    case .mentor:
      if case .range(let ages) = row.read(.wishedAges, &findings, CellWords.ages) {
        answers.wishedAges = ages
      }
      answers.capacity = capacity(row, .capacity, &findings)
      answers.minimum = capacity(row, .minimum, &findings)
      answers.totalCapacity = capacity(row, .totalCapacity, &findings)
      answers.admission = row.read(.admission, &findings, CellWords.admission)
      answers.hasAddendum = row.read(.addendum, &findings, CellWords.yesOrNo) ?? false
    }
    return answers
  }

  private static func capacity(
    _ row: MappedRow, _ field: Field, _ findings: inout [Finding]
  ) -> Int? {
    let text = row.text(field)
    guard !text.isEmpty else { return nil }
    if let number = CellWords.capacity(text) { return number }
    findings.append(Finding(.capacityInvalid(text: text), at: row.place(field)))
    return nil
  }
}
