import Mentorship
import Policies
import Problems
import TestSupport
import Testing

@Suite("Backends")
struct BackendRouterTests {
  @Test("both backends agree with brute force on whole seasons")
  func agreement() throws {
    for seed in 0..<200 as Range<UInt64> {
      let problem = try Encoding(ScoredSeason(try randomSeason(seed: seed))).problem()
      let answer = try BackendRouter(backend: .both).solve(problem)
      #expect(answer.backend == .both)
      guard case .optimal(let best, .duals) = answer.outcome else {
        Issue.record("seed \(seed): \(answer.outcome)")
        continue
      }
      #expect(best.objective == bruteForce(problem), "seed \(seed)")
    }
  }

  @Test("groups that open with a minimum go to GLPK, and the Hungarian method says why not")
  func routing() throws {
    let problem = try AssignmentProblem(
      table: PairTable(rows: [[1], [2]], mentorCount: 1),
      mentors: [MentorLimits(capacity: 2, minimum: 2)], coverage: .first)
    #expect(try BackendRouter(backend: .auto).solve(problem).backend == .glpk)
    #expect(throws: BackendError.notANetwork(rule: .minimum(mentor: 0))) {
      try BackendRouter(backend: .hungarian).solve(problem)
    }
  }

  @Test(
    "side rules that amount to a network never reach GLPK, and change nothing about the optimum")
  func networkEquivalents() throws {
    let table = try PairTable(rows: [[5, nil], [nil, 4], [3, 2]], mentorCount: 2)
    let mentors = [MentorLimits(capacity: 3), MentorLimits(capacity: 3)]
    let cases: [(problem: AssignmentProblem, best: Objective)] = [
      // Nobody could share a mentor anyway.
      (
        try AssignmentProblem(table: table, mentors: mentors, apart: [[0, 1]], coverage: .first),
        Objective(matched: 3, total: 12)
      ),
      // No mentor is eligible for both, so both stay unmatched.
      (
        try AssignmentProblem(
          table: table, mentors: mentors, together: [[0, 1]], coverage: .first),
        Objective(matched: 1, total: 3)
      ),
      // Two hours each: one place of three.
      (
        try AssignmentProblem(
          table: table, mentors: mentors,
          hours: MentorHours(limits: [0: 3], mentees: [0: 2, 1: 9, 2: 2]), coverage: .first),
        Objective(matched: 3, total: 11)
      ),
      // More hours than anybody can need.
      (
        try AssignmentProblem(
          table: table, mentors: mentors, hours: MentorHours(limits: [0: 2, 1: 50]),
          coverage: .first),
        Objective(matched: 3, total: 12)
      ),
    ]
    for (problem, best) in cases {
      let answer = try BackendRouter(backend: .auto).solve(problem)
      #expect(answer.backend == .hungarian)
      guard case .optimal(let found, _) = answer.outcome else {
        Issue.record("\(answer.outcome)")
        continue
      }
      #expect(found.objective == best)
      #expect(problem.accepts(found))
    }
  }

  @Test("with any side rules the router finds what brute force does")
  func sideRules() throws {
    var counts: [Backend: Int] = [:]
    for seed in 10_000..<11_000 as Range<UInt64> {
      let problem = try AssignmentProblem.random(seed: seed, rules: .side)
      let answer = try BackendRouter(backend: .auto).solve(problem)
      counts[answer.backend, default: 0] += 1
      let best = bruteForce(problem)
      if case .optimal(let found, _) = answer.outcome {
        #expect(best.map(problem.value) == problem.value(found.objective), "seed \(seed)")
        #expect(problem.accepts(found), "seed \(seed)")
      } else {
        #expect(best == nil, "seed \(seed): \(answer.outcome)")
      }
    }
    #expect(counts[.hungarian, default: 0] > 200 && counts[.glpk, default: 0] > 200)
  }

  @Test("a policy follows coverage, and only an explicit contradiction is refused")
  func policies() {
    #expect(Policy(following: .first) == .coverageFirst)
    #expect(Policy(following: .ignore) == .maxPoints)
    #expect(!Policy.maxPoints.agrees(with: .first))
    #expect(!Policy.coverageFirst.agrees(with: .ignore))
    for policy in Policy.allCases { #expect(policy.agrees(with: .everyMentee)) }
  }
}
