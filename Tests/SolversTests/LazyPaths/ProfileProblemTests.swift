import Problems
import Solvers
import TestSupport
import Testing
import Verification

@Suite("Costs computed from profiles, and any number of threads")
struct ProfileProblemTests {
  private func problem(
    _ table: PairTable, _ coverage: Coverage, capacity: Int
  ) throws -> AssignmentProblem {
    try AssignmentProblem(
      table: table,
      mentors: Array(repeating: MentorLimits(capacity: capacity), count: table.mentorCount),
      coverage: coverage)
  }

  private func same(_ problem: AssignmentProblem, _ note: String) throws -> AssignmentOutcome {
    let outcome = try AssignmentSolver().solve(problem)
    let verdict = Verdict(checking: outcome, of: problem, threads: 2)
    #expect(verdict.accepted && verdict.proof == .checked, "\(note): \(verdict.problems.prefix(3))")
    for threads in [2, 3, 8] {
      #expect(
        try AssignmentSolver(threads: threads).solve(problem) == outcome, "\(note), \(threads)")
    }
    return outcome
  }

  @Test(
    "profiles, the same scores stored, and the same pairs sparse: one value, whatever the threads")
  func storedAndComputed() throws {
    let features = [0...4, -3...3, 0...200, 0...9000]
    for seed in 0..<48 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let measure = ProfileScores.Measure.allCases[Int(seed % 3)]
      let range = features[Int(seed / 3 % 4)]
      let dimensions = Int.random(in: 1...9, using: &generator)
      let (mentees, mentors) = [(130, 130), (70, 200), (200, 70), (64, 65)][Int(seed % 4)]
      let draw = { (count: Int, generator: inout SplitMix64) in
        (0..<count).map { _ in
          (0..<dimensions).map { _ in Int.random(in: range, using: &generator) }
        }
      }
      let scores = Points(
        .scores(
          try ProfileScores(
            measure, mentees: draw(mentees, &generator), mentors: draw(mentors, &generator))),
        isNegated: measure != .dot)
      let computed = try PairTable(complete: scores, menteeCount: mentees, mentorCount: mentors)
      let stored = try PairTable(
        complete: Array(scores), menteeCount: mentees, mentorCount: mentors)
      let sparse = stored.removing([Pair(mentee: 0, mentor: mentors - 1)])
      for coverage in [mentees <= mentors ? Coverage.everyMentee : .everyMentor, .first, .ignore] {
        let capacity = coverage == .everyMentor ? 1 : 1 + Int(seed % 2)
        let note = "seed \(seed), \(measure), \(range), \(coverage)"
        let outcomes = try [computed, stored, sparse].map {
          try same(problem($0, coverage, capacity: capacity), note)
        }
        let values = outcomes.map { outcome -> Objective? in
          if case .optimal(let assignment, _) = outcome { assignment.objective } else { nil }
        }
        #expect(values[0]?.total != nil && values[0]?.total == values[1]?.total, "\(note)")
        if let dense = values[0], let fewer = values[2], coverage == .ignore {
          #expect(fewer.total <= dense.total, "\(note)")
        }
      }
    }
  }

  @Test("nobody, no places, fewer places than people, nobody eligible: an answer or a witness")
  func nobody() throws {
    let nowhere = [[nil, nil], [nil, nil]] as [[Int?]]
    let shapes: [(rows: [[Int?]], mentors: Int, capacities: [Int])] = [
      ([], 0, []), ([], 3, [1, 0, 2]), ([[], []], 0, []), ([[4, 5]], 2, [0, 0]),
      ([[4, 5], [1, 2], [0, 0]], 2, [1, 1]), ([[4, 5], [1, 2], [0, 0]], 2, [2, 0]),
      (nowhere, 2, [1, 1]), (nowhere, 2, [0, 0]), ([[4, nil], [1, nil]], 2, [1, 1]),
      ([[4, nil], [1, nil]], 2, [2, 5]), ([[-4]], 1, [1]), ([[-4]], 1, [.max]),
    ]
    for (index, shape) in shapes.enumerated() {
      let table = try PairTable(rows: shape.rows, mentorCount: shape.mentors)
      for coverage in [Coverage.first, .ignore, .everyMentee, .everyMentor] {
        for demands in [nil, Array(repeating: 0, count: shape.rows.count)] {
          let problem = try AssignmentProblem(
            table: table, demands: demands,
            mentors: shape.capacities.map { MentorLimits(capacity: $0) }, coverage: coverage)
          let note = "shape \(index), \(coverage), demands \(demands ?? [])"
          for strategy in AssignmentStrategy.allCases {
            let outcome = try AssignmentSolver(threads: 2, strategy: strategy).solve(problem)
            let verdict = Verdict(checking: outcome, of: problem)
            #expect(verdict.accepted && verdict.proof == .checked, "\(note): \(outcome)")
          }
          let warm = try AssignmentSession(problem).solve()
          #expect(Verdict(checking: warm, of: problem).accepted, "\(note): \(warm)")
        }
      }
    }
  }
}
