import Problems
import Solvers
import TestSupport
import Testing

@Suite("Deferred acceptance, against all assignments")
struct DeferredAcceptanceTests {
  @Test("stable, best for the side that proposes, and the same people matched in all stable ones")
  func bestForProposers() throws {
    var several = 0
    for seed in 0..<5000 as Range<UInt64> {
      let market = try RankedMarket.random(
        seed: seed, sizes: seed % 4 == 0 ? 0...4 : 3...4, isStrict: true)
      let stable = market.allAssignments().filter { isStable($0, market, .weak) }
      let best = DeferredAcceptance(market).pairs()
      let worst = DeferredAcceptance(market, proposing: .mentors).pairs()
      #expect(stable.contains(best) && stable.contains(worst), "seed \(seed)")
      several += stable.count > 1 ? 1 : 0
      for other in stable {
        for mentee in 0..<market.menteeCount {
          let standing = market.standing(of: mentee, in: other)
          let ends = [best, worst].map { market.standing(of: mentee, in: $0) }
          #expect(!standing.lexicographicallyPrecedes(ends[0]), "seed \(seed)")
          #expect(!ends[1].lexicographicallyPrecedes(standing), "seed \(seed)")
        }
        #expect(Set(other.map(\.mentee)) == Set(best.map(\.mentee)), "seed \(seed)")
        for mentor in 0..<market.mentorCount {
          let (mine, theirs) = (held(by: mentor, best), held(by: mentor, other))
          #expect(mine.count == theirs.count, "seed \(seed)")
          #expect(mine.count == market.capacities[mentor] || mine == theirs, "seed \(seed)")
        }
      }
    }
    #expect(several > 150, "\(several)")
  }

  @Test("equals, several mentors a mentee: weakly stable in any order")
  func equals() throws {
    var orders = 0
    for seed in 0..<5000 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, sizes: 0...5, demand: 2)
      for side in [Side.mentees, .mentors] {
        let acceptance = DeferredAcceptance(market, proposing: side)
        for lot in [nil, seed] {
          let pairs = acceptance.pairs(tieLot: lot)
          #expect(isStable(pairs, market, .weak), "seed \(seed), \(side)")
          #expect(pairs == pairs.sorted(), "seed \(seed)")
        }
        if acceptance.pairs() != acceptance.pairs(tieLot: seed) { orders += 1 }
        let promoted = DeferredAcceptance(market, proposing: side, isPromoting: true).pairs()
        #expect(isStable(promoted, market, .weak), "seed \(seed), \(side)")
      }
    }
    #expect(orders > 500, "\(orders)")
  }

  @Test("with promotions at most a third is left over of what a stable assignment can match")
  func promotions() throws {
    var gained = 0
    for seed in 0..<3000 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, sizes: 2...4)
      let most = market.allAssignments().filter { isStable($0, market, .weak) }.map(\.count).max()
      let pairs = DeferredAcceptance(market, isPromoting: true).pairs()
      #expect(3 * pairs.count >= 2 * (most ?? 0), "seed \(seed)")
      if pairs.count > DeferredAcceptance(market).pairs().count { gained += 1 }
    }
    #expect(gained > 20, "\(gained)")
  }

  @Test("no mentee gains by any other list")
  func truth() throws {
    for seed in 0..<150 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, sizes: 2...3, isStrict: true)
      let honest = DeferredAcceptance(market).pairs()
      for (mentee, other) in try market.misreports() {
        let pairs = DeferredAcceptance(other).pairs()
        #expect(
          !market.standing(of: mentee, in: pairs)
            .lexicographicallyPrecedes(market.standing(of: mentee, in: honest)), "seed \(seed)")
      }
    }
  }

  private func held(by mentor: Int, _ pairs: [Pair]) -> [Int] {
    pairs.filter { $0.mentor == mentor }.map(\.mentee)
  }
}

@Suite("Blocking pairs, against the definition")
struct BlockingPairsTests {
  @Test("an assignment has none exactly when it is stable")
  func definition() throws {
    for seed in 0..<1500 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, sizes: 0...3, demand: 2)
      for pairs in market.allAssignments() {
        let blocking = BlockingPairs(market, of: pairs)
        for stability in Stability.allCases {
          let found = blocking.pairs(stability)
          #expect(found.isEmpty == isStable(pairs, market, stability), "seed \(seed)")
          #expect(found.first == blocking.first(stability))
        }
      }
    }
  }
}
