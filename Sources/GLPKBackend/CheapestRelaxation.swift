public import Problems
import Solvers

/// The search for the fewest units by which bounds must move for a problem to have an answer.
///
/// ```swift
/// // Three mentees who must all be served, one mentor with two places.
/// try CheapestRelaxation().relaxation(of: problem)?.changes  // capacity of mentor 0 by 1
/// ```
///
/// Quotas, minimums, places and hours can give way, one unit as dear as another; demands, fixed pairs,
/// people apart and people together cannot, so there may be none.
///
/// Source: J. W. Chinneck, *Feasibility and Infeasibility in Optimization*, 2008, §6.1 (elastic
/// programs).
public struct CheapestRelaxation: Sendable {
  /// More pairs than these are not tried: nobody waits long for advice.
  public static let mostPairs = 20_000

  private let limits: SolverLimits

  public init(limits: SolverLimits = .init()) { self.limits = limits }

  /// Finds the changes, and an assignment that satisfies the problem with them.
  ///
  /// - Parameters:
  ///   - problem: one without an answer.
  ///   - isCancelled: asked some twenty times a second; yes ends the search.
  /// - Returns: changes in the order of the rules; `nil` where none help, where fixed pairs contradict a
  ///   rule on their own, or where the search was stopped before it was sure.
  /// - Throws: ``GLPKError``.
  /// - Complexity: exponential at worst.
  public func relaxation(
    of problem: AssignmentProblem, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(GLPKError) -> (changes: [Relaxation], assignment: Assignment)? {
    guard problem.table.pairCount <= Self.mostPairs, let free = try? FreeProblem(problem) else {
      return nil
    }
    let encoding = AssignmentEncoding(free, elasticity: .limits)
    let outcome = try StagedSolver().solve(
      encoding.elasticProgram, limits: limits, watch: ProgramWatch(isCancelled: isCancelled))
    guard case .optimal(let answer) = outcome else { return nil }
    // Both bounds of one quota may have to move.
    var (downs, ups): ([Rule: Int], [Rule: Int]) = ([:], [:])
    for slack in encoding.slacks where answer.values[slack.column] {
      if slack.by < 0 {
        downs[slack.rule, default: 0] += slack.by
      } else {
        ups[slack.rule, default: 0] += slack.by
      }
    }
    let changes = problem.rules.flatMap { rule in
      [downs[rule], ups[rule]].compactMap(\.self).map { Relaxation(rule: rule, by: $0) }
    }
    return (changes, encoding.assignment(answer))
  }
}
