public import Problems

/// The exact combinatorial solver of the assignment problem: chooses the algorithm that fits.
///
/// ```swift
/// let outcome = try AssignmentSolver(threads: 2).solve(problem)
/// ```
public struct AssignmentSolver: Sendable {
  /// Threads that share the passes over the matrix; the answer does not depend on them.
  public var threads: Int
  /// Which phases run before the shortest paths, see ``AssignmentStrategy``.
  public var strategy: AssignmentStrategy

  public init(threads: Int = 1, strategy: AssignmentStrategy = .automatic) {
    self.threads = threads
    self.strategy = strategy
  }

  /// Whether a problem is a flow in a network.
  ///
  /// - Returns: the first rule that is not, `nil` when ``solve(_:watching:)`` can solve it.
  /// - Complexity: O(mentorCount + quota sizes).
  public func obstacle(in problem: AssignmentProblem) -> NotANetwork? {
    NetworkSolver().obstacle(in: problem)
  }

  /// Finds the best assignment with its prices, or why there is none.
  ///
  /// - Parameters:
  ///   - problem: any problem without an ``obstacle(in:)``.
  ///   - watch: is shown the progress from time to time, and says whether to go on.
  /// - Returns: `optimal` with prices, `infeasible` with a witness, or `limitReached` with what is
  ///   matched so far where that is feasible.
  /// - Throws: ``NotANetwork`` for a rule that no network holds.
  public func solve(
    _ problem: AssignmentProblem, watching watch: SolverWatch = .none
  ) throws(NotANetwork) -> AssignmentOutcome {
    if let lazy = LazyProblem(problem) {
      let solver = LazySolver(
        problem: lazy, strategy: strategy, threads: threads, watch: watch)
      if let outcome = solver.solve() { return outcome }
    }
    return try NetworkSolver().solve(problem, isCancelled: { watch.isCancelled() })
  }
}

/// How the search is prepared; every strategy finds an optimum.
public enum AssignmentStrategy: String, CaseIterable, Sendable {
  /// Chosen by the shape of the problem and a sample of its numbers.
  case automatic
  /// Shortest augmenting paths alone.
  case paths
  /// Row reduction, then shortest augmenting paths.
  case reduction
  /// Two auction phases, row reduction, shortest augmenting paths.
  case auction
  /// An auction whose bids shrink from the whole range of the numbers.
  case scaling
}
