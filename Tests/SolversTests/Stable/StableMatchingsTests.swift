import Problems
import Solvers
import TestSupport
import Testing

@Suite("All stable assignments, against all assignments")
struct StableMatchingsTests {
  @Test("by rotations, and by search where mentees ask for several mentors")
  func ordered() throws {
    var several = 0
    for seed in 0..<5000 as Range<UInt64> {
      let demand = seed % 5 == 0 ? 2 : 1
      let market = try RankedMarket.random(
        seed: seed, sizes: seed % 4 == 0 ? 0...4 : 3...4, demand: demand, isStrict: true)
      try expect(market, .ordered(lot: nil), "seed \(seed)")
      several += StableMatchings(market).all(limit: 9).assignments.count > 2 ? 1 : 0
    }
    #expect(several > 5, "\(several)")
  }

  @Test("with equals, all weakly stable ones")
  func kept() throws {
    for seed in 0..<3000 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, sizes: 0...4, demand: seed % 5 == 0 ? 2 : 1)
      try expect(market, .kept, "seed \(seed)")
      // Whatever order equals stand in.
      let stable = StableMatchings(market, equals: .kept).all(limit: 2000).assignments
      for lot in [nil, seed] {
        let some = StableMatchings(market, equals: .ordered(lot: lot)).all(limit: 2000)
        #expect(some.isComplete && some.assignments.allSatisfy(stable.contains), "seed \(seed)")
        #expect(some.assignments.contains(DeferredAcceptance(market).pairs(tieLot: lot)))
      }
    }
  }

  private func expect(
    _ market: RankedMarket, _ equals: StableMatchings.Equals, _ note: Comment
  ) throws {
    let stable = market.allAssignments().filter { isStable($0, market, .weak) }
    let matchings = StableMatchings(market, equals: equals)
    let answer = matchings.all(limit: 2000)
    #expect(answer.isComplete && Set(answer.assignments) == Set(stable), note)
    #expect(answer.assignments.count == stable.count, note)
    let fewer = matchings.all(limit: stable.count - 1)
    #expect(!fewer.isComplete && fewer.assignments.count == stable.count - 1, note)
    #expect(fewer.assignments.allSatisfy(stable.contains), note)
    let most = stable.map(\.count).max()
    for goal in StableGoal.allCases {
      let best = try #require(matchings.best(goal, limit: 2000))
      let least = stable.filter { $0.count == most }.map { goal.cost(of: $0, in: market) }.min()
      #expect(best.isProven && best.cost == least && best.pairs.count == most, note)
    }
  }

  /// Twice as many people as two pairs: ten is the most that four of each can have.
  ///
  /// Source: R. W. Irving, P. Leather, "The complexity of counting stable marriages", SIAM Journal on Computing 15(3), 1986,
  /// doi:10.1137/0215048.
  @Test("a market of eight people with ten stable assignments")
  func published() throws {
    let men = [[0, 1, 2, 3], [1, 0, 3, 2], [2, 3, 0, 1], [3, 2, 1, 0]]
    let women = [[3, 2, 1, 0], [2, 3, 0, 1], [1, 0, 3, 2], [0, 1, 2, 3]]
    let table = PairTable(menteeCount: 4, mentorCount: 4) { _ in 0 }
    let problem = try AssignmentProblem(
      table: table, mentors: Array(repeating: .init(capacity: 1), count: 4), coverage: .first)
    let market = RankedMarket(
      problem,
      Rankings(mentees: men.map { $0.map { [$0] } }, mentors: women.map { $0.map { [$0] } }))
    let answer = StableMatchings(market).all(limit: 100)
    #expect(answer.isComplete && answer.assignments.count == 10)
    #expect(answer.assignments.first == DeferredAcceptance(market).pairs())
    #expect(answer.assignments.last == DeferredAcceptance(market, proposing: .mentors).pairs())
    #expect(StableMatchings(market).best(.minimumRegret, limit: 100)?.cost == 3)
    #expect(StableMatchings(market).best(.sexEqual, limit: 100)?.cost == 0)
  }
}
