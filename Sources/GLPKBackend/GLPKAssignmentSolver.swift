public import Problems
public import Solvers

/// The exact solver of every assignment problem, by integer programming.
///
/// ```swift
/// try GLPKAssignmentSolver(limits: .init(time: .seconds(10))).solve(problem)
/// ```
///
/// It takes what no network holds: groups that open with a minimum or not at all, quotas over any mentees
/// and mentors, people apart or together, and hours. Coverage first is a chain of two programs, most
/// pairs and then most points among those, not one program with a large weight. They go through the
/// stages of ``StagedSolver``, and their proof is a bound. Where the problem is a network after all, GLPK alone
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

/// One solve: the chain of programs over one encoding.
struct AssignmentRun {
  let free: FreeProblem
  private let limits: SolverLimits
  private let watch: SolverWatch
  private let deadline: Deadline
  private let isNetwork: Bool

  init(free: FreeProblem, limits: SolverLimits, watch: SolverWatch) {
    self.free = free
    self.limits = limits
    self.watch = watch
    deadline = Deadline(limits.time)
    isNetwork = NetworkSolver().obstacle(in: free.problem) == nil
  }

  private var problem: AssignmentProblem { free.problem }

  func outcome() throws(GLPKError) -> AssignmentOutcome {
    let encoding = AssignmentEncoding(free)
    guard problem.coverage == .first else { return try mostPoints(encoding, matched: nil) }
    let fixedCount = problem.fixed.count
    switch try solve(encoding.program { _ in 1 }, measuring: (.pairs, fixedCount)) {
    case .infeasible: return try explain()
    case .optimal(let answer):
      return try mostPoints(encoding, matched: (answer.objective, encoding.assignment(answer)))
    case .limitReached(let answer, let bound):
      let coarse = problem.coarseBound
      return .limitReached(
        answer.map(encoding.assignment),
        bound: .init(
          matched: min(coarse.matched, bound + fixedCount), total: coarse.total))
    }
  }

  /// The last program of the chain; `matched` is the number of free pairs to choose, with an
  /// assignment that does.
  private func mostPoints(
    _ encoding: AssignmentEncoding, matched: (count: Int, assignment: Assignment)?
  ) throws(GLPKError) -> AssignmentOutcome {
    let points = RelativePoints(free, matched: matched?.count)
    let program = encoding.program(matched: matched?.count) { points.values[$0] }
    let fixedTotal = problem.objective(of: problem.fixed)?.total ?? 0
    switch try solve(program, measuring: (.points, fixedTotal + points.common)) {
    case .optimal(let answer): return try certified(encoding.assignment(answer))
    case .limitReached(let answer, let bound):
      let coarse = problem.coarseBound
      return .limitReached(
        answer.map(encoding.assignment) ?? matched?.assignment,
        bound: .init(
          matched: matched?.assignment.objective.matched ?? coarse.matched,
          total: min(coarse.total, fixedTotal + points.common + bound)))
    case .infeasible:
      // The assignment of the first program satisfies this one.
      if matched != nil { throw .notOptimal }
      return try explain()
    }
  }

  private func certified(_ assignment: Assignment) throws(GLPKError) -> AssignmentOutcome {
    guard isNetwork else { return .optimal(assignment, .bound(assignment.objective)) }
    // Of the assignments whose points GLPK cannot tell apart it may have taken a worse one.
    let improved = NetworkCertifier().improve(assignment, of: problem) {
      deadline.hasPassed || watch.isCancelled()
    }
    guard let (best, prices) = improved else { throw .notOptimal }
    guard let prices else { return .limitReached(best, bound: problem.coarseBound) }
    return .optimal(best, .duals(prices))
  }

  /// Solves one program of the chain; what it counts is reported with `measuring.base` added.
  func solve(
    _ program: BinaryProgram, measuring: (measure: SearchProgress.Measure, base: Int) = (.other, 0)
  ) throws(GLPKError) -> ProgramOutcome {
    if isNetwork {
      return try ProgramSolver().solve(
        program, isImprovedAfter: true, deadline: deadline,
        memoryMegabytes: limits.memoryMegabytes, isCancelled: watch.isCancelled)
    }
    var limits = limits
    limits.time = deadline.timeLeft
    let report = watch.report.map { report in
      { @Sendable (progress: ProgramProgress) in
        let values = [progress.best, progress.bound].map { $0.map { $0 &+ measuring.base } }
        report(
          .search(
            SearchProgress(
              phase: progress.phase, measure: measuring.measure, best: values[0],
              bound: values[1])))
      }
    }
    return try StagedSolver().solve(
      program, limits: limits, watch: ProgramWatch(isCancelled: watch.isCancelled, report: report))
  }

  private func explain() throws(GLPKError) -> AssignmentOutcome {
    do {
      return .infeasible(try InfeasibilitySearch(run: self).witness())
    } catch {
      switch error {
      case .trouble(let error): throw error
      case .limit: return .limitReached(nil, bound: problem.coarseBound)
      }
    }
  }
}
