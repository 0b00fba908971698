import GLPKBackend
import Problems
import Solvers
import TestSupport
import Testing
import Verification

@Suite("People apart and together, hours, and all other rules with them")
struct SideRulesTests {
  @Test("5,000 mixtures of every rule: the optimum of brute force, or a minimal conflict")
  func matchesOracle() throws {
    var (optimal, hall, conflicts, named) = (0, 0, 0, Set<String>())
    for seed in 0..<5000 as Range<UInt64> {
      let problem = try AssignmentProblem.random(seed: seed, rules: .side)
      let best = bruteForce(problem)
      let outcome = try GLPKAssignmentSolver().solve(problem)
      #expect(Verdict(checking: outcome, of: problem).problems == [], "seed \(seed)")
      switch outcome {
      case .optimal(let assignment, _):
        #expect(best.map(problem.value) == problem.value(assignment.objective), "seed \(seed)")
        #expect(problem.accepts(assignment), "seed \(seed)")
        optimal += 1
      case .infeasible(let witness):
        #expect(best == nil, "seed \(seed)")
        #expect(problem.isShownInfeasible(by: witness), "seed \(seed): \(witness)")
        guard case .conflict(let rules) = witness else {
          hall += 1
          continue
        }
        conflicts += 1
        named.formUnion(rules.map { String($0.path.filter { $0.isLetter || $0 == "." }) })
      case .limitReached: Issue.record("seed \(seed): \(outcome)")
      }
    }
    #expect(optimal > 1500 && hall > 200 && conflicts > 200)
    #expect(
      named.isSuperset(of: [
        "apart", "together", "mentors.hours", "mentors.minimum", "quotas", "fixed",
      ]))
  }

  @Test("an experienced mentee in every group that opens, or none opens")
  func experienced() throws {
    // Mentee 2 is experienced, and fits mentor 1 alone.
    let table = try PairTable(rows: [[9, 3], [9, 3], [nil, 1]], mentorCount: 2)
    let quotas = (0..<2).map {
      Quota(name: "experienced", mentees: [2], mentors: [$0], atLeast: 1, when: [0, 1, 2])
    }
    let problem = try AssignmentProblem(
      table: table, mentors: [.init(capacity: 3), .init(capacity: 3)], quotas: quotas,
      coverage: .first)
    let outcome = try GLPKAssignmentSolver().solve(problem)
    guard case .optimal(let best, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(best.objective == Objective(matched: 3, total: 7))
  }

  @Test("what a condition asks in vain is a conflict with what meets it, and can be relaxed")
  func conflict() throws {
    let table = try PairTable(rows: [[9], [9]], mentorCount: 1)
    let problem = try AssignmentProblem(
      table: table, mentors: [.init(capacity: 2)],
      quotas: [Quota(name: "never with", mentees: [1], mentors: [0], atMost: 0, when: [0])],
      fixed: [Pair(mentee: 0, mentor: 0), Pair(mentee: 1, mentor: 0)], coverage: .ignore)
    #expect(
      try GLPKAssignmentSolver().solve(problem)
        == .infeasible(.conflict([.quota(0), .fixed(0), .fixed(1)])))
    let changes = try CheapestRelaxation().relaxation(of: problem)?.changes
    #expect(changes == [Relaxation(rule: .quota(0), by: 1)])
  }
}
