import InstanceFiles
import Policies
import Problems
import Solvers
import Verification

/// One solve of one instance: which solver, which check, what stands in the file.
struct InstanceRun {
  /// What a solver found, for pairs and points or for goals.
  struct Answer {
    /// `nil` where no assignment is what the policy asks for.
    let outcome: AssignmentOutcome?
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

  let instance: Instance
  let aim: Aim
  let data: GoalData
  /// The problem of the instance; where pairs and points are all there is, with the coverage that says so.
  let problem: AssignmentProblem
  private let isPlain: Bool
  private let router: BackendRouter
  private let goalSolver: GoalSolver
  private let threads: Int

  init(
    instance: Instance, aim: Aim, approved: Set<Pair>, backend: Backend, limits: SolverLimits,
    watch: SolverWatch
  ) {
    self.instance = instance
    self.aim = aim
    data = GoalData(
      rankings: instance.rankings, approved: approved, waiting: instance.waiting)
    (problem, isPlain) = instance.problem(for: aim)
    router = BackendRouter(backend: backend, limits: limits, watch: watch)
    goalSolver = GoalSolver(backend: backend, limits: limits, watch: watch)
    threads = limits.threads
  }

  func answer() throws(OfficeError) -> Answer {
    do throws(BackendError) {
      if isPlain {
        let answer = try router.solve(problem)
        return Answer(outcome: answer.outcome, goals: nil, backend: answer.backend)
      }
      let answer = try goalSolver.solve(problem, aim.chain, data)
      return Answer(outcome: answer.outcome, goals: answer.values, backend: answer.backend)
    } catch {
      throw .backend(error)
    }
  }

  /// Lets nothing pass that the independent checker rejects.
  func check(_ answer: Answer) throws(OfficeError) {
    guard let outcome = answer.outcome else { return }
    let verdict = Verdict(checking: outcome, of: problem, threads: threads)
    guard verdict.accepted else { throw .rejected(verdict.problems) }
    guard aim.chain.isStable, case .optimal(let best, _) = outcome else { return }
    let blocking = Verdict.blockingPairs(
      of: best.pairs, in: problem, rankings: data.rankings)
    guard blocking.isEmpty else { throw .rejected(blocking.map { .blocking($0) }) }
  }

  func file(_ answer: Answer, _ facts: SolutionFile.Facts) -> SolutionFile {
    guard let outcome = answer.outcome else {
      return SolutionFile(
        id: instance.id, instanceHash: instance.hash.text, facts: facts, status: .infeasible,
        witness: .nonexistent(policy: aim.name))
    }
    var solution = SolutionFile(outcome, of: instance, facts: facts)
    if let goals = answer.goals, !goals.isEmpty {
      solution.goals = goals.map { instance.claim($0) }
    }
    if solution.status == .infeasible, let changes = router.checkedRelaxation(of: problem) {
      solution.set(changes, of: instance)
    }
    return solution
  }
}

extension Instance {
  /// The problem that an aim asks for, and whether pairs and points are all there is.
  func problem(for aim: Aim) -> (problem: AssignmentProblem, isPlain: Bool) {
    guard let coverage = aim.plainCoverage(problem.coverage) else { return (problem, false) }
    guard coverage != problem.coverage else { return (problem, true) }
    // A weight for coverage may be too large for the numbers: then the goals are taken one by one.
    return problem.covering(coverage).map { ($0, true) } ?? (problem, false)
  }

  /// The value of a goal in the numbers of the file.
  func claim(_ value: GoalValue) -> SolutionFile.GoalClaim {
    SolutionFile.GoalClaim(
      goal: value.goal.rawValue,
      values: value.numbers.map {
        value.goal.countsPoints ? number(total: $0) : JSONNumber(integer: $0)
      })
  }
}
