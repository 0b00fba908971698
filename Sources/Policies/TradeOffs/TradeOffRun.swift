import Problems
import Solvers

/// What is asked about two goals, and which backends answer.
struct TradeOffRun: Sendable {
  let problem: AssignmentProblem
  let first: Goal
  let second: Goal
  let data: GoalData
  let backend: Backend
  let limits: SolverLimits
  let watch: SolverWatch

  /// Answers by the backend asked for, and holds two answers against each other where both are.
  ///
  /// - Parameters:
  ///   - values: what two answers must have in common; `nil` = a search was stopped.
  ///   - solve: finds the answer.
  /// - Returns: the answer.
  /// - Throws: ``BackendError``.
  func answer<Answer>(
    values: (Answer) -> [GoalValue]?,
    solve: (TradeOffCase, Backend) throws(BackendError) -> Answer
  ) throws(BackendError) -> Answer {
    switch backend {
    case .auto:
      let given = try given(isNetwork: true)
      return try solve(given, given.network == nil ? .glpk : .hungarian)
    case .hungarian: return try solve(try networkOnly, .hungarian)
    case .glpk: return try solve(try given(isNetwork: false), .glpk)
    case .both:
      let one = try solve(try networkOnly, .both)
      let other = try solve(try given(isNetwork: false), .glpk)
      // A limit says nothing against the other answer.
      if let hungarian = values(one), let glpk = values(other), hungarian != glpk {
        throw .goalsDisagree(hungarian: hungarian, glpk: glpk)
      }
      return one
    }
  }

  private var networkOnly: TradeOffCase {
    get throws(BackendError) {
      let given = try given(isNetwork: true)
      guard given.network == nil else { return given }
      throw AssignmentSolver().obstacle(in: given.goals.problem).map { BackendError($0) }
        ?? .needsPrograms
    }
  }

  private func given(isNetwork: Bool) throws(BackendError) -> TradeOffCase {
    if let pair = GoalChain([first, second]).negativePair(in: problem) {
      throw .negativePoints(pair)
    }
    do {
      return try TradeOffCase(
        problem, (first, second), data, isNetwork: isNetwork, limits: limits, watch: watch)
    } catch {
      throw .problem(error)
    }
  }
}
