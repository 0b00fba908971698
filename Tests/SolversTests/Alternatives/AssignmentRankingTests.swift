import Problems
import Solvers
import TestSupport
import Testing

@Suite("The best assignments, against all of them")
struct AssignmentRankingTests {
  /// All assignments of a problem, best first, equal ones by the first pair in which they differ.
  private func all(_ problem: AssignmentProblem) -> [Assignment] {
    allAssignments(problem).compactMap { pairs in
      problem.objective(of: pairs).map { Assignment(pairs: pairs, objective: $0) }
    }.sorted { one, other in
      let (left, right) = (problem.value(one.objective), problem.value(other.objective))
      guard left == right else { return left > right }
      let (mine, theirs) = (Set(one.pairs), Set(other.pairs))
      return mine.symmetricDifference(theirs).min().map { mine.contains($0) } ?? false
    }
  }

  @Test("in order, with ties in canonical order")
  func inOrder() throws {
    var feasible = 0
    for seed in 0..<5000 as Range<UInt64> {
      let problem = try AssignmentProblem.random(seed: seed, rules: .network, sizes: 0...4)
      let expected = all(problem)
      if !expected.isEmpty { feasible += 1 }
      for count in [1, 2, 7, expected.count, expected.count + 3] {
        let found = try AssignmentRanking(problem).best(count)
        #expect(found == Array(expected.prefix(count)), "seed \(seed), \(count)")
      }
    }
    #expect(feasible > 2500)
  }

  @Test("the circle of pairs that are looked at is wide enough")
  func circles() throws {
    for seed in 0..<20 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let count = 120
      let table = try PairTable(
        rows: (0..<count).map { _ in
          (0..<count).map { _ in
            generator.happens(percent: 10)
              ? nil : Int.random(in: 0...(seed % 2 == 0 ? 5 : 10_000), using: &generator)
          }
        }, mentorCount: count)
      let problem = try AssignmentProblem(
        table: table, mentors: Array(repeating: MentorLimits(capacity: 1), count: count),
        coverage: seed % 3 == 0 ? .ignore : .first)
      let found = try AssignmentRanking(problem).best(30)
      #expect(Set(found.map(\.pairs)).count == 30, "seed \(seed)")
      // The best without one of its pairs is the second best, for the right pair.
      let first = found[0]
      let second = try first.pairs.compactMap { pair -> Objective? in
        let without = try problem.replacing(table: table.removing([pair]))
        guard case .optimal(let best, _) = try AssignmentSolver().solve(without) else { return nil }
        return best.objective
      }.max { problem.value($0) < problem.value($1) }
      #expect(found[1].objective == second, "seed \(seed)")
    }
  }
}
