import Policies
import Problems
import TestSupport
import Testing
import Verification

@Suite("Backends, oracle and checker together")
struct WholeChainTests {
  /// The whole promise on instances that can be tried out: both backends reach the optimum of brute
  /// force, and the independent checker accepts every certificate and every witness.
  @Test("20,000 small instances: two backends, brute force, a verified proof each")
  func agreement() throws {
    let hungarian = BackendRouter(backend: .hungarian)
    let glpk = BackendRouter(backend: .glpk)
    for seed in 0..<20_000 as Range<UInt64> {
      let problem = try AssignmentProblem.random(seed: seed)
      let expected = bruteForce(problem)
      for (name, router) in [("hungarian", hungarian), ("glpk", glpk)] {
        let outcome = try router.solve(problem).outcome
        let verdict = Verdict(checking: outcome, of: problem)
        // Minimums of quotas are no part of any file yet; conflicts among them are taken on trust.
        let isTrusted = outcome.conflictingRules.contains {
          if case .quota = $0 { true } else { false }
        }
        #expect(
          verdict.proof == .checked || verdict.accepted && isTrusted,
          "seed \(seed), \(name): \(verdict.problems)")
        switch outcome {
        case .optimal(let best, .duals):
          let value = try #require(expected, "seed \(seed), \(name)")
          #expect(
            problem.value(best.objective) == problem.value(value), "seed \(seed), \(name)")
        case .infeasible:
          #expect(expected == nil, "seed \(seed), \(name)")
        case .optimal(_, .bound), .optimal(_, .definition), .limitReached:
          Issue.record("seed \(seed), \(name): \(outcome)")
        }
      }
    }
  }
}

extension AssignmentOutcome {
  fileprivate var conflictingRules: [Rule] {
    if case .infeasible(.conflict(let rules)) = self { rules } else { [] }
  }
}
