import Mentorship
import Policies
import Problems

extension CaseText {
  private static let mostPoints = 24

  /// All of it, ending in a newline.
  public func text(_ report: FrontReport) -> String {
    let (points, headings) = (
      report.front.points, (words.heading(report.first), words.heading(report.second))
    )
    var lines = wrapped(
      messages.say(
        "Что чего стоит: «\(headings.0)» (\(direction(report.first))) и «\(headings.1)»"
          + " (\(direction(report.second))).",
        "What costs what: “\(headings.0)” (\(direction(report.first))) and “\(headings.1)”"
          + " (\(direction(report.second)))."))
    if points.count == 1 {
      lines += wrapped(
        messages.say(
          "Выбирать не приходится: одно решение лучшее в обоих отношениях.",
          "There is nothing to choose: one solution is the best in both."))
    } else {
      lines += wrapped(
        messages.say(
          "Каждая строка — решение, в котором одно нельзя улучшить, не ухудшив другого.",
          "In each of these solutions one cannot be improved without the other getting worse."))
    }
    lines += [""] + table(points, headings)
    lines += price(report, headings) + advice(report)
    if !report.front.isComplete {
      lines += wrapped(
        messages.say(
          "Поиск остановлен: время вышло, есть и другие точки.",
          "The search was stopped: time ran out, there are more points."))
    }
    return lines.page
  }

  private func table(
    _ points: [TradeOffPoint], _ headings: (String, String)
  ) -> [String] {
    let header = [headings.0, headings.1, messages.say("Пары", "Pairs")]
    let shown = points.spread(Self.mostPoints)
    let rows = shown.map { point in
      [
        words.text(point.first), words.text(point.second),
        messages.number(point.assignment.objective.matched),
      ]
    }
    // The number of pairs is said once.
    let isTwice = points.contains { $0.first.goal == .matched || $0.second.goal == .matched }
    let table = ([header] + rows).map { isTwice ? Array($0.prefix(2)) : $0 }
    let more = points.count - shown.count
    return TextLayout.table(table, indent: 2, rightAligned: [0, 1, 2])
      + (more > 0
        ? wrapped(
          messages.say(
            "и ещё \(messages.number(more)) между ними, все — с --json",
            "and \(messages.number(more)) more between them, all with --json"), indent: 2) : [])
  }

  /// What the best for the second goal costs in the first.
  private func price(_ report: FrontReport, _ headings: (String, String)) -> [String] {
    guard let first = report.front.points.first, let last = report.front.points.last,
      report.front.points.count > 1
    else { return [] }
    return [""]
      + wrapped(
        messages.say(
          "От первой строки к последней: «\(headings.1)» \(words.text(first.second)) →"
            + " \(words.text(last.second)), и цена этому — «\(headings.0)» \(words.text(first.first)) →"
            + " \(words.text(last.first)).",
          "From the first line to the last: “\(headings.1)” \(words.text(first.second)) →"
            + " \(words.text(last.second)), and the price is “\(headings.0)” \(words.text(first.first)) →"
            + " \(words.text(last.first))."))
  }

  /// How to get the pairs of a line.
  private func advice(_ report: FrontReport) -> [String] {
    let all = messages.say(
      "Пары каждой строки — с --json", "The pairs of each line are there with --json")
    guard report.front.points.count > 1 else { return [] }
    let goals = [report.second, report.first]
    let isProposed =
      words.isSeason && solvedCase.problem.coverage == .first
      && !goals.contains { $0 == .matched || $0 == .changes }
    guard isProposed else { return wrapped(all + ".") }
    let names = (["matched"] + goals.map(\.rawValue)).joined(separator: ",")
    return wrapped(
      all
        + messages.say(
          "; последнюю целиком печатает nastavnik propose … --goals \(names).",
          "; nastavnik propose … --goals \(names) prints the last one in full."))
  }

  private func direction(_ goal: Goal) -> String {
    words.isBetterSmaller(goal)
      ? messages.say("меньше — лучше", "less is better")
      : messages.say("больше — лучше", "more is better")
  }
}

extension Array {
  /// At most so many, the first and the last among them and the others evenly between.
  fileprivate func spread(_ most: Int) -> [Element] {
    guard count > most, most > 1 else { return self }
    return (0..<most).map { self[$0 * (count - 1) / (most - 1)] }
  }
}
