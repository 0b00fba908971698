import Problems
import Solvers
import TestSupport
import Testing
import Verification

@testable import Solvers

@Suite("Rows put into columns with places")
struct RowSeatingTests {
  @Test("all find a place exactly where no set of rows lacks columns")
  func hall() {
    var answers = [true: 0, false: 0]
    for seed in 0..<4_000 {
      var generator = SplitMix64(seed: UInt64(seed))
      let (rowCount, columnCount) = (
        Int.random(in: 1...7, using: &generator), Int.random(in: 1...6, using: &generator)
      )
      let capacities = (0..<columnCount).map { _ in Int32.random(in: 0...2, using: &generator) }
      let density = Int.random(in: 2...9, using: &generator)
      let eligible = (0..<rowCount).map { _ in
        (0..<columnCount).filter { _ in Int.random(in: 0..<10, using: &generator) < density }
      }
      var starts = [0]
      for columns in eligible { starts.append(starts[starts.count - 1] + columns.count) }
      let rows = (0..<rowCount).filter { _ in Int.random(in: 0..<5, using: &generator) > 0 }
      var seating = RowSeating(
        starts: starts, columns: eligible.joined().map { Int32($0) }, capacities: capacities)
      let isPossible = (0..<1 << rows.count).allSatisfy { subset in
        let members = rows.indices.filter { subset >> $0 & 1 == 1 }
        let places = Set(members.flatMap { eligible[rows[$0]] }).reduce(0) {
          $0 + Int(capacities[$1])
        }
        return members.count <= places
      }
      #expect(seating.seatsAll(rows.map { Int32($0) }) == isPossible, "seed \(seed)")
      answers[isPossible, default: 0] += 1
    }
    #expect(answers.values.allSatisfy { $0 > 300 })
  }

  @Test("squares in which somebody is left over, with numbers far apart", arguments: [1, 3, 12])
  func deficient(without: Int) throws {
    for seed in 0..<20 {
      var generator = SplitMix64(seed: UInt64(seed))
      let gone = Set((0..<without).map { _ in Int.random(in: 0..<40, using: &generator) })
      let table = PairTable(menteeCount: 40, mentorCount: 40) { pair in
        gone.contains(pair.mentor) ? nil : Int.random(in: 0...1_000_000, using: &generator)
      }
      for coverage in [Coverage.first, .everyMentee] {
        let problem = try AssignmentProblem(
          table: table, mentors: Array(repeating: MentorLimits(capacity: 1), count: 40),
          coverage: coverage)
        let outcome = try AssignmentSolver().solve(problem)
        let verdict = Verdict(checking: outcome, of: problem)
        #expect(verdict.accepted && verdict.proof == .checked, "seed \(seed)")
        if case .optimal(let best, _) = outcome {
          #expect(best.objective == problem.referenceValue(), "seed \(seed)")
          #expect(best.pairs.count == 40 - gone.count)
        } else {
          #expect(coverage == .everyMentee, "seed \(seed)")
        }
      }
    }
  }
}
