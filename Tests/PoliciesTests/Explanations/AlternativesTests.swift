import Policies
import Problems
import TestSupport
import Testing

@Suite("Alternatives, against all assignments")
struct AlternativesTests {
  private static let rules: [RandomRules] = [.network, .all, .side]

  @Test("each is the best of those that differ enough from all before")
  func differ() throws {
    var (several, programs) = (0, 0)
    for seed in 0..<450 as Range<UInt64> {
      let problem = try AssignmentProblem.random(
        seed: seed, rules: Self.rules[Int(seed % 3)], sizes: 2...4)
      let router = BackendRouter(backend: .auto)
      guard case .optimal(let best, let proof) = try router.solve(problem).outcome else { continue }
      let solved = SolvedProblem(problem, best, proof, router: router)
      let all = allAssignments(problem).map(Set.init)
      let difference = 1 + Int(seed % 4) / 2
      // Numbers may be too large for GLPK.
      guard let found = try? Alternatives(solved).best(4, differing: difference) else { continue }
      #expect(!found.isStopped)
      if found.assignments.count > 2 { several += 1 }
      if solved.network == nil { programs += 1 }
      for index in found.assignments.indices {
        let before = found.assignments[..<index].map { Set($0.pairs) }
        let left = all.filter { pairs in
          before.allSatisfy {
            difference == 1 ? pairs != $0 : $0.subtracting(pairs).count >= difference
          }
        }
        let values = left.compactMap { problem.objective(of: Array($0)) }.map(problem.value)
        let assignment = found.assignments[index]
        #expect(left.contains(Set(assignment.pairs)), "seed \(seed), \(index)")
        #expect(problem.value(assignment.objective) == values.max(), "seed \(seed), \(index)")
      }
      guard found.assignments.count < 4 else { continue }
      let before = found.assignments.map { Set($0.pairs) }
      #expect(
        !all.contains { pairs in
          before.allSatisfy {
            difference == 1 ? pairs != $0 : $0.subtracting(pairs).count >= difference
          }
        }, "seed \(seed): there are more")
    }
    #expect(several > 80 && programs > 40, "\(several) \(programs)")
  }
}
