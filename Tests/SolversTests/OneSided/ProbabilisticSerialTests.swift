import Problems
import Solvers
import TestSupport
import Testing

@Suite("Probabilistic serial and its lottery")
struct ProbabilisticSerialTests {
  @Test("no envy, no exchange that is better for all, and draws with these chances")
  func properties() throws {
    var several = 0
    for seed in 0..<5000 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, sizes: 0...5, isStrict: true)
      let shares = ProbabilisticSerial(market).shares()
      #expect(shares.isExact, "seed \(seed)")
      expectFeasible(shares, "seed \(seed)")
      expectNoEnvy(shares, "seed \(seed)")
      #expect(isOrdinallyEfficient(shares), "seed \(seed)")
      expectLottery(shares, "seed \(seed)")
      several += shares.parts > 1 ? 1 : 0
    }
    #expect(several > 1000, "\(several)")
  }

  @Test("equals, several mentors a mentee, parts that are too coarse: chances add up all the same")
  func rounded() throws {
    var inexact = 0
    for seed in 0..<3000 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, sizes: 0...9, demand: 3)
      for (most, lot) in [(1 << 50, nil), (1 << 50, seed), (5, nil), (60, seed), (1, nil)] {
        let shares = ProbabilisticSerial(market, mostParts: most).shares(tieLot: lot)
        #expect(shares.parts <= most, "seed \(seed)")
        expectFeasible(shares, "seed \(seed), \(most)")
        expectLottery(shares, "seed \(seed), \(most)")
        inexact += shares.isExact ? 0 : 1
      }
    }
    #expect(inexact > 500, "\(inexact)")
  }

  /// Two agents for a before b and c before d, two for b before a and d before c: one half each.
  ///
  /// Source: A. Bogomolnaia, H. Moulin 2001, § 1.
  @Test("the example of the source")
  func published() throws {
    let table = PairTable(menteeCount: 4, mentorCount: 4) { _ in 0 }
    let problem = try AssignmentProblem(
      table: table, mentors: Array(repeating: .init(capacity: 1), count: 4), coverage: .first)
    let lists = [[0, 1, 2, 3], [0, 1, 2, 3], [1, 0, 3, 2], [1, 0, 3, 2]]
    let market = RankedMarket(
      problem,
      Rankings(mentees: lists.map { $0.map { [$0] } }, mentors: Array(repeating: nil, count: 4)))
    let shares = ProbabilisticSerial(market).shares()
    #expect(shares.parts == 2)
    #expect(shares.amounts == [1, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1])
    let lottery = MatchingLottery(shares)
    #expect(lottery.draws.map(\.parts) == [1, 1])
    #expect(lottery.draws.allSatisfy { $0.pairs.count == 4 })
    #expect(lottery.draws.map(\.pairs).contains(lottery.pairs(drawnBy: 9)))
  }

  /// Nobody could go on eating: everybody has enough, or everything acceptable is eaten.
  private func expectFeasible(_ shares: Shares, _ note: Comment) {
    let market = shares.market
    var (eaten, left) = (market.demands.map { _ in 0 }, market.capacities.map { $0 * shares.parts })
    market.table.forEachPair { pair, entry in
      #expect(0...shares.parts ~= shares.amounts[entry], note)
      eaten[pair.mentee] += shares.amounts[entry]
      left[pair.mentor] -= shares.amounts[entry]
    }
    #expect(left.allSatisfy { $0 >= 0 }, note)
    market.table.forEachPair { pair, entry in
      #expect(eaten[pair.mentee] <= market.demands[pair.mentee] * shares.parts, note)
      let hasEnough = eaten[pair.mentee] == market.demands[pair.mentee] * shares.parts
      #expect(
        hasEnough || left[pair.mentor] == 0 || shares.amounts[entry] == shares.parts, note)
    }
  }

  /// In one's own list, the first *k* together are at least as likely as for anybody else to whom they are open.
  private func expectNoEnvy(_ shares: Shares, _ note: Comment) {
    let market = shares.market
    for mentee in 0..<market.menteeCount where market.demands[mentee] > 0 {
      let list = market.table.entries(of: mentee).sorted {
        market.places.ofMentors[$0] < market.places.ofMentors[$1]
      }
      for other in 0..<market.menteeCount {
        var (mine, theirs) = (0, 0)
        for entry in list {
          let mentor = market.table.mentor(of: entry, mentee: mentee)
          mine += shares.amounts[entry]
          theirs +=
            market.table.entry(of: Pair(mentee: other, mentor: mentor)).map { shares.amounts[$0] }
            ?? 0
          #expect(mine >= theirs, note)
        }
      }
    }
  }

  /// Whether no circle of mentees would each give a part of a later choice for one of the next one's earlier.
  ///
  /// Bogomolnaia and Moulin 2001, lemma 3: the relation "somebody likes a better and has some of b" has no circle; what
  /// is left over, and having nobody, count as mentors who are eaten.
  private func isOrdinallyEfficient(_ shares: Shares) -> Bool {
    let market = shares.market
    var left = market.capacities.map { $0 * shares.parts }
    market.table.forEachPair { left[$0.mentor] -= shares.amounts[$1] }
    let count = market.mentorCount
    var leads = [[Bool]](repeating: Array(repeating: false, count: count), count: count)
    for mentee in 0..<market.menteeCount where market.demands[mentee] > 0 {
      let entries = market.table.entries(of: mentee)
      let open = entries.reduce(shares.parts) { $0 - shares.amounts[$1] }
      for better in entries {
        let mentor = market.table.mentor(of: better, mentee: mentee)
        // Free places of somebody better than what one has are lost.
        if left[mentor] > 0, open > 0 { return false }
        for worse in entries
        where shares.amounts[worse] > 0
          && market.places.ofMentors[better] < market.places.ofMentors[worse]
        {
          if left[mentor] > 0 { return false }
          leads[mentor][market.table.mentor(of: worse, mentee: mentee)] = true
        }
      }
    }
    for middle in 0..<count {
      for one in 0..<count where leads[one][middle] {
        for other in 0..<count where leads[middle][other] { leads[one][other] = true }
      }
    }
    return !(0..<count).contains { leads[$0][$0] }
  }

  private func expectLottery(_ shares: Shares, _ note: Comment) {
    let lottery = MatchingLottery(shares)
    var amounts = shares.amounts.map { _ in 0 }
    for draw in lottery.draws {
      #expect(draw.parts > 0 && shares.market.allows(draw.pairs), note)
      for pair in draw.pairs {
        if let entry = shares.market.table.entry(of: pair) { amounts[entry] += draw.parts }
      }
    }
    #expect(amounts == shares.amounts, note)
    #expect(lottery.draws.reduce(0) { $0 + $1.parts } == shares.parts, note)
    #expect(Set(lottery.draws.map(\.pairs)).count == lottery.draws.count, note)
  }
}
