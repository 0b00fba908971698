/// Where a long solve stands.
public enum SolverProgress: Equatable, Sendable {
  /// A combinatorial method matches people.
  case matching(MatchingProgress)
  /// A search closes the gap between its best answer and what none can exceed.
  case search(SearchProgress)
}

/// Where a matching stands.
public struct MatchingProgress: Equatable, Sendable {
  public enum Phase: String, Sendable {
    /// The first look at all points.
    case lists
    /// Bids for places, some times over from nobody matched.
    case auction
    /// One path at a time; from here on nobody who is matched becomes free again.
    case paths
  }

  public let phase: Phase
  /// People matched, without fixed pairs.
  public let matched: Int
  /// People who want a partner, without fixed pairs.
  public let needed: Int
  /// No assignment has a larger total, fixed pairs included, where that is known yet.
  public let bound: Int?

  public init(phase: Phase, matched: Int, needed: Int, bound: Int?) {
    self.phase = phase
    self.matched = matched
    self.needed = needed
    self.bound = bound
  }
}

/// Where a search by linear programs and branching stands.
public struct SearchProgress: Equatable, Sendable {
  public enum Phase: String, CaseIterable, Sendable {
    case presolve, relaxation, dive, neighbourhood, cuts, tree
  }

  /// What ``best`` and ``bound`` count.
  public enum Measure: String, CaseIterable, Sendable {
    /// Chosen pairs, fixed ones included.
    case pairs
    /// Their points.
    case points
    /// Nothing that a person knows: a search for reasons, or for another goal.
    case other
  }

  public let phase: Phase
  public let measure: Measure
  public let best: Int?
  /// No answer has more, where that is known yet.
  public let bound: Int?

  public init(phase: Phase, measure: Measure, best: Int?, bound: Int?) {
    self.phase = phase
    self.measure = measure
    self.best = best
    self.bound = bound
  }

  /// How much better than the best answer another one may be.
  public var gap: Int? {
    guard let best, let bound else { return nil }
    let (gap, overflow) = bound.subtractingReportingOverflow(best)
    return overflow ? nil : gap
  }
}

/// Who looks on while a solver works.
public struct SolverWatch: Sendable {
  /// Asked between two steps, from several threads at a time; when it says yes the solver stops.
  public let isCancelled: @Sendable () -> Bool
  /// Told where the search stands; `nil` = nobody asks.
  public let report: (@Sendable (SolverProgress) -> Void)?
  /// The least time before a report: what a report says is not free.
  public let interval: Duration

  public init(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    report: (@Sendable (SolverProgress) -> Void)? = nil, interval: Duration = .milliseconds(200)
  ) {
    self.isCancelled = isCancelled
    self.report = report
    self.interval = interval
  }

  public static let none = SolverWatch()
}
