import GLPKBackend
import Problems
import TestSupport
import Testing

@Suite("GLPK program solver")
struct ProgramSolverTests {
  @Test("agrees with trying every value")
  func matchesOracle() throws {
    var infeasible = 0
    for seed in 0..<1500 as Range<UInt64> {
      let program = RandomProgram.plain(seed: seed)
      let best = bestByTrying(program)
      switch try ProgramSolver().solve(program) {
      case .optimal(let answer):
        #expect(answer.objective == best, "seed \(seed)")
        #expect(value(answer.values, in: program) == best, "seed \(seed)")
      case .infeasible:
        #expect(best == nil, "seed \(seed)")
        infeasible += 1
      case let outcome:
        Issue.record("seed \(seed): \(outcome)")
      }
    }
    #expect(infeasible > 50 && infeasible < 1000)
  }

  @Test("refuses rows that make no sense, with their place")
  func refusesMalformedRows() {
    func error(_ columns: [Int], _ coefficients: [Int]) -> GLPKError? {
      let row = BinaryProgram.Row(
        columns: columns, coefficients: coefficients, lower: nil, upper: 1)
      do {
        _ = try ProgramSolver().solve(.init(objective: [1, 1], rows: [row]))
        return nil
      } catch {
        return error
      }
    }
    #expect(error([0, 1], [1, 1]) == nil)
    #expect(error([0], [1, 1]) == .unevenRow(row: 0, columns: 1, coefficients: 2))
    #expect(error([0, 2], [1, 1]) == .columnOutOfRange(row: 0, column: 2))
    #expect(error([-1], [1]) == .columnOutOfRange(row: 0, column: -1))
    #expect(error([1, 1], [1, 1]) == .columnTwice(row: 0, column: 1))
    #expect(
      error([0], [1 << 30])
        == .rowTooLarge(row: 0, limit: 1 << 20))
  }

  @Test("large objectives are divided by their common divisor first")
  func dividesObjective() throws {
    let large = 1 << 40
    let program = BinaryProgram(
      objective: [3 * large, 2 * large],
      rows: [.init(columns: [0, 1], coefficients: [1, 1], lower: nil, upper: 1)])
    #expect(
      try ProgramSolver().solve(program)
        == .optimal(.init(values: [true, false], objective: 3 * large)))
    #expect(throws: GLPKError.objectiveTooLarge(reach: 3 * large + 1, limit: 1 << 33)) {
      try ProgramSolver().solve(.init(objective: [3 * large + 1, 1], rows: program.rows))
    }
  }

  @Test("no columns, no rows, rows without columns, bounds that cross")
  func handlesEmptyPrograms() throws {
    let solver = ProgramSolver()
    let nothing = ProgramOutcome.optimal(.init(values: [], objective: 0))
    #expect(try solver.solve(.init(objective: [], rows: [])) == nothing)
    #expect(
      try solver.solve(.init(objective: [2, -1], rows: []))
        == .optimal(.init(values: [true, false], objective: 2)))
    func empty(_ lower: Int?, _ upper: Int?) -> BinaryProgram {
      .init(
        objective: [],
        rows: [.init(columns: [], coefficients: [], lower: lower, upper: upper)])
    }
    #expect(try solver.solve(empty(0, 0)) == nothing)
    #expect(try solver.solve(empty(1, nil)) == .infeasible)
    #expect(try solver.solve(empty(nil, -1)) == .infeasible)
    #expect(try solver.solve(empty(2, 1)) == .infeasible)
  }

  @Test("a hard program stops at its time limit with an honest bound")
  func stopsAtLimit() throws {
    let program = marketSplit(columnCount: 40, rowCount: 4, seed: 5)
    switch try ProgramSolver(timeLimit: .milliseconds(300)).solve(program) {
    case .limitReached(let answer, let bound):
      if let answer { #expect(answer.objective <= bound) }
    case let outcome:
      Issue.record("\(outcome)")
    }
  }

  @Test("a cancellation ends a solve that is under way")
  func cancels() throws {
    let program = marketSplit(columnCount: 40, rowCount: 4, seed: 6)
    var questionCount = 0
    let outcome = try ProgramSolver().solve(program) {
      questionCount += 1
      return questionCount > 20
    }
    guard case .limitReached = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(questionCount > 20)
  }
}
