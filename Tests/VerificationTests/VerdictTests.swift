import Problems
import Testing
import Verification

@Suite struct VerdictTests {
  /// Two mentees, one mentor with two places, points 3 and 5.
  static func problem(
    capacity: Int = 2, minimum: Int = 0, minimumRule: MinimumRule = .ifOpen, quotas: [Quota] = [],
    fixed: [Pair] = [], coverage: Coverage = .ignore
  ) throws -> AssignmentProblem {
    try AssignmentProblem(
      table: PairTable(rows: [[3], [5]], mentorCount: 1),
      mentors: [.init(capacity: capacity, minimum: minimum)], minimumRule: minimumRule,
      quotas: quotas, fixed: fixed, coverage: coverage)
  }

  static func claim(_ pairs: [(Int, Int)], total: Int) -> Assignment {
    Assignment(
      pairs: pairs.map { Pair(mentee: $0.0, mentor: $0.1) },
      objective: Objective(matched: pairs.count, total: total))
  }

  static func bounded(_ best: Assignment) -> AssignmentOutcome {
    .optimal(best, .bound(best.objective))
  }

  @Test("a quota under a condition binds where somebody meets it, and nowhere else")
  func conditions() throws {
    let first = Self.bounded(Self.claim([(0, 0)], total: 3))
    let both = Self.bounded(Self.claim([(0, 0), (1, 0)], total: 8))
    let needs = Quota(name: "needs", mentees: [1], mentors: [0], atLeast: 1, when: [0])
    #expect(
      try Verdict(checking: first, of: Self.problem(quotas: [needs])).problems
        == [.broken(.quota(0), count: 0)])
    #expect(try Verdict(checking: both, of: Self.problem(quotas: [needs])).accepted)
    let none = Self.bounded(Self.claim([], total: 0))
    #expect(try Verdict(checking: none, of: Self.problem(quotas: [needs])).accepted)
    let excludes = Quota(name: "excludes", mentees: [1], mentors: [0], atMost: 0, when: [0])
    #expect(try Verdict(checking: first, of: Self.problem(quotas: [excludes])).accepted)
    #expect(
      try Verdict(checking: both, of: Self.problem(quotas: [excludes])).problems
        == [.broken(.quota(0), count: 1)])
    // No price can rest on a rule that may not hold.
    let priced = DualPrices(coverageWeight: 0, mentees: [0, 0], mentors: [0], quotas: [3])
    let claim = AssignmentOutcome.optimal(Self.claim([(0, 0)], total: 3), .duals(priced))
    #expect(
      try Verdict(checking: claim, of: Self.problem(quotas: [excludes])).problems
        .contains(.price(.quota(0))))
  }

  @Test("names every broken rule with its place")
  func rules() throws {
    let two = Self.bounded(Self.claim([(0, 0), (1, 0)], total: 8))
    let one = Self.bounded(Self.claim([(1, 0)], total: 5))
    #expect(try Verdict(checking: two, of: Self.problem()).proof == .trusted)
    #expect(
      try Verdict(checking: two, of: Self.problem(capacity: 1)).problems
        == [.broken(.capacity(mentor: 0), count: 2)])
    #expect(
      try Verdict(checking: one, of: Self.problem(minimum: 2)).problems
        == [.broken(.minimum(mentor: 0), count: 1)])
    let none = Self.bounded(Self.claim([], total: 0))
    #expect(try Verdict(checking: none, of: Self.problem(minimum: 2)).accepted)
    #expect(
      try Verdict(checking: none, of: Self.problem(minimum: 2, minimumRule: .always)).problems
        == [.broken(.capacity(mentor: 0), count: 0), .broken(.minimum(mentor: 0), count: 0)])
    #expect(
      try Verdict(checking: one, of: Self.problem(coverage: .everyMentee)).problems
        == [.broken(.demand(mentee: 0), count: 0)])
    #expect(
      try Verdict(checking: one, of: Self.problem(coverage: .everyMentor)).problems
        == [.broken(.capacity(mentor: 0), count: 1)])
    let quota = Quota(name: "young", mentees: [0], atLeast: 1, atMost: 1)
    #expect(
      try Verdict(checking: one, of: Self.problem(quotas: [quota])).problems
        == [.broken(.quota(0), count: 0)])
    let pair = Pair(mentee: 0, mentor: 0)
    #expect(
      try Verdict(checking: one, of: Self.problem(fixed: [pair])).problems == [.fixedMissing(pair)])
    let foreign = Self.bounded(Self.claim([(1, 0), (7, -3)], total: 5))
    #expect(
      try Verdict(checking: foreign, of: Self.problem()).problems
        == [.notEligible(Pair(mentee: 7, mentor: -3))])
  }

  @Test("names sets and hours that are broken, with how many people or hours")
  func sideRules() throws {
    func verdict(
      _ pairs: [(Int, Int)], apart: [[Int]] = [], together: [[Int]] = [],
      hours: MentorHours = .unlimited
    ) throws -> [Verdict.Problem] {
      let problem = try AssignmentProblem(
        table: PairTable(complete: Array(repeating: 1, count: 6), menteeCount: 3, mentorCount: 2),
        mentors: [.init(capacity: 3), .init(capacity: 3)], apart: apart, together: together,
        hours: hours, coverage: .ignore)
      return Verdict(checking: Self.bounded(Self.claim(pairs, total: pairs.count)), of: problem)
        .problems
    }
    #expect(try verdict([(0, 0), (1, 1)], apart: [[0, 1]]) == [])
    #expect(
      try verdict([(0, 0), (1, 0), (2, 0)], apart: [[0, 1, 2]]) == [.broken(.apart(0), count: 3)])
    #expect(try verdict([(0, 0), (1, 0)], together: [[0, 1]]) == [])
    #expect(try verdict([(2, 0)], together: [[0, 1]]) == [])
    #expect(
      try verdict([(0, 0), (1, 1)], together: [[0, 1]])
        == [.broken(.together(0), count: 1), .broken(.together(0), count: 1)])
    let hours = MentorHours(
      limits: [0: 4], mentees: [0: 3], pairs: [Pair(mentee: 1, mentor: 0): 2])
    #expect(try verdict([(0, 0), (2, 0), (1, 1)], hours: hours) == [])
    #expect(
      try verdict([(0, 0), (1, 0)], hours: hours) == [.broken(.hours(mentor: 0), count: 5)])
  }

  @Test("a conflict of sets and hours is taken on trust, one without them is not")
  func sideConflicts() throws {
    let problem = try AssignmentProblem(
      table: PairTable(rows: [[1], [1]], mentorCount: 1), mentors: [.init(capacity: 2)],
      apart: [[0, 1]], hours: MentorHours(limits: [0: 1]), coverage: .everyMentee)
    for rule in [Rule.apart(0), .hours(mentor: 0)] {
      #expect(Verdict(checking: .infeasible(.conflict([rule])), of: problem).proof == .trusted)
    }
    for rule in [Rule.together(0), .apart(1), .hours(mentor: 1)] {
      #expect(
        Verdict(checking: .infeasible(.conflict([rule])), of: problem).problems
          == [.unknownRule(rule)])
    }
  }

  @Test("quotas that ask for nothing do not raise the coverage weight")
  func vacuousQuotas() throws {
    let problem = try AssignmentProblem(
      table: PairTable(rows: [[0, 9], [9, nil]], mentorCount: 2),
      mentors: [.init(capacity: 1), .init(capacity: 1)],
      quotas: [Quota(name: "nothing", mentees: [0], mentors: [1])], coverage: .first)
    let best = Self.claim([(0, 1), (1, 0)], total: 18)
    let prices = DualPrices(
      coverageWeight: 10, mentees: [19, 19], mentors: [0, 0], quotas: [0])
    #expect(Verdict(checking: .optimal(best, .duals(prices)), of: problem).accepted)
  }

  @Test("holds the best of a limit against its bound, coverage first where it comes first")
  func limits() throws {
    let best = Self.claim([(0, 0), (1, 0)], total: 8)
    let low = Objective(matched: 1, total: 9)
    #expect(
      try Verdict(checking: .limitReached(best, bound: low), of: Self.problem(coverage: .first))
        .problems == [.bound(low)])
    #expect(try Verdict(checking: .limitReached(best, bound: low), of: Self.problem()).accepted)
    #expect(try Verdict(checking: .limitReached(nil, bound: low), of: Self.problem()).accepted)
    #expect(
      try Verdict(checking: .optimal(best, .bound(low)), of: Self.problem()).problems
        == [.bound(low)])
  }

  @Test("prices of any size are judged, never a trap")
  func hugePrices() throws {
    let problem = try Self.problem(
      quotas: [Quota(name: "all", atMost: 2)], fixed: [Pair(mentee: 0, mentor: 0)])
    let best = Self.claim([(0, 0), (1, 0)], total: 8)
    for (u, v, q, w) in [
      (Int.max, Int.max, Int.max, Int.max), (.min, .min, .min, .min), (.max, .min, 0, 0),
      (.min, .max, .max, .min),
    ] {
      let prices = DualPrices(coverageWeight: w, mentees: [u, u], mentors: [v], quotas: [q])
      #expect(!Verdict(checking: .optimal(best, .duals(prices)), of: problem).accepted)
    }
    let right = DualPrices(coverageWeight: 0, mentees: [0, 1], mentors: [3], quotas: [1])
    #expect(Verdict(checking: .optimal(best, .duals(right)), of: problem).proof == .checked)
    let short = DualPrices(coverageWeight: 0, mentees: [0], mentors: [3], quotas: [1])
    #expect(
      Verdict(checking: .optimal(best, .duals(short)), of: problem).problems
        == [.priceCount(claimed: 1, expected: 2)])
  }

  @Test("asks for a coverage weight that outweighs all points")
  func coverageWeight() throws {
    let problem = try AssignmentProblem(
      table: PairTable(rows: [[0, 9], [9, nil]], mentorCount: 2),
      mentors: [.init(capacity: 1), .init(capacity: 1)], coverage: .first)
    let best = Self.claim([(0, 1), (1, 0)], total: 18)
    let prices = DualPrices(coverageWeight: 1, mentees: [10, 10], mentors: [0, 0])
    #expect(
      Verdict(checking: .optimal(best, .duals(prices)), of: problem).problems
        == [.coverageWeight(claimed: 1, required: 10)])
    let heavy = DualPrices(coverageWeight: 10, mentees: [19, 19], mentors: [0, 0])
    #expect(Verdict(checking: .optimal(best, .duals(heavy)), of: problem).accepted)
  }

  @Test("tightens the places of a Hall violator through nested quotas over whole mentors")
  func hallThroughQuotas() throws {
    let quotas = [
      Quota(name: "inner", mentors: [0, 1], atMost: 1),
      Quota(name: "outer", mentors: [0, 1, 2], atMost: 2),
    ]
    let problem = try AssignmentProblem(
      table: PairTable(complete: Array(repeating: 1, count: 9), menteeCount: 3, mentorCount: 3),
      mentors: [.init(capacity: 1), .init(capacity: 1), .init(capacity: 3)], quotas: quotas,
      coverage: .everyMentee)
    let hall = HallViolator(
      side: .mentees, mentees: [0, 1, 2], mentors: [0, 1, 2], needed: 3, places: 2)
    #expect(Verdict(checking: .infeasible(.hall(hall)), of: problem).proof == .checked)
  }

  @Test("mentors whose minimums exceed what the mentees can give")
  func hallOfMentors() throws {
    let problem = try Self.problem(capacity: 3, minimum: 3, minimumRule: .always)
    let hall = HallViolator(side: .mentors, mentees: [0, 1], mentors: [0], needed: 3, places: 2)
    #expect(Verdict(checking: .infeasible(.hall(hall)), of: problem).accepted)
    let open = try Self.problem(capacity: 3, minimum: 3)
    #expect(
      Verdict(checking: .infeasible(.hall(hall)), of: open).problems.contains(
        .witnessSide(.mentors)))
  }

  @Test("proves conflicts of fixed pairs and minimums by itself, trusts those of quotas")
  func conflicts() throws {
    let crowded = try Self.problem(
      capacity: 1, fixed: [Pair(mentee: 0, mentor: 0), Pair(mentee: 1, mentor: 0)])
    let rules: [Rule] = [.fixed(0), .fixed(1), .capacity(mentor: 0)]
    #expect(Verdict(checking: .infeasible(.conflict(rules)), of: crowded).proof == .checked)
    #expect(
      Verdict(checking: .infeasible(.conflict([.fixed(0)])), of: crowded).problems == [.noConflict])
    #expect(
      Verdict(checking: .infeasible(.conflict([.fixed(2)])), of: crowded).problems
        == [.unknownRule(.fixed(2))])
    // Three mentees, two mentors who each take two or nobody: everybody cannot be served.
    let torn = try AssignmentProblem(
      table: PairTable(complete: Array(repeating: 1, count: 6), menteeCount: 3, mentorCount: 2),
      mentors: [.init(capacity: 2, minimum: 2), .init(capacity: 2, minimum: 2)],
      coverage: .everyMentee)
    let both: [Rule] = [.minimum(mentor: 0), .minimum(mentor: 1)]
    #expect(Verdict(checking: .infeasible(.conflict(both)), of: torn).proof == .checked)
    #expect(
      Verdict(checking: .infeasible(.conflict([both[0]])), of: torn).problems == [.noConflict])
    // Rules that could be spared are no fault where nobody says that none can; a conflict must be there.
    #expect(Verdict(checking: .infeasible(.unisolated(both)), of: torn).proof == .checked)
    #expect(
      Verdict(checking: .infeasible(.unisolated([both[0]])), of: torn).problems == [.noConflict])
    let quotas = [
      Quota(name: "few", atMost: 1), Quota(name: "many", atLeast: 2),
      Quota(name: "half", mentees: [0], atLeast: 1),
    ]
    let bound = try Self.problem(quotas: quotas)
    for rules: [Rule] in [[.quota(0), .quota(1)], [.quota(1)], [.quota(0), .quota(2)]] {
      #expect(Verdict(checking: .infeasible(.conflict(rules)), of: bound).proof == .trusted)
    }
    // The rules beside the quota conflict by themselves, so nothing is left to trust.
    let needless = try Self.problem(
      capacity: 1, quotas: quotas, fixed: [Pair(mentee: 0, mentor: 0), Pair(mentee: 1, mentor: 0)])
    #expect(
      Verdict(checking: .infeasible(.conflict(rules + [.quota(0)])), of: needless).proof == .checked
    )
    #expect(
      Verdict(checking: .infeasible(.unisolated([.quota(0), .quota(1)])), of: bound).accepted)
  }

  @Test("the search of conflicts agrees with the oracle")
  func conflictOracle() throws {
    for seed in 0..<300 as Range<UInt64> {
      let problem = try AssignmentProblem.small(seed: seed)
      let rules =
        problem.mentors.indices.map { Rule.minimum(mentor: $0) }
        + problem.fixed.indices.map { Rule.fixed($0) }
      // Some minimal list of rules is a conflict exactly when the rules make the difference.
      let lists = (0..<(1 << rules.count)).map { bits in
        rules.indices.filter { bits >> $0 & 1 == 1 }.map { rules[$0] }
      }
      let bare = try AssignmentProblem(
        table: problem.table, demands: problem.demands,
        mentors: problem.mentors.map { MentorLimits(capacity: $0.capacity) },
        quotas: problem.quotas, coverage: problem.coverage)
      let isConflict = Oracle(problem).best == nil && Oracle(bare).best != nil
      let accepted = lists.filter {
        Verdict(checking: .infeasible(.conflict($0)), of: problem).accepted
      }
      #expect(!accepted.isEmpty == isConflict, "seed \(seed)")
      for one in accepted {
        let others = accepted.filter { $0 != one }
        #expect(!others.contains { Set($0).isSubset(of: one) }, "seed \(seed): \(one)")
      }
    }
  }
}

@Suite struct ThreadTests {
  @Test("the same verdict on any number of threads, with wrong pairs in canonical order")
  func threads() throws {
    let count = 60
    let costs = (0..<count * count).map { $0 * 37 % 101 }
    let problem = try AssignmentProblem(
      table: PairTable(complete: Points(costs).negated, menteeCount: count, mentorCount: count),
      mentors: Array(repeating: .init(capacity: 1), count: count), coverage: .everyMentee)
    let pairs = (0..<count).map { Pair(mentee: $0, mentor: $0) }
    let best = Assignment(
      pairs: pairs, objective: try #require(problem.objective(of: pairs)))
    for price in [0, 1 << 40, Int.max] {
      let prices = DualPrices(
        coverageWeight: 0, mentees: Array(repeating: -price, count: count),
        mentors: Array(repeating: 0, count: count))
      let claim = AssignmentOutcome.optimal(best, .duals(prices))
      let alone = Verdict(checking: claim, of: problem)
      let wrong = alone.problems.compactMap { problem in
        if case .reducedCost(let pair, _) = problem { pair } else { nil }
      }
      #expect(!wrong.isEmpty && wrong.count <= 1000)
      #expect(wrong == wrong.sorted())
      for threads in [2, 3, 100] {
        #expect(Verdict(checking: claim, of: problem, threads: threads) == alone)
      }
    }
  }
}
