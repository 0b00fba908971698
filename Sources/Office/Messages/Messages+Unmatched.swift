public import Mentorship

extension Messages {
  /// Why a person stays without a partner in a form, in one or two sentences.
  public func text(_ reason: UnmatchedReason, in form: FormCode) -> String {
    switch reason {
    case .excluded(let gates): gates.map(text).joined(separator: "; ")
    case .noEligibleMentor(let removals, let mentorCount): text(removals, mentorCount: mentorCount)
    case .crowdedOut(let crowding):
      crowding.deficit.map { text($0, in: form) + ". " + sentence(price(crowding, in: form)) }
        ?? price(crowding, in: form)
    case .bottleneck(.coverage(let lost, let rules)):
      say(
        "если назначить наставника, без него останутся другие: "
          + count(lost + 1, ("человек", "человека", "человек"), ("", "")),
        "with a mentor for this one, " + count(lost + 1, ("", "", ""), ("other", "others"))
          + " would lose theirs")
        + (rules.isEmpty ? "" : say(", из-за правил: ", ", because of: ") + text(rules))
    case .bottleneck(.impossible([])):
      say(
        "все подходящие места заняты закреплёнными парами",
        "every suitable place is taken by pinned pairs")
    case .bottleneck(.impossible(let rules)):
      say("назначить наставника не дают правила: ", "a mentor for this one would break rules: ")
        + text(rules)
    case .undetermined:
      say(
        "точная причина не установлена: поиск остановлен или правило подбора особое",
        "no exact reason is known: the search was stopped, or the policy is a special one")
    }
  }

  /// `останется Иванов`, `останутся Иванов и Петров`.
  func stays(_ count: Int) -> String { count == 1 ? "останется" : "останутся" }

  /// With a capital letter.
  func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// A few rules, and how many more.
  func text(_ rules: [SeasonRule]) -> String {
    let shown = rules.prefix(4).map(text).joined(separator: "; ")
    let left = rules.count - 4
    return left > 0 ? shown + say(" и ещё \(left)", " and \(left) more") : shown
  }

  /// Who competes for which places.
  func text(_ deficit: Crowding.Deficit, in form: FormCode) -> String {
    let isOne = Set(deficit.mentors.map(\.person)).count == 1
    let owners = names(deficit.mentors, in: form)
    return say(
      "на \(places(deficit.places)) у \(isOne ? "наставника" : "наставников") (\(owners)) приходится"
        + " \(mentees(deficit.mentees.count)); ещё одно место здесь — ещё одна пара",
      "\(mentees(deficit.mentees.count)) compete for \(places(deficit.places)) of"
        + " \(isOne ? "this mentor" : "these mentors") (\(owners)); one more place here is one more pair"
    )
  }

  /// What bringing a person in costs, and whom.
  func price(_ crowding: Crowding, in form: FormCode) -> String {
    let cost =
      crowding.price == 0
      ? say("сумма баллов та же", "the total stays the same")
      : say(
        "сумма баллов −\(number(crowding.price))", "the total falls by \(number(crowding.price))")
    guard !crowding.displaced.isEmpty else {
      return say("можно взять: \(cost)", "can be brought in: \(cost)")
    }
    let people = names(crowding.displaced, in: form)
    return say(
      "если взять, без наставника \(stays(crowding.displaced.count)) \(people); \(cost)",
      "if brought in, \(people) would have no mentor; \(cost)")
  }

  /// A few names, and how many more; people of another form with its name.
  func names(_ seats: [Seat], in form: FormCode) -> String {
    var names: [String] = []
    for seat in seats {
      let form = seat.form == form ? "" : " (\(title(seat.form)))"
      let name = PersonName(seat.person.rawValue).short + form
      if !names.contains(name) { names.append(name) }
    }
    guard names.count > 6 else { return list(names) }
    return names.prefix(5).joined(separator: ", ")
      + say(" и ещё \(names.count - 5)", " and \(names.count - 5) more")
  }

  private func text(_ removals: [ScoredSeason.Removal], mentorCount: Int) -> String {
    guard mentorCount > 0 else {
      return say("в этой форме нет ни одного наставника", "the form has no mentor at all")
    }
    let rules = removals.map { removal in
      let alone =
        removal.alone > 0
        ? say(" (только это — у \(removal.alone))", " (the only obstacle for \(removal.alone))")
        : ""
      return say(
        "«\(text(removal.rule))» — не выполнено у \(removal.count)\(alone)",
        "“\(text(removal.rule))” fails for \(removal.count)\(alone)")
    }
    return say(
      "ни один из наставников формы (\(mentorCount)) не подходит: ",
      "none of the form's mentors (\(mentorCount)) fits: ")
      + rules.joined(separator: "; ")
  }
}
