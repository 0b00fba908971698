import Mentorship

/// Reads what people answered after the group meeting.
///
/// Names are resolved among the people who have a questionnaire in the role meant, and never guessed:
/// a name that means nobody, or two people, is left aside with a finding.
struct AnswerReader {
  private(set) var attended: Set<PersonID> = []
  var findings: [Finding] = []
  private var byRole: [Role: [PersonID: AnswerDraft]] = [:]
  private(set) var resolvers: [Role: NameResolver]
  private let people: [PersonID: Person]
  /// Where the people of a row come from, where that is said.
  private var organisation: Term?

  /// `same` are further names of people.
  init(
    people: [PersonID: Person], questionnaires: [Questionnaire], same: SameNames = SameNames(),
    namesakes: Namesakes = Namesakes()
  ) {
    self.people = people
    resolvers = Dictionary(
      uniqueKeysWithValues: Role.allCases.map { role in
        let ids = Set(questionnaires.filter { $0.role == role }.map(\.person))
        return (
          role,
          NameResolver(
            ids.compactMap { people[$0] }, same: same, namesakes: namesakes)
        )
      })
  }

  /// By role, then person.
  var answers: [MeetingAnswer] {
    Role.allCases.flatMap { role in
      (byRole[role] ?? [:]).values.map(\.finished).sorted { $0.person < $1.person }
    }
  }

  mutating func read(_ table: MappedTable, by role: Role) {
    organisation = table.entry.organisation
    let grid = grid(table, about: role.other)
    // A row for each person spoken of: then somebody has many rows.
    let hasRowEach = table.columns[.about] != nil
    for row in table.rows {
      organisation = row.organisation
      guard let person = respondent(row, role) else { continue }
      let present = row.read(.present, &findings, CellWords.yesOrNo)
      if present != false { attended.insert(person) }
      let known = byRole[role]?[person]
      if let known, !hasRowEach || known.place.source(unlike: row.place) != nil {
        let kind = FindingKind.answeredTwice(
          name: row.text(.name), otherLine: known.place.line ?? 1,
          otherFile: known.place.source(unlike: row.place))
        findings.append(Finding(kind, at: row.place(.name)))
        continue
      }
      var draft = known ?? AnswerDraft(person: person, role: role, place: row.place)
      read(row, grid, &draft)
      byRole[role, default: [:]][person] = draft
    }
  }

  /// Whom each column of a grid is about; names are looked up once, in the header.
  private mutating func grid(_ table: MappedTable, about role: Role) -> [Field: [PersonID?]] {
    var grid: [Field: [PersonID?]] = [:]
    for field in GridColumns.fields {
      grid[field] = (table.columns[field] ?? []).map { column in
        guard let column else { return nil }
        let header = table.table.header[column]
        let text = Term(header.text).text
        let place = Place(
          file: table.table.file, line: header.line, column: header.column, cell: text)
        guard let (name, title) = table.name(of: column, field) else { return nil }
        let before = findings.count
        let person = person(name, role, at: place)
        // Where any header may be a name, one that is like none is another column.
        if person == nil, GridColumns.isAny(title),
          case .unknownPerson(_, [], nil)? = findings.last?.kind
        {
          findings[before...] = [Finding(.columnUnused(header: text), at: place)]
        }
        return person
      }
    }
    return grid
  }

  private mutating func respondent(_ row: MappedRow, _ role: Role) -> PersonID? {
    let id = row.text(.id)
    if !id.isEmpty {
      if let person = resolvers[role]?.person(withID: Term(id).text) { return person }
      findings.append(Finding(.strangerAnswer(name: id, suggestions: []), at: row.place(.id)))
      return nil
    }
    let name = row.text(.name)
    let owner = resolvers[role]?.person(withEmail: row.text(.email))
    guard !PersonName(name).isEmpty else {
      if let owner { return owner }
      findings.append(Finding(.nameMissing, at: row.place(.name)))
      return nil
    }
    switch resolvers[role]?.resolve(name, from: organisation) ?? .unknown(suggestions: []) {
    case .person(let person): return person
    // The address that the form asked for tells namesakes apart, and knows who mistyped a name.
    case .ambiguous(let people):
      if let owner, people.contains(owner) { return owner }
      let kind = FindingKind.ambiguousPerson(name: name, candidates: people.map(\.rawValue))
      findings.append(Finding(kind, at: row.place(.name)))
    case .unknown(let suggestions) where owner.map(suggestions.contains) == true: return owner
    case .unknown(let suggestions):
      let kind = FindingKind.strangerAnswer(
        name: name, suggestions: suggestions.map(\.rawValue), elsewhere: elsewhere(name, role))
      findings.append(Finding(kind, at: row.place(.name)))
    }
    return nil
  }

  mutating func person(_ name: String, _ role: Role, at place: Place) -> PersonID? {
    switch resolvers[role]?.resolve(name, from: organisation) ?? .unknown(suggestions: []) {
    case .person(let person): return person
    case .ambiguous(let people):
      let kind = FindingKind.ambiguousPerson(name: name, candidates: people.map(\.rawValue))
      findings.append(Finding(kind, at: place))
    case .unknown(let suggestions):
      let kind = FindingKind.unknownPerson(
        name: name, suggestions: suggestions.map(\.rawValue), elsewhere: elsewhere(name, role))
      findings.append(Finding(kind, at: place))
    }
    return nil
  }

  private mutating func elsewhere(_ name: String, _ role: Role) -> Elsewhere? {
    if case .person = resolvers[role.other]?.resolve(name, from: organisation) {
      .onlyAs(role.other)
    } else {
      nil
    }
  }

  /// The names of a cell; `Волкова, Яна` is one, when somebody is called so.
  ///
  /// A first name without the surname is taken only with a finding: the comma may have cut it off.
  mutating func mentions(_ text: String, _ role: Role, at place: Place) -> [String] {
    let parts = Self.names(text)
    guard parts.count > 1, !text.contains(where: { $0 == ";" || $0.isNewline }) else {
      return parts
    }
    var names: [String] = []
    var rest = parts[...]
    while let part = rest.popFirst() {
      if let next = rest.first, PersonName(part).words.count == 1,
        case .person = resolvers[role]?.resolve("\(part) \(next)", from: organisation)
      {
        names.append("\(part) \(next)")
        rest.removeFirst()
        continue
      }
      names.append(part)
      let words = PersonName(part).words
      if words.count == 1,
        case .person(let person) = resolvers[role]?.resolve(part, from: organisation),
        let name = people[person]?.name, name.words.first != words[0]
      {
        let kind = FindingKind.firstNameAlone(name: part, person: person.rawValue)
        findings.append(Finding(kind, at: place))
      }
    }
    return names
  }

  /// The names of a cell; words for nobody are none.
  static func names(_ text: String) -> [String] {
    let nobody: Set<String> = ["нет", "-", "никто", "никого", "нет таких", "no", "nobody", "none"]
    return nobody.contains(Term(text).key) ? [] : CellParts.split(text)
  }
}
