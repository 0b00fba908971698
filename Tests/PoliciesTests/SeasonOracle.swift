import Mentorship

/// Tries every way to give mentors to the mentees of a small season, and asks the rules as a curator
/// would read them: from names, questionnaires and settings alone.
struct SeasonOracle {
  struct Value: Equatable {
    let matched: Int
    let total: Int
  }

  /// A mentee's seat, with the mentor if there is one.
  typealias Choice = (mentee: Questionnaire, mentor: Questionnaire?)

  let season: Season
  private let mentees: [Questionnaire]
  private let mentors: [Questionnaire]
  private let options: [[(mentor: Questionnaire, points: Int)]]
  /// Values of everything allowed, with whom they serve.
  private lazy var allowed = everything()

  /// Points and eligible pairs are those of the scored season; everything else is read again.
  init(_ scored: ScoredSeason) {
    season = scored.season
    mentees = scored.mentees
    mentors = scored.mentors.map(\.questionnaire)
    options = scored.candidates.map { mine in
      mine.map { (scored.mentors[$0.mentor].questionnaire, $0.points) }
    }
  }

  /// The best value, of those with some mentee in it; `nil` when the rules allow nothing.
  mutating func best(with mentee: Int? = nil) -> Value? {
    let coverage = season.coverage
    return allowed.filter { mentee.map($0.served.contains) ?? true }.map(\.value)
      .max {
        coverage == .first
          ? ($0.matched, $0.total) < ($1.matched, $1.total) : $0.total < $1.total
      }
  }

  private func everything() -> [(served: Set<Int>, value: Value)] {
    var found: [(served: Set<Int>, value: Value)] = []
    var choices: [Choice] = []
    func extend(_ index: Int, _ served: Set<Int>, _ total: Int) {
      guard index < mentees.count else {
        if allows(choices) {
          found.append((served, Value(matched: served.count, total: total)))
        }
        return
      }
      choices.append((mentees[index], nil))
      extend(index + 1, served, total)
      for option in options[index] {
        choices[index] = (mentees[index], option.mentor)
        extend(index + 1, served.union([index]), total + option.points)
      }
      choices.removeLast()
    }
    extend(0, [], 0)
    return found
  }

  func allows(_ choices: [Choice]) -> Bool {
    if season.coverage == .all, choices.contains(where: { $0.mentor == nil }) { return false }
    let pinsHold = season.pins.allSatisfy { pin in
      choices.contains {
        $0.mentee.person == pin.mentee && $0.mentee.form == pin.form
          && $0.mentor?.person == pin.mentor
      }
    }
    return pinsHold && mentors.allSatisfy { groupHolds($0, choices) } && setsHold(choices)
      && season.quotas.allSatisfy { holds($0, choices) }
  }

  private func groupHolds(_ mentor: Questionnaire, _ choices: [Choice]) -> Bool {
    let group = choices.filter { $0.mentor == mentor }.map(\.mentee)
    guard let form = season.forms.first(where: { $0.code == mentor.form }) else { return false }
    let everywhere = choices.count { $0.mentor?.person == mentor.person }
    if everywhere > mentor.totalCapacity ?? .max { return false }
    if group.count > min(mentor.capacity ?? form.defaultCapacity, form.capacityLimit) {
      return false
    }
    let needed = max(form.group.minimum, mentor.minimum ?? 0)
    if group.isEmpty { return form.group.minimumIs == .ifOpen || needed == 0 }
    return group.count >= needed && compositionHolds(group, form.group)
  }

  private func compositionHolds(_ group: [Questionnaire], _ rules: GroupRules) -> Bool {
    let people = group.compactMap { season.people[$0.person] }
    if let experienced = rules.experienced {
      let count = people.count { person in
        let isByYears =
          experienced.years != nil && person.experience != nil
          && (person.experience ?? Years(0)) >= (experienced.years ?? Years(0))
        let isByGrade =
          experienced.grade != nil && person.grade != nil
          && (person.grade?.number ?? 0) >= (experienced.grade ?? 0)
        return isByYears || isByGrade
      }
      if count < experienced.atLeast { return false }
    }
    if let most = rules.sameClassAtMost {
      for one in group {
        let grade = season.people[one.person]?.grade
        let school = one.organisation ?? season.organisation
        let mates = group.count {
          season.people[$0.person]?.grade == grade
            && ($0.organisation ?? season.organisation) == school
        }
        if grade != nil, mates > most { return false }
      }
    }
    guard let span = rules.ageSpanAtMost else { return true }
    return people.allSatisfy { one in
      people.allSatisfy { other in
        if let first = one.birthDate, let second = other.birthDate {
          return abs(first.age(on: season.date) - second.age(on: season.date)) <= span
        }
        guard let first = one.grade, let second = other.grade else { return true }
        return abs(first.number - second.number) <= span
      }
    }
  }

  private func setsHold(_ choices: [Choice]) -> Bool {
    let forms = season.forms.map(\.code)
    func chosen(_ set: MenteeSet, _ form: FormCode) -> [Choice] {
      guard set.form == nil || set.form == form else { return [] }
      return choices.filter { $0.mentee.form == form && set.people.contains($0.mentee.person) }
    }
    let apartHold = season.apart.allSatisfy { set in
      forms.allSatisfy { form in
        let mentors = chosen(set, form).compactMap { $0.mentor?.person }
        return Set(mentors).count == mentors.count
      }
    }
    let togetherHold = season.together.allSatisfy { set in
      forms.allSatisfy { form in
        let members = chosen(set, form)
        return members.count < set.people.count || Set(members.map { $0.mentor?.person }).count == 1
      }
    }
    return apartHold && togetherHold
  }

  private func holds(_ quota: PairQuota, _ choices: [Choice]) -> Bool {
    let selected = choices.filter { quota.mentees.selects($0.mentee, in: season) }
    let count = selected.count {
      $0.mentor.map { quota.mentors.selects($0, in: season) } ?? false
    }
    // 0.4 of them is the only share drawn.
    let share = quota.share == nil ? 0 : (selected.count * 4 + 9) / 10
    return count >= quota.atLeast ?? 0 && count >= share && count <= quota.atMost ?? .max
  }
}
