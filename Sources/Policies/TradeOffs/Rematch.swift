public import Problems
public import Solvers

/// The best assignments after something has changed, by how many approved pairs they give up.
public struct RematchCurve: Equatable, Sendable {
  /// The best of all that give up no more approved pairs.
  public struct Point: Equatable, Sendable {
    /// The approved pairs given up, of those that are still possible.
    public let changes: Int
    public let assignment: Assignment
  }

  /// Fewest changes first; every further point has more points in all.
  public let points: [Point]
  /// Whether these are all there are; else the search was stopped.
  public let isComplete: Bool
  public let backend: Backend
}

/// A new assignment that holds on to an approved one: as many pairs as possible, as few approved pairs given up as
/// possible, as many points as possible; and what every change more would bring.
///
/// ```swift
/// let curve = try Rematch(problem, approved: approved).curve()
/// curve?.points.map { ($0.changes, $0.assignment.objective.total) }  // (0, 871), (2, 990), (3, 1004)
/// ```
///
/// The corners of the curve are those of a ``TradeOff``. What lies between two corners is best for no weighted
/// sum. It loses against the sum under which both corners are best no more than the worst point that is
/// still asked about, and so has only pairs that cost no more in the prices of that sum: among these few an
/// integer program finds it.
///
/// Source: A. Przybylski, X. Gandibleux, M. Ehrgott, "Two phase algorithms for the bi-objective assignment
/// problem", European Journal of Operational Research 185(2), 2008, doi:10.1016/j.ejor.2006.12.054.
public struct Rematch: Sendable {
  private let run: TradeOffRun

  /// - Parameters:
  ///   - problem: as things are now; who has left has a demand or a capacity of 0, or no eligible pair.
  ///   - approved: the pairs to hold on to; those that are not possible any more count nothing.
  ///   - backend: what solves; what lies between corners is always a program.
  ///   - limits: for all of it.
  ///   - watch: who looks on.
  public init(
    _ problem: AssignmentProblem, approved: Set<Pair>, backend: Backend = .auto,
    limits: SolverLimits = .init(), watch: SolverWatch = .none
  ) {
    run = TradeOffRun(
      problem: problem, first: .changes, second: .points, data: GoalData(approved: approved),
      backend: backend, limits: limits, watch: watch)
  }

  /// The whole curve, from the fewest changes to the best of all.
  ///
  /// - Returns: `nil` where nothing satisfies the rules.
  /// - Throws: ``BackendError``.
  /// - Complexity: two solves for each corner, and a small program for each point between.
  public func curve() throws(BackendError) -> RematchCurve? {
    try run.answer { curve in
      curve.flatMap { curve in
        curve.isComplete
          ? curve.points.flatMap { point in
            [
              GoalValue(goal: .changes, numbers: [point.changes]),
              GoalValue(goal: .points, numbers: [point.assignment.objective.total]),
            ]
          } : nil
      }
    } solve: { given, backend throws(BackendError) in
      var search = FrontSearch(given)
      guard let corners = try search.candidates() else { return nil }
      var curve = Array(corners.prefix(1))
      var isStopped = search.isStopped
      var bounds: ChangeBounds?
      for (left, right) in zip(corners, corners.dropFirst()) {
        var fill = CurveFill(given, left, right)
        curve += try fill.between(&bounds) + [right]
        isStopped = isStopped || fill.isStopped
      }
      return RematchCurve(
        points: curve.map {
          .init(changes: -$0.worth.first, assignment: given.assignment($0.pairs))
        }, isComplete: !isStopped, backend: backend)
    }
  }
}
