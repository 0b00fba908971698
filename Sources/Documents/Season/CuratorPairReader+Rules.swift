import Mentorship

/// Together, apart and quotas: their names, as strictly as those of pins.
extension CuratorPairReader {
  mutating func sets(_ mentions: [MenteeSetMention]) -> [MenteeSet] {
    mentions.compactMap { mention in
      var people: [PersonID] = []
      var isComplete = true
      for name in mention.people {
        guard let person = person(name, Scope(role: .mentee, form: mention.form)) else {
          isComplete = false
          continue
        }
        if people.contains(person) {
          findings.append(Finding(.rule(.memberTwice(name: name.name)), at: name.place))
          isComplete = false
        } else {
          people.append(person)
        }
      }
      guard isComplete else { return nil }
      return MenteeSet(
        people: people, form: mention.form, reason: mention.reason, place: mention.place)
    }
  }

  mutating func quotas(_ mentions: [QuotaMention]) -> [PairQuota] {
    var names: Set<Term> = []
    return mentions.compactMap { mention in
      if !names.insert(Term(mention.name)).inserted {
        findings.append(Finding(.rule(.quotaTwice(quota: mention.name)), at: mention.place))
      }
      let mentees = filter(mention.mentees, .mentee)
      let mentors = filter(mention.mentors, .mentor)
      guard let mentees, let mentors else { return nil }
      return PairQuota(
        name: mention.name, mentees: mentees, mentors: mentors, atLeast: mention.atLeast,
        atMost: mention.atMost, share: mention.share, place: mention.place)
    }
  }

  /// - Returns: `nil`, with findings, when a name means nobody there, or two.
  private mutating func filter(_ mention: FilterMention, _ role: Role) -> PeopleFilter? {
    var filter = mention.filter
    guard let names = mention.people else { return filter }
    let form = filter.forms.flatMap { $0.count == 1 ? $0[0] : nil }
    let people = names.compactMap { person($0, Scope(role: role, form: form)) }
    filter.people = people
    return people.count == names.count ? filter : nil
  }
}
