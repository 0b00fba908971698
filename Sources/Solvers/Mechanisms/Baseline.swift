package import Problems

/// What other policies are measured against: pairs taken one after the other while there is room.
///
/// ```swift
/// Baseline.greedy.pairs(of: market)        // the pair with most points first
/// Baseline.random(lot: 7).pairs(of: market)
/// ```
///
/// Of none can a pair be added, and that is all they promise; the pairs of ``greedy`` have at least half of the most
/// points where no points are negative.
///
/// Source: D. Avis, "A survey of heuristics for the weighted matching problem", Networks 13(4), 1983,
/// doi:10.1002/net.3230130404 (one half).
package enum Baseline: Equatable, Sendable {
  /// The pair with most points, then the next of those who still have room; equals in canonical order.
  case greedy
  /// Mentees in canonical order, each the mentors with most points of those who still have room.
  case firstCome
  /// Pairs in an order drawn by lot, equal for equal seeds.
  case random(lot: UInt64)

  /// Matches.
  ///
  /// - Parameter market: places are not looked at, fixed pairs are not in the result.
  /// - Returns: in canonical order.
  /// - Complexity: O(pairCount · log pairCount).
  package func pairs(of market: RankedMarket) -> [Pair] {
    let people = EntryPeople(market.table)
    var (demands, capacities) = (market.demands, market.capacities)
    var isChosen = [Bool](repeating: false, count: market.table.pairCount)
    for entry in order(market.table) {
      let (mentee, mentor) = (Int(people.mentees[entry]), Int(people.mentors[entry]))
      guard demands[mentee] > 0, capacities[mentor] > 0 else { continue }
      demands[mentee] -= 1
      capacities[mentor] -= 1
      isChosen[entry] = true
    }
    return people.pairs(isChosen)
  }

  private func order(_ table: PairTable) -> [Int] {
    let points = table.points
    func best(_ entries: Range<Int>) -> [Int] {
      entries.sorted { (points[$1], $0) < (points[$0], $1) }
    }
    switch self {
    case .greedy: return best(0..<table.pairCount)
    case .firstCome: return (0..<table.menteeCount).flatMap { best(table.entries(of: $0)) }
    case .random(let lot):
      var lots = LotSequence(seed: lot)
      return Array(0..<table.pairCount).shuffled(using: &lots)
    }
  }
}
