/// The value of an assignment: chosen pairs, then the sum of their points.
public struct Objective: Hashable, Sendable {
  public let matched: Int
  public let total: Int

  public init(matched: Int, total: Int) {
    self.matched = matched
    self.total = total
  }
}

/// A set of chosen pairs and its value.
public struct Assignment: Equatable, Sendable {
  /// In canonical order.
  public let pairs: [Pair]
  public let objective: Objective

  public init(pairs: [Pair], objective: Objective) {
    self.pairs = pairs.sorted()
    self.objective = objective
  }
}
