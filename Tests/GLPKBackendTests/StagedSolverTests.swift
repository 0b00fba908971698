import GLPKBackend
import Problems
import Synchronization
import TestSupport
import Testing

@Suite("Staged program solver")
struct StagedSolverTests {
  @Test("agrees with trying every value")
  func matchesOracle() throws {
    var infeasibleCount = 0
    for seed in 0..<2000 as Range<UInt64> {
      let program =
        seed % 2 == 0
        ? RandomProgram.plain(seed: seed)
        : RandomProgram.matching(
          seed: seed, mentees: 2 + Int(seed / 2 % 4), mentors: 1 + Int(seed / 8 % 4))
      let best = bestByTrying(program)
      switch try StagedSolver().solve(program) {
      case .optimal(let answer):
        #expect(answer.objective == best, "seed \(seed)")
        #expect(value(answer.values, in: program) == best, "seed \(seed)")
      case .infeasible:
        #expect(best == nil, "seed \(seed)")
        infeasibleCount += 1
      case let outcome:
        Issue.record("seed \(seed): \(outcome)")
      }
    }
    #expect(infeasibleCount > 50 && infeasibleCount < 1000)
  }

  @Test("agrees with GLPK alone where trying takes too long")
  func matchesPlainSolver() throws {
    for seed in 0..<150 as Range<UInt64> {
      let program = RandomProgram.matching(
        seed: seed, mentees: 8 + Int(seed % 20), mentors: 4 + Int(seed % 7))
      switch (try StagedSolver().solve(program), try ProgramSolver().solve(program)) {
      case (.optimal(let answer), .optimal(let expected)):
        #expect(answer.objective == expected.objective, "seed \(seed)")
      case (.infeasible, .infeasible): break
      case (let outcome, let expected):
        Issue.record("seed \(seed): \(outcome), not \(expected)")
      }
    }
  }

  @Test("independent parts give the same answer on any number of threads")
  func solvesPartsInParallel() throws {
    let parts = (0..<6 as Range<UInt64>).map {
      RandomProgram.matching(seed: 100 + $0, mentees: 20, mentors: 8)
    }
    var (objective, rows) = ([Int](), [BinaryProgram.Row]())
    for part in parts {
      let first = objective.count
      objective += part.objective
      rows += part.rows.map {
        .init(
          columns: $0.columns.map { $0 + first }, coefficients: $0.coefficients, lower: $0.lower,
          upper: $0.upper)
      }
    }
    let whole = BinaryProgram(objective: objective, rows: rows)
    let alone = try StagedSolver().solve(whole)
    #expect(try StagedSolver().solve(whole, limits: .init(threads: 4)) == alone)
    #expect(try StagedSolver().solve(whole, limits: .init(threads: 2)) == alone)
    var sum = 0
    for part in parts {
      guard case .optimal(let answer) = try ProgramSolver().solve(part) else { return }
      sum += answer.objective
    }
    guard case .optimal(let answer) = alone else {
      Issue.record("\(alone)")
      return
    }
    #expect(answer.objective == sum)
  }

  @Test("a cancellation under way ends the solve with an honest bound")
  func cancels() throws {
    let program = marketSplit(columnCount: 40, rowCount: 4, seed: 6)
    let questionCount = Mutex(0)
    let watch = ProgramWatch(isCancelled: {
      questionCount.withLock {
        $0 += 1
        return $0 > 20
      }
    })
    let outcome = try StagedSolver().solve(program, watch: watch)
    guard case .limitReached = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(questionCount.withLock { $0 } > 20)
  }

  @Test("too little memory is a limit, not the end of the process")
  func keepsMemoryLimit() throws {
    let count = 20_000
    let program = BinaryProgram(
      objective: (1...count).map { 1000 + $0 % 77 },
      rows: [
        .init(
          columns: Array(0..<count), coefficients: (1...count).map { 50 + $0 % 31 }, lower: nil,
          upper: 99_999)
      ])
    let outcome = try StagedSolver().solve(program, limits: .init(memoryMegabytes: 1))
    guard case .limitReached = outcome else {
      Issue.record("not a limit")
      return
    }
    guard case .optimal = try StagedSolver().solve(RandomProgram.plain(seed: 2)) else {
      Issue.record("the thread did not recover")
      return
    }
  }
}
