import Mentorship
import Policies
import Problems

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

  /// What pairs made by hand would come to, beside the proposal's.
  func text(_ made: HandMade, matched: Int, total: Int) -> String {
    let (own, other) = (
      "\(pairs(matched)), \(points(total))",
      "\(pairs(made.objective.matched)), \(points(made.objective.total))"
    )
    let breach =
      made.keepsRules
      ? ""
      : say("; притом нарушались бы правила", "; and rules would be broken")
    return say(
      "Вручную (сначала взаимные первые выборы, потом лучшие из оставшихся): \(other)\(breach);"
        + " здесь: \(own).",
      "By hand (mutual first choices, then the best of what is left): \(other)\(breach);"
        + " here: \(own).")
  }

  /// What is best, goal by goal.
  private func goal(_ report: MatchReport) -> String {
    guard let chain = report.aim.chain else { return report.aim.name }
    let isForAll = report.season.coverage == .all
    var words = chain.goals.filter { !isForAll || $0 != .matched }.map(text)
    if isForAll {
      words.insert(say("каждый с наставником", "everyone has a mentor"), at: 0)
    } else if words.count > 1 {
      words[0] = say("сначала \(words[0])", "\(words[0]) first")
    }
    let stable = say(
      "; никакие двое не предпочли бы друг друга", "; no two would rather have each other")
    return words.joined(separator: say(", затем ", ", then ")) + (chain.isStable ? stable : "")
  }

  private func text(_ goal: Goal) -> String {
    switch goal {
    case .matched: say("больше пар", "most pairs")
    case .points: say("больше баллов", "most points")
    case .worst: say("худшая пара как можно лучше", "the worst pair as good as possible")
    case .leximin:
      say("слабые пары как можно лучше, начиная с худшей", "weak pairs as good as possible")
    case .nash: say("баллы поровну и больше (Нэш)", "points even and many (Nash)")
    case .rankProfile:
      say("больше первых мест, потом вторых и так далее", "most first places, then second ones, …")
    case .generous:
      say("меньше последних мест, потом предпоследних", "fewest last places, then the next, …")
    case .ranks: say("лучшие места в списках наставляемых", "best places in the mentees' lists")
    case .bothRanks: say("лучшие места в списках обеих сторон", "best places in both sides' lists")
    case .firstChoices: say("больше первых желаний", "most first choices")
    case .load: say("нагрузка поровну", "even loads")
    case .changes: say("меньше изменений", "fewest changes")
    case .waiting: say("кто ждёт дольше", "those who wait longest")
    case .blockingPairs:
      say("меньше тех, кто предпочёл бы друг друга", "fewest who would rather have each other")
    }
  }

  /// Why the season has no proposal, and what would mend it.
  func text(_ impossibility: Impossibility) -> String {
    switch impossibility {
    case .shortage(let shortage): text(shortage)
    case .conflict(let conflict): text(conflict)
    case .nothingStable:
      say(
        "Проекта нет: при этих правилах всегда найдутся двое, кто предпочёл бы друг друга.",
        "No proposal: under these rules some two would always rather have each other.")
    }
  }

  private func text(_ conflict: RuleConflict) -> String {
    guard conflict.isMinimal else {
      return say(
        "Проекта нет: правила противоречат друг другу, но какие именно, за отведённое время не"
          + " выяснено.",
        "No proposal: the rules contradict each other, but time was too short to find out which.")
        + text(conflict.changes)
    }
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
