/// Where the register of consents and the questionnaires do not go together on the season's date.
struct PaperFindings {
  private let season: Season

  init(season: Season) { self.season = season }

  /// - Complexity: O(*n* log *n*) for *n* people.
  var findings: [Finding] {
    let people = season.people.values.filter { !$0.register.isEmpty }.sorted { $0.id < $1.id }
    return people.compactMap(contradiction) + people.compactMap(ageUnknown) + giversUnknown(people)
  }

  private func paper(of person: Person) -> ConsentRecord? {
    person.consent(.personalData, on: season.date, season.consentRules)
  }

  private func contradiction(_ person: Person) -> Finding? {
    guard let first = person.register.first(where: { $0.kind == .personalData }) else { return nil }
    let paper = paper(of: person)
    let isContradicted =
      switch person.consent {
      case .missing: false
      case .refused: paper != nil
      case .given: person.consent.isValid(on: season.date) && paper == nil
      }
    guard isContradicted else { return nil }
    let kind = RecordFinding.consentContradicted(name: person.id.rawValue, holds: paper != nil)
    return Finding(.record(kind), at: (paper ?? first).place)
  }

  /// A pupil who signed without it being known whether that is enough.
  private func ageUnknown(_ person: Person) -> Finding? {
    guard season.consentRules.representativeUntil > 0, person.birthDate == nil,
      person.grade != nil, let paper = paper(of: person), paper.giver == .own
    else { return nil }
    return Finding(.record(.consentAgeUnknown(name: person.id.rawValue)), at: paper.place)
  }

  /// Person by person, or once for a register that says it of nobody.
  private func giversUnknown(_ people: [Person]) -> [Finding] {
    let unknown = people.filter { $0.isMinor(on: season.date, season.consentRules) }
      .compactMap { person -> (Person, ConsentRecord)? in
        guard let paper = paper(of: person), paper.giver == nil else { return nil }
        return (person, paper)
      }
    let telling = Set(
      people.flatMap(\.register).filter { $0.giver != nil }.map(\.place.file))
    return Dictionary(grouping: unknown, by: { $0.1.place.file }).sorted { $0.key < $1.key }
      .flatMap { file, cases -> [Finding] in
        if cases.count > 1, !telling.contains(file) {
          let kind = RecordFinding.consentGiverUnknownInFile(count: cases.count)
          return [Finding(.record(kind), at: Place(file: file))]
        }
        return cases.map { person, paper in
          Finding(.record(.consentGiverUnknown(name: person.id.rawValue)), at: paper.place)
        }
      }
  }
}
