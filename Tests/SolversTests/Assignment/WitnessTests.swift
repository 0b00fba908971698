import Problems
import Solvers
import TestSupport
import Testing

@Suite("Witnesses of the network solver")
struct WitnessTests {
  private func outcome(
    _ rows: [[Int?]], demands: [Int]? = nil, mentors: [MentorLimits],
    rule: MinimumRule = .always, quotas: [Quota] = [], fixed: [Pair] = [],
    coverage: Coverage = .first
  ) throws -> AssignmentOutcome {
    try NetworkSolver().solve(
      AssignmentProblem(
        table: PairTable(rows: rows, mentorCount: mentors.count), demands: demands,
        mentors: mentors, minimumRule: rule, quotas: quotas, fixed: fixed, coverage: coverage))
  }

  @Test("fixed pairs over a capacity or a quota, no more of them than it takes")
  func namesFixedPairs() throws {
    let fixed = (0..<3).map { Pair(mentee: $0, mentor: 0) }
    let rows: [[Int?]] = [[1, 1], [1, 1], [1, 1]]
    #expect(
      try outcome(rows, mentors: [.init(capacity: 1), .init(capacity: 1)], fixed: fixed)
        == .infeasible(.conflict([.fixed(0), .fixed(1), .capacity(mentor: 0)])))
    #expect(
      try outcome(
        rows, mentors: [.init(capacity: 3), .init(capacity: 1)],
        quotas: [.init(name: "two", mentors: [0], atMost: 2)], fixed: fixed)
        == .infeasible(.conflict([.fixed(0), .fixed(1), .fixed(2), .quota(0)])))
    #expect(
      try outcome(
        [[1, 1]], mentors: [.init(capacity: 1), .init(capacity: 1)],
        fixed: [.init(mentee: 0, mentor: 0), .init(mentee: 0, mentor: 1)])
        == .infeasible(.conflict([.fixed(0), .fixed(1), .demand(mentee: 0)])))
  }

  @Test("a minimum above the capacity, a quota with nothing between its bounds")
  func namesContradictions() throws {
    #expect(
      try outcome([[1]], mentors: [.init(capacity: 1, minimum: 2)])
        == .infeasible(.conflict([.minimum(mentor: 0), .capacity(mentor: 0)])))
    #expect(
      try outcome(
        [[1]], mentors: [.init(capacity: 1)], quotas: [.init(name: "", atLeast: 2, atMost: 1)])
        == .infeasible(.conflict([.quota(0)])))
    #expect(
      try outcome(
        [[1]], mentors: [.init(capacity: 1)], quotas: [.init(name: "", mentors: [], atLeast: 1)])
        == .infeasible(.conflict([.quota(0)])))
  }

  @Test("too few places for some mentees, quotas included")
  func namesNeedyMentees() throws {
    #expect(
      try outcome(
        [[1, nil], [1, nil], [1, 1]], mentors: [.init(capacity: 1), .init(capacity: 9)],
        coverage: .everyMentee)
        == .infeasible(
          .hall(.init(side: .mentees, mentees: [0, 1], mentors: [0], needed: 2, places: 1))))
    #expect(
      try outcome(
        [[1, 1], [1, 1]], mentors: [.init(capacity: 2), .init(capacity: 2)],
        quotas: [.init(name: "both", atMost: 1)], coverage: .everyMentee)
        == .infeasible(
          .hall(.init(side: .mentees, mentees: [0, 1], mentors: [0, 1], needed: 2, places: 1))))
  }

  @Test("too few mentees for some mentors")
  func namesNeedyMentors() throws {
    #expect(
      try outcome(
        [[1, 1, 1], [1, 1, nil]],
        mentors: [
          .init(capacity: 2), .init(capacity: 2, minimum: 2), .init(capacity: 1, minimum: 1),
        ])
        == .infeasible(
          .hall(
            .init(side: .mentors, mentees: [0, 1], mentors: [1, 2], needed: 3, places: 2))))
  }

  @Test("minimums against a quota: only the rules that it takes")
  func namesMinimalConflict() throws {
    #expect(
      try outcome(
        Array(repeating: [1, 1, 1], count: 6),
        mentors: Array(repeating: .init(capacity: 3, minimum: 2), count: 3),
        quotas: [
          .init(name: "all", atMost: 9), .init(name: "first two", mentors: [0, 1], atMost: 3),
        ])
        == .infeasible(.conflict([.minimum(mentor: 0), .minimum(mentor: 1), .quota(1)])))
  }
}
