public import Problems

/// The exact solver of 0–1 programs: GLPK, asked only what it can answer and never believed.
///
/// ```swift
/// let program = BinaryProgram(
///   objective: [3, 2], rows: [.init(columns: [0, 1], coefficients: [1, 1], lower: nil, upper: 1)])
/// try ProgramSolver().solve(program)  // optimal: [true, false], 3
/// ```
///
/// The program is checked first and every answer after, in integers. That nothing is *better* rests on
/// linear programming bounds in double precision; ``NumericLimits`` says how large the numbers may be.
///
/// Source: A. Makhorin, *GNU Linear Programming Kit Reference Manual for version 5.0*, 2020.
public struct ProgramSolver: ProgramBackend {
  private let timeLimit: Duration?

  /// - Parameter timeLimit: per solve; `nil` = none.
  public init(timeLimit: Duration? = nil) { self.timeLimit = timeLimit }

  /// Finds the best values of the columns.
  ///
  /// Runs on the calling thread to its end; put it on a thread of its own where that matters.
  ///
  /// - Parameters:
  ///   - program: with every column at most once in a row.
  ///   - isCancelled: asked some twenty times a second; yes ends the solve with the best so far.
  /// - Returns: `optimal`, `infeasible`, or `limitReached` with best and bound.
  /// - Throws: ``GLPKError``.
  /// - Complexity: exponential in the columns at worst.
  public func solve(
    _ program: BinaryProgram, isCancelled: () -> Bool = { false }
  ) throws(GLPKError) -> ProgramOutcome {
    try solve(program, deadline: Deadline(timeLimit), isCancelled: isCancelled)
  }

  /// The same within limits, on one thread.
  public func solve(
    _ program: BinaryProgram, limits: SolverLimits, watch: ProgramWatch
  ) throws(GLPKError) -> ProgramOutcome {
    let time = [timeLimit, limits.time].compactMap { $0 }.min()
    return try solve(
      program, deadline: Deadline(time), memoryMegabytes: limits.memoryMegabytes,
      isCancelled: watch.isCancelled)
  }

  /// The same until a deadline; `isImprovedAfter`: the caller makes an answer that is feasible and nearly
  /// optimal exactly optimal, so the objective may be larger than GLPK can be trusted with.
  func solve(
    _ program: BinaryProgram, isImprovedAfter: Bool = false, deadline: Deadline,
    memoryMegabytes: Int? = nil, isCancelled: () -> Bool
  ) throws(GLPKError) -> ProgramOutcome {
    try program.checkShape()
    let limits = try NumericLimits(program, isImprovedAfter: isImprovedAfter)
    let rows = program.rows.map(TightRow.init)
    if rows.contains(where: \.isImpossible) { return .infeasible }
    if deadline.hasPassed || isCancelled() { return .limitReached(nil, bound: limits.reach) }
    let binding = rows.filter(\.isBinding)
    if binding.isEmpty { return .optimal(program.bestWithoutRows) }
    var model = GLPKModel(program, rows: binding, limits: limits)
    model.memoryMegabytes = memoryMegabytes
    let end = model.solve(milliseconds: deadline.milliseconds) {
      deadline.hasPassed || isCancelled()
    }
    switch end {
    case .optimal(let values): return .optimal(try program.answer(values))
    case .infeasible: return .infeasible
    case .stopped(let values?, let bound):
      let best = try program.answer(values)
      // The open nodes may all be worse than the best answer already.
      return .limitReached(best, bound: max(best.objective, limits.bound(bound)))
    case .stopped(nil, let bound): return .limitReached(nil, bound: limits.bound(bound))
    case .failed(let code): throw .gaveUp(code: code)
    case .fault(let message) where memoryMegabytes != nil && message.isAboutMemory:
      return .limitReached(nil, bound: limits.reach)
    case .fault(let message): throw .fault(message: message)
    }
  }
}

extension String {
  /// Whether GLPK's text says that it has no more memory.
  var isAboutMemory: Bool { contains("memory") }
}

extension GLPKModel {
  fileprivate init(_ program: BinaryProgram, rows: [TightRow], limits: NumericLimits) {
    self.init(objective: program.objective.map(limits.coefficient))
    objectiveTolerance = limits.objectiveTolerance
    for row in rows {
      addRow(
        zip(row.columns, row.coefficients).map { ($0, Double($1)) },
        lower: row.lower.map(Double.init) ?? -.infinity,
        upper: row.upper.map(Double.init) ?? .infinity)
    }
  }
}

extension BinaryProgram {
  func checkShape() throws(GLPKError) {
    var lastRow = [Int](repeating: -1, count: columnCount)
    var entryCount = 0
    for (index, row) in rows.enumerated() {
      guard row.columns.count == row.coefficients.count else {
        throw .unevenRow(
          row: index, columns: row.columns.count, coefficients: row.coefficients.count)
      }
      for column in row.columns {
        guard lastRow.indices.contains(column) else {
          throw .columnOutOfRange(row: index, column: column)
        }
        guard lastRow[column] != index else { throw .columnTwice(row: index, column: column) }
        lastRow[column] = index
      }
      entryCount += row.columns.count
    }
    // GLPK counts to 10⁸ rows, columns and 5 · 10⁸ entries.
    guard columnCount <= 100_000_000, rows.count <= 100_000_000, entryCount <= 500_000_000 else {
      throw .programTooLarge
    }
  }

  fileprivate var bestWithoutRows: ProgramAnswer {
    ProgramAnswer(
      values: objective.map { $0 > 0 }, objective: objective.reduce(0) { $0 + max(0, $1) })
  }

  /// Rounds what GLPK says and holds it against the rows as they were given.
  fileprivate func answer(_ numbers: [Double]) throws(GLPKError) -> ProgramAnswer {
    let values = numbers.map { $0 > 0.5 }
    for (number, value) in zip(numbers, values) where !(abs(number - (value ? 1 : 0)) < 1e-5) {
      throw .wrongAnswer(row: nil)
    }
    return try answer(values)
  }

  /// Holds values against the rows.
  func answer(_ values: [Bool]) throws(GLPKError) -> ProgramAnswer {
    for (index, row) in rows.enumerated() {
      var activity = 0
      for (column, coefficient) in zip(row.columns, row.coefficients) where values[column] {
        activity += coefficient
      }
      guard activity >= row.lower ?? .min, activity <= row.upper ?? .max else {
        throw .wrongAnswer(row: index)
      }
    }
    let total = zip(objective, values).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    return ProgramAnswer(values: values, objective: total)
  }
}
