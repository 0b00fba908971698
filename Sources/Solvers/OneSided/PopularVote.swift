package import Problems

/// The vote of the mentees on an assignment, against the rival that does best.
///
/// ```swift
/// PopularVote(market, on: pairs).result()?.margin  // 0: popular
/// ```
///
/// The best rival is itself a best assignment, of a problem whose points are votes: to a mentee who has a mentor a pair
/// is worth 2 in a better place, 1 in an equal one, 0 in a later one, as much as having none; to whoever has none
/// every pair is worth 1. The prices of that problem prove that no rival does better, for any assignment, whether an
/// algorithm found it or a person.
///
/// Source: P. Biró, R. W. Irving, D. F. Manlove, "Popular matchings in the marriage and roommates problems", CIAC 2010,
/// doi:10.1007/978-3-642-13073-1_10 (the vote as weights).
package struct PopularVote {
  package struct Result: Equatable, Sendable {
    /// By how many votes the best rival wins; 0 exactly when the assignment is popular.
    package let margin: Int
    /// The best rival, in canonical order.
    package let rival: [Pair]
    /// The problem whose best assignment the rival is, and the prices that prove it:
    /// its total − ``constant`` is the margin.
    package let problem: AssignmentProblem
    package let prices: DualPrices
    package let constant: Int
  }

  private let market: RankedMarket
  private let pairs: [Pair]

  /// - Parameters:
  ///   - market: whose mentees vote.
  ///   - pairs: of the market's table, no more than demands and capacities allow.
  package init(_ market: RankedMarket, on pairs: [Pair]) {
    (self.market, self.pairs) = (market, pairs)
  }

  /// Holds the vote.
  ///
  /// - Returns: `nil` where a mentee asks for several mentors: votes are about one each.
  /// - Complexity: a solve.
  package func result() -> Result? {
    guard market.demands.allSatisfy({ $0 <= 1 }), let problem,
      case .optimal(let best, .duals(let prices))? = try? AssignmentSolver().solve(problem)
    else { return nil }
    return Result(
      margin: best.objective.total - pairs.count, rival: best.pairs, problem: problem,
      prices: prices, constant: pairs.count)
  }

  private var problem: AssignmentProblem? {
    var own = [Int32?](repeating: nil, count: market.menteeCount)
    for pair in pairs {
      if let entry = market.table.entry(of: pair) {
        own[pair.mentee] = market.places.ofMentors[entry]
      }
    }
    var points: [Int] = []
    points.reserveCapacity(market.table.pairCount)
    market.table.forEachPair { pair, entry in
      let place = market.places.ofMentors[entry]
      points.append(own[pair.mentee].map { place < $0 ? 2 : place == $0 ? 1 : 0 } ?? 1)
    }
    // Points this small are never too large.
    return try? AssignmentProblem(
      table: market.table.replacingPoints(points), demands: market.demands,
      mentors: market.capacities.map { MentorLimits(capacity: $0) }, coverage: .ignore)
  }
}
