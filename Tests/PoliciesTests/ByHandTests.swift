import Policies
import Problems
import TestSupport
import Testing

@Suite("Pairs made by hand")
struct ByHandTests {
  @Test("mutual first choices come first, then the best pairs that are left")
  func order() throws {
    let table = try PairTable(rows: [[1, 9, 5], [8, 7, nil], [6, 2, nil]], mentorCount: 3)
    let problem = try AssignmentProblem(
      table: table, mentors: Array(repeating: MentorLimits(capacity: 1), count: 3), coverage: .first
    )
    let first = Pair(mentee: 2, mentor: 1)
    let mutual = ByHand(problem) { $0 == first }.pairs
    #expect(mutual == [Pair(mentee: 0, mentor: 2), Pair(mentee: 1, mentor: 0), first])
    // 9, then 8: nothing is left for mentee 2, who would have had a mentor otherwise.
    let greedy = ByHand(problem) { _ in false }.pairs
    #expect(greedy == [Pair(mentee: 0, mentor: 1), Pair(mentee: 1, mentor: 0)])
  }

  @Test(
    "never better than the optimum where it keeps the rules, and nothing that could be added is left"
  )
  func bounds() throws {
    var count = 0
    for seed in 0..<3000 as Range<UInt64> {
      let problem = try AssignmentProblem.random(seed: seed, rules: .network, sizes: 0...4)
      let pairs = ByHand(problem) { ($0.mentee + $0.mentor) % 3 == 0 }.pairs
      #expect(Set(pairs).isSuperset(of: problem.fixed), "seed \(seed)")
      #expect(Set(pairs).count == pairs.count, "seed \(seed)")
      guard let covering = problem.covering(.first), let best = bruteForce(covering) else {
        continue
      }
      let all = Set(allAssignments(covering).map(Set.init))
      guard all.contains(Set(pairs)), let value = problem.objective(of: pairs) else { continue }
      count += 1
      #expect(covering.value(value) <= covering.value(best), "seed \(seed)")
      for entry in 0..<problem.table.pairCount {
        let more = Set(pairs).union([problem.table.pair(of: entry)])
        #expect(more.count == pairs.count || !all.contains(more), "seed \(seed)")
      }
    }
    #expect(count > 500, "\(count)")
  }
}
