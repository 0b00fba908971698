import GLPKBackend
import Problems
import Solvers
import TestSupport
import Testing

@Suite("GLPK on many more columns than rows")
struct SiftingTests {
  @Test("agrees with the network solver on dense problems, ties and dead ends included")
  func agreesOnDenseProblems() throws {
    var infeasible = 0
    for seed in 0..<80 as Range<UInt64> {
      let problem = try denseProblem(seed: seed)
      switch (try GLPKAssignmentSolver().solve(problem), try NetworkSolver().solve(problem)) {
      case (.optimal(let assignment, .duals(let prices)), .optimal(let expected, _)):
        let isEqual = problem.value(assignment.objective) == problem.value(expected.objective)
        #expect(isEqual, "seed \(seed)")
        #expect(problem.proves(prices, assignment), "seed \(seed)")
      case (.infeasible(let witness), .infeasible):
        #expect(problem.isShownInfeasible(by: witness), "seed \(seed)")
        infeasible += 1
      case (let outcome, let network):
        Issue.record("seed \(seed): \(outcome), network \(network)")
      }
    }
    #expect(infeasible > 5 && infeasible < 40)
  }

  /// Draws a problem with 45 to 70 people a side.
  ///
  /// In every second one some mentees are eligible for a few mentors only, whom others like better: the
  /// best columns of the rows do not suffice, or nothing does.
  private func denseProblem(seed: UInt64) throws -> AssignmentProblem {
    var generator = SplitMix64(seed: seed)
    let menteeCount = Int.random(in: 45...70, using: &generator)
    let mentorCount = Int.random(in: 45...70, using: &generator)
    let range = [0...1000, 0...2, 7...7, -500...500][Int(seed % 4)]
    let poor = seed / 4 % 2 == 0 ? 0 : 12
    let few = Int.random(in: 11...14, using: &generator)
    let rows = (0..<menteeCount).map { mentee in
      (0..<mentorCount).map { mentor -> Int? in
        if mentee < poor, mentor >= few { return nil }
        let bonus = mentor < few && mentee >= poor ? 100 : 0
        return Int.random(in: range, using: &generator) + bonus
      }
    }
    let coverages: [Coverage] = [.first, .ignore, .everyMentee, .everyMentor]
    let coverage = coverages[Int(seed / 8 % 4)]
    let capacity = coverage == .everyMentee && menteeCount > mentorCount ? 2 : 1
    return try AssignmentProblem(
      table: PairTable(rows: rows, mentorCount: mentorCount),
      mentors: Array(repeating: .init(capacity: capacity), count: mentorCount),
      coverage: coverage)
  }

  @Test("a program with rows that no network holds has the value that it has unsifted")
  func agreesWithUnsiftedPrograms() throws {
    for seed in 0..<5 as Range<UInt64> {
      let program = program(seed: seed)
      // Twice the rows are too many to sift, and say the same.
      let twice = BinaryProgram(objective: program.objective, rows: program.rows + program.rows)
      guard case .optimal(let answer) = try ProgramSolver().solve(program),
        case .optimal(let expected) = try ProgramSolver().solve(twice)
      else {
        Issue.record("seed \(seed): no optimum")
        return
      }
      #expect(answer.objective == expected.objective, "seed \(seed)")
    }
  }

  /// 45 × 45 assignments under two budgets that the best of them exceeds.
  private func program(seed: UInt64) -> BinaryProgram {
    var generator = SplitMix64(seed: seed)
    let count = 45
    let cells = Array(0..<count * count)
    let lines = (0..<count).flatMap { line in
      [cells.filter { $0 / count == line }, cells.filter { $0 % count == line }]
    }
    let rows = lines.map {
      BinaryProgram.Row(
        columns: $0, coefficients: Array(repeating: 1, count: count), lower: 1, upper: 1)
    }
    let objective = cells.map { _ in Int.random(in: 0...100, using: &generator) }
    let budgets = (0..<2).map { _ in
      let costs = cells.map { objective[$0] / 10 + Int.random(in: 1...20, using: &generator) }
      return BinaryProgram.Row(columns: cells, coefficients: costs, lower: nil, upper: 15 * count)
    }
    return BinaryProgram(objective: objective, rows: rows + budgets)
  }
}
