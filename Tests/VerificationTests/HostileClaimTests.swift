import Problems
import Testing
import Verification

/// Claims from files may hold any integers: every one gets a verdict, none a trap.
@Suite struct HostileClaimTests {
  static let numbers = [Int.min, Int.min + 1, -1, 0, 1, 2, Int.max - 1, Int.max]

  static let pairs = numbers.flatMap { mentee in
    numbers.map { Pair(mentee: mentee, mentor: $0) }
  }

  static let rules = numbers.flatMap { index -> [Rule] in
    [
      .minimum(mentor: index), .capacity(mentor: index), .demand(mentee: index), .quota(index),
      .fixed(index),
    ]
  }

  /// Nobody, people without pairs, and people with the largest numbers a problem may hold.
  static func problems() throws -> [AssignmentProblem] {
    let largest = Int(Int32.max)
    let quotas = [
      Quota(name: "least", atLeast: .min, atMost: .min),
      Quota(name: "most", mentees: [], atLeast: .max, atMost: .max),
    ]
    var problems: [AssignmentProblem] = []
    for coverage in [Coverage.first, .ignore, .everyMentee, .everyMentor] {
      for minimumRule in MinimumRule.allCases {
        for (rows, mentorCount) in [([[Int?]](), 0), ([], 2), ([[], []], 0), ([[nil], [nil]], 1)] {
          problems.append(
            try AssignmentProblem(
              table: PairTable(rows: rows, mentorCount: mentorCount),
              mentors: Array(repeating: .init(capacity: 1), count: mentorCount),
              minimumRule: minimumRule, coverage: coverage))
        }
        problems.append(
          try AssignmentProblem(
            table: PairTable(rows: [[.max / 99, 0], [-.max / 99, nil]], mentorCount: 2),
            demands: [.max, .max],
            mentors: [.init(capacity: .max, minimum: .max), .init(capacity: largest)],
            minimumRule: minimumRule, quotas: quotas, fixed: [Pair(mentee: 0, mentor: 1)],
            coverage: coverage))
      }
    }
    return problems
  }

  @Test("assignments with any pairs and values")
  func assignments() throws {
    for problem in try Self.problems() {
      for claimed in Self.numbers {
        let objective = Objective(matched: claimed, total: claimed)
        let real = (0..<problem.table.pairCount).map { problem.table.pair(of: $0) }
        for pairs in [[], Self.pairs, Self.pairs + Self.pairs, real + real] {
          let best = Assignment(pairs: pairs, objective: objective)
          let isEmpty = pairs.isEmpty && claimed == 0
          let claim = AssignmentOutcome.optimal(best, .bound(objective))
          #expect(isEmpty || !Verdict(checking: claim, of: problem).accepted)
          for bound in Self.numbers {
            let limit = Objective(matched: bound, total: bound)
            let claim = AssignmentOutcome.limitReached(best, bound: limit)
            #expect(isEmpty || !Verdict(checking: claim, of: problem).accepted)
          }
        }
      }
    }
  }

  @Test("a total beyond 64 bits, from one pair claimed over and over")
  func totals() throws {
    let problem = try AssignmentProblem(
      table: PairTable(rows: [[.max / 99]], mentorCount: 1), mentors: [.init(capacity: 1)],
      coverage: .ignore)
    let pairs = Array(repeating: Pair(mentee: 0, mentor: 0), count: 200)
    let claimed = Objective(matched: 200, total: .max)
    let claim = AssignmentOutcome.optimal(
      Assignment(pairs: pairs, objective: claimed), .bound(claimed))
    let verdict = Verdict(checking: claim, of: problem)
    #expect(verdict.problems.contains(.objective(claimed: claimed, actual: nil)))
  }

  @Test("prices of any size and number, for the pairs of every problem that has feasible ones")
  func prices() throws {
    for problem in try Self.problems() {
      let best = Assignment(
        pairs: problem.fixed,
        objective: problem.objective(of: problem.fixed) ?? Objective(matched: 0, total: 0))
      for price in Self.numbers {
        for count in 0..<3 {
          let some = Array(repeating: price, count: count)
          let prices = DualPrices(coverageWeight: price, mentees: some, mentors: some, quotas: some)
          let verdict = Verdict(checking: .optimal(best, .duals(prices)), of: problem)
          #expect(verdict.accepted == (verdict.proof == .checked))
        }
      }
    }
  }

  @Test("Hall violators with any people, twice over, and any numbers")
  func violators() throws {
    for problem in try Self.problems() {
      for side in [Side.mentees, .mentors] {
        for number in Self.numbers {
          for people in [[], [0], [0, 0], [0, 1], Self.numbers] {
            let hall = HallViolator(
              side: side, mentees: people, mentors: people, needed: number, places: -1)
            #expect(!Verdict(checking: .infeasible(.hall(hall)), of: problem).accepted)
          }
        }
      }
    }
  }

  @Test("conflicts of any rules, twice over")
  func conflicts() throws {
    for problem in try Self.problems() {
      for rule in Self.rules {
        let verdict = Verdict(checking: .infeasible(.conflict([rule, rule])), of: problem)
        #expect(verdict.accepted == (verdict.proof != nil))
      }
      let all = Verdict(checking: .infeasible(.conflict(Self.rules + Self.rules)), of: problem)
      #expect(all.problems.contains(.unknownRule(.fixed(.min))))
      #expect(all.problems.contains(.unknownRule(.quota(.max))))
    }
  }

  @Test("a conflict of many mentors is answered or, its steps spent, left on trust")
  func manyMentors() throws {
    let count = 1500
    let entries = (0..<count).flatMap { mentee in
      [mentee, (mentee + 1) % count].map { (pair: Pair(mentee: mentee, mentor: $0), points: 1) }
    }
    let problem = try AssignmentProblem(
      table: PairTable(entries: entries, menteeCount: count, mentorCount: count),
      mentors: Array(repeating: .init(capacity: 2, minimum: 2), count: count),
      coverage: .everyMentee)
    let rules = problem.mentors.indices.map { Rule.minimum(mentor: $0) }
    let verdict = Verdict(checking: .infeasible(.conflict(rules)), of: problem)
    #expect(verdict.problems == [.noConflict] || verdict.proof == .trusted)
  }
}
