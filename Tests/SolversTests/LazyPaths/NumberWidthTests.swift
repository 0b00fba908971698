import Problems
import Solvers
import TestSupport
import Testing
import Verification

@Suite("Numbers at the edges of their types")
struct NumberWidthTests {
  /// Solves, has the proof checked, and compares with the reference.
  private func check(_ problem: AssignmentProblem, _ note: String) throws {
    for threads in [1, 3] {
      let outcome = try AssignmentSolver(threads: threads).solve(problem)
      let verdict = Verdict(checking: outcome, of: problem)
      #expect(verdict.accepted && verdict.proof == .checked, "\(note): \(verdict.problems)")
      // The reference adds numbers up without a look at how large they are.
      guard problem.table.points.range.upperBound < 1 << 49,
        problem.table.points.range.lowerBound > -1 << 49
      else { continue }
      let reference = problem.referenceValue()
      guard case .optimal(let assignment, _) = outcome else {
        #expect(reference == nil, "\(note): \(outcome)")
        continue
      }
      #expect(assignment.objective.total == reference?.total, "\(note)")
      if problem.coverage == .first {
        #expect(assignment.objective.matched == reference?.matched, "\(note)")
      }
    }
  }

  private func problem(
    _ points: Points, _ rows: Int, _ columns: Int, _ coverage: Coverage
  ) throws -> AssignmentProblem {
    try AssignmentProblem(
      table: PairTable(complete: points, menteeCount: rows, mentorCount: columns),
      mentors: Array(repeating: MentorLimits(capacity: 1), count: columns), coverage: coverage)
  }

  @Test("around the largest numbers of 32 bits, of doubles, and beyond")
  func boundaries() throws {
    for power in [15, 16, 26, 27, 28, 29, 30, 31, 32, 40, 48, 49, 50, 52, 53] {
      for delta in [-1, 0, 1] {
        let most = 1 << power + delta
        for (range, seed) in zip([0...most, -most...0, -most...most], [0, 1, 2] as [UInt64]) {
          var generator = SplitMix64(seed: UInt64(power) << 8 | seed)
          for (rows, columns) in [(7, 7), (17, 17), (9, 20), (20, 9)] {
            // Only the ends and what is next to them: prices go as far as they can.
            let ends = [
              range.lowerBound, range.upperBound, range.lowerBound + 1, range.upperBound - 1, 0,
            ]
            let cells = (0..<rows * columns).map { _ in
              ends.randomElement(using: &generator) ?? 0
            }
            let isExactInDouble = most <= 1 << 53
            let whole = Points(cells)
            let kinds =
              [whole] + [Points(.int64(CellBuffer(cells)), isNegated: delta == 0)]
              + (isExactInDouble
                ? [Points(.double(CellBuffer(cells.map { Double($0) })), isNegated: delta == 1)]
                : [])
            for (kind, points) in kinds.enumerated() {
              let shortSide: Coverage = rows <= columns ? .everyMentee : .everyMentor
              for coverage in [shortSide, .first, .ignore] {
                try check(
                  problem(points, rows, columns, coverage),
                  "2^\(power) + \(delta), kind \(kind), \(rows) × \(columns), \(coverage)")
              }
            }
          }
        }
      }
    }
  }

  @Test("prices that leave 32 bits though no cost does")
  func longChains() throws {
    for size in [20, 80] {
      for power in [24, 27, 40] {
        let large = 1 << power
        // A chain: the last row displaces all others, one by one, at full cost each time.
        let chain = PairTable(menteeCount: size, mentorCount: size) { pair in
          pair.mentor == pair.mentee ? 0 : pair.mentor == pair.mentee + 1 ? -large : nil
        }
        let staircase = (0..<size * size).map { index in
          let (row, column) = index.quotientAndRemainder(dividingBy: size)
          return row == column ? -large : row < column ? 0 : -large / (1 + row - column)
        }
        let full = try PairTable(complete: staircase, menteeCount: size, mentorCount: size)
        for (table, coverage) in [
          (chain, Coverage.first), (chain, .everyMentee), (full, .everyMentee),
        ] {
          try check(
            AssignmentProblem(
              table: table, mentors: Array(repeating: .init(capacity: 1), count: size),
              coverage: coverage), "size \(size), 2^\(power), \(coverage)")
        }
      }
    }
  }

  /// Costs (i + 1)(j + 1), least when the order is reversed.
  ///
  /// Source: R. E. Machol, M. Wien, "A hard assignment problem", Oper. Res. 24(1), 1976,
  /// doi:10.1287/opre.24.1.190.
  @Test(
    "Machol and Wien's instance of 3000 has its known value, in every number type of a small one")
  func macholWien() throws {
    func product(_ size: Int, _ scale: Int) -> [Int] {
      (0..<size * size).map { scale * ($0 / size + 1) * ($0 % size + 1) }
    }
    for (size, scale) in [(3000, 1), (200, 1 << 12), (200, 1 << 25), (150, 1 << 34)] {
      let cells = product(size, scale)
      let kinds: [Points.Cells] =
        size == 3000
        ? [.int32(CellBuffer(cells.lazy.map { Int32($0) }))]
        : [.int64(CellBuffer(cells)), .double(CellBuffer(cells.map { Double($0) }))]
      for cells in kinds {
        let problem = try problem(Points(cells, isNegated: true), size, size, .everyMentee)
        let outcome = try AssignmentSolver(threads: 2).solve(problem)
        #expect(Verdict(checking: outcome, of: problem).accepted, "\(size) · \(scale)")
        guard case .optimal(let assignment, _) = outcome else {
          Issue.record("\(size) · \(scale)")
          continue
        }
        #expect(assignment.objective.total == -scale * size * (size + 1) * (size + 2) / 6)
        #expect(assignment.pairs.allSatisfy { $0.mentee + $0.mentor == size - 1 })
      }
    }
  }

  @Test("cells of one and two bytes at their ends, as points and as costs")
  func narrowCells() throws {
    for seed in 0..<24 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let (rows, columns) = [(20, 20), (9, 70), (70, 9), (1, 1), (65, 64), (33, 129)][Int(seed % 6)]
      let bytes = (0..<rows * columns).map { _ in
        [0, 1, 254, 255].randomElement(using: &generator) ?? 0 as UInt8
      }
      let words = (0..<rows * columns).map { _ in
        [0, 255, 256, 65_534, 65_535].randomElement(using: &generator) ?? 0 as UInt16
      }
      for cells in [Points.Cells.uint8(CellBuffer(bytes)), .uint16(CellBuffer(words))] {
        for isNegated in [false, true] {
          for coverage in [rows <= columns ? Coverage.everyMentee : .everyMentor, .first, .ignore] {
            try check(
              problem(Points(cells, isNegated: isNegated), rows, columns, coverage),
              "seed \(seed), \(coverage)")
          }
        }
      }
    }
  }
}
