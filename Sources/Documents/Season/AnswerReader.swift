import Mentorship

/// Reads what people answered after the group meeting.
///
/// Names are resolved among the people who have a questionnaire in the role meant, and never guessed:
/// a name that means nobody, or two people, is left aside with a finding.
struct AnswerReader {
  private(set) var attended: Set<PersonID> = []
  private(set) var findings: [Finding] = []
  private var byRole: [Role: [PersonID: MeetingAnswer]] = [:]
  private var resolvers: [Role: NameResolver]
  private let people: [PersonID: Person]

  /// `same` are further names of people.
  init(
    people: [PersonID: Person], questionnaires: [Questionnaire], same: SameNames = SameNames()
  ) {
    self.people = people
    resolvers = Dictionary(
      uniqueKeysWithValues: Role.allCases.map { role in
        let ids = Set(questionnaires.filter { $0.role == role }.map(\.person))
        return (role, NameResolver(ids.compactMap { people[$0] }, same: same))
      })
  }

  /// By role, then person.
  var answers: [MeetingAnswer] {
    Role.allCases.flatMap { role in
      (byRole[role] ?? [:]).values.sorted { $0.person < $1.person }
    }
  }

  mutating func read(_ table: MappedTable, by role: Role) {
    for row in table.rows {
      guard let person = respondent(row, role) else { continue }
      let present = row.read(.present, &findings, CellWords.yesOrNo)
      if present != false { attended.insert(person) }
      if let other = byRole[role]?[person] {
        let kind = FindingKind.answeredTwice(
          name: row.text(.name), otherLine: other.place.line ?? 1,
          otherFile: other.place.file == row.place.file ? nil : other.place.file)
        findings.append(Finding(kind, at: row.place(.name)))
        continue
      }
      byRole[role, default: [:]][person] = answer(row, person, role)
    }
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
    switch resolvers[role]?.resolve(name) ?? .unknown(suggestions: []) {
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

  private mutating func answer(_ row: MappedRow, _ person: PersonID, _ role: Role) -> MeetingAnswer
  {
    var answer = MeetingAnswer(person: person, role: role, place: row.place)
    readChoices(row, &answer)
    readList(row, &answer)
    readMarks(row, &answer)
    readVetoes(row, &answer)
    // The places after the last one named say nothing.
    while answer.tiers.last?.isEmpty == true { answer.tiers.removeLast() }
    answer.listed.sort()
    return answer
  }

  private mutating func readChoices(_ row: MappedRow, _ answer: inout MeetingAnswer) {
    var ranked: Set<PersonID> = []
    for (text, place) in row.cells(.choice) {
      var tier: [PersonID] = []
      for name in mentions(text, answer.role.other, at: place) {
        guard let person = person(name, answer.role.other, at: place) else { continue }
        if ranked.insert(person).inserted {
          tier.append(person)
        } else {
          findings.append(Finding(.rankedTwice(name: name), at: place))
        }
      }
      answer.tiers.append(tier.sorted())
    }
  }

  private mutating func readList(_ row: MappedRow, _ answer: inout MeetingAnswer) {
    let ranked = Set(answer.tiers.joined())
    for name in mentions(row.text(.list), answer.role.other, at: row.place(.list)) {
      guard let person = person(name, answer.role.other, at: row.place(.list)) else { continue }
      if answer.listed.contains(person) {
        findings.append(Finding(.rankedTwice(name: name), at: row.place(.list)))
      } else if !ranked.contains(person) {
        answer.listed.append(person)
      }
    }
  }

  private mutating func readMarks(_ row: MappedRow, _ answer: inout MeetingAnswer) {
    let place = row.place(.marks)
    for part in Self.names(row.text(.marks)) {
      guard let (name, mark) = NameMark.read(part) else {
        findings.append(Finding(.markInvalid(text: part), at: place))
        continue
      }
      guard let person = person(name, answer.role.other, at: place) else { continue }
      if answer.marks[person] == nil {
        answer.marks[person] = mark
      } else {
        findings.append(Finding(.rankedTwice(name: name), at: place))
      }
    }
  }

  /// A veto stands against any praise of the same person.
  private mutating func readVetoes(_ row: MappedRow, _ answer: inout MeetingAnswer) {
    let place = row.place(.veto)
    let praised = Set(answer.tiers.joined()).union(answer.listed)
    for name in mentions(row.text(.veto), answer.role.other, at: place) {
      guard let person = person(name, answer.role.other, at: place) else { continue }
      if praised.contains(person), answer.vetoes[person] == nil {
        findings.append(Finding(.rankedTwice(name: name), at: place))
      }
      answer.vetoes[person] = Term(row.text(.vetoReason)).text
      answer.tiers = answer.tiers.map { tier in tier.filter { $0 != person } }
      answer.listed.removeAll { $0 == person }
      answer.marks[person] = nil
    }
  }

  private mutating func person(_ name: String, _ role: Role, at place: Place) -> PersonID? {
    switch resolvers[role]?.resolve(name) ?? .unknown(suggestions: []) {
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
    if case .person = resolvers[role.other]?.resolve(name) { .onlyAs(role.other) } else { nil }
  }

  /// The names of a cell; `Волкова, Яна` is one, when somebody is called so.
  ///
  /// A first name without the surname is taken only with a finding: the comma may have cut it off.
  private mutating func mentions(_ text: String, _ role: Role, at place: Place) -> [String] {
    let parts = Self.names(text)
    guard parts.count > 1, !text.contains(where: { $0 == ";" || $0.isNewline }) else {
      return parts
    }
    var names: [String] = []
    var rest = parts[...]
    while let part = rest.popFirst() {
      if let next = rest.first, PersonName(part).words.count == 1,
        case .person = resolvers[role]?.resolve("\(part) \(next)")
      {
        names.append("\(part) \(next)")
        rest.removeFirst()
        continue
      }
      names.append(part)
      let words = PersonName(part).words
      if words.count == 1, case .person(let person) = resolvers[role]?.resolve(part),
        let name = people[person]?.name, name.words.first != words[0]
      {
        let kind = FindingKind.firstNameAlone(name: part, person: person.rawValue)
        findings.append(Finding(kind, at: place))
      }
    }
    return names
  }

  /// The names of a cell; words for nobody are none.
  private static func names(_ text: String) -> [String] {
    let nobody: Set<String> = ["нет", "-", "никто", "никого", "нет таких", "no", "nobody", "none"]
    return nobody.contains(Term(text).key) ? [] : CellParts.split(text)
  }
}

/// A name with a mark: `Иванов Пётр — 5`, `Сидоров О.: 3`.
enum NameMark {
  /// - Returns: `nil` when there is no name, or no mark from 1 to 5 after it.
  static func read(_ text: String) -> (name: String, mark: Int)? {
    let characters = Array(Term(text).text)
    guard let last = characters.last, let mark = Int(String(last)), (1...5).contains(mark) else {
      return nil
    }
    let between: Set<Character> = [" ", "-", "–", "—", "−", ":", "="]
    let before = characters.dropLast()
    // `15`, `-5` and `4.5` are no marks, and `Иванов5` is no name.
    guard let separator = before.last, between.contains(separator) else { return nil }
    let name = before.reversed().drop { between.contains($0) }.reversed()
    guard !PersonName(String(name)).isEmpty else { return nil }
    return (String(name), mark)
  }
}
