import Policies
import Problems
import TestSupport
import Testing
import Verification

@Suite("What every policy says of a market")
struct PolicyResultTests {
  private func market(seed: UInt64, rules: RandomRules) throws -> Market {
    let draw = try GoalDraw(seed: seed, rules: rules, chain: GoalChain([.matched]))
    return Market(draw.problem, rankings: draw.data.rankings)
  }

  /// The same without any rule but places; with fixed pairs in every third.
  private func plainMarket(seed: UInt64) throws -> Market {
    let draw = try GoalDraw(seed: seed, rules: .network, chain: GoalChain([.matched]))
    let limits = draw.problem.mentors.map { MentorLimits(capacity: $0.capacity) }
    let plain = try draw.problem.replacing(
      mentors: limits, quotas: [], fixed: seed % 3 == 0 ? nil : [], coverage: .ignore)
    return Market(plain, rankings: draw.data.rankings)
  }

  private func sets(_ result: PolicyResult) -> [[Pair]] {
    switch result {
    case .pairs(let pairs, _): [pairs]
    case .lottery(let lottery): lottery.tickets.map(\.pairs)
    case .limitReached(let pairs): pairs.map { [$0] } ?? []
    case .nonexistent, .infeasible: []
    }
  }

  /// Whether the independent checker lets pairs pass, whoever must be served.
  private func complaints(_ pairs: [Pair], _ problem: AssignmentProblem) throws -> [Verdict.Problem]
  {
    let problem = try problem.replacing(coverage: .ignore)
    let value = try #require(problem.objective(of: pairs))
    let claim = AssignmentOutcome.limitReached(
      Assignment(pairs: pairs, objective: value), bound: Objective(matched: .max, total: .max))
    return Verdict(checking: claim, of: problem).problems
  }

  @Test("keeps every rule or names one that it does not know, whatever the rules are")
  func rules() throws {
    var refused: Set<Policy> = []
    var answered: Set<Policy> = []
    for seed in 0..<400 as Range<UInt64> {
      let market = try market(seed: seed &+ 900, rules: .side)
      for policy in Policy.allCases where policy.chain == nil {
        do {
          let result = try Aim.policy(policy).result(in: market, PolicyRun(seed: 3))
          for pairs in sets(result) {
            let complaints = try complaints(pairs, market.problem)
            #expect(complaints.isEmpty, "seed \(seed), \(policy)")
          }
          if !sets(result).isEmpty { answered.insert(policy) }
        } catch PolicyError.unknownRule, PolicyError.severalMentors {
          refused.insert(policy)
        }
      }
    }
    let mechanisms = Set(Policy.allCases.filter { $0.chain == nil })
    #expect(refused == mechanisms && answered == mechanisms)
  }

  @Test("meets its own definition, and pairs changed by one do not")
  func definitions() throws {
    var rejected: Set<Policy> = []
    for seed in 0..<500 as Range<UInt64> {
      let market = try plainMarket(seed: seed)
      let audit = PolicyAudit(market, seed: 5)
      for policy in Policy.allCases where policy.chain == nil {
        guard
          let result = try? Aim.policy(policy).result(
            in: market, PolicyRun(seed: 5, drawsTies: seed % 2 == 0))
        else { continue }
        for pairs in sets(result) {
          #expect(audit.accepts(pairs, of: policy), "seed \(seed), \(policy)")
          let free = pairs.filter { !market.problem.fixed.contains($0) }
          if let pair = free.first, !audit.accepts(pairs.filter { $0 != pair }, of: policy) {
            rejected.insert(policy)
          }
        }
      }
    }
    #expect(rejected == Set(Policy.allCases.filter { $0.chain == nil }))
  }

  @Test("baselines leave no pair that could be added, and greedy has half of all points")
  func baselines() throws {
    for seed in 0..<1500 as Range<UInt64> {
      let market = try plainMarket(seed: seed)
      let problem = market.problem
      for policy in [Policy.greedy, .firstCome, .random, .byHand] {
        guard
          case .pairs(let pairs, _) = try Aim.policy(policy).result(in: market, PolicyRun(seed: 2))
        else { continue }
        let room = (0..<problem.table.pairCount).map { problem.table.pair(of: $0) }.first { pair in
          !pairs.contains(pair)
            && pairs.count { $0.mentee == pair.mentee } < problem.demands[pair.mentee]
            && pairs.count { $0.mentor == pair.mentor } < problem.mentors[pair.mentor].capacity
        }
        #expect(room == nil, "seed \(seed), \(policy)")
        let hasLess = problem.table.points.contains { $0 < 0 }
        guard policy == .greedy, problem.fixed.isEmpty, !hasLess else { continue }
        let totals = allAssignments(problem).map { problem.objective(of: $0)?.total ?? 0 }
        let own = problem.objective(of: pairs)?.total ?? 0
        #expect(2 * own >= totals.max() ?? 0, "seed \(seed)")
      }
    }
  }

  @Test("the chances of a lottery add up, and the seed draws one of its tickets")
  func lotteries() throws {
    var count = 0
    for seed in 0..<300 as Range<UInt64> {
      let market = try plainMarket(seed: seed)
      let result = try Aim.policy(.probabilisticSerial).result(in: market, PolicyRun())
      guard case .lottery(let lottery) = result else { continue }
      let sum = lottery.tickets.reduce(0) { $0 + $1.probability }
      #expect(abs(sum - 1) <= lottery.tolerance * Double(lottery.tickets.count + 1), "seed \(seed)")
      let drawn = Set((0..<50).map { lottery.drawn(seed: $0) })
      #expect(drawn.allSatisfy { pairs in lottery.tickets.contains { $0.pairs == pairs } })
      if lottery.tickets.count > 1 { count += drawn.count > 1 ? 1 : 0 }
    }
    #expect(count > 20)
  }
}
