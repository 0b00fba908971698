public import Problems
import Solvers

/// The exact solver of every assignment problem, by integer programming.
///
/// ```swift
/// try GLPKAssignmentSolver(timeLimit: .seconds(10)).solve(problem)
/// ```
///
/// It takes what no network holds: groups that open with a minimum or not at all, quotas over any mentees
/// and mentors, people apart or together, and hours. Coverage first is a chain of two programs, most pairs and then most points among
/// those, not one program with a large weight. Where the problem is a network after all, the answer is
/// improved and proven in integers (``NetworkCertifier``), so that points may be as large as in any
/// problem and the proof does not rest on GLPK's arithmetic; else the proof is GLPK's bound.
public struct GLPKAssignmentSolver: Sendable {
  private let timeLimit: Duration?

  /// - Parameter timeLimit: for one problem, all programs together; `nil` = none.
  public init(timeLimit: Duration? = nil) { self.timeLimit = timeLimit }

  /// Finds the best assignment with its proof, or why there is none.
  ///
  /// - Parameters:
  ///   - problem: any problem; where it is no network, its points, less what all answers have in common,
  ///     times its pairs below ``GLPKError/objectiveTooLarge(reach:limit:)``.
  ///   - isCancelled: asked some twenty times a second; yes ends the solve with the best so far.
  /// - Returns: `optimal`, `infeasible` with a witness, or `limitReached` with best and bound.
  /// - Throws: ``GLPKError``; ``GLPKError/notOptimal`` when GLPK was wrong beyond repair.
  /// - Complexity: exponential at worst; polynomial programs only where the problem is a network.
  public func solve(
    _ problem: AssignmentProblem, isCancelled: () -> Bool = { false }
  ) throws(GLPKError) -> AssignmentOutcome {
    let free: FreeProblem
    do {
      free = try FreeProblem(problem)
    } catch {
      return .infeasible(.conflict(error.rules))
    }
    let deadline = Deadline(timeLimit)
    return try withoutActuallyEscaping(isCancelled) { isCancelled throws(GLPKError) in
      let run = AssignmentRun(free: free, deadline: deadline, isCancelled: isCancelled)
      return try run.outcome()
    }
  }
}

/// One solve: the chain of programs over one encoding.
struct AssignmentRun {
  let free: FreeProblem
  let deadline: Deadline
  let isCancelled: () -> Bool

  private let isNetwork: Bool

  init(free: FreeProblem, deadline: Deadline, isCancelled: @escaping () -> Bool) {
    self.free = free
    self.deadline = deadline
    self.isCancelled = isCancelled
    isNetwork = NetworkSolver().obstacle(in: free.problem) == nil
  }

  private var problem: AssignmentProblem { free.problem }

  func outcome() throws(GLPKError) -> AssignmentOutcome {
    let encoding = AssignmentEncoding(free)
    guard problem.coverage == .first else { return try mostPoints(encoding, matched: nil) }
    switch try solve(encoding.program { _ in 1 }) {
    case .infeasible: return try explain()
    case .optimal(let answer):
      return try mostPoints(encoding, matched: (answer.objective, encoding.assignment(answer)))
    case .limitReached(let answer, let bound):
      let coarse = problem.coarseBound
      return .limitReached(
        answer.map(encoding.assignment),
        bound: .init(
          matched: min(coarse.matched, bound + problem.fixed.count), total: coarse.total))
    }
  }

  /// The last program of the chain; `matched` is the number of free pairs to choose, with an
  /// assignment that does.
  private func mostPoints(
    _ encoding: AssignmentEncoding, matched: (count: Int, assignment: Assignment)?
  ) throws(GLPKError) -> AssignmentOutcome {
    let points = RelativePoints(free, matched: matched?.count)
    let program = encoding.program(matched: matched?.count) { points.values[$0] }
    switch try solve(program, isImprovedAfter: isNetwork) {
    case .optimal(let answer): return try certified(encoding.assignment(answer))
    case .limitReached(let answer, let bound):
      let coarse = problem.coarseBound
      let fixedTotal = problem.objective(of: problem.fixed)?.total ?? 0
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
      deadline.hasPassed || isCancelled()
    }
    guard let (best, prices) = improved else { throw .notOptimal }
    guard let prices else { return .limitReached(best, bound: problem.coarseBound) }
    return .optimal(best, .duals(prices))
  }

  func solve(
    _ program: BinaryProgram, isImprovedAfter: Bool = false
  ) throws(GLPKError) -> ProgramOutcome {
    try ProgramSolver().solve(
      program, isImprovedAfter: isImprovedAfter, deadline: deadline, isCancelled: isCancelled)
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
