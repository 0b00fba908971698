public import Problems
public import Solvers

/// One solve for one aim: the backends where pairs and points say all of it, goal by goal where they do not.
public struct AimedSolve: Sendable {
  /// What a solver found, for pairs and points or for goals.
  public struct Answer: Equatable, Sendable {
    /// `nil` where no assignment is what the aim asks for.
    public let outcome: AssignmentOutcome?
    /// `nil` where pairs and points are all there is.
    public let goals: [GoalValue]?
    /// Of which the outcome is one ticket; `nil` where the aim is none.
    public var lottery: Lottery?
    /// `nil` where a procedure found it.
    public let backend: Backend?

    /// Who found it, for programs.
    public var backendName: String { backend?.rawValue ?? "mechanism" }

    /// Where nothing was found there is nothing that could have been checked.
    public var isAnswer: Bool {
      switch outcome {
      case nil, .limitReached(nil, _)?: false
      case .optimal?, .limitReached?, .infeasible?: true
      }
    }
  }

  /// Where pairs and points are all there is, with the coverage that says so.
  public let problem: AssignmentProblem
  public let aim: Aim
  public let router: BackendRouter
  /// Whether pairs and points are all there is.
  public let isPlain: Bool
  private let data: GoalData
  private let run: PolicyRun
  private let goalSolver: GoalSolver

  public init(
    _ problem: AssignmentProblem, aim: Aim, data: GoalData = .none, backend: Backend = .auto,
    limits: SolverLimits = .init(), watch: SolverWatch = .none, seed: Int = 1,
    drawsTies: Bool = false
  ) {
    run = PolicyRun(
      seed: seed, drawsTies: drawsTies, backend: backend, limits: limits, watch: watch)
    self.aim = aim
    self.data = data
    (self.problem, isPlain) = problem.aimed(aim)
    router = BackendRouter(backend: backend, limits: limits, watch: watch)
    goalSolver = GoalSolver(backend: backend, limits: limits, watch: watch)
  }

  /// Solves the problem for the aim.
  ///
  /// - Throws: ``BackendError``; infeasibility is an outcome, not an error.
  public func answer() throws(BackendError) -> Answer {
    if isPlain {
      let answer = try router.solve(problem)
      return Answer(outcome: answer.outcome, goals: nil, backend: answer.backend)
    }
    guard let chain = aim.chain else { return try mechanismAnswer() }
    let answer = try goalSolver.solve(problem, chain, data)
    return Answer(outcome: answer.outcome, goals: answer.values, backend: answer.backend)
  }

  /// What a procedure gives; of a lottery the ticket that the seed draws.
  private func mechanismAnswer() throws(BackendError) -> Answer {
    let market = Market(
      problem, rankings: data.rankings, approved: data.approved, waiting: data.waiting)
    let result: PolicyResult
    do throws(PolicyError) {
      result = try aim.result(in: market, run)
    } catch {
      throw .policy(error)
    }
    func outcome(_ pairs: [Pair]) throws(BackendError) -> AssignmentOutcome {
      guard let objective = problem.objective(of: pairs) else {
        throw .failed("a pair that is not eligible")
      }
      return .optimal(Assignment(pairs: pairs, objective: objective), .definition)
    }
    switch result {
    case .pairs(let pairs, _):
      return Answer(outcome: try outcome(pairs), goals: nil, backend: nil)
    case .lottery(let lottery):
      return Answer(
        outcome: try outcome(lottery.drawn(seed: run.seed)), goals: nil, lottery: lottery,
        backend: nil)
    case .nonexistent: return Answer(outcome: nil, goals: nil, backend: nil)
    case .infeasible(let witness):
      return Answer(outcome: .infeasible(witness), goals: nil, backend: nil)
    case .limitReached(let pairs):
      let best = pairs.flatMap { pairs in
        problem.objective(of: pairs).map { Assignment(pairs: pairs, objective: $0) }
      }
      return Answer(
        outcome: .limitReached(best, bound: problem.coarseBound), goals: nil, backend: nil)
    }
  }

  /// Where only stable pairs count: those of an answer's best who would both rather have each other.
  ///
  /// - Complexity: O(pairCount · degree).
  public func pairsAgainst(_ best: Assignment) -> [Pair] {
    aim.chain?.pairsAgainst(best.pairs, in: problem, data) ?? []
  }
}

extension AssignmentProblem {
  /// The problem that an aim asks for, and whether pairs and points are all there is.
  public func aimed(_ aim: Aim) -> (problem: AssignmentProblem, isPlain: Bool) {
    // A procedure is not asked how many it serves.
    if aim.chain == nil { return (covering(.ignore) ?? self, false) }
    guard let coverage = aim.plainCoverage(coverage) else { return (self, false) }
    guard coverage != self.coverage else { return (self, true) }
    // A weight for coverage may be too large for the numbers: then the goals are taken one by one.
    return covering(coverage).map { ($0, true) } ?? (self, false)
  }
}
