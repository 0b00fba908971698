import Problems
import Solvers
import TestSupport
import Testing
import Verification

@Suite("Solving again after a change")
struct AssignmentSessionTests {
  /// The answer of a session is as good as a fresh one, and proves it.
  private func check(_ session: AssignmentSession, _ note: String) throws {
    let problem = try session.currentProblem()
    let outcome = try session.solve()
    let verdict = Verdict(checking: outcome, of: problem)
    #expect(verdict.accepted, "\(note): \(verdict.problems.prefix(2))")
    switch (outcome, try AssignmentSolver().solve(problem)) {
    case (.optimal(let warm, _), .optimal(let fresh, _)):
      #expect(
        problem.coverage == .first
          ? warm.objective == fresh.objective : warm.objective.total == fresh.objective.total,
        "\(note)")
    case (.infeasible, .infeasible): break
    default: Issue.record("\(note): \(outcome)")
    }
  }

  private func change(_ session: AssignmentSession, _ generator: inout SplitMix64) throws {
    let (mentees, mentors) = (session.menteeCount, session.mentorCount)
    func points(_ count: Int) -> [Int?] {
      (0..<count).map { _ in
        generator.happens(percent: 20) ? nil : Int.random(in: 0...30, using: &generator)
      }
    }
    guard mentees > 0, mentors > 0 else {
      try session.addMentee(points: points(mentors))
      return
    }
    let pair = Pair(
      mentee: Int.random(in: 0..<mentees, using: &generator),
      mentor: Int.random(in: 0..<mentors, using: &generator))
    switch Int.random(in: 0..<12, using: &generator) {
    case 0, 1: try session.forbid(pair)
    case 2: session.allow(pair)
    case 3: try session.lock(pair)
    case 4: session.unlock(pair)
    case 5, 6: try session.setPoints(points(mentors), ofMentee: pair.mentee)
    case 7: try session.setPoints(points(mentees), ofMentor: pair.mentor)
    case 8: try session.setCapacity(Int.random(in: 0...3, using: &generator), ofMentor: pair.mentor)
    case 9: try session.setDemand(Int.random(in: 0...1, using: &generator), ofMentee: pair.mentee)
    case 10: try session.addMentee(points: points(mentors))
    default:
      try session.addMentor(
        points: points(mentees), capacity: Int.random(in: 0...2, using: &generator))
    }
  }

  @Test("twenty thousand random changes, each answer against a fresh one")
  func agreesWithFreshSolves() throws {
    for seed in 0..<2000 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let session = AssignmentSession(
        try AssignmentProblem.randomMatrix(seed: seed, largest: seed % 10 == 0 ? 25 : 7))
      try check(session, "seed \(seed), at first")
      for step in 0..<10 {
        // What a rule refuses changes nothing.
        do { try change(session, &generator) } catch is SessionError {}
        try check(session, "seed \(seed), step \(step)")
      }
    }
  }

  @Test("many changes between two solves, of problems whose lists are shorter than their rows")
  func manyChangesAtOnce() throws {
    for seed in 0..<150 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let session = AssignmentSession(
        try AssignmentProblem.randomMatrix(seed: seed &+ 3 << 32, largest: 60),
        solver: AssignmentSolver(threads: 1 + Int(seed % 2)))
      for step in 0..<8 {
        // Also before anything was solved, and after what cannot be.
        for _ in 0..<Int.random(in: 0...12, using: &generator) {
          do { try change(session, &generator) } catch is SessionError {}
        }
        if session.mentorCount > 0, session.menteeCount > 0, generator.happens(percent: 40) {
          let mentee = Int.random(in: 0..<session.menteeCount, using: &generator)
          for mentor in 0..<session.mentorCount where generator.happens(percent: 80) {
            // A locked pair stays.
            try? session.forbid(Pair(mentee: mentee, mentor: mentor))
          }
        }
        try check(session, "seed \(seed), step \(step)")
      }
    }
  }
}
