import Problems
import Solvers
import TestSupport
import Testing

/// How many random problems the oracle judges.
private let seedCount: UInt64 = 20_000

@Suite("Network solver against brute force")
struct NetworkSolverTests {
  @Test("finds the best value and carries a proof")
  func matchesOracle() throws {
    var (optimal, hall, conflicts) = (0, 0, 0)
    for seed in 0..<seedCount {
      let problem = try AssignmentProblem.random(seed: seed)
      let best = bruteForce(problem)
      switch try NetworkSolver().solve(problem) {
      case .optimal(let assignment, .duals(let prices)):
        #expect(best.map(problem.value) == problem.value(assignment.objective), "seed \(seed)")
        #expect(problem.accepts(assignment), "seed \(seed)")
        #expect(problem.proves(prices, assignment), "seed \(seed)")
        optimal += 1
      case .infeasible(let witness):
        #expect(best == nil, "seed \(seed)")
        #expect(problem.isShownInfeasible(by: witness), "seed \(seed): \(witness)")
        if case .hall = witness { hall += 1 } else { conflicts += 1 }
      case let outcome:
        Issue.record("seed \(seed): \(outcome)")
      }
    }
    // The generator is worth something only while it reaches every kind of answer.
    #expect(optimal > seedCount / 4 && hall > seedCount / 20 && conflicts > seedCount / 50)
  }

  @Test("equal problems get equal answers")
  func isDeterministic() throws {
    for seed in 0..<200 as Range<UInt64> {
      let problem = try AssignmentProblem.random(seed: seed)
      let first = try NetworkSolver().solve(problem)
      #expect(try NetworkSolver().solve(problem) == first, "seed \(seed)")
    }
  }

  @Test("refuses what is not a network")
  func refusesOtherRules() throws {
    let table = try PairTable(rows: [[1, 2, 3], [1, 2, 3]], mentorCount: 3)
    func obstacle(
      minimum: Int = 0, rule: MinimumRule = .ifOpen, quotas: [Quota] = []
    ) throws -> NotANetwork? {
      let problem = try AssignmentProblem(
        table: table, mentors: Array(repeating: .init(capacity: 2, minimum: minimum), count: 3),
        minimumRule: rule, quotas: quotas, coverage: .first)
      return NetworkSolver().obstacle(in: problem)
    }
    #expect(try obstacle(minimum: 1) == nil)
    #expect(try obstacle(minimum: 2) == .minimumIfOpen(mentor: 0))
    #expect(try obstacle(minimum: 2, rule: .always) == nil)
    let some = Quota(name: "some", mentees: [0], atMost: 1)
    #expect(try obstacle(quotas: [some]) == .quotaOverSomeMentees(quota: 0))
    let left = Quota(name: "left", mentors: [0, 1], atMost: 1)
    let right = Quota(name: "right", mentors: [1, 2], atMost: 1)
    #expect(try obstacle(quotas: [left, right]) == .crossingQuotas(0, 1))
    let all = Quota(name: "all", mentees: [0, 1], atMost: 1)
    #expect(try obstacle(quotas: [left, all]) == nil)
    let conditional = Quota(name: "conditional", mentors: [0], atMost: 1, when: [0])
    #expect(try obstacle(quotas: [conditional]) == .quotaUnderCondition(quota: 0))
    let nothing = Quota(name: "nothing", mentees: [0])
    #expect(try obstacle(quotas: [nothing]) == nil)
  }

  @Test("a cancelled run says so and keeps what it has")
  func cancels() throws {
    let problem = try AssignmentProblem.dense(menteeCount: 8, mentorCount: 8, seed: 1)
    var questionCount = 0
    let outcome = try NetworkSolver().solve(problem) {
      questionCount += 1
      return questionCount > 4
    }
    guard case .limitReached(let assignment?, let bound) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(problem.accepts(assignment))
    #expect(assignment.objective.matched == 4)
    #expect(problem.value(assignment.objective) <= problem.value(bound))
  }
}
