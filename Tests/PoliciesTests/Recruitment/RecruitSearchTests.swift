import Mentorship
import Policies
import Problems
import Solvers
import TestSupport
import Testing

@Suite("Mentors who could be found, against fresh solves")
struct RecruitSearchTests {
  private static let rules: [RandomRules] = [.network, .network, .all, .side]

  private func solved(_ problem: AssignmentProblem) throws -> SolvedProblem? {
    let router = BackendRouter(backend: .auto)
    guard case .optimal(let best, let proof) = try router.solve(problem).outcome else { return nil }
    return SolvedProblem(problem, best, proof, router: router)
  }

  @Test("mentors like those of an instance: gains, the best few, steps")
  func similar() throws {
    var (gaining, several) = (0, 0)
    for seed in 0..<1600 as Range<UInt64> {
      let problem = try AssignmentProblem.random(
        seed: seed, rules: Self.rules[Int(seed % 4)], sizes: 1...4)
      guard let solved = try solved(problem) else { continue }
      let similar = SimilarMentors(solved)
      var search = RecruitSearch(
        solved, count: similar.models.count, problem: similar.problem(with:))
      let note = "seed \(seed)"
      func change(_ trials: [Int]) throws -> ObjectiveChange? {
        bruteForce(try similar.problem(with: trials)).map { $0 - solved.best.objective }
      }
      let all = try similar.models.indices.compactMap { try change([$0]) }
        .filter { isLess(.none, $0, problem) }.sorted { isLess($1, $0, problem) }
      let found = try search.best(99)
      #expect(found.map { value($0.change, problem) } == all.map { value($0, problem) }, "\(note)")
      gaining += all.count
      for gain in found {
        let wider = try similar.problem(with: [gain.trial])
        let pairs = Set(solved.best.pairs).subtracting(gain.others.removed)
          .union(gain.others.added)
          .union(gain.mentees.map { Pair(mentee: $0, mentor: problem.mentorCount) })
        #expect(
          wider.objective(of: Array(pairs)) == solved.best.objective + gain.change, "\(note)")
        #expect(allAssignments(wider).contains { Set($0) == pairs }, "\(note)")
      }
      #expect(
        try search.best(1).map { value($0.change, problem) }
          == all.prefix(1).map { value($0, problem) }, "\(note)")
      let (steps, isComplete) = try search.steps(3)
      several += steps.count > 1 ? 1 : 0
      for count in steps.indices {
        let trials = steps[...count].map { $0.trial }
        #expect(
          try change(trials).map { value($0, problem) } == value(steps[count].change, problem))
        let others = try similar.models.indices.compactMap {
          try change(trials.dropLast() + [$0])
        }
        #expect(
          others.allSatisfy { !isLess(steps[count].change, $0, problem) }, "\(note), \(count)")
      }
      guard isComplete else { continue }
      let last = steps.last?.change ?? .none
      let after = try similar.models.indices.compactMap {
        try change(steps.map { $0.trial } + [$0])
      }
      #expect(after.allSatisfy { !isLess(last, $0, problem) }, "\(note)")
    }
    #expect(gaining > 150 && several > 40, "\(gaining) \(several)")
  }

  private func value(_ change: ObjectiveChange, _ problem: AssignmentProblem) -> [Int] {
    problem.coverage == .first ? [change.matched, change.total] : [change.total]
  }

  private func isLess(
    _ one: ObjectiveChange, _ other: ObjectiveChange, _ problem: AssignmentProblem
  ) -> Bool {
    value(one, problem).lexicographicallyPrecedes(value(other, problem))
  }
}
