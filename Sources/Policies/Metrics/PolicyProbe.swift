import Problems

/// What a policy's answer owes to chance and to candour: the policy is run again on markets that differ a little.
///
/// Some people are drawn by lot, and everything that each could say instead of the truth is tried, one person at a time.
public struct PolicyProbe: Sendable {
  /// One question about a policy.
  public enum Question: String, CaseIterable, Sendable {
    /// The share of the pairs that stand when all points are off by up to a tenth, and neighbours in lists change places one
    /// time in ten.
    case keptUnderNoise = "kept-under-noise"
    /// The share of the mentees asked who would have a better mentor had they named fewer.
    case truncationGain = "truncation-gain"
    /// The same, had they named another first.
    case promotionGain = "promotion-gain"
    /// The same, had they left nobody out.
    case unvetoGain = "unveto-gain"
    /// The share of the mentors asked who would have mentees they like better had they said they have one place less.
    case capacityGain = "capacity-gain"

    /// Whether less is better.
    public var isBetterSmaller: Bool { self != .keptUnderNoise }
  }

  /// So many perturbed markets.
  private static let drawCount = 5

  private let policy: any MatchingPolicy
  private let market: Market
  private let run: PolicyRun
  private let sampleSize: Int

  /// - Parameters:
  ///   - policy: what is asked about.
  ///   - market: the truth.
  ///   - run: how the policy is run each time.
  ///   - sampleSize: how many people of a side are asked at most.
  public init(
    _ policy: any MatchingPolicy, _ market: Market, _ run: PolicyRun, sampleSize: Int = 10
  ) {
    self.policy = policy
    self.market = market
    self.run = run
    self.sampleSize = sampleSize
  }

  /// The answers; what cannot be asked is not there: of lotteries, and where nobody has anything else to say.
  ///
  /// - Complexity: one run of the policy for each draw and for each thing that somebody could say instead.
  public func values() -> [Question: Double] {
    guard let truth = pairs(market) else { return [:] }
    var values: [Question: Double] = [:]
    for question in Question.allCases {
      values[question] =
        switch question {
        case .keptUnderNoise: keptUnderNoise(truth)
        case .truncationGain, .promotionGain, .unvetoGain: gain(question, truth)
        case .capacityGain: capacityGain(truth)
        }
    }
    return values
  }

  private func pairs(_ market: Market) -> [Pair]? {
    guard case .pairs(let pairs, _)? = try? policy.result(in: market, run) else { return nil }
    return pairs
  }

  private func keptUnderNoise(_ truth: [Pair]) -> Double? {
    guard !truth.isEmpty else { return nil }
    let draws = PerturbedDraws(market.problem, seed: run.seed)
    var shares: [Double] = []
    for draw in 0..<Self.drawCount {
      var generator = SeededGenerator(seed: run.seed, draw: draw + 1_000_000)
      let rankings = Rankings(
        mentees: market.rankings.mentees.map { $0.map { Self.shaken($0, &generator) } },
        mentors: market.rankings.mentors.map { $0.map { Self.shaken($0, &generator) } })
      guard let problem = try? draws.problem(ofDraw: draw),
        let pairs = pairs(changed(problem: problem, rankings: rankings))
      else { continue }
      shares.append(Double(Set(pairs).intersection(truth).count) / Double(truth.count))
    }
    return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
  }

  private static func shaken(
    _ tiers: Rankings.Tiers, _ generator: inout SeededGenerator
  ) -> Rankings.Tiers {
    var tiers = tiers
    for index in tiers.indices.dropFirst() where generator.next() % 10 == 0 {
      tiers.swapAt(index - 1, index)
    }
    return tiers
  }

  private func changed(
    problem: AssignmentProblem? = nil, rankings: Rankings? = nil
  ) -> Market {
    Market(
      problem ?? market.problem, rankings: rankings ?? market.rankings, preferences: .rankings,
      groups: market.groups, approved: market.data.approved, waiting: market.data.waiting)
  }
}

// What mentees could say.
extension PolicyProbe {
  private func gain(_ question: Question, _ truth: [Pair]) -> Double? {
    let places = Places(market.problem.table, market.rankings)
    let candidates = market.rankings.mentees.indices.filter { mentee in
      market.problem.demands[mentee] == 1 && market.rankings.mentees[mentee] != nil
    }
    var (asked, gained) = (0, 0)
    for mentee in sample(candidates) {
      guard let tiers = market.rankings.mentees[mentee] else { continue }
      let own = place(of: mentee, truth, places)
      let lies = lies(question, mentee, tiers, own: own)
      guard !lies.isEmpty else { continue }
      asked += 1
      let isBetter = lies.contains { lie in
        var mentees = market.rankings.mentees
        mentees[mentee] = lie
        let rankings = Rankings(mentees: mentees, mentors: market.rankings.mentors)
        return pairs(changed(rankings: rankings)).map {
          place(of: mentee, $0, places) < own
        } ?? false
      }
      if isBetter { gained += 1 }
    }
    return asked == 0 ? nil : Double(gained) / Double(asked)
  }

  /// The true place of what a mentee has; nothing, or somebody not listed, is worse than all places.
  private func place(of mentee: Int, _ pairs: [Pair], _ places: Places) -> Int32 {
    pairs.first { $0.mentee == mentee }
      .flatMap { market.problem.table.entry(of: $0).map { places.ofMentors[$0] } } ?? .max
  }

  private func lies(
    _ question: Question, _ mentee: Int, _ tiers: Rankings.Tiers, own: Int32
  ) -> [Rankings.Tiers] {
    // To gain is to have somebody from before one's own place.
    let before = min(tiers.count, own == .max ? tiers.count : Int(own) - 1)
    switch question {
    case .truncationGain:
      return (0..<before).filter { $0 + 1 < tiers.count }.map { Array(tiers.prefix($0 + 1)) }
    case .promotionGain:
      return (0..<before).dropFirst().map { index in
        [tiers[index]] + tiers.indices.filter { $0 != index }.map { tiers[$0] }
      }
    case .unvetoGain:
      let table = market.problem.table
      let left = table.entries(of: mentee).map { table.mentor(of: $0, mentee: mentee) }
        .filter { mentor in !tiers.contains { $0.contains(mentor) } }
      return left.isEmpty || before == 0 ? [] : [tiers + [left]]
    case .keptUnderNoise, .capacityGain: return []
    }
  }

  /// Some of all, by the lots of the seed.
  private func sample(_ people: [Int]) -> [Int] {
    var generator = SeededGenerator(seed: run.seed, draw: 2_000_000)
    return Array(people.shuffled(using: &generator).prefix(sampleSize))
  }
}

// What mentors could say.
extension PolicyProbe {
  private func capacityGain(_ truth: [Pair]) -> Double? {
    let places = Places(market.problem.table, market.rankings)
    func liked(_ mentor: Int, _ pairs: [Pair]) -> [Int32] {
      pairs.filter { $0.mentor == mentor }
        .compactMap { market.problem.table.entry(of: $0).map { places.ofMentees[$0] } }.sorted()
    }
    let limits = market.problem.mentors
    let candidates = limits.indices.filter { limits[$0].capacity > 1 }
    var (asked, gained) = (0, 0)
    for mentor in sample(candidates) {
      var mentors = limits
      mentors[mentor] = MentorLimits(
        capacity: limits[mentor].capacity - 1, minimum: limits[mentor].minimum)
      guard let problem = try? market.problem.replacing(mentors: mentors),
        let pairs = pairs(changed(problem: problem))
      else { continue }
      asked += 1
      let (before, after) = (liked(mentor, truth), liked(mentor, pairs))
      // The best that both have, one by one.
      let compared = zip(after, before)
      if compared.allSatisfy({ $0 <= $1 }), compared.contains(where: { $0 < $1 }) { gained += 1 }
    }
    return asked == 0 ? nil : Double(gained) / Double(asked)
  }
}
