public import Problems
public import Solvers

/// The exact solver of every assignment problem, by integer programming.
///
/// ```swift
/// try GLPKAssignmentSolver(limits: .init(time: .seconds(10))).solve(problem)
/// ```
///
/// It takes what no network holds: groups that open with a minimum or not at all, quotas over any mentees
/// and mentors, people apart or together, and hours. Coverage first is one program where the numbers stay
/// small (``WeighedGoals``), else a chain of two, most pairs and then most points among those. They go
/// through the stages of ``StagedSolver``, and their proof is a bound. Where the problem is a network after all, GLPK alone
/// solves it, so that another method looks at what the combinatorial solvers find, and the answer is
/// improved and proven in integers (``NetworkCertifier``): points may be as large as in any problem,
/// and the proof does not rest on GLPK's arithmetic.
public struct GLPKAssignmentSolver: Sendable {
  private let limits: SolverLimits

  /// - Parameter limits: for one problem, all programs together.
  public init(limits: SolverLimits = .init()) { self.limits = limits }

  /// Finds the best assignment with its proof, or why there is none.
  ///
  /// - Parameters:
  ///   - problem: any problem; where it is no network, its points, less what all answers have in common,
  ///     times its pairs below ``GLPKError/objectiveTooLarge(reach:limit:)``.
  ///   - watch: is shown the progress, and says whether to go on; a stop keeps the best so far.
  /// - Returns: `optimal`, `infeasible` with a witness, or `limitReached` with best and bound.
  /// - Throws: ``GLPKError``; ``GLPKError/notOptimal`` when GLPK was wrong beyond repair.
  /// - Complexity: exponential at worst; polynomial programs only where the problem is a network.
  public func solve(
    _ problem: AssignmentProblem, watching watch: SolverWatch = .none
  ) throws(GLPKError) -> AssignmentOutcome {
    let free: FreeProblem
    do {
      free = try FreeProblem(problem)
    } catch {
      return .infeasible(.conflict(error.rules))
    }
    return try AssignmentRun(free: free, limits: limits, watch: watch).outcome()
  }
}
