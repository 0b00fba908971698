import Problems
import Solvers
import TestSupport
import Testing
import Verification

@Suite("Popular assignments, against all assignments")
struct PopularMatchingTests {
  private func standings(_ market: RankedMarket, _ pairs: [Pair]) -> [[Int]] {
    (0..<market.menteeCount).map { market.standing(of: $0, in: pairs) }
  }

  /// How many mentees are for one assignment, less those for the other.
  private func votes(for one: [[Int]], against other: [[Int]]) -> Int {
    zip(one, other).reduce(0) { sum, pair in
      pair.0 == pair.1 ? sum : sum + (pair.0.lexicographicallyPrecedes(pair.1) ? 1 : -1)
    }
  }

  @Test("one with most pairs is found exactly when there is one, otherwise too large a crowd")
  func existence() throws {
    var missing = 0
    for seed in 0..<5000 as Range<UInt64> {
      let market = try RankedMarket.random(
        seed: seed, sizes: seed % 5 == 0 ? 0...4 : 3...3, isStrict: seed % 2 == 0)
      let all = market.allAssignments()
      // Those that keep people out where there is room lose to the others.
      let ballots = all.map { standings(market, $0) }
      let popular = zip(all, ballots).filter { pairs, own in
        !market.hasRoom(beside: pairs) && ballots.allSatisfy { votes(for: $0, against: own) <= 0 }
      }.map { $0.0 }
      switch PopularMatching(market).answer() {
      case .found(let pairs):
        #expect(popular.contains(pairs), "seed \(seed)")
        #expect(pairs.count == popular.map(\.count).max(), "seed \(seed)")
      case .none(let crowd):
        #expect(popular.isEmpty, "seed \(seed)")
        #expect(crowd.places == crowd.mentors.reduce(0) { $0 + market.capacities[$1] })
        #expect(crowd.places < crowd.mentees.count, "seed \(seed)")
        missing += 1
      case .undefined: Issue.record("seed \(seed)")
      }
    }
    #expect(missing > 15, "\(missing)")
  }

  @Test("the vote against the best rival, with a proof")
  func vote() throws {
    var beaten = 0
    for seed in 0..<1500 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, sizes: 0...4)
      let all = market.allAssignments()
      var generator = SplitMix64(seed: seed)
      let own = try #require(all.randomElement(using: &generator))
      let result = try #require(PopularVote(market, on: own).result())
      let mine = standings(market, own)
      let margins = all.map { votes(for: standings(market, $0), against: mine) }
      #expect(result.margin == margins.max(), "seed \(seed)")
      let rival = standings(market, result.rival)
      #expect(votes(for: rival, against: mine) == result.margin, "seed \(seed)")
      let objective = try #require(result.problem.objective(of: result.rival))
      let claim = AssignmentOutcome.optimal(
        Assignment(pairs: result.rival, objective: objective), .duals(result.prices))
      #expect(Verdict(checking: claim, of: result.problem).accepted, "seed \(seed)")
      #expect(objective.total - result.constant == result.margin)
      beaten += result.margin > 0 ? 1 : 0
    }
    #expect(beaten > 100, "\(beaten)")
  }

  @Test("large markets: what is found wins its vote, and a mentee who asks for two has none")
  func large() throws {
    var found = 0
    for seed in 0..<60 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, sizes: 10...40)
      guard case .found(let pairs) = PopularMatching(market).answer() else { continue }
      #expect(PopularVote(market, on: pairs).result()?.margin == 0, "seed \(seed)")
      found += 1
    }
    #expect(found > 5, "\(found)")
    let several = try RankedMarket.random(seed: 1, sizes: 8...9, demand: 3)
    #expect(PopularMatching(several).answer() == .undefined)
    #expect(PopularVote(several, on: []).result() == nil)
  }
}
