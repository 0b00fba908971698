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
    var indices: [PersonID: Int] = [:]
    var traits: [DoubleSearch.Traits] = []
    var firstRows: [Int] = []
    for (row, id) in ids.enumerated() {
      guard
        let index = indices[id]
          ?? people[id].map({ person in
            traits.append(DoubleSearch.Traits(person))
            firstRows.append(row)
            return traits.count - 1
          })
      else { continue }
      indices[id] = index
      traits[index].take(rows[row])
    }
    let apart = apart(different, people)
    doubles = DoubleSearch(traits).doubles(different: apart)
    findings += doubles.compactMap { double in
      let found = [double.first, double.second].compactMap { indices[$0] }
        .map { rows[firstRows[$0]].namePlace }
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

extension DoubleSearch.Traits {
  /// Takes what one more row of the person says.
  fileprivate mutating func take(_ row: QuestionnaireRow) {
    statedID = statedID ?? row.facts.id
    if let organisation = row.answers.organisation { organisations.insert(organisation) }
    parts.formUnion(row.forms.map { "\($0.rawValue) \(row.role.rawValue)" })
  }
}
