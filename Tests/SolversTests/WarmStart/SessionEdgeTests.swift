import Problems
import Solvers
import TestSupport
import Testing
import Verification

@Suite("Changes at the edge of what a session can hold")
struct SessionEdgeTests {
  private func check(_ session: AssignmentSession, _ note: String) throws {
    let problem = try session.currentProblem()
    let outcome = try session.solve()
    let verdict = Verdict(checking: outcome, of: problem)
    #expect(verdict.accepted, "\(note): \(verdict.problems.prefix(2))")
    switch (outcome, try AssignmentSolver().solve(problem)) {
    case (.optimal(let warm, _), .optimal(let fresh, _)):
      #expect(warm.objective == fresh.objective, "\(note)")
    case (.infeasible, .infeasible): break
    default: Issue.record("\(note): \(outcome)")
    }
  }

  private func problem(
    seed: UInt64, mentees: Int, mentors: Int, points: ClosedRange<Int>, capacity: Int = 1,
    fixed: [Pair] = [], coverage: Coverage = .first
  ) throws -> AssignmentProblem {
    var generator = SplitMix64(seed: seed)
    let cells = (0..<mentees * mentors).map { _ in Int.random(in: points, using: &generator) }
    return try AssignmentProblem(
      table: PairTable(complete: cells, menteeCount: mentees, mentorCount: mentors),
      mentors: Array(repeating: MentorLimits(capacity: capacity), count: mentors), fixed: fixed,
      coverage: coverage)
  }

  @Test("rules that no list holds are solved from scratch, also where a change makes them bind")
  func sideRules() throws {
    let problem = try AssignmentProblem(
      table: PairTable(rows: [[5, 1], [4, 1]], mentorCount: 2),
      mentors: [.init(capacity: 1), .init(capacity: 1)], apart: [[0, 1]], coverage: .first)
    let session = AssignmentSession(problem)
    guard case .optimal(let best, .duals) = try session.solve() else {
      Issue.record("no optimum")
      return
    }
    #expect(best.objective == Objective(matched: 2, total: 6))
    try session.setCapacity(2, ofMentor: 0)
    #expect(try session.currentProblem().apart == [[0, 1]])
    #expect(throws: SessionError.notANetwork(.apart(0))) { try session.solve() }
  }

  @Test("bans of all the best partners of somebody, more of them than a list holds")
  func bansMoreThanAListHolds() throws {
    for (seed, coverage) in [Coverage.first, .ignore, .everyMentee].enumerated() {
      for mentors in [60, 90] {
        let problem = try problem(
          seed: UInt64(seed), mentees: 60, mentors: mentors, points: 1...1_000_000,
          coverage: coverage)
        let session = AssignmentSession(problem)
        try check(session, "at first")
        for mentee in [0, 17] {
          let best = (0..<mentors).map { Pair(mentee: mentee, mentor: $0) }
            .sorted { problem.table.points(of: $0) ?? 0 > problem.table.points(of: $1) ?? 0 }
          for pair in best.prefix(50) { try session.forbid(pair) }
          try check(session, "\(coverage), mentee \(mentee)")
          for pair in best.dropFirst(50) { try session.forbid(pair) }
          try check(session, "\(coverage), mentee \(mentee), nobody left")
          session.allow(best[55])
          try check(session, "\(coverage), mentee \(mentee), one left")
        }
      }
    }
  }

  @Test("points as large as 64 bits hold are refused when solved, and the session goes on")
  func hugePoints() throws {
    for range in [0...9, -9...9, -(1 << 40)...(1 << 40)] {
      for value in [Int.max, .min, 1 << 61, -1 << 61] {
        let session = AssignmentSession(
          try problem(seed: 1, mentees: 5, mentors: 6, points: range))
        try check(session, "\(range), at first")
        try session.setPoints(Array(repeating: value, count: 6), ofMentee: 2)
        #expect(throws: SessionError.self) { try session.solve() }
        try session.setPoints(Array(repeating: 1, count: 6), ofMentee: 2)
        try check(session, "\(range), \(value) taken back")
        try session.setPoints([1, nil, value, 2, 3], ofMentor: 4)
        #expect(throws: SessionError.self) { try session.solve() }
        try session.setPoints([1, nil, 5, 2, 3], ofMentor: 4)
        try check(session, "\(range), \(value) taken back from a mentor")
      }
    }
  }

  @Test("points near the largest that a problem may have")
  func largestPoints() throws {
    for shift in 50...60 {
      for coverage in [Coverage.first, .ignore, .everyMentee] {
        let range = -(1 << shift)...(1 << shift)
        guard
          let problem = try? problem(
            seed: UInt64(shift), mentees: 4, mentors: 4, points: range, coverage: coverage)
        else { continue }
        let session = AssignmentSession(problem)
        try check(session, "2^\(shift), at first")
        try session.forbid(Pair(mentee: 1, mentor: 1))
        try check(session, "2^\(shift), a ban")
        let drawn = problem.table.points.range
        try session.setPoints([drawn.upperBound, nil, 0, drawn.lowerBound], ofMentee: 0)
        try check(session, "2^\(shift), other points")
      }
    }
  }

  @Test("a pair of nobody is not eligible, before and after changes")
  func pairsOfNobody() throws {
    let session = AssignmentSession(try problem(seed: 2, mentees: 3, mentors: 4, points: 0...9))
    let nobody = [(-1, 0), (0, -1), (3, 0), (0, 4), (-1, -1), (7, 7), (.min, .max)]
    for step in 0..<3 {
      for (mentee, mentor) in nobody {
        let pair = Pair(mentee: mentee, mentor: mentor)
        #expect(session.points(of: pair) == nil)
        #expect(throws: SessionError.problem(.fixedNotEligible(pair))) { try session.lock(pair) }
        try session.forbid(pair)
        session.allow(pair)
        session.unlock(pair)
      }
      try check(session, "step \(step)")
      if step == 0 { try session.setPoints([4, 4, 4], ofMentor: 0) }
      if step == 1 { try session.setPoints([5, 5, 5, 5], ofMentee: 0) }
    }
    #expect(throws: SessionError.self) { try session.setPoints([1, 2, 3, 4], ofMentee: 3) }
    #expect(throws: SessionError.self) { try session.setPoints([1, 2, 3], ofMentor: -1) }
    #expect(throws: SessionError.self) { try session.setCapacity(1, ofMentor: 4) }
    #expect(throws: SessionError.self) { try session.setDemand(-1, ofMentee: 0) }
  }

  @Test("capacities without a limit, with locks, and back to few places")
  func unlimitedCapacity() throws {
    for coverage in [Coverage.first, .ignore, .everyMentee] {
      let lock = Pair(mentee: 0, mentor: 0)
      let session = AssignmentSession(
        try problem(
          seed: 3, mentees: 6, mentors: 3, points: 1...9, capacity: .max, fixed: [lock],
          coverage: coverage))
      try check(session, "unlimited")
      try session.lock(Pair(mentee: 1, mentor: 0))
      try check(session, "two locks")
      for capacity in [2, 3, .max, 2, 1, 0, 5] {
        try session.setCapacity(capacity, ofMentor: 0)
        try check(session, "\(coverage), capacity \(capacity)")
      }
      session.unlock(lock)
      try session.setCapacity(.max - 1, ofMentor: 0)
      try session.setCapacity(1, ofMentor: 0)
      try check(session, "\(coverage), one lock on one place")
    }
  }

  @Test("impossible, possible again, and again, with locks and empty places")
  func infeasibleAndBack() throws {
    for seed in 0..<40 as Range<UInt64> {
      let session = AssignmentSession(
        try problem(
          seed: seed, mentees: 12, mentors: 12, points: 0...(seed % 2 == 0 ? 4 : 400),
          coverage: .everyMentee))
      try check(session, "seed \(seed)")
      for mentor in [3, 4] {
        try session.setCapacity(0, ofMentor: mentor)
        try check(session, "seed \(seed), nobody at \(mentor)")
      }
      let lock = Pair(mentee: 5, mentor: 3)
      try session.lock(lock)
      try check(session, "seed \(seed), locked where no place is")
      try session.setCapacity(1, ofMentor: 3)
      try check(session, "seed \(seed), a place for the lock alone")
      try session.setDemand(0, ofMentee: 7)
      try check(session, "seed \(seed), one mentee less: possible")
      session.unlock(lock)
      try session.setCapacity(0, ofMentor: 3)
      try session.setDemand(0, ofMentee: 5)
      try check(session, "seed \(seed), another one less")
      try session.setDemand(1, ofMentee: 7)
      try check(session, "seed \(seed), back: impossible")
      try session.addMentor(points: Array(repeating: 2, count: 12), capacity: 2)
      try check(session, "seed \(seed), somebody came: possible")
    }
  }
}
