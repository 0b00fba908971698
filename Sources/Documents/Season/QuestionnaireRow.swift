import Mentorship

/// One row of a questionnaire file, its cells read, before it is known whose it is.
struct QuestionnaireRow {
  let name: PersonName
  /// Where it stands; places are made where something is said of them.
  private let source: MappedRow
  let role: Role
  let forms: [FormCode]
  let facts: PersonFacts
  /// Everything but the person and the form; those of the other role stay empty.
  let answers: Answers
  /// How its free answers were understood.
  let readings: [AnswerInterpreter.Reading]

  var namePlace: Place { source.place(.name) }
  var totalPlace: Place { source.place(.totalCapacity) }
  /// The row as a whole.
  var place: Place { source.place }

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
    var places: [Term] = []
    var important: Criterion?
    var roleModel: String?
    var waitingSince: CalendarDate?
    var hasPriority = false
    var classTeacher: String?
    var leadsClass: Grade?
    var servedOrganisations: [Term]?
    var traits: [Term] = []
    var steps = AdmissionSteps()
  }
}

extension QuestionnaireRow {
  /// Reads a row of a season with those forms and that date.
  ///
  /// - Returns: `nil`, with a finding, for a row without a name.
  init?(
    _ row: MappedRow, role: Role, usual: FileEntry, forms: [Form], date: CalendarDate?,
    _ interpreter: AnswerInterpreter, _ findings: inout [Finding]
  ) {
    let name = PersonName(row.text(.name))
    guard !name.isEmpty else {
      findings.append(Finding(.nameMissing, at: row.place(.name)))
      return nil
    }
    self.name = name
    source = row
    self.role = role
    self.forms = Self.forms(row, usual: usual.form, among: forms, &findings)
    facts = PersonFacts(row, date: date, &findings)
    var answers = Self.answers(row, role: role, &findings)
    answers.organisation = answers.organisation ?? usual.organisation
    let taken = self.forms
    let models = forms.filter { taken.contains($0.code) }.flatMap(\.models)
    answers.roleModel = Self.roleModel(row, among: models, &findings)
    readings = Self.interpret(row, role: role, by: interpreter, &answers)
    self.answers = answers
  }

  private static func roleModel(
    _ row: MappedRow, among models: [RoleModel], _ findings: inout [Finding]
  ) -> String? {
    let text = row.text(.roleModel)
    guard !text.isEmpty else { return nil }
    if let model = CellWords.model(text, among: models) { return model }
    let kind = VocabularyFinding.roleModelUnknown(text: text, models: models.map(\.title))
    findings.append(Finding(.vocabulary(kind), at: row.place(.roleModel)))
    return nil
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
    answers.organisation = row.meaning(.organisation) { $0.isEmpty ? nil : Term($0) }
    answers.hours = hours(row, &findings)
    answers.format = row.readOnce(.format, &findings, CellWords.format)
    answers.places = row.terms(.meetingPlace)
    answers.traits = row.terms(.traits)
    answers.important = row.readOnce(.important, &findings) { CellWords.criterion($0, of: role) }
    switch role {
    case .mentee:
      answers.hasDeficit = row.readOnce(.deficit, &findings, CellWords.yesOrNo) ?? false
      answers.waitingSince = row.readOnce(.waitingSince, &findings) { CalendarDate(parsing: $0) }
      answers.hasPriority = row.readOnce(.priority, &findings, CellWords.yesOrNo) ?? false
      let teacher = Term(row.text(.classTeacher)).text
      answers.classTeacher = teacher.isEmpty ? nil : teacher
    case .mentor:
      if case .range(let ages) = row.readOnce(.wishedAges, &findings, CellWords.ages) {
        answers.wishedAges = ages
      }
      answers.capacity = capacity(row, .capacity, &findings)
      answers.minimum = capacity(row, .minimum, &findings)
      answers.totalCapacity = capacity(row, .totalCapacity, &findings)
      answers.admission = row.readOnce(.admission, &findings, CellWords.admission)
      answers.steps = steps(row, word: answers.admission, &findings)
      answers.hasAddendum = row.readOnce(.addendum, &findings, CellWords.yesOrNo) ?? false
      answers.leadsClass = row.readOnce(.leadsClass, &findings) { Grade(parsing: $0) }
      let served = row.terms(.serves)
      answers.servedOrganisations = served.isEmpty ? nil : served
    }
    return answers
  }

  /// The steps to admission; an order that cannot be is told, with what the one word says of them.
  private static func steps(
    _ row: MappedRow, word: Admission?, _ findings: inout [Finding]
  ) -> AdmissionSteps {
    var steps = AdmissionSteps()
    steps[.interviewed] = row.readOnce(.interviewed, &findings, CellWords.step)
    steps[.trained] = row.readOnce(.trained, &findings, CellWords.step)
    steps[.admitted] = row.readOnce(.admitted, &findings, CellWords.step)
    var told = steps
    if let word, steps[word] == nil { told[word] = .done(nil) }
    if let (earlier, later) = told.impossible {
      let name = PersonName(row.text(.name)).full
      let kind = RecordFinding.admissionOrder(name: name, earlier: earlier, later: later)
      findings.append(Finding(.record(kind), at: row.place(later.field)))
    }
    return steps
  }

  /// One column for the whole week, or one for each day, whose name stands in the header.
  private static func hours(_ row: MappedRow, _ findings: inout [Finding]) -> WeekHours? {
    let columns = row.meanings(.hours) { text, header -> (text: String, hours: WeekHours)? in
      let hours = WeekHours(parsing: text)
      guard hours == nil, let day = WeekHours.dayName(in: header) else {
        return hours.map { (text, $0) }
      }
      let dated = "\(day) \(text)"
      return WeekHours(parsing: dated).map { (dated, $0) }
    }
    let read = columns.compactMap(\.self)
    if read.count < columns.count {
      for (cell, meaning) in zip(row.cells(.hours), columns)
      where meaning == nil && !cell.text.isEmpty {
        findings.append(Finding(.unreadable(field: .hours, text: cell.text), at: cell.place))
      }
    }
    if read.count < 2 { return read.first?.hours }
    return WeekHours(parsing: read.map(\.text).joined(separator: "; "))
  }

  private static func interpret(
    _ row: MappedRow, role: Role, by interpreter: AnswerInterpreter, _ answers: inout Answers
  ) -> [AnswerInterpreter.Reading] {
    var readings: [AnswerInterpreter.Reading] = []
    func terms(_ field: Field) -> [Term] {
      var terms: [Term] = []
      let cells = row.meanings(field) { text, _ in
        text.isEmpty ? nil : interpreter.understand(text, field)
      }
      for (index, cell) in cells.enumerated() {
        guard let cell else { continue }
        readings += cell.readings(field, at: row.place(field, cell: index))
        terms = terms.isEmpty ? cell.terms : terms + cell.terms.filter { !terms.contains($0) }
      }
      return terms
    }
    answers.requests = terms(.requests)
    answers.subjects = terms(.subjects)
    answers.interests = terms(.interests)
    if role == .mentor {
      answers.requests = interpreter.competences(answers.requests, subjects: answers.subjects)
    }
    return readings
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

extension Admission {
  /// The column of a step.
  fileprivate var field: Field {
    switch self {
    case .candidate: .admission
    case .interviewed: .interviewed
    case .trained: .trained
    case .admitted: .admitted
    }
  }
}
