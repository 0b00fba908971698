import Problems
import Solvers
import TestSupport
import Testing

@Suite("Network solver, properties")
struct NetworkPropertyTests {
  /// The best value, `nil` when there is no assignment.
  private func best(_ problem: AssignmentProblem) throws -> ComparedValue? {
    switch try NetworkSolver().solve(problem) {
    case .optimal(let assignment, _): problem.value(assignment.objective)
    case .infeasible: nil
    case .limitReached: throw UnexpectedLimit()
    }
  }

  private struct UnexpectedLimit: Error {}

  @Test("another order of people keeps the value")
  func permutes() throws {
    for seed in 0..<1500 as Range<UInt64> {
      let problem = try AssignmentProblem.random(seed: seed)
      var generator = SplitMix64(seed: seed)
      let mentees = Array(0..<problem.menteeCount).shuffled(using: &generator)
      let mentors = Array(0..<problem.mentorCount).shuffled(using: &generator)
      let permuted = try problem.permuted(menteesTo: mentees, mentorsTo: mentors)
      #expect(try best(permuted) == best(problem), "seed \(seed)")
    }
  }

  @Test("more points for all pairs of a mentee who must be served add up")
  func shiftsRow() throws {
    for seed in 0..<3000 as Range<UInt64> {
      let problem = try AssignmentProblem.random(seed: seed)
      guard problem.coverage == .everyMentee, let demand = problem.demands.first else { continue }
      let shifted = try problem.rebuilt { pair, points in
        points.map { pair.mentee == 0 ? $0 + 17 : $0 }
      }
      #expect(
        try best(shifted)?.total == best(problem).map { $0.total + 17 * demand }, "seed \(seed)")
    }
  }

  @Test("larger problems prove themselves, and the certifier agrees")
  func provesLargerProblems() throws {
    var (optimal, hall) = (0, 0)
    for seed in 0..<300 as Range<UInt64> {
      let problem = try AssignmentProblem.random(seed: seed, sizes: 10...40)
      switch try NetworkSolver().solve(problem) {
      case .optimal(let assignment, .duals(let prices)):
        #expect(problem.accepts(assignment), "seed \(seed)")
        #expect(problem.proves(prices, assignment), "seed \(seed)")
        let recovered = NetworkCertifier().recoverPrices(for: assignment, of: problem)
        #expect(recovered.map { problem.proves($0, assignment) } == true, "seed \(seed)")
        optimal += 1
      case .infeasible(.hall(let violator)):
        #expect(problem.isShownInfeasible(by: .hall(violator)), "seed \(seed)")
        hall += 1
      case .infeasible(.conflict(let rules)):
        #expect(!rules.isEmpty, "seed \(seed)")
      case let outcome:
        Issue.record("seed \(seed): \(outcome)")
      }
    }
    #expect(optimal > 80 && hall > 20)
  }

  @Test("one more eligible pair never hurts")
  func addsPair() throws {
    for seed in 0..<1500 as Range<UInt64> {
      let problem = try AssignmentProblem.random(seed: seed)
      let missing = (0..<problem.menteeCount).flatMap { mentee in
        (0..<problem.mentorCount).map { Pair(mentee: mentee, mentor: $0) }
      }
      .filter { problem.table.entry(of: $0) == nil }
      guard let pair = missing.first, let before = try best(problem) else { continue }
      let wider = try problem.rebuilt { $0 == pair ? -3 : $1 }
      let after = try #require(try best(wider), "seed \(seed)")
      #expect(before <= after, "seed \(seed)")
    }
  }
}

extension AssignmentProblem {
  /// The same rules over other points.
  fileprivate func rebuilt(_ points: (Pair, Int?) -> Int?) throws -> AssignmentProblem {
    let rows = (0..<menteeCount).map { mentee in
      (0..<mentorCount).map { mentor in
        let pair = Pair(mentee: mentee, mentor: mentor)
        return points(pair, table.points(of: pair))
      }
    }
    return try AssignmentProblem(
      table: PairTable(rows: rows, mentorCount: mentorCount), demands: demands, mentors: mentors,
      minimumRule: minimumRule, quotas: quotas, fixed: fixed, coverage: coverage)
  }

  fileprivate func permuted(
    menteesTo newMentee: [Int], mentorsTo newMentor: [Int]
  ) throws -> AssignmentProblem {
    func moved<Value>(_ values: [Value], to places: [Int]) -> [Value] {
      places.indices.sorted { places[$0] < places[$1] }.map { values[$0] }
    }
    func moved(_ pair: Pair) -> Pair {
      Pair(mentee: newMentee[pair.mentee], mentor: newMentor[pair.mentor])
    }
    let entries = (0..<menteeCount).flatMap { mentee in
      table.entries(of: mentee).map { entry in
        let pair = Pair(mentee: mentee, mentor: table.mentor(of: entry, mentee: mentee))
        return (pair: moved(pair), points: table.points[entry])
      }
    }
    return try AssignmentProblem(
      table: PairTable(entries: entries, menteeCount: menteeCount, mentorCount: mentorCount),
      demands: moved(demands, to: newMentee), mentors: moved(mentors, to: newMentor),
      minimumRule: minimumRule,
      quotas: quotas.map { quota in
        Quota(
          name: quota.name, mentees: quota.mentees?.map { newMentee[$0] },
          mentors: quota.mentors?.map { newMentor[$0] }, atLeast: quota.atLeast,
          atMost: quota.atMost)
      },
      fixed: fixed.map(moved), coverage: coverage)
  }
}
