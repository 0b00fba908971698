package import Problems

/// Serial dictatorship: one mentee after the other takes the best of what is left.
///
/// ```swift
/// SerialDictatorship(market).pairs(order: [2, 0, 1])  // mentee 2 chooses first
/// SerialDictatorship(market).pairs(orderLot: 7)       // the order is drawn by lot
/// ```
///
/// Mentors' wishes count only in who is acceptable. With equals put in an order no assignment is better for one mentee
/// and worse for none (by the lists as they then stand), and no mentee gains by a false list; where a mentee takes
/// several mentors, the whole turn comes at once, and both still hold. Before the order is drawn, equal lists have
/// equal chances.
///
/// Source: A. Abdulkadiroğlu, T. Sönmez, "Random serial dictatorship and the core from random endowments in house
/// allocation problems", Econometrica 66(3), 1998, doi:10.2307/2998580.
package struct SerialDictatorship {
  private let market: RankedMarket
  private let people: EntryPeople
  private let lists: StrictLists

  /// - Parameters:
  ///   - market: fixed pairs are not in the result.
  ///   - tieLot: equals by the lots of this seed; `nil` = in canonical order.
  /// - Complexity: O(pairCount · log degree).
  package init(_ market: RankedMarket, tieLot: UInt64? = nil) {
    self.market = market
    people = EntryPeople(market.table)
    lists = StrictLists(
      of: .mentees, market.table, people, places: market.places.ofMentors,
      ties: TieOrder(seed: tieLot))
  }

  /// Matches in an order.
  ///
  /// - Parameter order: who chooses first, second, …; whoever is not named chooses afterwards, in canonical order.
  /// - Returns: in canonical order.
  /// - Complexity: O(pairCount).
  package func pairs(order: [Int] = []) -> [Pair] {
    var capacities = market.capacities
    var isChosen = [Bool](repeating: false, count: market.table.pairCount)
    var hasChosen = [Bool](repeating: false, count: market.menteeCount)
    for mentee in [order, Array(0..<market.menteeCount)].joined() where !hasChosen[mentee] {
      hasChosen[mentee] = true
      var demand = market.demands[mentee]
      for entry in lists[mentee] where demand > 0 {
        let mentor = Int(people.mentors[Int(entry)])
        guard capacities[mentor] > 0 else { continue }
        capacities[mentor] -= 1
        demand -= 1
        isChosen[Int(entry)] = true
      }
    }
    return people.pairs(isChosen)
  }

  /// Matches in an order drawn by lot, equal for equal seeds.
  ///
  /// - Returns: in canonical order.
  /// - Complexity: O(pairCount).
  package func pairs(orderLot: UInt64) -> [Pair] {
    var lots = LotSequence(seed: orderLot)
    return pairs(order: Array(0..<market.menteeCount).shuffled(using: &lots))
  }
}
