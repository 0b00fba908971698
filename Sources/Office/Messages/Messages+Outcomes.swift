import Mentorship
import Policies

extension Messages {
  /// What the result is worth, and who vouches for it.
  func proof(_ report: MatchReport) -> String {
    let goal = goal(report)
    guard case .proposed(_, true) = report.outcome else {
      return say(
        "Поиск остановлен по времени: это лучшее из найденного (\(goal)).",
        "Stopped by the time limit: this is the best found (\(goal)).")
    }
    // Where rules over several people bind, no certificate but a solver's bound speaks for the optimum.
    guard report.isCertified else {
      return say(
        "Лучше невозможно (\(goal)): так посчитал точный решатель; правила и баллы проверены"
          + " независимо\u{a0}✓",
        "No better set of pairs exists (\(goal)): by an exact solver; rules and points checked"
          + " independently\u{a0}✓")
    }
    return say(
      "Лучше невозможно (\(goal)): доказано и проверено независимо\u{a0}✓",
      "No better set of pairs exists (\(goal)): proven and checked independently\u{a0}✓")
  }

  private func goal(_ report: MatchReport) -> String {
    switch (report.season.coverage, report.policy) {
    case (.all, _):
      say("каждый с наставником, затем больше баллов", "everyone has a mentor, then most points")
    case (_, .coverageFirst):
      say("сначала больше пар, затем больше баллов", "most pairs first, then most points")
    case (_, .maxPoints): say("больше баллов", "most points")
    case (_, .bottleneck):
      say(
        "сначала больше пар, затем худшая пара как можно лучше, затем больше баллов",
        "most pairs first, then the worst pair as good as possible, then most points")
    case (_, .leximin):
      say(
        "сначала больше пар, затем слабые пары как можно лучше, начиная с худшей",
        "most pairs first, then weak pairs as good as possible, from the worst up")
    case (_, .evenLoad):
      say(
        "сначала больше пар, затем нагрузка поровну, затем больше баллов",
        "most pairs first, then even loads, then most points")
    case (_, .maxSizeStable):
      say(
        "больше пар, при которых никакие двое не предпочли бы друг друга",
        "most pairs among those where no two would both rather have each other")
    case (_, .egalitarianStable):
      say(
        "лучшие места в списках обеих сторон при устойчивых парах",
        "best places in both sides' lists among stable pairs")
    case (_, .minBlocking):
      say(
        "сначала больше пар, затем меньше тех, кто предпочёл бы друг друга",
        "most pairs first, then fewest who would both rather have each other")
    }
  }

  /// Why the season has no proposal, and what would mend it.
  func text(_ impossibility: Impossibility) -> String {
    switch impossibility {
    case .shortage(let shortage): text(shortage)
    case .conflict(let conflict): text(conflict)
    }
  }

  private func text(_ conflict: RuleConflict) -> String {
    let rules = conflict.rules.map(text).joined(separator: "; ")
    return conflict.rules.count == 1
      ? say("Проекта нет, правило невыполнимо: ", "No proposal, a rule cannot hold: ") + rules + "."
        + (conflict.changes.isEmpty
          ? say(" Снимите или смягчите его.", " Drop or relax it.") : text(conflict.changes))
      : say("Проекта нет, вместе невыполнимо: ", "No proposal, these cannot all hold: ") + rules
        + "."
        + (conflict.changes.isEmpty
          ? say(" Снимите или смягчите что-то из этого.", " Drop or relax one of them.")
          : text(conflict.changes))
  }

  private func text(_ shortage: Shortage) -> String {
    let start = say(
      "Подобрать наставника каждому невозможно. ", "Not everyone can have a mentor. ")
    let people = shortage.mentees.map { "\($0.person.rawValue) (\(title($0.form)))" }
    let cause =
      shortage.mentors.isEmpty
      ? say(
        "Ни одного подходящего наставника нет у: \(list(people)).",
        "No mentor is eligible for: \(list(people)).")
      : say(
        "Нужно \(places(shortage.needed)): \(list(people)); подходящие наставники"
          + " (\(names(shortage.mentors))) дают \(places(shortage.places)).",
        "\(places(shortage.needed)) needed: \(list(people)); the eligible mentors"
          + " (\(names(shortage.mentors))) have \(places(shortage.places)).")
    return start + cause
      + text(shortage.changes)
      + say(
        " Добавьте места, смягчите правила или поставьте в season.yaml «coverage: first».",
        " Add places, relax a rule, or set “coverage: first” in season.yaml.")
  }

  /// Everybody once, however many seats.
  private func names(_ seats: [Seat]) -> String {
    var names: [String] = []
    for seat in seats where !names.contains(seat.person.rawValue) {
      names.append(seat.person.rawValue)
    }
    return list(names)
  }
}
