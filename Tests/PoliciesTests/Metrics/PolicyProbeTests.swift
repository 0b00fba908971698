import Policies
import Problems
import TestSupport
import Testing

@Suite("What people could gain by another answer")
struct PolicyProbeTests {
  /// Everybody ranks everybody, by lot and without ties.
  private func market(seed: UInt64) throws -> Market {
    var generator = SplitMix64(seed: seed)
    let (mentees, mentors) = (7, 4)
    let table = PairTable(menteeCount: mentees, mentorCount: mentors) { _ in
      Int.random(in: 1...50, using: &generator)
    }
    let problem = try AssignmentProblem(
      table: table, mentors: Array(repeating: MentorLimits(capacity: 2), count: mentors),
      coverage: .first)
    let rankings = Rankings(
      mentees: (0..<mentees).map { _ in (0..<mentors).shuffled(using: &generator).map { [$0] } },
      mentors: (0..<mentors).map { _ in (0..<mentees).shuffled(using: &generator).map { [$0] } })
    return Market(problem, rankings: rankings)
  }

  @Test("strategy-proof policies leave mentees nothing to gain, others do")
  func candour() throws {
    var most: [Policy: [PolicyProbe.Question: Double]] = [:]
    for seed in 0..<60 as Range<UInt64> {
      let market = try market(seed: seed)
      for policy in [
        Policy.stableMentee, .stableMentor, .serialDictatorship, .topTradingCycles,
        .immediateAcceptance, .minRankSum,
      ] {
        let values = PolicyProbe(Aim.policy(policy), market, PolicyRun()).values()
        most[policy, default: [:]].merge(values) { max($0, $1) }
      }
    }
    for policy in [Policy.stableMentee, .serialDictatorship, .topTradingCycles] {
      #expect(most[policy]?[.truncationGain] ?? 0 == 0, "\(policy)")
      #expect(most[policy]?[.promotionGain] ?? 0 == 0, "\(policy)")
    }
    #expect(most[.immediateAcceptance]?[.promotionGain] ?? 0 > 0)
    #expect(most[.stableMentor]?[.truncationGain] ?? 0 > 0)
    #expect(most[.minRankSum]?[.truncationGain] ?? 0 > 0)
    #expect(most[.stableMentee]?[.capacityGain] ?? 0 > 0)
  }

  @Test("pairs that noise cannot change are all kept")
  func noise() throws {
    let table = try PairTable(rows: [[1000, 1], [1, 1000]], mentorCount: 2)
    let problem = try AssignmentProblem(
      table: table, mentors: Array(repeating: MentorLimits(capacity: 1), count: 2),
      coverage: .first)
    let market = Market(problem, rankings: nil)
    let values = PolicyProbe(Aim.policy(.coverageFirst), market, PolicyRun()).values()
    #expect(values[.keptUnderNoise] == 1)
    let random = try self.market(seed: 3)
    let shaken = PolicyProbe(Aim.policy(.stableMentee), random, PolicyRun()).values()
    #expect(shaken[.keptUnderNoise].map { $0 > 0 && $0 < 1 } ?? false)
  }
}
