import Problems
import Solvers
import TestSupport
import Testing
import Verification

@Suite("An optimum that gets places more, against brute force")
struct GrowingNetworkTests {
  @Test("any number of places, one mentor and quota after the other")
  func places() throws {
    var gaining = 0
    for seed in 0..<1200 as Range<UInt64> {
      let problem = try AssignmentProblem.random(seed: seed, sizes: 1...5)
      guard
        case .optimal(let best, .duals(let prices)) = try AssignmentSolver().solve(problem),
        let network = OptimalNetwork(problem, best: best, prices: prices),
        var growing = GrowingNetwork(network)
      else { continue }
      var generator = SplitMix64(seed: seed)
      var (limits, quotas) = (problem.mentors, problem.quotas)
      for step in 0..<4 {
        let before = growing
        let places = Int.random(in: 1...2, using: &generator)
        let quota = quotas.indices.randomElement(using: &generator)
        if let quota, quotas[quota].atMost != nil, Bool.random(using: &generator) {
          growing.widen(quota: quota, by: places)
          quotas[quota] = widened(quotas[quota], by: places)
        } else {
          let mentor = Int.random(in: limits.indices, using: &generator)
          growing.widen(mentor: mentor, by: places)
          limits[mentor] = MentorLimits(
            capacity: limits[mentor].capacity + places, minimum: limits[mentor].minimum)
        }
        let wider = try problem.replacing(mentors: limits, quotas: quotas)
        let next = growing.exchange.applied(to: best)
        let note = "seed \(seed), step \(step)"
        #expect(bruteForce(wider).map(wider.value) == wider.value(next.objective), "\(note)")
        #expect(wider.objective(of: next.pairs) == next.objective, "\(note)")
        let claim = AssignmentOutcome.limitReached(
          next, bound: Objective(matched: .max, total: .max))
        #expect(Verdict(checking: claim, of: wider).accepted, "\(note)")
        let last = growing.exchange(since: before)
          .applied(to: before.exchange.applied(to: best))
        #expect(Set(last.pairs) == Set(next.pairs), "\(note)")
        gaining += growing.change == before.change ? 0 : 1
        for (mentor, gain) in growing.gains(ofPlacesFor: limits.indices).enumerated() {
          var one = growing
          one.widen(mentor: mentor, by: 1)
          #expect(
            wider.value(next.objective + gain)
              == wider.value(next.objective + (one.change - growing.change)), "\(note)")
        }
      }
    }
    #expect(gaining > 200, "\(gaining)")
  }

  private func widened(_ quota: Quota, by places: Int) -> Quota {
    Quota(
      name: quota.name, mentees: quota.mentees, mentors: quota.mentors, atLeast: quota.atLeast,
      atMost: quota.atMost.map { $0 + places })
  }
}
