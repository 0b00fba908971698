/// Holds decoded pairs against the rules over several people, from the people alone.
///
/// It knows nothing of seats, kinds of age or bounds: what an encoding makes of the rules is what it
/// is there to doubt.
struct GroupCheck {
  private let season: Season
  private let eligibility: Eligibility
  /// Those who take part.
  private let mentees: [Questionnaire]
  private let mentors: [Questionnaire]

  init(season: Season, eligibility: Eligibility) {
    self.season = season
    self.eligibility = eligibility
    let present = season.questionnaires.filter { eligibility.gates($0).isEmpty }
    mentees = present.filter { $0.role == .mentee }
    mentors = present.filter { $0.role == .mentor }
  }

  func violations(of pairs: [ProposedPair]) -> [ProposalCheck.Violation] {
    let groups = Dictionary(grouping: pairs) { Seat($0.mentor, in: $0.form) }
    return mentors.flatMap { mentor in
      let group = groups[Seat(mentor.person, in: mentor.form)] ?? []
      return violations(of: group, mentor: mentor)
    } + season.apart.flatMap { apart($0, pairs) } + season.together.flatMap { together($0, pairs) }
      + season.quotas.compactMap { violation(of: $0, pairs) }
  }

  private func violations(
    of group: [ProposedPair], mentor: Questionnaire
  ) -> [ProposalCheck.Violation] {
    guard let rules = season.forms.first(where: { $0.code == mentor.form })?.group else {
      return []
    }
    var violations: [ProposalCheck.Violation] = []
    let minimum = eligibility.minimum(of: mentor)
    if group.count < minimum, !group.isEmpty || rules.minimumIs == .always {
      violations.append(
        .groupTooSmall(mentor.person, mentor.form, load: group.count, minimum: minimum))
    }
    let people = group.compactMap { season.people[$0.mentee] }
    if let experienced = rules.experienced, !group.isEmpty {
      let count = people.count(where: experienced.counts)
      if count < experienced.atLeast {
        violations.append(.tooFewExperienced(mentor: mentor.person, count: count))
      }
    }
    if let most = rules.sameClassAtMost {
      let classes = Dictionary(grouping: group) { schoolClass(of: $0) }
      for case (let one?, let members) in classes where members.count > most {
        violations.append(
          .sameClass(mentor: mentor.person, one.grade, count: members.count))
      }
    }
    for (index, one) in people.enumerated() {
      for other in people[(index + 1)...] where rules.isTooWide(one, other, on: season.date) {
        violations.append(.tooFarInAge(mentor: mentor.person, one.id, other.id))
      }
    }
    return violations
  }

  private func schoolClass(of pair: ProposedPair) -> SchoolClass? {
    guard let person = season.people[pair.mentee],
      let questionnaire = mentees.first(where: {
        $0.person == pair.mentee && $0.form == pair.form
      })
    else { return nil }
    return SchoolClass(person, questionnaire, in: season)
  }

  private func apart(_ set: MenteeSet, _ pairs: [ProposedPair]) -> [ProposalCheck.Violation] {
    let people = Set(set.people)
    let mine = pairs.filter {
      people.contains($0.mentee) && (set.form == nil || set.form == $0.form)
    }
    let groups = Dictionary(grouping: mine) { Seat($0.mentor, in: $0.form) }
    return groups.filter { $1.count > 1 }.map { .notApart($1.map(\.mentee), $0.form) }
  }

  private func together(_ set: MenteeSet, _ pairs: [ProposedPair]) -> [ProposalCheck.Violation] {
    season.forms.map(\.code).filter { set.form == nil || set.form == $0 }
      .compactMap { form -> ProposalCheck.Violation? in
        let applied = season.questionnaires.filter { $0.form == form && $0.role == .mentee }
        guard Set(set.people).isSubset(of: applied.map(\.person)) else { return nil }
        let present = set.people.filter { person in
          mentees.contains { $0.person == person && $0.form == form }
        }
        let mentors = present.map { person in
          pairs.first { $0.mentee == person && $0.form == form }?.mentor
        }
        return Set(mentors).count > 1 ? .notTogether(present, form) : nil
      }
  }

  private func violation(
    of quota: PairQuota, _ pairs: [ProposedPair]
  ) -> ProposalCheck.Violation? {
    let selected = mentees.filter { quota.mentees.selects($0, in: season) }
    let takers = Set(selected.map { Seat($0.person, in: $0.form) })
    let givers = Set(
      mentors.filter { quota.mentors.selects($0, in: season) }
        .map { Seat($0.person, in: $0.form) })
    let count = pairs.count {
      takers.contains(Seat($0.mentee, in: $0.form)) && givers.contains(Seat($0.mentor, in: $0.form))
    }
    let isKept = count >= quota.least(of: selected.count) && count <= quota.atMost ?? .max
    return isKept ? nil : .quotaBroken(quota.name, count: count)
  }
}
