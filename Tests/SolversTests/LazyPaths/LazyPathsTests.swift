import Problems
import Solvers
import TestSupport
import Testing
import Verification

@Suite("Shortest paths over short lists")
struct LazyPathsTests {
  /// Solves, has the proof checked, and compares with the reference.
  private func check(
    _ problem: AssignmentProblem, _ solver: AssignmentSolver, seed: UInt64,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try solver.solve(problem)
    let verdict = Verdict(checking: outcome, of: problem)
    #expect(verdict.accepted && verdict.proof == .checked, "seed \(seed)", sourceLocation: location)
    let reference = problem.referenceValue()
    switch outcome {
    case .optimal(let assignment, _):
      let isEqual =
        problem.coverage == .first
        ? assignment.objective == reference : assignment.objective.total == reference?.total
      #expect(isEqual, "seed \(seed)", sourceLocation: location)
    case .infeasible: #expect(reference == nil, "seed \(seed)", sourceLocation: location)
    case .limitReached: Issue.record("a limit without one, seed \(seed)")
    }
  }

  @Test("a hundred thousand random problems of all shapes, against the plain algorithm")
  func agreesWithReference() throws {
    for seed in 0..<100_000 as Range<UInt64> {
      let largest = seed % 1000 == 0 ? 90 : seed % 50 == 0 ? 30 : 8
      try check(
        .randomMatrix(seed: seed, largest: largest), AssignmentSolver(), seed: seed)
    }
  }

  @Test("every strategy and any number of threads finds the optimum; threads find the same bytes")
  func strategies() throws {
    for seed in 0..<400 as Range<UInt64> {
      let problem = try AssignmentProblem.randomMatrix(seed: seed &+ 1 << 32, largest: 40)
      let outcome = try AssignmentSolver().solve(problem)
      for threads in [2, 3, 7] {
        #expect(try AssignmentSolver(threads: threads).solve(problem) == outcome, "seed \(seed)")
      }
      for strategy in AssignmentStrategy.allCases {
        try check(problem, AssignmentSolver(strategy: strategy), seed: seed)
      }
    }
  }
}
