package import Problems

/// Immediate acceptance, the Boston mechanism: first choices are settled for good, then second choices, and so on.
///
/// ```swift
/// ImmediateAcceptance(market).pairs()
/// ```
///
/// In round *k* whoever still seeks asks the *k*-th of the list, and mentors with room take the best placed of those
/// who ask. With equals put in an order and one mentor for each mentee, no assignment is better for one mentee and
/// worse for none (by the lists as they then stand). Pairs may block, and false lists pay.
///
/// Source: A. Abdulkadiroğlu, T. Sönmez, "School choice: a mechanism design approach", American Economic Review 93(3),
/// 2003, doi:10.1257/000282803322157061.
package struct ImmediateAcceptance {
  private let market: RankedMarket

  /// - Parameter market: fixed pairs are not in the result.
  package init(_ market: RankedMarket) { self.market = market }

  /// Matches, with equals in canonical order or by the lots of a seed.
  ///
  /// - Returns: in canonical order.
  /// - Complexity: O(pairCount · log degree).
  package func pairs(tieLot: UInt64? = nil) -> [Pair] {
    let lists = MarketLists(market, TieOrder(seed: tieLot))
    let standing = lists.mentors.positions
    var (demands, capacities) = (market.demands, market.capacities)
    var isChosen = [Bool](repeating: false, count: market.table.pairCount)
    var seeking = demands.indices.filter { demands[$0] > 0 }
    var round = 0
    while !seeking.isEmpty {
      seeking = seeking.filter { demands[$0] > 0 && round < lists.mentees[$0].count }
      let asked = seeking.map { Int(lists.mentees.entries[lists.mentees.starts[$0] + round]) }
      for entry in asked.sorted(by: { standing[$0] < standing[$1] }) {
        let (mentee, mentor) = (Int(lists.people.mentees[entry]), Int(lists.people.mentors[entry]))
        guard capacities[mentor] > 0 else { continue }
        capacities[mentor] -= 1
        demands[mentee] -= 1
        isChosen[entry] = true
      }
      round += 1
    }
    return lists.people.pairs(isChosen)
  }
}
