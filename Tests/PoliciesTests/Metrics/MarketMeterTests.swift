import Policies
import Problems
import TestSupport
import Testing

@Suite("Metrics by their definitions")
struct MarketMeterTests {
  /// A tiny market, all its assignments, and definitions that look at nothing else.
  private struct Case {
    let problem: AssignmentProblem
    let rankings: Rankings
    let all: [[Pair]]

    init(seed: UInt64) throws {
      let draw = try GoalDraw(seed: seed, rules: .network)
      problem = draw.problem
      rankings =
        draw.data.rankings
        ?? Rankings(
          mentees: Array(repeating: nil, count: problem.menteeCount),
          mentors: Array(repeating: nil, count: problem.mentorCount))
      all = allAssignments(problem)
    }

    var eligible: [Pair] { (0..<problem.table.pairCount).map { problem.table.pair(of: $0) } }

    private func place(_ person: Int, _ tiers: Rankings.Tiers?) -> Int? {
      tiers.map { $0.firstIndex { $0.contains(person) }.map { $0 + 1 } } ?? 1
    }

    private func last(_ tiers: Rankings.Tiers?) -> Int { (tiers?.count ?? 1) + 1 }

    func lastOfMentee(_ mentee: Int) -> Int { last(rankings.mentees[mentee]) }

    func ofMentor(_ pair: Pair) -> Int {
      place(pair.mentor, rankings.mentees[pair.mentee]) ?? lastOfMentee(pair.mentee)
    }

    func ofMentee(_ pair: Pair) -> Int {
      place(pair.mentee, rankings.mentors[pair.mentor]) ?? last(rankings.mentors[pair.mentor])
    }

    func isAcceptable(_ pair: Pair) -> Bool {
      place(pair.mentor, rankings.mentees[pair.mentee]) != nil
        && place(pair.mentee, rankings.mentors[pair.mentor]) != nil
    }

    /// 1 = would rather, 0 = would not mind, −1 = would rather not.
    private func wish(_ own: Int, _ held: [Int], _ limit: Int) -> Int {
      if limit == 0 { return -1 }
      if held.count < limit || held.contains(where: { $0 > own }) { return 1 }
      return held.contains(own) ? 0 : -1
    }

    func wishes(_ pair: Pair, _ pairs: [Pair]) -> (mentee: Int, mentor: Int) {
      (
        wish(
          ofMentor(pair), pairs.filter { $0.mentee == pair.mentee }.map(ofMentor),
          problem.demands[pair.mentee]),
        wish(
          ofMentee(pair), pairs.filter { $0.mentor == pair.mentor }.map(ofMentee),
          problem.mentors[pair.mentor].capacity)
      )
    }

    func blocking(_ pairs: [Pair], isStrong: Bool) -> [Pair] {
      eligible.filter { pair in
        guard isAcceptable(pair), !pairs.contains(pair) else { return false }
        let (one, other) = wishes(pair, pairs)
        return isStrong ? min(one, other) >= 0 && max(one, other) > 0 : min(one, other) > 0
      }
    }

    func envious(_ pairs: [Pair]) -> Int {
      Set(
        eligible.filter { pair in
          isAcceptable(pair) && !pairs.contains(pair) && wishes(pair, pairs).mentee > 0
            && pairs.contains { $0.mentor == pair.mentor && ofMentee($0) > ofMentee(pair) }
        }.map(\.mentee)
      ).count
    }

    private func places(_ pairs: [Pair]) -> [Int] {
      (0..<problem.menteeCount).map { mentee in
        pairs.first { $0.mentee == mentee }.map(ofMentor) ?? .max
      }
    }

    /// Among assignments of pairs that are chosen already, or acceptable.
    func isEfficient(_ pairs: [Pair]) -> Bool {
      let own = places(pairs)
      return !all.contains { other in
        guard other.allSatisfy({ isAcceptable($0) || pairs.contains($0) }) else { return false }
        let places = places(other)
        return zip(places, own).allSatisfy(<=) && places != own
      }
    }
  }

  @Test("stability, envy, efficiency and places of every kind of assignment")
  func definitions() throws {
    var count = 0
    var seen: [Metric: Set<Double>] = [:]
    for seed in 0..<3000 as Range<UInt64> {
      let given = try Case(seed: seed &+ 77)
      guard !given.all.isEmpty else { continue }
      let meter = MarketMeter(Market(given.problem, rankings: given.rankings))
      let pairs = given.all[Int(seed) % given.all.count]
      let values = meter.values(of: pairs)
      count += 1
      for (metric, value) in values { seen[metric, default: []].insert(value) }
      let name = "seed \(seed)"
      #expect(values[.blocking] == Double(given.blocking(pairs, isStrong: false).count), "\(name)")
      #expect(
        values[.blockingStrong] == Double(given.blocking(pairs, isStrong: true).count), "\(name)")
      #expect(values[.envy] == Double(given.envious(pairs)), "\(name)")
      #expect(values[.vetoed] == Double(pairs.count { !given.isAcceptable($0) }), "\(name)")
      #expect(values[.firstChoices] == Double(pairs.count { given.ofMentor($0) == 1 }), "\(name)")
      if let isEfficient = values[.pareto], given.problem.coverage != .everyMentor {
        #expect((isEfficient == 1) == given.isEfficient(pairs), "\(name)")
      }
      let wanted = given.problem.demands.reduce(0, +)
      if wanted > 0 {
        let sum = given.problem.demands.indices.reduce(0) { sum, mentee in
          let own = pairs.filter { $0.mentee == mentee }
          return sum + own.reduce(0) { $0 + given.ofMentor($1) }
            + (given.problem.demands[mentee] - own.count) * given.lastOfMentee(mentee)
        }
        #expect(values[.meanRank] == Double(sum) / Double(wanted), "\(name)")
        #expect(values[.coverage] == Double(pairs.count) / Double(wanted), "\(name)")
      }
      #expect(values[.lostPairs].map { $0 >= 0 } ?? true, "\(name)")
      #expect(values[.pricePoints].map { $0 >= 0 } ?? true, "\(name)")
    }
    #expect(count > 1500)
    for metric in [Metric.blocking, .blockingStrong, .envy, .vetoed, .pareto, .giniLoad] {
      #expect((seen[metric]?.count ?? 0) > 1, "\(metric) never differs")
    }
  }

  @Test("Gini coefficients and quantiles of numbers worked out by hand")
  func distributions() throws {
    // 0 and 10: half of the largest possible difference; 4, 4: none.
    let table = try PairTable(rows: [[10, 0], [0, 0], [nil, 7]], mentorCount: 2)
    let problem = try AssignmentProblem(
      table: table, mentors: [MentorLimits(capacity: 1), MentorLimits(capacity: 2)],
      coverage: .first)
    let groups = [Market.Group(name: "a", mentees: [0, 1]), Market.Group(name: "b", mentees: [2])]
    let meter = MarketMeter(Market(problem, rankings: nil, groups: groups))
    let values = meter.values(of: [Pair(mentee: 0, mentor: 0), Pair(mentee: 1, mentor: 1)])
    // Mentees have 10, 0, 0: Σ|x − y| = 4 · 10, over 2 · 9 · 10/3.
    #expect(abs((values[.giniPoints] ?? 0) - 2.0 / 3) < 1e-12)
    #expect(values[.giniLoad] == 0)
    #expect(values[.disparityCoverage] == 1)
    #expect(values[.points10] == 0 && values[.points50] == 0 && values[.points75] == 10)
    #expect(values[.lostPairs] == 1 && values[.pricePoints] == 7.0 / 17)
    #expect(meter.coverages(of: []).map(\.coverage) == [0, 0])
    #expect(meter.profiles(of: [Pair(mentee: 1, mentor: 1)]).ofMentees == [1])
  }
}
