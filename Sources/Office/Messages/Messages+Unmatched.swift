public import Mentorship

extension Messages {
  /// Why a person stays without a partner, in one or two sentences.
  public func text(_ reason: UnmatchedReason) -> String {
    switch reason {
    case .excluded(let gates): gates.map(text).joined(separator: "; ")
    case .noEligibleMentor(let removals, let mentorCount): text(removals, mentorCount: mentorCount)
    case .crowdedOut(let crowding): text(crowding)
    case .bottleneck(.coverage(let lost)):
      say(
        "если назначить наставника, без него останутся другие: "
          + count(lost + 1, ("человек", "человека", "человек"), ("", "")),
        "with a mentor for this one, " + count(lost + 1, ("", "", ""), ("other", "others"))
          + " would lose theirs")
    case .bottleneck(.impossible):
      say(
        "все подходящие места заняты закреплёнными парами",
        "every suitable place is taken by pinned pairs")
    }
  }

  private func text(_ removals: [ScoredSeason.Removal], mentorCount: Int) -> String {
    guard mentorCount > 0 else {
      return say("в этой форме нет ни одного наставника", "the form has no mentor at all")
    }
    let rules = removals.map { removal in
      let alone =
        removal.alone > 0
        ? say(", только оно — у \(removal.alone)", ", alone for \(removal.alone)") : ""
      return say(
        "«\(text(removal.rule))» — не выполнено у \(removal.count)\(alone)",
        "“\(text(removal.rule))” fails for \(removal.count)\(alone)")
    }
    return say(
      "ни один наставник формы (\(mentorCount)) не подходит по правилам: ",
      "no mentor of the form (\(mentorCount)) passes the rules: ")
      + rules.joined(separator: "; ")
  }

  private func text(_ crowding: Crowding) -> String {
    var sentences: [String] = []
    if let deficit = crowding.deficit {
      let names = shortList(deficit.mentors)
      sentences.append(
        say(
          "мест не хватает: \(mentees(deficit.mentees.count)) на \(places(deficit.places))"
            + " (\(names)); ещё одно место здесь — ещё одна пара",
          "too few places: \(mentees(deficit.mentees.count)) for \(places(deficit.places))"
            + " (\(names)); one more place here is one more pair"))
    }
    sentences.append(price(crowding))
    return sentences.joined(separator: ". ")
  }

  /// A few names, and how many more.
  private func shortList(_ people: [PersonID]) -> String {
    let shown = people.count > 6 ? 5 : people.count
    let names = people.prefix(shown).map { PersonName($0.rawValue).short }
    guard shown < people.count else { return list(names) }
    return names.joined(separator: ", ")
      + say(" и ещё \(people.count - shown)", " and \(people.count - shown) more")
  }

  private func price(_ crowding: Crowding) -> String {
    let cost =
      crowding.price == 0
      ? say("без потери баллов", "at no cost in points")
      : say("ценой \(points(crowding.price))", "at a cost of \(points(crowding.price))")
    guard !crowding.displaced.isEmpty else {
      return say("Можно взять \(cost)", "Can be brought in \(cost)")
    }
    let names = shortList(crowding.displaced)
    return say(
      "Можно взять вместо: \(names) — \(cost)", "Could be brought in instead of \(names) \(cost)")
  }
}
