public import Problems

/// What changes in an assignment when something about its problem does.
public struct Exchange: Equatable, Sendable {
  /// In canonical order.
  public let added: [Pair]
  /// In canonical order.
  public let removed: [Pair]
  /// What the exchange does to the value.
  public let change: ObjectiveChange

  public static let none = Exchange(added: [], removed: [], change: .none)

  public init(added: [Pair], removed: [Pair], change: ObjectiveChange) {
    self.added = added.sorted()
    self.removed = removed.sorted()
    self.change = change
  }

  /// An assignment after the exchange.
  ///
  /// - Complexity: O(pairs · log pairs).
  public func applied(to assignment: Assignment) -> Assignment {
    let gone = Set(removed)
    return Assignment(
      pairs: assignment.pairs.filter { !gone.contains($0) } + added,
      objective: assignment.objective + change)
  }
}
