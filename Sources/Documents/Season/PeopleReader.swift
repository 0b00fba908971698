import Mentorship

/// Decides which rows are about one person, and puts together what they say.
///
/// Rows of one full name are one person unless their birth dates contradict, or, of pupils without birth
/// dates, their schools; a row that fits two people who share the name is neither of them. A mapped `id` overrides
/// the name. The outcome does not depend on the order of rows, except that of contradictory facts the first stands.
struct PeopleReader {
  private(set) var people: [PersonID: Person] = [:]
  /// Whose row each is, in the order of the rows.
  private(set) var ids: [PersonID] = []

  /// `same` are sets of names that are one person's each, the first to go by; `organisation` is the season's.
  ///
  /// - Complexity: O(*n* log *n*) for *n* rows, as long as few people share a name.
  init(
    _ rows: [QuestionnaireRow], same: SameNames = SameNames(), organisation: Term? = nil,
    _ findings: inout [Finding]
  ) {
    var groups = PersonGroups(rows, same, organisation)
    groups.assign()
    let sharers = groups.sharers()
    let identifiers = Self.identifiers(groups, rows, sharers)
    for sharing in sharers where sharing.count > 1 {
      for group in sharing.dropFirst() {
        let row = rows[groups.members[group][0]]
        findings.append(
          Finding(Self.namesake(groups, sharing[0], group, row.name.full), at: row.namePlace))
      }
    }
    for (group, members) in groups.members.enumerated() {
      let stated = groups.statedNames[group].map { PersonName($0) }
      var merge = PersonMerge(
        id: identifiers[group], name: stated ?? rows[members[0]].name,
        aliases: stated.map { same.aliases(of: $0.full) } ?? [])
      for member in members { merge.take(rows[member]) }
      people[identifiers[group]] = merge.person
      findings += merge.findings
    }
    ids = groups.groupOfRow.map { identifiers[$0] }
  }

  /// What parts two people of one name.
  private static func namesake(
    _ groups: PersonGroups, _ first: Int, _ second: Int, _ name: String
  ) -> FindingKind {
    let dates = [first, second].compactMap { groups.birthDates[$0] }
    let organisations = [first, second].compactMap { groups.origin(ofGroup: $0)?.organisation }
    guard dates.count < 2, organisations.count == 2, groups.areElsewhere(first, second) else {
      return .namesake(name: name)
    }
    return .identity(.namesakeElsewhere(name: name, organisations: organisations.map(\.text)))
  }

  /// The full name; where people share it, with the birth date behind it, or else the organisation.
  private static func identifiers(
    _ groups: PersonGroups, _ rows: [QuestionnaireRow], _ sharers: [[Int]]
  ) -> [PersonID] {
    var used = Set(groups.explicitIDs.compactMap { $0.map { PersonID($0) } })
    var sharing: [Int: [Int]] = [:]
    for groups in sharers where groups.count > 1 {
      for group in groups { sharing[group] = groups }
    }
    return groups.members.indices.map { group in
      if let id = groups.explicitIDs[group] { return PersonID(id) }
      let name = groups.statedNames[group] ?? rows[groups.members[group][0]].name.full
      var id = name
      if let others = sharing[group] {
        if let birthDate = groups.birthDates[group] {
          id = "\(name) (\(birthDate))"
        } else if others.contains(where: { groups.areElsewhere(group, $0) }),
          let organisation = groups.origin(ofGroup: group)?.organisation
        {
          id = "\(name) (\(organisation.text))"
        }
      }
      // Somebody else's mapped id may be spelled like this name.
      var number = 2
      var person = PersonID(id)
      while !used.insert(person).inserted {
        person = PersonID("\(id) (\(number))")
        number += 1
      }
      return person
    }
  }
}
