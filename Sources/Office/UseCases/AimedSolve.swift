import Policies
import Problems
import Solvers
import Verification

/// One solve for one aim: which solver, and which checks before anybody sees the answer.
struct AimedSolve {
  /// What a solver found, for pairs and points or for goals.
  struct Answer {
    /// `nil` where no assignment is what the aim asks for.
    let outcome: AssignmentOutcome?
    /// `nil` where pairs and points are all there is.
    let goals: [GoalValue]?
    let backend: Backend

    /// Where nothing was found there is nothing that could have been checked.
    var isAnswer: Bool {
      switch outcome {
      case nil, .limitReached(nil, _)?: false
      case .optimal?, .limitReached?, .infeasible?: true
      }
    }
  }

  /// Where pairs and points are all there is, with the coverage that says so.
  let problem: AssignmentProblem
  let aim: Aim
  let router: BackendRouter
  /// Whether pairs and points are all there is.
  let isPlain: Bool
  private let data: GoalData
  private let goalSolver: GoalSolver
  private let threads: Int

  init(
    _ problem: AssignmentProblem, aim: Aim, data: GoalData, backend: Backend,
    limits: SolverLimits, watch: SolverWatch
  ) {
    self.aim = aim
    self.data = data
    (self.problem, isPlain) = problem.aimed(aim)
    router = BackendRouter(backend: backend, limits: limits, watch: watch)
    goalSolver = GoalSolver(backend: backend, limits: limits, watch: watch)
    threads = limits.threads
  }

  func answer() throws(BackendError) -> Answer {
    if isPlain {
      let answer = try router.solve(problem)
      return Answer(outcome: answer.outcome, goals: nil, backend: answer.backend)
    }
    let answer = try goalSolver.solve(problem, aim.chain, data)
    return Answer(outcome: answer.outcome, goals: answer.values, backend: answer.backend)
  }

  /// Lets nothing pass that the independent checker rejects.
  func check(_ answer: Answer) throws(OfficeError) {
    guard let outcome = answer.outcome else { return }
    let verdict = Verdict(checking: outcome, of: problem, threads: threads)
    guard verdict.accepted else { throw .rejected(verdict.problems) }
    guard case .optimal(let best, _) = outcome else { return }
    let blocking = aim.chain.pairsAgainst(best.pairs, in: problem, data)
    guard blocking.isEmpty else { throw .backend(.failed("not stable: \(blocking)")) }
  }
}

extension AssignmentProblem {
  /// The problem that an aim asks for, and whether pairs and points are all there is.
  func aimed(_ aim: Aim) -> (problem: AssignmentProblem, isPlain: Bool) {
    guard let coverage = aim.plainCoverage(coverage) else { return (self, false) }
    guard coverage != self.coverage else { return (self, true) }
    // A weight for coverage may be too large for the numbers: then the goals are taken one by one.
    return covering(coverage).map { ($0, true) } ?? (self, false)
  }
}
