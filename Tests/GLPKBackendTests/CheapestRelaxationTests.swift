import GLPKBackend
import Problems
import TestSupport
import Testing

@Suite("The cheapest relaxation")
struct CheapestRelaxationTests {
  @Test("makes an infeasible problem feasible, and nothing cheaper does")
  func matchesOracle() throws {
    var (found, none, costs) = (0, 0, Set<Int>())
    for seed in 20_000..<21_500 as Range<UInt64> {
      let problem = try AssignmentProblem.random(seed: seed, rules: .side)
      guard bruteForce(problem) == nil else { continue }
      guard let advice = try CheapestRelaxation().relaxation(of: problem) else {
        none += 1
        continue
      }
      let (changes, assignment) = (advice.changes, advice.assignment)
      #expect(advice.isCheapest, "seed \(seed)")
      found += 1
      #expect(try problem.relaxed(by: changes).accepts(assignment), "seed \(seed): \(changes)")
      let cost = changes.reduce(0) { $0 + abs($1.by) }
      #expect(cost > 0, "seed \(seed)")
      costs.insert(cost)
      // All changes of one unit less; of two units at most, for there are many.
      for cheaper in Self.changes(of: problem, cost: min(cost - 1, 2)) {
        let relaxed = try problem.relaxed(by: cheaper)
        #expect(bruteForce(relaxed) == nil, "seed \(seed): \(cheaper), not \(changes)")
      }
    }
    #expect(found > 200 && none > 50 && costs.count > 2)
  }

  /// Every way to move bounds by so many units together.
  private static func changes(of problem: AssignmentProblem, cost: Int) -> [[Relaxation]] {
    guard cost > 0 else { return [] }
    let units = problem.rules.flatMap { rule -> [Relaxation] in
      switch rule {
      case .quota(let index):
        let quota = problem.quotas[index]
        return (quota.atLeast > 0 ? [Relaxation(rule: rule, by: -1)] : [])
          + (quota.atMost == nil ? [] : [Relaxation(rule: rule, by: 1)])
      case .capacity(let mentor) where problem.coverage == .everyMentor:
        let limits = problem.mentors[mentor]
        return limits.minimum == 0 && limits.capacity > 0 ? [Relaxation(rule: rule, by: -1)] : []
      case .capacity, .hours: return [Relaxation(rule: rule, by: 1)]
      case .minimum(let mentor):
        return problem.mentors[mentor].minimum > 0 ? [Relaxation(rule: rule, by: -1)] : []
      case .demand, .fixed, .apart, .together: return []
      }
    }
    guard cost > 1 else { return units.map { [$0] } }
    return units.indices.flatMap { first in
      // The same bound twice is one change of two units.
      units.indices.filter { $0 > first }.map { [units[first], units[$0]] }
    }
  }

  @Test("names places, quotas and hours by how much they lack")
  func examples() throws {
    let table = try PairTable(rows: [[1], [1], [1]], mentorCount: 1)
    func changes(
      capacity: Int = 3, quotas: [Quota] = [], hours: MentorHours = .unlimited,
      apart: [[Int]] = []
    ) throws -> [Relaxation]? {
      try CheapestRelaxation().relaxation(
        of: AssignmentProblem(
          table: table, mentors: [.init(capacity: capacity)], quotas: quotas, apart: apart,
          hours: hours, coverage: .everyMentee))?.changes
    }
    #expect(try changes(capacity: 1) == [.init(rule: .capacity(mentor: 0), by: 2)])
    #expect(
      try changes(quotas: [Quota(name: "most", atMost: 1)]) == [.init(rule: .quota(0), by: 2)])
    #expect(
      try changes(quotas: [Quota(name: "least", atLeast: 5)]) == [.init(rule: .quota(0), by: -2)])
    #expect(
      try changes(hours: MentorHours(limits: [0: 4], mentees: [1: 4]))
        == [.init(rule: .hours(mentor: 0), by: 2)])
    #expect(try changes(apart: [[0, 1]]) == nil)
    // All three come, so both bounds of the quota are wrong.
    #expect(
      try changes(quotas: [Quota(name: "both", mentors: [0], atLeast: 4, atMost: 2, when: [0])])
        == [.init(rule: .quota(0), by: -1), .init(rule: .quota(0), by: 1)])
  }
}
