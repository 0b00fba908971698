import Mentorship

/// Finds people of a season who may be one, and says so where they stand.
struct DoubleReader {
  /// The most likely first.
  private(set) var doubles: [PossibleDouble] = []
  private(set) var findings: [Finding] = []

  /// - Parameters:
  ///   - people: By id.
  ///   - rows: Where they stand.
  ///   - ids: Whose each row is.
  ///   - different: Names that the curator says are different people's.
  init(
    people: [PersonID: Person], rows: [QuestionnaireRow], ids: [PersonID], different: [[Mention]]
  ) {
    var traits: [PersonID: DoubleSearch.Traits] = [:]
    var places: [PersonID: Place] = [:]
    for (row, id) in zip(rows, ids) {
      guard let person = people[id] else { continue }
      var known = traits[id] ?? DoubleSearch.Traits(person)
      known.statedID = known.statedID ?? row.facts.id
      if let organisation = row.answers.organisation { known.organisations.insert(organisation) }
      known.parts.formUnion(row.forms.map { "\($0.rawValue) \(row.role.rawValue)" })
      traits[id] = known
      places[id] = places[id] ?? row.namePlace
    }
    let apart = apart(different, people)
    doubles = DoubleSearch(Array(traits.values)).doubles(different: apart)
    findings += doubles.compactMap { double in
      let found = [places[double.first], places[double.second]].compactMap(\.self)
      return found.max().map { Finding(.identity(.possibleDouble(double)), at: $0) }
    }
  }

  /// Whether a finding about namesakes says less than the one about them as possible doubles.
  func coversNamesake(_ finding: Finding) -> Bool {
    guard case .identity(.namesakeElsewhere) = finding.kind else { return false }
    return findings.contains { $0.place == finding.place }
  }

  private mutating func apart(
    _ groups: [[Mention]], _ people: [PersonID: Person]
  ) -> Set<UnorderedPair> {
    guard !groups.isEmpty else { return [] }
    var resolver = NameResolver(people.values)
    var pairs: Set<UnorderedPair> = []
    for group in groups {
      var members: [PersonID] = []
      for mention in group {
        switch resolver.resolve(mention.name) {
        case .person(let person): members.append(person)
        // Initials fit their own full name too: all of them are meant, but not each other.
        case .ambiguous(let candidates):
          let kind = IdentityFinding.ambiguous(
            name: mention.name, candidates: candidates.map(\.rawValue))
          findings.append(Finding(.identity(kind), at: mention.place))
        case .unknown(let suggestions):
          let kind = IdentityFinding.stranger(
            name: mention.name, suggestions: suggestions.map(\.rawValue))
          findings.append(Finding(.identity(kind), at: mention.place))
        }
      }
      for (index, one) in members.enumerated() {
        for other in members[(index + 1)...] {
          if one == other, let place = group.first?.place {
            let kind = IdentityFinding.sameAndDifferent(
              first: group[0].name, second: group[group.count - 1].name)
            findings.append(Finding(.identity(kind), at: place))
          } else {
            pairs.insert(UnorderedPair(one, other))
          }
        }
      }
    }
    return pairs
  }
}
