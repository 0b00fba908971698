import Foundation
import InstanceFiles
import Policies
import Problems
import TestSupport
import Testing

@Suite("What policies promise")
struct GuaranteeTests {
  /// Strict lists of which nobody left out is eligible.
  private func market(seed: UInt64) throws -> Market {
    var generator = SplitMix64(seed: seed)
    let mentees = Int.random(in: 1...4, using: &generator)
    let mentors = Int.random(in: 1...4, using: &generator)
    var listed = Set<Pair>()
    for mentee in 0..<mentees {
      for mentor in 0..<mentors where Int.random(in: 0..<10, using: &generator) < 8 {
        listed.insert(Pair(mentee: mentee, mentor: mentor))
      }
    }
    let table = PairTable(menteeCount: mentees, mentorCount: mentors) { pair in
      let points = Int.random(in: 0...9, using: &generator)
      return listed.contains(pair) ? points : nil
    }
    let limits = (0..<mentors).map { _ in
      MentorLimits(capacity: Int.random(in: 1...2, using: &generator))
    }
    let rankings = Rankings(
      mentees: (0..<mentees).map { mentee in
        (0..<mentors).filter { listed.contains(Pair(mentee: mentee, mentor: $0)) }
          .shuffled(using: &generator).map { [$0] }
      },
      mentors: (0..<mentors).map { mentor in
        (0..<mentees).filter { listed.contains(Pair(mentee: $0, mentor: mentor)) }
          .shuffled(using: &generator).map { [$0] }
      })
    let problem = try AssignmentProblem(table: table, mentors: limits, coverage: .first)
    return Market(problem, rankings: rankings)
  }

  private func answers(_ policy: Policy, _ market: Market) throws -> [[Pair]]? {
    switch try Aim.policy(policy).result(in: market, PolicyRun()) {
    case .pairs(let pairs, _): [pairs]
    case .lottery(let lottery): lottery.tickets.map(\.pairs)
    case .nonexistent: nil
    case .infeasible, .limitReached: []
    }
  }

  /// Whether a market shows that a policy does not keep a promise.
  private func breaks(
    _ policy: Policy, _ guarantee: Guarantee, in market: Market
  ) throws -> Bool {
    guard let answers = try answers(policy, market) else { return guarantee == .existence }
    let metric: Metric
    switch guarantee {
    case .existence: return answers.isEmpty
    case .candour: return try gains(policy, market, answers)
    case .stability: metric = .blocking
    case .fairness: metric = .envy
    case .coverage: metric = .lostPairs
    case .efficiency: metric = .pareto
    }
    let meter = MarketMeter(market)
    return try answers.contains { pairs in
      let value = try #require(meter.values(of: pairs, [metric])[metric])
      return metric == .pareto ? value < 1 : value > 0
    }
  }

  /// Whether some mentee has a better mentor by some other list; of lotteries by first choices at least.
  private func gains(_ policy: Policy, _ market: Market, _ truth: [[Pair]]) throws -> Bool {
    let places = Places(market.problem.table, market.rankings)
    func place(_ mentee: Int, _ pairs: [Pair]) -> Int32 {
      pairs.first { $0.mentee == mentee }
        .flatMap { market.problem.table.entry(of: $0).map { places.ofMentors[$0] } } ?? .max
    }
    func result(_ market: Market) throws -> PolicyResult {
      try Aim.policy(policy).result(in: market, PolicyRun())
    }
    for mentee in 0..<market.problem.menteeCount {
      guard let tiers = market.rankings.mentees[mentee] else { continue }
      for lie in permutations(tiers.joined().map { $0 }) {
        var mentees = market.rankings.mentees
        mentees[mentee] = lie.map { [$0] }
        let other = Market(
          market.problem, rankings: Rankings(mentees: mentees, mentors: market.rankings.mentors))
        switch (try result(market), try result(other)) {
        case (.pairs(let own, _), .pairs(let lied, _)):
          if place(mentee, lied) < place(mentee, own) { return true }
        case (.lottery(let own), .lottery(let lied)):
          // Better in every step of the true list, and somewhere truly.
          let steps = (1...max(1, tiers.count)).map { step in
            func chance(_ lottery: Lottery) -> Double {
              lottery.tickets.filter { place(mentee, $0.pairs) <= step }
                .reduce(0) { $0 + $1.probability }
            }
            return chance(lied) - chance(own)
          }
          if steps.contains(where: { $0 > 1e-9 }) { return true }
        default: break
        }
      }
    }
    return false
  }

  /// All orders of some people, and of the first few of them.
  private func permutations(_ people: [Int]) -> [[Int]] {
    [[]]
      + people.flatMap { first in
        permutations(people.filter { $0 != first }).map { [first] + $0 }
      }
  }

  @Test("what is promised holds in every market", arguments: Policy.allCases)
  func promises(policy: Policy) throws {
    let kept = Guarantee.allCases.filter { policy.keeps($0) == true }
    // Integer programs take a hundred times as long.
    let isSlow = [.minBlocking, .maxSizeStable, .egalitarianStable].contains(policy)
    for seed in 0..<(isSlow ? 150 : 1500) as Range<UInt64> {
      let market = try market(seed: seed)
      for guarantee in kept where guarantee != .candour || seed % 5 == 0 {
        #expect(
          try !breaks(policy, guarantee, in: market), "seed \(seed), \(policy), \(guarantee)")
      }
    }
  }

  private var samples: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../samples/policies/counterexamples.ndjson")
  }

  @Test("what is not promised fails in a market that is kept as a sample")
  func counterexamples() throws {
    var known: [String: Market] = [:]
    for line in try String(contentsOf: samples, encoding: .utf8).split(separator: "\n") {
      let instance = try InstanceReader().read(Array(line.utf8))
      known[try #require(instance.id?.string)] = Market(
        instance.problem, rankings: instance.rankings)
    }
    for policy in Policy.allCases {
      for guarantee in Guarantee.allCases where policy.keeps(guarantee) == false {
        let name = "\(policy.rawValue)/\(guarantee.rawValue)"
        let market = try #require(known[name], "no counterexample of \(name)")
        #expect(try breaks(policy, guarantee, in: market), "\(name)")
        known[name] = nil
      }
    }
    #expect(known.keys.isEmpty, "nothing claims \(known.keys.sorted())")
  }

  @Test("the table of the README says the same")
  func readme() throws {
    let root = samples.deletingLastPathComponent().appending(path: "../..")
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let order: [Guarantee] = [
      .existence, .stability, .fairness, .efficiency, .coverage, .candour,
    ]
    var seen: Set<Policy> = []
    for line in readme.split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 8 else { continue }
      let names = cells[0].split(separator: "`").compactMap { Policy(rawValue: String($0)) }
      for policy in names {
        seen.insert(policy)
        let marks = order.map { policy.keeps($0).map { $0 ? "✅" : "❌" } ?? "–" }
        #expect(Array(cells[2...]) == marks, "\(policy)")
      }
    }
    #expect(seen == Set(Policy.allCases))
  }
}
