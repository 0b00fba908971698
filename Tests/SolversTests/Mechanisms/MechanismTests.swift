import Problems
import Solvers
import TestSupport
import Testing

@Suite("Mechanisms that mentees' lists drive, against all assignments")
struct MechanismTests {
  private static let mechanisms: [(name: String, pairs: @Sendable (RankedMarket) -> [Pair])] = [
    ("trading", { TopTradingCycles($0).pairs() }),
    ("immediate", { ImmediateAcceptance($0).pairs() }),
    ("serial", { SerialDictatorship($0).pairs() }),
    ("random serial", { SerialDictatorship($0).pairs(orderLot: 3) }),
  ]

  @Test("no assignment is better for one mentee and worse for none")
  func efficiency() throws {
    for seed in 0..<5000 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, isStrict: true)
      let all = market.allAssignments().map { pairs in
        (0..<market.menteeCount).map { market.standing(of: $0, in: pairs) }
      }
      for (name, pairs) in Self.mechanisms {
        let found = pairs(market)
        #expect(market.allows(found), "seed \(seed), \(name)")
        let own = (0..<market.menteeCount).map { market.standing(of: $0, in: found) }
        let isBeaten = all.contains { other in
          other != own
            && zip(other, own).allSatisfy { !$1.lexicographicallyPrecedes($0) }
        }
        #expect(!isBeaten, "seed \(seed), \(name)")
      }
    }
  }

  @Test("no mentee gains by any other list, but by immediate acceptance some do")
  func truth() throws {
    var gaining: [String: Int] = [:]
    for seed in 0..<150 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, sizes: 2...3, isStrict: true)
      let misreports = try market.misreports()
      for (name, pairs) in Self.mechanisms {
        let honest = pairs(market)
        for (mentee, other) in misreports
        where market.standing(of: mentee, in: pairs(other))
          .lexicographicallyPrecedes(market.standing(of: mentee, in: honest))
        {
          gaining[name, default: 0] += 1
        }
      }
    }
    #expect(Array(gaining.keys) == ["immediate"], "\(gaining)")
  }

  @Test("equals and several mentors a mentee: feasible, nothing to add, the same for equal seeds")
  func feasibility() throws {
    for seed in 0..<3000 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, sizes: 0...6, demand: 3)
      let all: [[Pair]] = [
        TopTradingCycles(market).pairs(tieLot: seed),
        ImmediateAcceptance(market).pairs(tieLot: seed),
        SerialDictatorship(market, tieLot: seed).pairs(orderLot: seed),
      ]
      for (index, pairs) in all.enumerated() {
        #expect(market.allows(pairs), "seed \(seed), \(index)")
        #expect(!market.hasRoom(beside: pairs), "seed \(seed), \(index)")
      }
      #expect(all[0] == TopTradingCycles(market).pairs(tieLot: seed))
    }
  }

  @Test("trading: whoever stands among a mentor's first gets nobody worse")
  func guarantees() throws {
    for seed in 0..<5000 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, isStrict: true)
      let pairs = TopTradingCycles(market).pairs()
      market.table.forEachPair { pair, entry in
        let before = rivals(of: pair, market).count { $0.place < market.places.ofMentees[entry] }
        guard before < market.capacities[pair.mentor], market.demands[pair.mentee] > 0 else {
          return
        }
        let own = market.standing(of: pair.mentee, in: pairs)
        #expect(own[0] <= Int(market.places.ofMentors[entry]), "seed \(seed)")
      }
    }
  }

  @Test(
    "immediate: whom a mentor takes named it earlier, or in the same round and is placed better")
  func immediacy() throws {
    for seed in 0..<5000 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, isStrict: true)
      let pairs = ImmediateAcceptance(market).pairs()
      // On a list without equals and gaps the place is the round; here places may leave some out.
      func round(_ pair: Pair) -> Int {
        let place = market.places(of: pair)?.ofMentor ?? 0
        return market.table.entries(of: pair.mentee)
          .count { Int(market.places.ofMentors[$0]) < place }
      }
      expectJustified(pairs, market, "seed \(seed)") { winner, loser in
        (round(winner), market.places(of: winner)?.ofMentee ?? 0)
          < (round(loser), market.places(of: loser)?.ofMentee ?? 0)
      }
    }
  }

  @Test("serial: whom somebody envies has chosen before")
  func order() throws {
    for seed in 0..<5000 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, isStrict: true)
      var generator = SplitMix64(seed: seed)
      let order = Array(0..<market.menteeCount).shuffled(using: &generator)
      let pairs = SerialDictatorship(market).pairs(order: order)
      expectJustified(pairs, market, "seed \(seed)") { winner, loser in
        let ranks = [winner, loser].map { order.firstIndex(of: $0.mentee) ?? 0 }
        return ranks[0] < ranks[1]
      }
    }
  }

  /// Whoever would rather have a mentor finds it full, with people who come before.
  private func expectJustified(
    _ pairs: [Pair], _ market: RankedMarket, _ note: Comment,
    comesBefore: (_ winner: Pair, _ loser: Pair) -> Bool
  ) {
    market.table.forEachPair { pair, entry in
      guard market.demands[pair.mentee] > 0 else { return }
      let own = market.standing(of: pair.mentee, in: pairs)
      guard Int(market.places.ofMentors[entry]) < own[0] else { return }
      let winners = pairs.filter { $0.mentor == pair.mentor }
      #expect(winners.count == market.capacities[pair.mentor], note)
      #expect(winners.allSatisfy { comesBefore($0, pair) }, note)
    }
  }

  /// The places of those who could have a mentor.
  private func rivals(of pair: Pair, _ market: RankedMarket) -> [(mentee: Int, place: Int32)] {
    (0..<market.menteeCount).compactMap { mentee in
      guard market.demands[mentee] > 0,
        let entry = market.table.entry(of: Pair(mentee: mentee, mentor: pair.mentor))
      else { return nil }
      return (mentee, market.places.ofMentees[entry])
    }
  }

  /// Three pupils, three schools, where stable and efficient differ.
  ///
  /// Source: A. Abdulkadiroğlu, T. Sönmez 2003, example 1.
  @Test("a published example: trading is efficient where the stable assignment is not")
  func published() throws {
    let table = PairTable(menteeCount: 3, mentorCount: 3) { _ in 0 }
    let problem = try AssignmentProblem(
      table: table, mentors: Array(repeating: .init(capacity: 1), count: 3), coverage: .first)
    let market = RankedMarket(
      problem,
      Rankings(
        mentees: [[[1], [0], [2]], [[0], [1], [2]], [[0], [1], [2]]],
        mentors: [[[0], [2], [1]], [[1], [0], [2]], [[1], [0], [2]]]))
    func mentors(_ pairs: [Pair]) -> [Int] { pairs.map(\.mentor) }
    #expect(mentors(DeferredAcceptance(market).pairs()) == [0, 1, 2])
    #expect(mentors(TopTradingCycles(market).pairs()) == [1, 0, 2])
  }
}

extension RankedMarket {
  /// Whether pairs are acceptable, stand once each, and keep to demands and capacities.
  func allows(_ pairs: [Pair]) -> Bool {
    pairs.allSatisfy { table.entry(of: $0) != nil } && Set(pairs).count == pairs.count
      && demands.indices.allSatisfy { mentee in
        pairs.count { $0.mentee == mentee } <= demands[mentee]
      }
      && capacities.indices.allSatisfy { mentor in
        pairs.count { $0.mentor == mentor } <= capacities[mentor]
      }
  }

  /// Whether a pair could be added.
  func hasRoom(beside pairs: [Pair]) -> Bool {
    (0..<table.pairCount).contains { entry in
      let pair = table.pair(of: entry)
      return !pairs.contains(pair) && allows(pairs + [pair])
    }
  }
}
