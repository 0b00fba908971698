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

  @Test("a policy follows coverage, and only an explicit contradiction is refused")
  func policies() {
    #expect(Policy(following: .first) == .coverageFirst)
    #expect(Policy(following: .ignore) == .maxPoints)
    #expect(!Policy.maxPoints.agrees(with: .first))
    #expect(!Policy.coverageFirst.agrees(with: .ignore))
    for policy in Policy.allCases { #expect(policy.agrees(with: .everyMentee)) }
  }
}
