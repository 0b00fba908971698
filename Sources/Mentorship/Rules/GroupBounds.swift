/// What the groups of a season may be made of, as bounds on pairs, mentor by mentor.
///
/// People of one age are one kind: "where somebody of this age is, nobody of those ages" is a bound for
/// each kind, not one for each two people, and so stays short in a school of any size.
struct GroupBounds {
  private let season: Season
  private let seats: Seats
  /// By mentor: the eligible mentees, ascending.
  private let eligible: [[Int]]

  init(season: Season, seats: Seats, candidates: [[ScoredSeason.Candidate]]) {
    self.season = season
    self.seats = seats
    var eligible = [[Int]](repeating: [], count: seats.mentors.count)
    for (mentee, mine) in candidates.enumerated() {
      for candidate in mine { eligible[candidate.mentor].append(mentee) }
    }
    self.eligible = eligible
  }

  func all(_ findings: inout [Finding]) -> [SideRules.Bound] {
    season.forms.flatMap { form -> [SideRules.Bound] in
      report(form, &findings)
      return seats.mentors.indices
        .filter { seats.mentors[$0].questionnaire.form == form.code }
        .flatMap { mentor in
          let seat = Seat(seats.mentors[mentor].questionnaire.person, in: form.code)
          return sameClass(form.group, mentor, seat) + ageSpan(form.group, mentor, seat)
            + experienced(form.group, mentor, seat)
        }
    }
  }

  private func person(_ mentee: Int) -> Person? { season.people[seats.mentees[mentee].person] }

  private func sameClass(_ rules: GroupRules, _ mentor: Int, _ seat: Seat) -> [SideRules.Bound] {
    guard let most = rules.sameClassAtMost, seats.mentors[mentor].capacity > most else { return [] }
    var order: [SchoolClass] = []
    var members: [SchoolClass: [Int]] = [:]
    for mentee in eligible[mentor] {
      guard let person = person(mentee),
        let mine = SchoolClass(person, seats.mentees[mentee], in: season)
      else { continue }
      if members[mine] == nil { order.append(mine) }
      members[mine, default: []].append(mentee)
    }
    return order.compactMap { one in
      guard let mentees = members[one], mentees.count > most else { return nil }
      return SideRules.Bound(
        rule: .sameClass(mentor: seat, one.grade, atMost: most), mentees: mentees,
        mentors: [mentor], atMost: most)
    }
  }

  /// People who are as far from everybody else as each other.
  private enum Kind: Hashable {
    case age(Int, grade: Int?)
    case grade(Int)
  }

  private func ageSpan(_ rules: GroupRules, _ mentor: Int, _ seat: Seat) -> [SideRules.Bound] {
    guard let span = rules.ageSpanAtMost, seats.mentors[mentor].capacity > 1 else { return [] }
    var kinds: [(someone: Person, members: [Int])] = []
    var indices: [Kind: Int] = [:]
    for mentee in eligible[mentor] {
      guard let person = person(mentee), let kind = kind(of: person) else { continue }
      if let index = indices[kind] {
        kinds[index].members.append(mentee)
      } else {
        indices[kind] = kinds.count
        kinds.append((person, [mentee]))
      }
    }
    return kinds.indices.compactMap { index in
      let others = kinds[(index + 1)...]
        .filter { rules.isTooWide(kinds[index].someone, $0.someone, on: season.date) }
        .flatMap(\.members)
      guard !others.isEmpty else { return nil }
      return SideRules.Bound(
        rule: .ageSpan(mentor: seat, atMost: span), mentees: others.sorted(), mentors: [mentor],
        atMost: 0, when: kinds[index].members)
    }
  }

  private func kind(of person: Person) -> Kind? {
    if let age = person.birthDate?.age(on: season.date) {
      return .age(age, grade: person.grade?.number)
    }
    return person.grade.map { .grade($0.number) }
  }

  private func experienced(_ rules: GroupRules, _ mentor: Int, _ seat: Seat) -> [SideRules.Bound] {
    guard let experienced = rules.experienced, !eligible[mentor].isEmpty else { return [] }
    let members = eligible[mentor].filter { person($0).map(experienced.counts) ?? false }
    if experienced.atLeast == 1, members.count == eligible[mentor].count { return [] }
    return [
      SideRules.Bound(
        rule: .experienced(mentor: seat, atLeast: experienced.atLeast), mentees: members,
        mentors: [mentor], atLeast: experienced.atLeast, when: eligible[mentor])
    ]
  }

  /// Facts that a rule would need, and people who could make it hold.
  private func report(_ form: Form, _ findings: inout [Finding]) {
    let mentees = seats.mentees.filter { $0.form == form.code }
    guard let first = mentees.first else { return }
    func report(_ rule: RuleFinding.GroupRule, _ isUnknown: (Person) -> Bool) {
      let unknown = mentees.filter { season.people[$0.person].map(isUnknown) ?? false }
      guard let one = unknown.first else { return }
      let names = unknown.map(\.person.rawValue)
      let kind = RuleFinding.unchecked(rule, form: form.code, names: names)
      findings.append(Finding(.rule(kind), at: one.place))
    }
    if form.group.sameClassAtMost != nil { report(.sameClass) { $0.grade == nil } }
    if form.group.ageSpanAtMost != nil {
      report(.ageSpan) { $0.birthDate == nil && $0.grade == nil }
    }
    if let experienced = form.group.experienced,
      !mentees.contains(where: { season.people[$0.person].map(experienced.counts) ?? false })
    {
      findings.append(Finding(.rule(.nobodyExperienced(form: form.code)), at: first.place))
    }
  }
}
