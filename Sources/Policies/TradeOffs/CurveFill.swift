import GLPKBackend
import Problems

/// The points of a re-match curve between two neighbouring corners.
struct CurveFill {
  private let given: TradeOffCase
  private let left: TradeOffCandidate
  private let right: TradeOffCandidate
  private let weights: TradeOffWeights
  private let approved: Set<Pair>
  private(set) var isStopped = false

  /// - Parameters:
  ///   - given: changes and points.
  ///   - left: the corner with fewer changes.
  ///   - right: the one with more points.
  init(_ given: TradeOffCase, _ left: TradeOffCandidate, _ right: TradeOffCandidate) {
    (self.given, self.left, self.right) = (given, left, right)
    weights = TradeOffWeights(between: left.worth, right.worth)
    approved = given.goals.approved
  }

  /// The best for every number of changes that gains something, fewest changes first.
  ///
  /// The bounds are those of the whole curve, and are found when they are needed first.
  ///
  /// - Throws: ``BackendError``.
  mutating func between(
    _ bounds: inout ChangeBounds?
  ) throws(BackendError) -> [TradeOffCandidate] {
    guard left.worth.first - right.worth.first > 1 else { return [] }
    let line = [left] + onLine() + [right]
    var costs: PairCosts?
    var found: [TradeOffCandidate] = []
    for (one, other) in zip(line, line.dropFirst()) {
      found += try below(one, other, &costs, &bounds)
      if other.worth != right.worth { found.append(other) }
    }
    return found
  }

  /// Points that are as good as the corners under their sum, fewest changes first.
  private func onLine() -> [TradeOffCandidate] {
    guard let network = given.network else { return [] }
    let exchanges = CornerExchanges(
      network.problem, from: left.pairs, to: right.pairs, approved: approved)
    return exchanges.between().sorted { $0.key < $1.key }.map { given.candidate($0.value) }
  }

  /// What lies under the line between two points of it, fewest changes first.
  private mutating func below(
    _ left: TradeOffCandidate, _ right: TradeOffCandidate, _ costs: inout PairCosts?,
    _ bounds: inout ChangeBounds?
  ) throws(BackendError) -> [TradeOffCandidate] {
    var found: [TradeOffCandidate] = []
    var next = right.worth.first + 1
    while next < left.worth.first, mayGain(next, over: left) {
      if costs == nil { costs = try pairCosts() }
      guard let prices = costs, let best = try best(next, from: left, prices, &bounds),
        best.worth.second > left.worth.second
      else { break }
      found.append(best)
      next = best.worth.first + 1
    }
    return found.reversed()
  }

  /// Whether the sum leaves room for more points than a point with fewer changes has.
  private func mayGain(_ kept: Int, over left: TradeOffCandidate) -> Bool {
    loss(TradeOffCandidate.Worth(first: kept, second: left.worth.second + 1)) >= 0
  }

  /// What a point loses against the corners under their sum.
  private func loss(_ worth: TradeOffCandidate.Worth) -> Int128 {
    weights.value(left.worth) - weights.value(worth)
  }

  /// Most points with no more changes than these, negated, and of those the fewest changes; `nil` = the search
  /// was stopped.
  private mutating func best(
    _ least: Int, from left: TradeOffCandidate, _ costs: PairCosts, _ bounds: inout ChangeBounds?
  ) throws(BackendError) -> TradeOffCandidate? {
    var shown = costs.few
    var limit = costs.limit(showing: shown)
    while true {
      let part = costs.problem(costingUpTo: limit)
      guard
        let found = try search(
          least, from: left, in: part.flatMap { bounds?.problem($0, changing: least) ?? $0 })
      else {
        isStopped = true
        return nil
      }
      // Whatever is better, or as good with fewer changes, loses no more than this.
      let loss = loss(.init(first: least, second: found.worth.second))
      if loss <= limit { return found }
      if bounds == nil, let network = given.network {
        bounds = try ChangeBounds(network, approved: approved, covers: given.covers)
      }
      // As a rule the next one loses far less than what is still possible.
      shown *= 2
      limit = min(loss, costs.limit(showing: shown))
    }
  }

  private func search(
    _ least: Int, from left: TradeOffCandidate, in problem: AssignmentProblem?
  ) throws(BackendError) -> TradeOffCandidate? {
    guard let problem,
      var chain = ProgramChain(problem, limits: given.limitsLeft, watch: given.watch)
    else { return nil }
    let table = problem.table
    if given.covers { chain.settle(left.pairs.count, of: table) }
    let lost = -least
    chain.addRow(
      approved.sorted().map { .init($0, 1) }, lower: approved.count - lost)
    chain.start(from: left.pairs)
    do {
      let points = ProgramChain.Measure { table.points(of: $0) ?? 0 }
      guard case .best(let pairs) = try chain.best(points) else { return nil }
      let found = given.candidate(pairs)
      // With fewer changes the sum would be better than the corners'.
      let fewer = TradeOffCandidate.Worth(
        first: found.worth.first + 1, second: found.worth.second)
      guard found.worth.second > left.worth.second, loss(fewer) >= 0 else { return found }
      let approved = approved
      let kept = ProgramChain.Measure { approved.contains($0) ? 1 : 0 }
      guard case .best(let pairs) = try chain.best(kept) else { return nil }
      return given.candidate(pairs)
    } catch .numbersTooLarge {
      // The corners stand without what is between them.
      return nil
    }
  }

  private func pairCosts() throws(BackendError) -> PairCosts? {
    guard let network = given.network else { return PairCosts(given.goals.problem) }
    let solved = try network.solve(weights)
    guard case .optimal(_, .duals(let prices)) = solved.outcome else { return nil }
    return PairCosts(network.problem, solved.problem, prices)
  }
}

/// What every pair of a problem costs at least in the prices of a sum.
private struct PairCosts {
  private let problem: AssignmentProblem
  /// By entry; `nil` = there are no prices.
  private let costs: [Int]?

  init(_ problem: AssignmentProblem) { (self.problem, costs) = (problem, nil) }

  /// - Parameters:
  ///   - problem: with the points.
  ///   - priced: the same pairs, with the sums for points.
  ///   - prices: of its optimum.
  init(_ problem: AssignmentProblem, _ priced: AssignmentProblem, _ prices: DualPrices) {
    self.problem = problem
    let mentorPrices = prices.mentorPrices(in: priced)
    var costs: [Int] = []
    costs.reserveCapacity(priced.table.pairCount)
    priced.table.forEachPair { pair, entry in
      costs.append(
        prices.mentees[pair.mentee] + mentorPrices[pair.mentor] - priced.table.points[entry]
          - prices.coverageWeight)
    }
    self.costs = costs
  }

  /// Two pairs for every mentee, where there are as many mentors.
  var few: Int { problem.menteeCount + problem.mentorCount }

  /// A cost that about so many pairs are not above.
  func limit(showing shown: Int) -> Int128 {
    guard let costs, shown < costs.count else { return .max }
    // Halving the range of costs is much less work than sorting them.
    var (low, high) = (0, max(0, costs.max() ?? 0))
    while low < high {
      let middle = low + (high - low) / 2
      if costs.count(where: { $0 <= middle }) > shown { high = middle } else { low = middle + 1 }
    }
    return Int128(high)
  }

  /// The problem without pairs that cost more; `nil` where it cannot be.
  func problem(costingUpTo limit: Int128) -> AssignmentProblem? {
    guard let costs, limit < .max else { return problem }
    let fixed = Set(problem.fixed)
    return try? problem.replacing(
      table: problem.table.mapped { pair, entry in
        Int128(costs[entry]) <= limit || fixed.contains(pair) ? problem.table.points[entry] : nil
      }.table)
  }
}

extension DualPrices {
  /// By mentor: with the prices of the quotas that count the mentor's pairs, all of them in a network.
  fileprivate func mentorPrices(in problem: AssignmentProblem) -> [Int] {
    var sums = mentors
    for (quota, price) in zip(problem.quotas, quotas) where price != 0 {
      for mentor in quota.mentors ?? Array(problem.mentors.indices) { sums[mentor] += price }
    }
    return sums
  }
}
