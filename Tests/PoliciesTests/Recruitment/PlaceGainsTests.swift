import Mentorship
import Policies
import Problems
import Solvers
import TestSupport
import Testing

@Suite("One place more, against brute force")
struct PlaceGainsTests {
  private static let rules: [RandomRules] = [.network, .all, .side]

  @Test("whatever the rules are, all else as it is")
  func problems() throws {
    var (networks, gaining) = (0, 0)
    for seed in 0..<1500 as Range<UInt64> {
      let problem = try AssignmentProblem.random(
        seed: seed, rules: Self.rules[Int(seed % 3)], sizes: 1...4)
      guard let solved = try solved(problem) else { continue }
      networks += solved.network == nil ? 0 : 1
      for (mentor, gain) in try PlaceGains(solved).all().enumerated() {
        var limits = problem.mentors
        limits[mentor] = MentorLimits(
          capacity: limits[mentor].capacity + 1, minimum: limits[mentor].minimum)
        let wider = try problem.replacing(mentors: limits)
        expect(gain, of: solved, in: wider, "seed \(seed), mentor \(mentor)")
        gaining += gain.change.map { $0 == .none } == false ? 1 : 0
      }
    }
    #expect(networks > 300 && gaining > 300, "\(networks) \(gaining)")
  }

  @Test("a person's place counts in the total over all forms too")
  func totals() throws {
    var (bound, gaining) = (0, 0)
    for seed in 0..<400 as Range<UInt64> {
      let season = ScoredSeason(try randomSeason(seed: seed))
      let encoding = Encoding(season)
      let problem = try encoding.problem()
      guard let solved = try solved(problem) else { continue }
      let totals = encoding.totals
      let gains = try PlaceGains(solved, widening: totals).all()
      for (mentor, gain) in gains.enumerated() {
        var (limits, quotas) = (problem.mentors, problem.quotas)
        limits[mentor] = MentorLimits(capacity: limits[mentor].capacity + 1)
        for index in totals[mentor] ?? [] {
          let quota = quotas[index]
          quotas[index] = Quota(
            name: quota.name, mentees: quota.mentees, mentors: quota.mentors,
            atLeast: quota.atLeast, atMost: quota.atMost.map { $0 + 1 })
          bound += 1
          gaining += gain.change == .some(.none) ? 0 : 1
        }
        let wider = try problem.replacing(mentors: limits, quotas: quotas)
        #expect(
          gain.change.map { problem.value(solved.best.objective + $0) }
            == (try optimum(wider)).map(problem.value), "seed \(seed), mentor \(mentor)")
      }
    }
    #expect(bound > 50 && gaining > 20, "\(bound) \(gaining)")
  }

  private func optimum(_ problem: AssignmentProblem) throws -> Objective? {
    guard case .optimal(let best, _) = try BackendRouter(backend: .auto).solve(problem).outcome
    else { return nil }
    return best.objective
  }

  private func solved(_ problem: AssignmentProblem) throws -> SolvedProblem? {
    let router = BackendRouter(backend: .auto)
    guard case .optimal(let best, let proof) = try router.solve(problem).outcome else { return nil }
    return SolvedProblem(problem, best, proof, router: router)
  }

  private func expect(
    _ gain: ChangePrice, of solved: SolvedProblem, in wider: AssignmentProblem, _ note: String
  ) {
    switch (gain, bruteForce(wider)) {
    case (.impossible, nil): break
    case (.exchange(let exchange), let best?):
      let next = exchange.applied(to: solved.best)
      #expect(wider.value(best) == wider.value(next.objective), "\(note)")
      #expect(wider.objective(of: next.pairs) == next.objective, "\(note)")
      #expect(allAssignments(wider).contains { Set($0) == Set(next.pairs) }, "\(note)")
    default: Issue.record("\(note): \(gain)")
    }
  }
}
