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
    case .worst: say("Худшая пара", "Worst pair")
    case .leximin: say("Слабые пары", "Weak pairs")
    case .nash: say("Сумма логарифмов, ×10⁻⁶", "Sum of logarithms, ×10⁻⁶")
    case .rankProfile: say("Места по порядку, с первого", "Places in order, from the first")
    case .generous: say("Места по порядку, с последнего", "Places in order, from the last")
    case .ranks: say("Сумма мест у наставляемых", "Sum of the mentees' places")
    case .bothRanks: say("Сумма мест у обеих сторон", "Sum of both sides' places")
    case .firstChoices: say("Первые желания", "First choices")
    case .load: say("Нагрузки в квадрате, сумма", "Sum of squared loads")
    case .changes: say("Замены", "Changes")
    case .waiting: isSeason ? say("Месяцы ожидания", "Months waited") : say("Ожидание", "Waiting")
    case .blockingPairs:
      say("Пары, которые предпочли бы друг друга", "Pairs who would rather have each other")
    }
  }

  /// How many approved pairs are given up.
  func changes(_ count: Int) -> String {
    self.count(count, ("замена", "замены", "замен"), ("change", "changes"))
  }
}
