import Mentorship

/// Finds whom a row of a register is about, among everybody of the season.
struct SubjectResolver {
  private let people: [PersonID: Person]
  private var names: NameResolver
  /// Every name of a row, with the birth date behind it where the row has one too.
  private(set) var mentions: Set<String> = []

  init(
    _ people: [PersonID: Person], same: SameNames = SameNames(), namesakes: Namesakes = Namesakes()
  ) {
    self.people = people
    names = NameResolver(people.values, same: same, namesakes: namesakes)
  }

  /// The person of a row; `isRule` = it forbids pairs, so that a slip must not hide.
  mutating func subject(
    of row: MappedRow, isRule: Bool = false, _ findings: inout [Finding]
  ) -> PersonID? {
    let id = row.text(.id)
    if !id.isEmpty {
      if let person = names.person(withID: Term(id).text) { return person }
      let kind = RecordFinding.nobody(name: id, suggestions: [], isRule: isRule)
      findings.append(Finding(.record(kind), at: row.place(.id)))
      return nil
    }
    let name = row.text(.name)
    guard !PersonName(name).isEmpty else {
      findings.append(Finding(.nameMissing, at: row.place(.name)))
      return nil
    }
    let born = row.read(.birthDate, &findings) { CalendarDate(parsing: $0) }
    mentions.insert(name)
    if let born { mentions.insert("\(name) (\(born))") }
    let kind: RecordFinding
    switch names.resolve(name, from: born == nil ? row.organisation : nil) {
    case .person(let person): return person
    case .ambiguous(let fitting):
      let known = fitting.filter { born != nil && people[$0]?.birthDate == born }
      if known.count == 1 { return known[0] }
      let undated = fitting.filter { people[$0]?.birthDate == nil }
      if let one = names.one(of: undated, from: row.organisation) { return one }
      kind = .ambiguous(name: name, candidates: fitting.map(\.rawValue), isRule: isRule)
    case .unknown(let suggestions):
      kind = .nobody(name: name, suggestions: suggestions.map(\.rawValue), isRule: isRule)
    }
    findings.append(Finding(.record(kind), at: row.place(.name)))
    return nil
  }

  /// Somebody whom a row names beside.
  mutating func partner(
    _ name: String, from organisation: Term?, at place: Place, _ findings: inout [Finding]
  ) -> PersonID? {
    mentions.insert(name)
    let kind: RecordFinding
    switch names.resolve(name, from: organisation) {
    case .person(let person): return person
    case .ambiguous(let people):
      kind = .partnerAmbiguous(name: name, candidates: people.map(\.rawValue))
    case .unknown(let suggestions):
      kind = .partnerUnknown(name: name, suggestions: suggestions.map(\.rawValue))
    }
    findings.append(Finding(.record(kind), at: place))
    return nil
  }
}
