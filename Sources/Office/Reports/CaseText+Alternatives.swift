import InstanceFiles
import Mentorship
public import Policies
import Problems
import Solvers

extension CaseText {
  private static let mostPairs = 12

  /// All of it, ending in a newline.
  public func text(_ report: AlternativesReport, _ robustness: Robustness? = nil) -> String {
    var lines: [String] = []
    for (index, solution) in report.solutions.enumerated() {
      lines += self.solution(solution, number: index + 1)
    }
    if !report.solutions.contains(solvedCase.best) {
      lines += wrapped(
        messages.say(
          "Сам проект — одно из многих равных решений, до него список не дошёл.",
          "The proposal itself is one of many equal solutions, further down than this list."))
    }
    if report.isStopped {
      lines += wrapped(
        messages.say("Поиск остановлен: время вышло.", "The search was stopped: time ran out."))
    }
    if report.isExhausted {
      lines += wrapped(
        messages.say("Других таких решений нет.", "There are no more such solutions."))
    }
    if words.isSeason, report.solutions.contains(where: { $0 != solvedCase.best }) {
      lines += wrapped(
        messages.say(
          "Чтобы взять другое решение, впишите его новые пары в season.yaml, под pins.",
          "To take another solution, write its new pairs under pins in season.yaml."))
    }
    if let classes = report.classes {
      lines += [""]
      lines += wrapped(
        messages.say(
          "Стоят в каждом лучшем решении: \(messages.pairs(classes.every.count)).",
          "In every best solution: \(messages.pairs(classes.every.count))."))
      lines += pairs(
        classes.some,
        messages.say(
          "Стоят в некоторых, их можно заменить без потерь: \(messages.pairs(classes.some.count))",
          "In some of them, and so exchangeable at no loss: \(messages.pairs(classes.some.count))"))
    }
    return lines.page + (robustness.map { "\n" + text($0) } ?? "")
  }

  private func solution(_ solution: Assignment, number: Int) -> [String] {
    guard solution != solvedCase.best else {
      return wrapped(
        "\(number). \(words.text(solution.objective)) — "
          + messages.say("это сам проект", "the proposal itself"), hanging: 3)
    }
    let exchange = solvedCase.exchange(to: solution)
    return wrapped(
      "\(number). \(words.text(solution.objective)): \(words.text(exchange.change))", hanging: 3)
      + words.moves(of: exchange).flatMap { wrapped(words.text($0), indent: 5) }
  }

  private func pairs(_ pairs: [Pair], _ heading: String) -> [String] {
    guard !pairs.isEmpty else { return wrapped(heading + ".") }
    return wrapped(heading + ":")
      + pairs.prefix(Self.mostPairs).flatMap { pair in
        wrapped(
          "\(words.name(mentor: pair.mentor)) — \(words.seatName(mentee: pair.mentee))", indent: 2,
          hanging: 2)
      } + more(pairs.count - Self.mostPairs)
  }
}
