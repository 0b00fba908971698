import Problems
import Solvers

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
    if let goals = WeighedGoals(free), let (soft, served) = softened() {
      return try mostOfBoth(soft, goals, served: served)
    }
    guard problem.coverage == .first else { return try mostPoints(encoding, matched: nil) }
    let fixedCount = problem.fixed.count
    let pairs = encoding.program { _ in 1 }
    switch try solve(pairs, reporting: Self.counting(.pairs, from: fixedCount)) {
    case .infeasible: return try explain()
    case .optimal(let answer):
      return try mostPoints(encoding, matched: answer)
    case .limitReached(let answer, let bound):
      let coarse = problem.coarseBound
      return .limitReached(
        answer.map(encoding.assignment),
        bound: .init(
          matched: min(coarse.matched, bound + fixedCount), total: coarse.total))
    }
  }

  /// The problem with the demands as upper bounds, where the number of pairs is to be as large as possible, or
  /// as large as the demands and hours make that hard.
  private func softened() -> (FreeProblem, served: Int?)? {
    guard !isNetwork else { return nil }
    if problem.coverage == .first { return (free, nil) }
    guard problem.coverage == .everyMentee, !problem.hours.limits.isEmpty,
      let soft = try? FreeProblem(problem.replacing(coverage: .first))
    else { return nil }
    return (soft, problem.demands.reduce(0, +))
  }

  /// The last program of the chain; `matched` is an answer with the most free pairs, which are its
  /// objective.
  private func mostPoints(
    _ encoding: AssignmentEncoding, matched: ProgramAnswer?
  ) throws(GLPKError) -> AssignmentOutcome {
    let points = RelativePoints(free, matched: matched?.objective)
    let program = encoding.program(matched: matched?.objective) { points.values[$0] }
    let fixedTotal = problem.objective(of: problem.fixed)?.total ?? 0
    let progress = Self.counting(.points, from: fixedTotal + points.common)
    switch try solve(program, from: matched?.values, reporting: progress) {
    case .optimal(let answer): return try certified(encoding.assignment(answer))
    case .limitReached(let answer, let bound):
      let coarse = problem.coarseBound
      return .limitReached(
        (answer ?? matched).map(encoding.assignment),
        bound: .init(
          matched: matched.map { $0.objective + problem.fixed.count } ?? coarse.matched,
          total: min(coarse.total, fixedTotal + points.common + bound)))
    case .infeasible:
      // The assignment of the first program satisfies this one.
      if matched != nil { throw .notOptimal }
      return try explain()
    }
  }

  /// Both goals at once, where the numbers are small: the points break the many ties of the pairs, and what
  /// is known about the number of pairs stands in rows.
  ///
  /// Where everybody has to be served that is looked for in the same way, for it is easier to serve one more
  /// than to serve all or nobody; `served` are the pairs that it takes.
  private func mostOfBoth(
    _ soft: FreeProblem, _ goals: WeighedGoals, served: Int?
  ) throws(GLPKError) -> AssignmentOutcome {
    let pairs = AssignmentEncoding(free).program { _ in 1 }
    guard let bounds = try bounds(of: pairs) else { return try explain() }
    let encoding = AssignmentEncoding(soft)
    let program = encoding.program { goals.values[$0] }.adding(
      bounds.map { part in
        BinaryProgram.Row(
          columns: part.columns, coefficients: part.columns.map { pairs.objective[$0] }, lower: nil,
          upper: part.bound)
      })
    func isEnough(_ matched: Int) -> Bool { served.map { matched >= $0 } ?? true }
    switch try solve(program, reporting: goals.progress) {
    case .optimal(let answer):
      let assignment = encoding.assignment(answer)
      guard isEnough(assignment.objective.matched) else { return try explain() }
      return try certified(assignment)
    case .infeasible: return try explain()
    case .limitReached(let answer, let value):
      let bound = goals.bound(value, best: answer?.objective)
      guard isEnough(bound.matched) else { return try explain() }
      let best = answer.map(encoding.assignment)
      return .limitReached(
        best.flatMap { isEnough($0.objective.matched) ? $0 : nil }, bound: bound)
    }
  }

  /// What the linear relaxation says about the objective of every part; `nil` = nothing satisfies the rows.
  func bounds(of program: BinaryProgram) throws(GLPKError) -> [(columns: [Int], bound: Int)]? {
    try StagedSolver().bounds(
      of: program, limits: limitsLeft, watch: ProgramWatch(isCancelled: watch.isCancelled))
  }

  /// What GLPK may take; 0 = no limit.
  var memoryMegabytes: Int { limits.memoryMegabytes ?? 0 }

  /// Whether the time is up, or the caller gave up.
  var isStopped: Bool { deadline.hasPassed || watch.isCancelled() }

  private func certified(_ assignment: Assignment) throws(GLPKError) -> AssignmentOutcome {
    guard isNetwork else { return .optimal(assignment, .bound(assignment.objective)) }
    // Of the assignments whose points GLPK cannot tell apart it may have taken a worse one.
    let improved = NetworkCertifier().improve(assignment, of: problem) {
      isStopped
    }
    guard let (best, prices) = improved else { throw .notOptimal }
    guard let prices else { return .limitReached(best, bound: problem.coarseBound) }
    return .optimal(best, .duals(prices))
  }

  private var limitsLeft: SolverLimits {
    var limits = limits
    limits.time = deadline.timeLeft
    return limits
  }

  /// Solves one program of the chain, from an answer where there is one; `progress` says what its numbers
  /// mean to a person.
  func solve(
    _ program: BinaryProgram, from start: [Bool]? = nil, effort: SearchState.Effort = .full,
    reporting progress: @escaping @Sendable (ProgramProgress) -> SearchProgress = {
      SearchProgress(phase: $0.phase, measure: .other, best: $0.best, bound: $0.bound)
    }
  ) throws(GLPKError) -> ProgramOutcome {
    if isNetwork {
      return try ProgramSolver().solve(
        program, isImprovedAfter: true, deadline: deadline,
        memoryMegabytes: limits.memoryMegabytes, isCancelled: watch.isCancelled)
    }
    let report = watch.report.map { report in
      { @Sendable (news: ProgramProgress) in report(.search(progress(news))) }
    }
    return try StagedSolver().solve(
      program, from: start, effort: effort, limits: limitsLeft,
      watch: ProgramWatch(isCancelled: watch.isCancelled, report: report))
  }

  /// What the numbers of a program mean that counts one thing, with what it does not count added.
  private static func counting(
    _ measure: SearchProgress.Measure, from base: Int
  ) -> @Sendable (ProgramProgress) -> SearchProgress {
    { news in
      SearchProgress(
        phase: news.phase, measure: measure, best: news.best.map { $0 &+ base },
        bound: news.bound.map { $0 &+ base })
    }
  }

  private func explain() throws(GLPKError) -> AssignmentOutcome {
    do {
      return .infeasible(try InfeasibilitySearch(run: self).witness())
    } catch {
      switch error {
      case .trouble(let error): throw error
      case .limit:
        // That nothing satisfies the rules is known; which of them are to blame is not, yet.
        let rules = ConflictFilter(problem).rules
        return rules.isEmpty
          ? .limitReached(nil, bound: problem.coarseBound) : .infeasible(.unisolated(rules))
      }
    }
  }
}
