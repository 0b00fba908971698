package import Problems

/// Top trading cycles: everybody points to the best who is left, and who stand in a circle get whom they point to.
///
/// ```swift
/// TopTradingCycles(market).pairs()  // no two mentees would exchange their mentors
/// ```
///
/// Mentees point to the best mentor with room, mentors to the mentee in the best place of those who still seek. With
/// equals put in an order and one mentor for each mentee, no assignment is better for one mentee and worse for none
/// (by the lists as they then stand), and no mentee gains by a false list; mentors may gain, and pairs may block.
/// Who seeks several mentors trades once for each: then neither is promised.
///
/// Source: L. Shapley, H. Scarf, "On cores and indivisibility", Journal of Mathematical Economics 1(1), 1974,
/// doi:10.1016/0304-4068(74)90033-0; A. Abdulkadiroğlu, T. Sönmez, "School choice: a mechanism design approach",
/// American Economic Review 93(3), 2003, doi:10.1257/000282803322157061.
package struct TopTradingCycles {
  private let market: RankedMarket

  /// - Parameter market: fixed pairs are not in the result.
  package init(_ market: RankedMarket) { self.market = market }

  /// Matches, with equals in canonical order or by the lots of a seed.
  ///
  /// - Returns: in canonical order.
  /// - Complexity: O(pairCount · log degree + Σ demand · the length of circles).
  package func pairs(tieLot: UInt64? = nil) -> [Pair] {
    var trade = Trade(MarketLists(market, TieOrder(seed: tieLot)))
    for mentee in 0..<market.menteeCount { trade.serve(mentee) }
    return trade.lists.people.pairs(trade.isChosen)
  }
}

/// Who still seeks, and how far down the lists everybody is.
private struct Trade {
  let lists: MarketLists
  private(set) var isChosen: [Bool]
  private var demands: [Int]
  private var capacities: [Int]
  private var nextOfMentees: [Int]
  private var nextOfMentors: [Int]
  /// The mentees of a path of pointers, each with the entry that it points with.
  private var path: [(mentee: Int, entry: Int)] = []
  private var isOnPath: [Bool]

  init(_ lists: MarketLists) {
    self.lists = lists
    isChosen = Array(repeating: false, count: lists.market.table.pairCount)
    (demands, capacities) = (lists.market.demands, lists.market.capacities)
    nextOfMentees = Array(lists.mentees.starts.dropLast())
    nextOfMentors = Array(lists.mentors.starts.dropLast())
    isOnPath = Array(repeating: false, count: lists.market.menteeCount)
  }

  /// Follows the pointers of a mentee, and closes every circle met, until it seeks no more.
  mutating func serve(_ mentee: Int) {
    while true {
      // A circle may have taken the last room of the mentor to whom the path before it leads.
      if let last = path.last, capacities[Int(lists.people.mentors[last.entry])] == 0 {
        isOnPath[last.mentee] = false
        path.removeLast()
      }
      let current = path.last.map { owner(ofMentorAt: $0.entry) } ?? mentee
      if isOnPath[current] {
        close(current)
      } else if let entry = pointer(of: current) {
        isOnPath[current] = true
        path.append((current, entry))
      } else {
        // It seeks no more. Whoever led here points to somebody else now.
        guard let last = path.popLast() else { return }
        isOnPath[last.mentee] = false
      }
    }
  }

  private mutating func pointer(of mentee: Int) -> Int? {
    guard demands[mentee] > 0 else { return nil }
    while nextOfMentees[mentee] < lists.mentees.starts[mentee + 1] {
      let entry = Int(lists.mentees.entries[nextOfMentees[mentee]])
      if capacities[Int(lists.people.mentors[entry])] > 0 { return entry }
      nextOfMentees[mentee] += 1
    }
    demands[mentee] = 0
    return nil
  }

  /// The mentee to whom the mentor of an entry points: at least the mentee of the entry seeks.
  private mutating func owner(ofMentorAt entry: Int) -> Int {
    let mentor = Int(lists.people.mentors[entry])
    while true {
      let mentee = Int(lists.people.mentees[Int(lists.mentors.entries[nextOfMentors[mentor]])])
      if demands[mentee] > 0 { return mentee }
      nextOfMentors[mentor] += 1
    }
  }

  private mutating func close(_ first: Int) {
    while let (mentee, entry) = path.popLast() {
      isOnPath[mentee] = false
      isChosen[entry] = true
      demands[mentee] -= 1
      capacities[Int(lists.people.mentors[entry])] -= 1
      nextOfMentees[mentee] += 1
      if mentee == first { return }
    }
  }
}
