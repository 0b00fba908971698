import GLPKBackend
public import Problems
public import Solvers

/// Finds the best assignment for a chain of goals.
///
/// ```swift
/// let solver = GoalSolver(backend: .auto)
/// try solver.solve(problem, Policy.bottleneck.chain).values  // [matched 12, worst 40, points 871]
/// ```
///
/// Where the rules form a network the goals are taken on its optimal faces and never reach GLPK, unless they ask
/// who would rather have whom; else every goal is an integer program. Each value is recomputed from the
/// pairs by its definition before anybody sees it.
public struct GoalSolver: Sendable {
  private let backend: Backend
  private let limits: SolverLimits
  private let watch: SolverWatch

  /// Makes a solver; the limits hold for each call, all goals together.
  public init(backend: Backend, limits: SolverLimits = .init(), watch: SolverWatch = .none) {
    self.backend = backend
    self.limits = limits
    self.watch = watch
  }

  /// Solves a chain, goal by goal.
  ///
  /// - Parameters:
  ///   - problem: its coverage matters only where everybody must be served.
  ///   - chain: what is best.
  ///   - data: what the goals look at beside the points.
  /// - Returns: `optimal` with the bound that the value is, `infeasible`, or `limitReached`.
  /// - Throws: ``BackendError``.
  public func solve(
    _ problem: AssignmentProblem, _ chain: GoalChain, _ data: GoalData = .none
  ) throws(BackendError) -> GoalOutcome {
    if let pair = chain.negativePair(in: problem) { throw .negativePoints(pair) }
    let goals: GoalProblem
    do {
      goals = try GoalProblem(problem, chain, data)
    } catch {
      throw .problem(error)
    }
    let started = ContinuousClock.now
    switch backend {
    case .auto:
      if let end = try network(goals, isForced: false) {
        return try outcome(end, goals, problem, .hungarian, since: started)
      }
      return try outcome(
        try program(goals, since: started), goals, problem, .glpk, since: started)
    case .hungarian:
      guard let end = try network(goals, isForced: true) else { throw .needsPrograms }
      return try outcome(end, goals, problem, .hungarian, since: started)
    case .glpk:
      return try outcome(
        try program(goals, since: started), goals, problem, .glpk, since: started)
    case .both:
      guard let end = try network(goals, isForced: true) else { throw .needsPrograms }
      let first = try outcome(end, goals, problem, .both, since: started)
      let second = try outcome(
        try program(goals, since: started), goals, problem, .glpk, since: started)
      guard Self.agree(first, second) else {
        throw .goalsDisagree(hungarian: first.values, glpk: second.values)
      }
      return first
    }
  }

  private static func agree(_ first: GoalOutcome, _ second: GoalOutcome) -> Bool {
    switch (first.outcome, second.outcome) {
    case (.optimal, .optimal):
      // Of no pairs at all none is bad, as of pairs that are all best.
      zip(first.values, second.values).allSatisfy { one, other in
        one == other || one.goal == .worst && (one.numbers.isEmpty || other.numbers.isEmpty)
      }
    case (.infeasible, .infeasible): true
    // A limit says nothing against the other answer.
    case (.limitReached, _), (_, .limitReached), (nil, nil): true
    case (.optimal, .infeasible), (.infeasible, .optimal), (nil, _), (_, nil): false
    }
  }
}

extension GoalSolver {
  /// - Returns: `nil` where rules or goals are not a network's; with `isForced` rules are an error.
  private func network(_ goals: GoalProblem, isForced: Bool) throws(BackendError) -> ChainEnd? {
    guard NetworkChain.takes(goals.chain) else { return nil }
    if let obstacle = AssignmentSolver().obstacle(in: goals.problem) {
      if isForced { throw BackendError(obstacle) }
      return nil
    }
    do {
      let run = try NetworkChain(goals, threads: limits.threads, watch: limitedWatch)
      guard var run else { return nil }
      return try run.solve()
    } catch let error as OptimalFace.Trouble {
      switch error {
      case .notANetwork(let rule): throw BackendError(rule)
      case .tooLarge(let error): throw .problem(error)
      }
    } catch let error as ProblemError {
      throw .problem(error)
    } catch {
      throw .failed(String(describing: error))
    }
  }

  private var limitedWatch: SolverWatch {
    let deadline = limits.time.map { ContinuousClock.now + $0 }
    let watch = watch
    var report: (@Sendable (SolverProgress) -> Void)?
    if let tell = watch.report {
      report = { progress in
        // The bound is one of weights that mean nothing to people.
        guard case .matching(let known) = progress else { return tell(progress) }
        let progress = MatchingProgress(
          phase: known.phase, matched: known.matched, needed: known.needed, bound: nil)
        tell(.matching(progress))
      }
    }
    return SolverWatch(
      isCancelled: { watch.isCancelled() || deadline.map { ContinuousClock.now >= $0 } ?? false },
      report: report, interval: watch.interval)
  }

  private func program(
    _ goals: GoalProblem, since started: ContinuousClock.Instant
  ) throws(BackendError) -> ChainEnd {
    let limits = limits.left(since: started)
    guard var run = ProgramGoals(goals, limits: limits, watch: watch) else {
      return .infeasible(nil)
    }
    do {
      return try run.solve() ?? .infeasible(nil)
    } catch {
      throw BackendError(error)
    }
  }

  /// The end of a chain as an outcome, its values recomputed.
  private func outcome(
    _ end: ChainEnd, _ goals: GoalProblem, _ problem: AssignmentProblem, _ backend: Backend,
    since started: ContinuousClock.Instant
  ) throws(BackendError) -> GoalOutcome {
    switch end {
    case .optimal(let pairs):
      guard let objective = problem.objective(of: pairs) else {
        throw .failed("a pair that is not eligible")
      }
      let best = Assignment(pairs: pairs, objective: objective)
      return GoalOutcome(
        outcome: .optimal(best, .bound(objective)),
        values: GoalMeter(goals: goals).values(of: pairs),
        backend: backend)
    case .limitReached(let pairs):
      let best = pairs.flatMap { pairs in
        problem.objective(of: pairs).map { Assignment(pairs: pairs, objective: $0) }
      }
      return GoalOutcome(
        outcome: .limitReached(best, bound: problem.coarseBound),
        values: pairs.map { GoalMeter(goals: goals).values(of: $0) } ?? [], backend: backend)
    case .infeasible(let witness):
      return GoalOutcome(
        outcome: try impossible(witness, goals, problem, since: started), values: [],
        backend: backend)
    }
  }

  /// Why there is no assignment: the rules alone, or that rankings are asked for too.
  private func impossible(
    _ witness: Witness?, _ goals: GoalProblem, _ problem: AssignmentProblem,
    since started: ContinuousClock.Instant
  ) throws(BackendError) -> AssignmentOutcome? {
    // Fewer pairs are acceptable than eligible: another problem's witness says nothing about this one.
    if let witness, goals.problem.table == problem.table { return .infeasible(witness) }
    let router = BackendRouter(
      backend: .auto, limits: limits.left(since: started),
      watch: SolverWatch(isCancelled: watch.isCancelled))
    switch try router.solve(problem).outcome {
    case .infeasible(let witness): return .infeasible(witness)
    case .limitReached: return .limitReached(nil, bound: problem.coarseBound)
    case .optimal: return nil
    }
  }
}
