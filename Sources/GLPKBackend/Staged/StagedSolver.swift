import Dispatch
public import Problems
import Solvers

/// The exact solver of 0–1 programs that look like assignment problems with side rules, and of all others.
///
/// ```swift
/// let program = BinaryProgram(
///   objective: [3, 2], rows: [.init(columns: [0, 1], coefficients: [1, 1], lower: nil, upper: 1)])
/// try StagedSolver().solve(program)  // optimal: [true, false], 3
/// ```
///
/// Presolve and independent parts; start prices from the assignment core; a linear program over few columns
/// that grows by prices and by broken rows; dives and neighbourhoods for answers; cutoff stages and a
/// tree search for the proof. GLPK solves the linear programs and nothing else. Every answer is held against
/// the rows as they were given, in integers; that nothing is better rests on linear programming bounds
/// in double precision (``NumericLimits``).
///
/// Source of the tools: L. A. Wolsey, *Integer Programming*, 2nd ed., 2020.
public struct StagedSolver: ProgramBackend {
  public init() {}

  /// Solves on the calling thread, or on several where the program falls into parts.
  ///
  /// - Complexity: exponential in the columns at worst.
  public func solve(
    _ program: BinaryProgram, limits: SolverLimits = .init(), watch: ProgramWatch = .none
  ) throws(GLPKError) -> ProgramOutcome {
    try solve(program, from: nil, limits: limits, watch: watch)
  }

  /// The same with an answer to start from, by column, and with `limitReached` at the end of an effort.
  ///
  /// A start that breaks a row is no matter.
  func solve(
    _ program: BinaryProgram, from start: [Bool]?, effort: SearchState.Effort = .full,
    limits: SolverLimits, watch: ProgramWatch
  ) throws(GLPKError) -> ProgramOutcome {
    switch try prepare(program, limits, watch) {
    case .decided(.limitReached(nil, let bound)):
      // Without time left the start is still an answer, if it is one.
      return .limitReached(start.flatMap { try? program.answer($0) }, bound: bound)
    case .decided(let outcome): return outcome
    case .parts(let presolve, let parts, let reach, let deadline):
      let constant = zip(presolve.values, program.objective).reduce(0) {
        $0 + ($1.0 == true ? $1.1 : 0)
      }
      let board = PartBoard(parts, constant: constant, reach: reach, report: watch.report)
      board.start()
      let run = PartsRun(
        parts: parts, start: start, board: board, reach: reach, deadline: deadline,
        isCancelled: watch.isCancelled, effort: effort)
      try run.solveAll(limits)
      return try outcome(program, presolve, parts, board)
    }
  }

  /// What the linear relaxation says about the objective of every independent part: Σ objective · x over the
  /// columns of a part is at most its bound.
  ///
  /// - Returns: no parts when the time is up, `nil` when nothing satisfies the rows.
  func bounds(
    of program: BinaryProgram, limits: SolverLimits, watch: ProgramWatch
  ) throws(GLPKError) -> [(columns: [Int], bound: Int)]? {
    switch try prepare(program, limits, watch) {
    case .decided(.infeasible): return nil
    case .decided: return []
    case .parts(_, let parts, let reach, let deadline):
      let board = PartBoard(parts, constant: 0, reach: reach, report: nil)
      let run = PartsRun(
        parts: parts, start: nil, board: board, reach: reach, deadline: deadline,
        isCancelled: watch.isCancelled, effort: .relaxation)
      try run.solveAll(limits)
      if board.isInfeasible { return nil }
      return zip(parts, board.bounds()).map { ($0.original, $1 * $0.divisor) }
    }
  }

  private enum Preparation {
    case decided(ProgramOutcome)
    case parts(Presolve, [CompactProgram], reach: Int, Deadline)
  }

  private func prepare(
    _ program: BinaryProgram, _ limits: SolverLimits, _ watch: ProgramWatch
  ) throws(GLPKError) -> Preparation {
    try program.checkShape()
    let numbers = try NumericLimits(program)
    let deadline = Deadline(limits.time)
    let rows = program.rows.map(TightRow.init)
    if rows.contains(where: \.isImpossible) { return .decided(.infeasible) }
    if deadline.hasPassed || watch.isCancelled() {
      return .decided(.limitReached(nil, bound: numbers.reach))
    }
    guard let presolve = Presolve(program, rows: rows.filter(\.isBinding)) else {
      return .decided(.infeasible)
    }
    let parts = CompactProgram.parts(
      of: TightRow.strengthened(presolve.remainingRows(), columnCount: program.columnCount),
      columnCount: program.columnCount, objective: program.objective)
    return .parts(presolve, parts, reach: numbers.reach, deadline)
  }

  private func outcome(
    _ program: BinaryProgram, _ presolve: Presolve, _ parts: [CompactProgram], _ board: PartBoard
  ) throws(GLPKError) -> ProgramOutcome {
    var values = presolve.values.map { $0 ?? false }
    let summary = board.summary()
    if summary.isInfeasible { return .infeasible }
    for (part, best) in zip(parts, summary.bests) {
      guard let best else { return .limitReached(nil, bound: summary.bound) }
      for (column, value) in zip(part.original, best) { values[column] = value }
    }
    let answer = try program.answer(values)
    if summary.isOptimal { return .optimal(answer) }
    return .limitReached(answer, bound: max(answer.objective, summary.bound))
  }
}

/// Solves the parts of one program, some at a time.
private struct PartsRun: Sendable {
  let parts: [CompactProgram]
  /// An answer of the whole program, perhaps.
  let start: [Bool]?
  let board: PartBoard
  let reach: Int
  let deadline: Deadline
  let isCancelled: @Sendable () -> Bool
  var effort = SearchState.Effort.full

  private var shouldStop: Bool { deadline.hasPassed || isCancelled() || board.isInfeasible }

  func solveAll(_ limits: SolverLimits) throws(GLPKError) {
    let workers = max(1, min(limits.threads, parts.count))
    let memory = limits.memoryMegabytes.map { max(1, $0 / workers) } ?? 0
    if workers == 1 {
      for index in parts.indices { solve(index, memoryMegabytes: memory) }
    } else {
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        while let index = board.nextPart() { solve(index, memoryMegabytes: memory) }
      }
    }
    if let error = board.error { throw error }
  }

  private func solve(_ index: Int, memoryMegabytes: Int) {
    let part = parts[index]
    let question = StopQuestion { shouldStop }
    let state = SearchState(part, reach: reach / part.divisor, question: question, effort: effort) {
      board.note(index, phase: $0, best: $1, bound: $2)
    }
    if let start { _ = state.offer(part.original.map { start[$0] }) }
    switch ComponentSearch(state: state).run(memoryMegabytes: memoryMegabytes) {
    case .optimal(let values): board.finish(index, values, isOptimal: true)
    case .infeasible where state.best != nil: solvePlainly(index, best: state.best, memoryMegabytes)
    case .infeasible: board.markInfeasible()
    case .limit(let values): board.finish(index, values, isOptimal: false)
    case .failed:
      if case .full = effort { solvePlainly(index, best: state.best, memoryMegabytes) }
    }
  }

  /// What the stages could not solve: GLPK alone, from the beginning, with what they found kept.
  private func solvePlainly(_ index: Int, best: [Bool]?, _ memoryMegabytes: Int) {
    let part = parts[index]
    func keep(_ values: [Bool]?) { board.finish(index, values, isOptimal: false) }
    do {
      let outcome = try ProgramSolver().solve(
        part.binaryProgram, deadline: deadline,
        memoryMegabytes: memoryMegabytes > 0 ? memoryMegabytes : nil, isCancelled: { shouldStop })
      switch outcome {
      case .optimal(let answer): board.finish(index, answer.values, isOptimal: true)
      case .infeasible:
        // It is not, where there is an answer.
        if best == nil { board.markInfeasible() } else { keep(best) }
      case .limitReached(let answer, let bound):
        let known = best.flatMap(part.objective)
        let isBetter = (answer?.objective ?? .min) > known ?? .min
        board.note(index, phase: .tree, best: answer?.objective, bound: max(bound, known ?? bound))
        keep(isBetter ? answer?.values : best)
      }
    } catch {
      if best == nil { board.fail(error) } else { keep(best) }
    }
  }
}

extension CompactProgram {
  /// The part as a program of its own.
  fileprivate var binaryProgram: BinaryProgram {
    BinaryProgram(
      objective: objective,
      rows: (0..<rowCount).map { row in
        let range = rows.range(row)
        return BinaryProgram.Row(
          columns: rows.indices[range].map { Int($0) },
          coefficients: rows.coefficients[range].map { Int($0) },
          lower: lower[row].isFinite ? Int(lower[row]) : nil,
          upper: upper[row].isFinite ? Int(upper[row]) : nil)
      })
  }
}
