import Problems
import TestSupport
import Testing

@Suite("Assignment problems")
struct AssignmentProblemTests {
  private func problem(
    _ rows: [[Int?]], demands: [Int]? = nil, capacities: [Int] = [1, 1], fixed: [Pair] = [],
    quotas: [Quota] = [], coverage: Coverage = .first
  ) throws -> AssignmentProblem {
    try AssignmentProblem(
      table: PairTable(rows: rows, mentorCount: capacities.count), demands: demands,
      mentors: capacities.map { MentorLimits(capacity: $0) }, quotas: quotas, fixed: fixed,
      coverage: coverage)
  }

  @Test("meaningless problems are refused with the place")
  func errors() {
    #expect(throws: ProblemError.negativeCapacity(mentor: 1, capacity: -1)) {
      try problem([[1, 2]], capacities: [1, -1])
    }
    #expect(throws: ProblemError.negativeDemand(mentee: 0, demand: -2)) {
      try problem([[1, 2]], demands: [-2])
    }
    #expect(throws: ProblemError.countMismatch(side: .mentees, count: 2, expected: 1)) {
      try problem([[1, 2]], demands: [1, 1])
    }
    #expect(throws: ProblemError.fixedNotEligible(Pair(mentee: 0, mentor: 1))) {
      try problem([[1, nil]], fixed: [Pair(mentee: 0, mentor: 1)])
    }
    #expect(throws: ProblemError.fixedTwice(Pair(mentee: 0, mentor: 0))) {
      try problem(
        [[1, nil]], fixed: [Pair(mentee: 0, mentor: 0), Pair(mentee: 0, mentor: 0)])
    }
    #expect(throws: ProblemError.quotaMemberOutOfRange(quota: 0, member: 5)) {
      try problem([[1, 2]], quotas: [Quota(name: "q", mentors: [5], atMost: 1)])
    }
  }

  @Test("sets and hours that mean nothing are refused with the place")
  func sideRuleErrors() throws {
    func problem(
      apart: [[Int]] = [], together: [[Int]] = [], hours: MentorHours = .unlimited
    ) throws -> AssignmentProblem {
      try AssignmentProblem(
        table: PairTable(rows: [[1], [2], [3]], mentorCount: 1), mentors: [.init(capacity: 3)],
        apart: apart, together: together, hours: hours, coverage: .first)
    }
    #expect(throws: ProblemError.groupTooSmall(.apart, index: 1)) {
      try problem(apart: [[0, 1], [2]])
    }
    #expect(throws: ProblemError.groupMemberOutOfRange(.together, index: 0, member: 3)) {
      try problem(together: [[3, 0]])
    }
    #expect(throws: ProblemError.groupMemberTwice(.apart, index: 0, member: 2)) {
      try problem(apart: [[2, 1, 2]])
    }
    #expect(throws: ProblemError.hoursOfNobody(side: .mentors, person: 1)) {
      try problem(hours: MentorHours(limits: [1: 3]))
    }
    #expect(throws: ProblemError.hoursOutOfRange(.mentor(0), hours: -1)) {
      try problem(hours: MentorHours(limits: [0: -1]))
    }
    #expect(throws: ProblemError.hoursOutOfRange(.mentee(2), hours: .max)) {
      try problem(hours: MentorHours(limits: [0: 1], mentees: [2: .max]))
    }
    #expect(throws: ProblemError.hoursOutOfRange(.pair(.init(mentee: 0, mentor: 0)), hours: -3)) {
      try problem(hours: MentorHours(limits: [0: 1], pairs: [.init(mentee: 0, mentor: 0): -3]))
    }
    let whole = try problem(
      apart: [[2, 0]], hours: MentorHours(limits: [0: .max], mentees: [1: 4]))
    #expect(whole.apart == [[0, 2]])
    #expect(whole.hours.hours(of: .init(mentee: 1, mentor: 0)) == 4)
    #expect(whole.hours.hours(of: .init(mentee: 2, mentor: 0)) == 1)
  }

  @Test("overflow is decided at construction, and the largest number is named")
  func overflow() throws {
    let pair = Pair(mentee: 1, mentor: 0)
    #expect(throws: ProblemError.numbersTooLarge(pair: pair, points: .min)) {
      try problem([[1, 2], [Int.min, 3]])
    }
    #expect(throws: ProblemError.numbersTooLarge(pair: pair, points: 1 << 61)) {
      try problem([[1, 2], [1 << 61, 3]])
    }
    _ = try problem([[1, 2], [1 << 40, -(1 << 40)]])
  }

  @Test("people without limit are as good as many")
  func unlimited() throws {
    let large = try problem([[1, 2], [3, 4]], demands: [.max, .max], capacities: [.max, .max])
    #expect(large.demands.reduce(0, +) > 0)
    #expect(large.mentors.reduce(0) { $0 + $1.capacity } > 0)
  }

  @Test("the coverage weight makes one pair more worth any loss of points")
  func coverageWeight() throws {
    for seed in 0..<2000 as Range<UInt64> {
      let problem = try AssignmentProblem.random(seed: seed)
      guard problem.coverage == .first, problem.minimumRule == .ifOpen,
        let best = bruteForce(problem)
      else { continue }
      let weighted = try AssignmentProblem(
        table: problem.table.addingToAll(problem.coverageWeight), demands: problem.demands,
        mentors: problem.mentors, quotas: problem.quotas, fixed: problem.fixed,
        coverage: .ignore)
      #expect(bruteForce(weighted)?.matched == best.matched, "seed \(seed)")
      #expect(
        bruteForce(weighted)?.total == best.total + best.matched * problem.coverageWeight,
        "seed \(seed)")
    }
  }
}

extension PairTable {
  fileprivate func addingToAll(_ bonus: Int) throws -> PairTable {
    try PairTable(
      entries: (0..<pairCount).map { (pair(of: $0), points[$0] + bonus) },
      menteeCount: menteeCount, mentorCount: mentorCount)
  }
}
