package import Problems

/// All stable assignments of a market, up to a limit.
///
/// ```swift
/// let all = StableMatchings(market).all(limit: 1000)
/// all.isComplete  // whether there are no others
/// StableMatchings(market).best(.egalitarian, limit: 1000)
/// ```
///
/// With equals put in an order, every stable assignment comes from the best one for mentees by *rotations*: mentees in
/// a circle, each of whom takes the mentor who would leave the next. With equals kept, or where mentees ask for several
/// mentors, pair after pair is taken or left (weak stability).
///
/// Source: D. Gusfield, R. W. Irving, *The Stable Marriage Problem: Structure and Algorithms*, MIT Press 1989;
/// R. W. Irving, P. Leather, D. Gusfield, "An efficient algorithm for the “optimal” stable marriage", J. ACM 34(3), 1987,
/// doi:10.1145/28869.28871 (goals).
package struct StableMatchings {
  /// What is done about equals.
  package enum Equals: Equatable, Sendable {
    /// They stand in canonical order, or by the lots of a seed.
    case ordered(lot: UInt64?)
    case kept
  }

  package struct Answer: Equatable, Sendable {
    /// Mentees' lists decide the order: the first is the best for mentee 0, of these for mentee 1, and so on.
    package let assignments: [[Pair]]
    /// Whether there are no others.
    package let isComplete: Bool
  }

  let market: RankedMarket
  private let equals: Equals
  private let people: EntryPeople

  /// How many decisions one assignment is worth where pairs are taken or left.
  private static let nodesPerAssignment = 1000

  /// - Parameters:
  ///   - market: fixed pairs are not in the result.
  ///   - equals: what is done about them.
  package init(_ market: RankedMarket, equals: Equals = .ordered(lot: nil)) {
    (self.market, self.equals) = (market, equals)
    people = EntryPeople(market.table)
  }

  /// At most `limit` stable assignments.
  ///
  /// - Complexity: O(limit · (pairCount + *r* · menteeCount)) for *r* rotations open at a time; with equals kept at most
  ///   1000 · limit decisions.
  package func all(limit: Int) -> Answer {
    guard limit > 0 else { return Answer(assignments: [], isComplete: false) }
    guard case .ordered(let lot) = equals else { return searched(nil, limit) }
    let lists = MarketLists(market, TieOrder(seed: lot))
    guard market.demands.allSatisfy({ $0 <= 1 }) else {
      return searched((lists.mentees.positions, lists.mentors.positions), limit)
    }
    var rotations = RotationWalk(lists, DeferredAcceptance(market).pairs(tieLot: lot))
    let isComplete = rotations.run(limit: limit)
    let found = rotations.found.map { entries in entries.compactMap { $0.map(people.pair) } }
    return sorted(found, places: lists.mentees.positions, isComplete)
  }

  private func searched(
    _ places: (ofMentors: [Int32], ofMentees: [Int32])?, _ limit: Int
  ) -> Answer {
    var search = StableSearch(market, .weak, places: places)
    let answer = search.run(limit: limit, nodeLimit: Self.nodesPerAssignment * limit)
    return sorted(
      answer.found, places: places?.ofMentors ?? market.places.ofMentors, answer.isComplete)
  }

  private func sorted(_ found: [[Pair]], places: [Int32], _ isComplete: Bool) -> Answer {
    func standing(_ pairs: [Pair]) -> [Int32] {
      var best = [[Int32]](repeating: [], count: market.menteeCount)
      for pair in pairs {
        if let entry = market.table.entry(of: pair) { best[pair.mentee].append(places[entry]) }
      }
      return zip(best, market.demands).flatMap { best, demand in
        best.sorted() + repeatElement(.max, count: min(demand, market.mentorCount) - best.count)
      }
    }
    let keyed = found.map { (pairs: $0, key: standing($0)) }
    let order = keyed.sorted { one, other in
      one.key != other.key
        ? one.key.lexicographicallyPrecedes(other.key)
        : one.pairs.lexicographicallyPrecedes(other.pairs)
    }
    return Answer(assignments: order.map(\.pairs), isComplete: isComplete)
  }
}
