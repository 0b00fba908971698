import Foundation
import Mentorship
import Policies

extension Messages {
  /// What a goal counts, as the heading of a column.
  ///
  /// - Parameters:
  ///   - goal: the goal.
  ///   - isSeason: whether points are those of questionnaires, and waiting counts months.
  /// - Returns: the heading.
  func heading(_ goal: Goal, isSeason: Bool) -> String {
    switch goal {
    case .matched: say("Пары", "Pairs")
    case .points: isSeason ? say("Баллы", "Points") : say("Сумма", "Total")
    case .worst:
      isSeason
        ? say("Баллы худшей пары", "Points of the worst pair") : say("Худшая пара", "Worst pair")
    case .leximin: say("Слабые пары", "Weak pairs")
    case .nash: say("Сумма логарифмов, ×10⁻⁶", "Sum of logarithms, ×10⁻⁶")
    case .rankProfile: say("Места по порядку, с первого", "Places in order, from the first")
    case .generous: say("Места по порядку, с последнего", "Places in order, from the last")
    case .ranks: say("Сумма мест у наставляемых", "Sum of the mentees' places")
    case .bothRanks: say("Сумма мест у обеих сторон", "Sum of both sides' places")
    case .firstChoices: say("Первые выборы", "First choices")
    case .load: say("Неравенство нагрузки", "Unevenness of loads")
    case .changes: say("Замены", "Changes")
    case .waiting: isSeason ? say("Месяцы ожидания", "Months waited") : say("Ожидание", "Waiting")
    case .blockingPairs:
      say("Предпочли бы друг друга", "Would rather have each other")
    }
  }

  /// How many approved pairs are given up.
  func changes(_ count: Int) -> String {
    self.count(count, ("замена", "замены", "замен"), ("change", "changes"))
  }
}

extension Messages {
  /// What is wrong with a list of goals: the first that does not exist, or stands twice.
  public func unknownGoals(_ text: String) -> String {
    let names = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0).trimmingCharacters(in: .whitespaces) }
    let all = Goal.allCases.map(\.rawValue)
    let list = say("есть: ", "there are: ") + all.joined(separator: ", ") + "."
    guard let unknown = names.first(where: { !all.contains($0) }) else {
      return say(
        "--goals: «\(text)» — одна цель названа дважды; \(list)",
        "--goals: “\(text)” names a goal twice; \(list)")
    }
    let nearest = all.min { editDistance($0, unknown) < editDistance($1, unknown) }
    let meant = nearest.flatMap { editDistance($0, unknown) <= 2 ? $0 : nil }
    return say("--goals: цели «\(unknown)» нет; ", "--goals: there is no goal “\(unknown)”; ")
      + (meant.map { say("может быть, «\($0)»?", "did you mean “\($0)”?") } ?? list)
  }
}
