import Mentorship

/// Names that the curator says are one person's: `same` of the season file.
///
/// ```yaml
/// same: [[Петрова Анна Игоревна, Сидорова Анна Игоревна], [Иванов Пётр (12.03.2009), Иванов П.]]
/// ```
/// A name with a birth date behind it, or an organisation, means that one of several namesakes.
struct SameNames {
  private var names: [String: String] = [:]
  private var sets: [String: Set<String>] = [:]
  /// The names as written, to say which of them nobody bears.
  private let mentions: [Mention]

  init(_ groups: [[Mention]] = []) {
    mentions = groups.flatMap(\.self)
    for group in groups {
      guard let first = group.first else { continue }
      // Sets that share a name are one set.
      let known = group.compactMap { names[PersonName.key($0.name)] }.first
      let name = known ?? PersonName(Self.withoutDate(first.name)).full
      for mention in group {
        names[PersonName.key(mention.name)] = name
        sets[name, default: []].insert(PersonName.key(Self.withoutDate(mention.name)))
      }
    }
  }

  /// Whether nothing is stated.
  var isEmpty: Bool { names.isEmpty }

  /// The name to go by of a person who is written so, `nil` when nothing is stated.
  func name(for key: String, born: CalendarDate?, from organisation: Term?) -> String? {
    guard !names.isEmpty else { return nil }
    if let name = names[key] { return name }
    return Self.longKeys(key, born, organisation).lazy.compactMap { names[$0] }.first
  }

  /// The name with what stands behind it in brackets.
  private static func longKeys(
    _ name: String, _ born: CalendarDate?, _ organisation: Term?
  ) -> [String] {
    [born.map { "\(name) (\($0))" }, organisation.map { "\(name) (\($0.text))" }]
      .compactMap { $0.map { PersonName.key($0) } }
  }

  /// The keys of all names of the person who goes by this one.
  func aliases(of name: String) -> Set<String> { sets[name] ?? [] }

  /// Findings for names that nobody bears: no row of a questionnaire, and no name of `mentions`, which are those in
  /// registers, answers and decisions; a former surname may stand in one of these alone.
  func findings(_ rows: [QuestionnaireRow], mentions others: Set<String>) -> [Finding] {
    guard !mentions.isEmpty else { return [] }
    var known: Set<String> = []
    for row in rows {
      let key = PersonName.key(row.name.full)
      known.insert(key)
      known.formUnion(
        Self.longKeys(key, row.facts.birthDate?.value, row.answers.organisation))
    }
    let names = Set(rows.map(\.name.full)).sorted()
    let strangers = mentions.filter { mention in
      let name = PersonName(mention.name)
      return !known.contains(PersonName.key(mention.name))
        && !others.contains { name.isMeant(by: $0) }
    }
    return strangers.map { mention in
      let suggestion = Suggestion.nearest(to: mention.name, among: names)
      let kind = IdentityFinding.stranger(
        name: mention.name, suggestions: suggestion.map { [$0] } ?? [])
      return Finding(.identity(kind), at: mention.place)
    }
  }

  private static func withoutDate(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return name }
    return Term(name[..<open]).text
  }
}
