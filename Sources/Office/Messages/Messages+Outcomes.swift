import Mentorship
import Policies

extension Messages {
  /// What the result is worth, and who vouches for it.
  func proof(_ report: MatchReport) -> String {
    let goal =
      switch report.policy {
      case .coverageFirst:
        say("сначала больше пар, затем больше баллов", "first more pairs, then more points")
      case .maxPoints: say("больше баллов", "more points")
      }
    guard case .proposed(_, true) = report.outcome else {
      return say(
        "Поиск остановлен по времени: лучшее из найденного (\(goal)).",
        "Stopped by the time limit: the best found (\(goal)).")
    }
    return say(
      "Лучше невозможно (\(goal)): доказано и проверено независимо ✓",
      "Nothing is better (\(goal)): proven and checked independently ✓")
  }

  /// Why the season has no proposal.
  func text(_ impossibility: Impossibility) -> String {
    switch impossibility {
    case .shortage(let mentees, let mentors, let needed, let places):
      shortage(mentees, mentors, needed: needed, places: places)
    case .pins(let pairs, let limits):
      say(
        "Проекта нет: закреплённые пары не умещаются. ",
        "No proposal: the pinned pairs do not fit. ")
        + pairs.map { "\($0.mentee.rawValue) – \($0.mentor.rawValue)" }.joined(separator: "; ")
        + say(". Предел исчерпан у: ", ". The limit is reached by: ")
        + list(limits.map(\.rawValue))
        + say(
          ". Снимите закрепление или увеличьте число мест.", ". Drop a pin or add a place.")
    }
  }

  private func shortage(
    _ mentees: [PersonID], _ mentors: [PersonID], needed: Int, places: Int
  ) -> String {
    let names = list(mentees.map(\.rawValue))
    let start = say(
      "Подобрать наставника каждому невозможно. ", "Not everyone can have a mentor. ")
    guard !mentors.isEmpty else {
      return start
        + say("Ни одного подходящего наставника нет у: \(names).", "No eligible mentor: \(names).")
    }
    return start
      + say(
        "\(names): нужно \(self.places(needed)), а подходящие наставники"
          + " (\(list(mentors.map(\.rawValue)))) дают \(places).",
        "\(names) need \(self.places(needed)), but the eligible mentors"
          + " (\(list(mentors.map(\.rawValue)))) have \(places).")
      + say(
        " Добавьте места, смягчите правила или поставьте в season.yaml «coverage: first».",
        " Add places, relax a rule, or set “coverage: first” in season.yaml.")
  }
}
