import GLPKBackend
public import Problems
public import Solvers

/// Sends a problem to a backend and, for ``Backend/both``, holds the two answers against each other.
///
/// ```swift
/// let answer = try BackendRouter(backend: .auto).solve(problem)
/// answer.backend  // .hungarian
/// ```
public struct BackendRouter: Sendable {
  /// What a backend found, and which one it was.
  public struct Answer: Equatable, Sendable {
    public let outcome: AssignmentOutcome
    public let backend: Backend
  }

  private let backend: Backend
  let limits: SolverLimits
  let watch: SolverWatch

  /// Makes a router; the limits hold for each call of ``solve(_:)``.
  ///
  /// Threads share the work of the Hungarian method and the independent parts of a program; no answer
  /// depends on their number. The memory limit is GLPK's.
  public init(
    backend: Backend, limits: SolverLimits = .init(), watch: SolverWatch = .none
  ) {
    self.backend = backend
    self.limits = limits
    self.watch = watch
  }

  /// Solves a problem to proven optimality, or to the limit.
  ///
  /// - Throws: ``BackendError``; infeasibility is an outcome, not an error.
  public func solve(_ problem: AssignmentProblem) throws(BackendError) -> Answer {
    switch backend {
    case .auto: try automatic(problem)
    case .hungarian: try hungarian(problem)
    case .glpk: try glpk(problem)
    case .both: try both(problem)
    }
  }

  /// What a network holds never reaches GLPK, side rules that amount to one included.
  private func automatic(_ problem: AssignmentProblem) throws(BackendError) -> Answer {
    if AssignmentSolver().obstacle(in: problem) == nil { return try hungarian(problem) }
    guard let network = problem.networkEquivalent else { return try glpk(problem) }
    let started = ContinuousClock.now
    switch try hungarian(network).outcome {
    case .optimal(let best, _):
      // The prices are those of another problem.
      return Answer(outcome: .optimal(best, .bound(best.objective)), backend: .hungarian)
    case .limitReached(let best, let bound):
      return Answer(outcome: .limitReached(best, bound: bound), backend: .hungarian)
    // Why, in rules of this problem, is for GLPK to say.
    case .infeasible: return try left(since: started).glpk(problem)
    }
  }

  private func left(since started: ContinuousClock.Instant) -> BackendRouter {
    BackendRouter(backend: backend, limits: limits.left(since: started), watch: watch)
  }

  private func both(_ problem: AssignmentProblem) throws(BackendError) -> Answer {
    let started = ContinuousClock.now
    let first = try hungarian(problem).outcome
    let second = try left(since: started).glpk(problem).outcome
    guard Self.agree(first, second, problem.coverage) else {
      throw .disagreement(
        hungarian: Self.summary(first, of: problem), glpk: Self.summary(second, of: problem))
    }
    return Answer(outcome: first, backend: .both)
  }

  /// Equal in what the coverage asks for: without it, ties may differ in the number of pairs.
  private static func agree(
    _ first: AssignmentOutcome, _ second: AssignmentOutcome, _ coverage: Coverage
  ) -> Bool {
    switch (first, second) {
    case (.optimal(let one, _), .optimal(let other, _)):
      coverage == .first
        ? one.objective == other.objective : one.objective.total == other.objective.total
    case (.infeasible, .infeasible): true
    // A limit says nothing against the other answer.
    case (.limitReached, _), (_, .limitReached): true
    case (.optimal, .infeasible), (.infeasible, .optimal): false
    }
  }

  private static func summary(
    _ outcome: AssignmentOutcome, of problem: AssignmentProblem
  ) -> BackendError.Summary {
    switch outcome {
    case .optimal(let assignment, _): .optimal(assignment.objective)
    case .limitReached: .limitReached
    case .infeasible: .infeasible
    }
  }
}

extension BackendRouter {
  /// The longest search for advice, where nobody set a shorter one.
  private static let relaxationLimit = Duration.seconds(2)

  /// Finds the fewest units by which quotas, minimums, places and hours must move for an infeasible
  /// problem to have an answer, with an answer to show for it.
  ///
  /// - Returns: `nil` where none help, or none were found soon enough.
  /// - Complexity: exponential at worst; ended after two seconds, or the time limit.
  public func relaxation(of problem: AssignmentProblem) -> RelaxationAdvice? {
    var limits = limits
    limits.time = min(limits.time ?? Self.relaxationLimit, Self.relaxationLimit)
    // Advice that GLPK cannot give is none: the witness stands without it.
    return try? CheapestRelaxation(limits: limits)
      .relaxation(of: problem, isCancelled: watch.isCancelled)
  }

  private func hungarian(_ problem: AssignmentProblem) throws(BackendError) -> Answer {
    let deadline = limits.time.map { ContinuousClock.now + $0 }
    let isCancelled = watch.isCancelled
    let limited = SolverWatch(
      isCancelled: { isCancelled() || deadline.map { ContinuousClock.now >= $0 } ?? false },
      report: watch.report)
    do {
      let outcome = try AssignmentSolver(threads: limits.threads).solve(problem, watching: limited)
      return Answer(outcome: outcome, backend: .hungarian)
    } catch {
      throw BackendError(error)
    }
  }

  private func glpk(_ problem: AssignmentProblem) throws(BackendError) -> Answer {
    do {
      let outcome = try GLPKAssignmentSolver(limits: limits).solve(problem, watching: watch)
      return Answer(outcome: outcome, backend: .glpk)
    } catch {
      throw BackendError(error)
    }
  }
}
