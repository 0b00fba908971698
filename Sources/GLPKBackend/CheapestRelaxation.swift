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

  /// Finds the changes, and an assignment that shows that they are enough.
  ///
  /// - Parameters:
  ///   - problem: one without an answer.
  ///   - isCancelled: asked some twenty times a second; yes ends the search.
  /// - Returns: the cheapest changes, or the best found before a stop; `nil` where none help or none were
  ///   found, and where fixed pairs contradict a rule on their own.
  /// - Throws: ``GLPKError``.
  /// - Complexity: exponential at worst.
  public func relaxation(
    of problem: AssignmentProblem, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(GLPKError) -> RelaxationAdvice? {
    guard problem.table.pairCount <= Self.mostPairs, let free = try? FreeProblem(problem) else {
      return nil
    }
    let encoding = AssignmentEncoding(free, elasticity: .limits)
    let outcome = try StagedSolver().solve(
      encoding.elasticProgram, limits: limits, watch: ProgramWatch(isCancelled: isCancelled))
    let (answer, isCheapest): (ProgramAnswer, Bool)
    switch outcome {
    case .optimal(let best): (answer, isCheapest) = (best, true)
    case .limitReached(let best?, _): (answer, isCheapest) = (best, false)
    case .limitReached(nil, _), .infeasible: return nil
    }
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
    return RelaxationAdvice(
      changes: changes, assignment: encoding.assignment(answer), isCheapest: isCheapest)
  }
}
