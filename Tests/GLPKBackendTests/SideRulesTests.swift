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
}
