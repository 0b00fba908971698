public import Problems
public import Solvers

/// What one goal costs in another: the assignments of which neither goal can gain without the other losing.
///
/// ```swift
/// let tradeOff = TradeOff(problem, .changes, .points, data)
/// try tradeOff?.front()?.points.map { ($0.first, $0.second) }  // changes 0, points 871; changes 2, points 990 …
/// ```
///
/// As many pairs as possible come first where the problem says so, unless their number is one of the goals.
/// Of two goals that add something up for every pair all extreme supported points are found: those that are the
/// only best ones for some weighted sum of both. Between the best points for each goal lies a sum under
/// which both are worth the same; the best for this sum is either another point, and the search goes on to both
/// sides of it, or no sum tells more. The worst pair is no sum: there every number of points that it
/// can have is tried, and the whole front is found.
///
/// Source: Y. P. Aneja, K. P. K. Nair, "Bicriteria transportation problem", Management Science 25(1), 1979,
/// doi:10.1287/mnsc.25.1.73.
public struct TradeOff: Sendable {
  private let run: TradeOffRun

  /// Takes two goals.
  ///
  /// - Returns: `nil` where they are the same, or one is no single number.
  public init?(
    _ problem: AssignmentProblem, _ first: Goal, _ second: Goal, _ data: GoalData = .none,
    backend: Backend = .auto, limits: SolverLimits = .init(), watch: SolverWatch = .none
  ) {
    guard first != second, first.isNumber, second.isNumber else { return nil }
    run = TradeOffRun(
      problem: problem, first: first, second: second, data: data, backend: backend, limits: limits,
      watch: watch)
  }

  /// The points, each with pairs that have it.
  ///
  /// - Returns: `nil` where nothing satisfies the rules, or no pairs that do are acceptable to both sides.
  /// - Throws: ``BackendError``.
  /// - Complexity: of goals that are sums about two solves for each point.
  public func front() throws(BackendError) -> TradeOffFront? {
    try run.answer { front in
      front.flatMap { $0.isComplete ? $0.points.flatMap { [$0.first, $0.second] } : nil }
    } solve: { given, backend throws(BackendError) in
      var search = FrontSearch(given)
      guard let found = try search.candidates() else { return nil }
      let supported = found.supported
      return TradeOffFront(
        points: found.enumerated().map { index, candidate in
          let values = given.values(of: candidate.pairs)
          return TradeOffPoint(
            first: values.first, second: values.second,
            assignment: given.assignment(candidate.pairs), isSupported: supported[index])
        }, isComplete: !search.isStopped, backend: backend)
    }
  }
}
