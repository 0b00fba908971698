/// The value of an assignment: chosen pairs, then the sum of their points.
public struct Objective: Hashable, Sendable {
  public let matched: Int
  public let total: Int

  public init(matched: Int, total: Int) {
    self.matched = matched
    self.total = total
  }
}

/// By how much the value of an assignment changes.
public struct ObjectiveChange: Hashable, Sendable {
  public let matched: Int
  public let total: Int

  public static let none = ObjectiveChange(matched: 0, total: 0)

  public init(matched: Int, total: Int) {
    self.matched = matched
    self.total = total
  }

  public static func + (left: ObjectiveChange, right: ObjectiveChange) -> ObjectiveChange {
    ObjectiveChange(matched: left.matched + right.matched, total: left.total + right.total)
  }

  public static func - (left: ObjectiveChange, right: ObjectiveChange) -> ObjectiveChange {
    ObjectiveChange(matched: left.matched - right.matched, total: left.total - right.total)
  }
}

extension Objective {
  public static func - (left: Objective, right: Objective) -> ObjectiveChange {
    ObjectiveChange(matched: left.matched - right.matched, total: left.total - right.total)
  }

  public static func + (value: Objective, change: ObjectiveChange) -> Objective {
    Objective(matched: value.matched + change.matched, total: value.total + change.total)
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
