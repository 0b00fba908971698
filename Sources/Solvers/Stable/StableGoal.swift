package import Problems

/// Which of the stable assignments is best; places are those of the lists, equals share one.
package enum StableGoal: String, CaseIterable, Sendable {
  /// The least sum of the places on both sides.
  case egalitarian
  /// The least of the worst place that anybody has, on both sides.
  case minimumRegret = "minimum-regret"
  /// The least difference between the sums of both sides.
  case sexEqual = "sex-equal"

  /// What an assignment costs; people who are not matched are not counted.
  ///
  /// - Complexity: O(pairs · log degree).
  package func cost(of pairs: [Pair], in market: RankedMarket) -> Int {
    let entries = pairs.compactMap { market.table.entry(of: $0) }
    let ofMentors = entries.map { Int(market.places.ofMentors[$0]) }
    let ofMentees = entries.map { Int(market.places.ofMentees[$0]) }
    return switch self {
    case .egalitarian: ofMentors.reduce(0, +) + ofMentees.reduce(0, +)
    case .minimumRegret: max(ofMentors.max() ?? 0, ofMentees.max() ?? 0)
    case .sexEqual: abs(ofMentors.reduce(0, +) - ofMentees.reduce(0, +))
    }
  }
}

extension StableMatchings {
  /// A stable assignment that is best for a goal, and whether that is proven.
  package struct Best: Equatable, Sendable {
    package let pairs: [Pair]
    package let cost: Int
    /// Whether all stable assignments have been looked at.
    package let isProven: Bool
  }

  /// The best of at most `limit` stable assignments: most pairs, then the least cost, then the first in their order.
  ///
  /// With equals put in an order all have the same number of pairs.
  ///
  /// - Returns: `nil` only for a limit of 0, or with equals kept when none was found within it.
  /// - Complexity: as ``all(limit:)``.
  package func best(_ goal: StableGoal, limit: Int) -> Best? {
    let answer = all(limit: limit)
    let costs = answer.assignments.map { (pairs: $0, cost: goal.cost(of: $0, in: market)) }
    let best = costs.enumerated().min { one, other in
      (-one.element.pairs.count, one.element.cost, one.offset)
        < (-other.element.pairs.count, other.element.cost, other.offset)
    }
    return best.map {
      Best(pairs: $0.element.pairs, cost: $0.element.cost, isProven: answer.isComplete)
    }
  }
}
