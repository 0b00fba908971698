extension Matching {
  enum End: Equatable {
    case matched
    /// This row cannot be matched, see ``SearchEnd/blocked``.
    case blocked(row: Int)
    /// The numbers outgrew their type.
    case exhausted
    case cancelled
  }

  /// Matches some rows at least cost.
  ///
  /// 1. *Prices.* Square problems begin with the least cost of each column, others with 0: the price of
  ///    a column that is not full in the end must be 0.
  /// 2. *Lists* of all rows at these prices.
  /// 3. *Auction*, in square problems whose costs leave room between the entries of a list: two phases,
  ///    each from an empty matching, the second with a fifteenth of the slack of the first. Where bids
  ///    go on and on (a *price war*, as in Machol and Wien's instances) the slack is scaled down from the
  ///    whole range of costs instead. Among ties slack only does harm: no auction.
  /// 4. *Row reduction*, twice, without slack.
  /// 5. *Shortest augmenting paths* for the rows that are left.
  ///
  /// - Parameters:
  ///   - active: the rows to match.
  ///   - strategy: what to do of 3 and 4.
  ///   - threads: how many build the lists.
  ///   - watch: who looks on.
  mutating func run(
    _ active: [Int32], strategy: AssignmentStrategy, threads: Int, watch: SolverWatch
  ) -> End {
    guard !active.isEmpty else { return .matched }
    let isSquare =
      isUnit && unmatchedCost == nil && active.count == rows.count && rows.count == columns.count
    if isSquare { lowerPrices(everyBlock: 1, threads: threads); floor = 0 }
    buildLists(
      size: isSquare ? 15 : 8, threads: threads, isCancelled: watch.isCancelled)
    if watch.isCancelled() { return .cancelled }
    var free = active
    if strategy != .paths {
      if isSquare {
        let slack = spacing * 0.15
        if strategy == .scaling || (strategy != .reduction && slack > 1) {
          auction(&free, slack: slack, isScaling: strategy == .scaling)
          free = active
        }
      }
      for _ in 0..<2 {
        let limit = free.count * 8 + 100
        if isUnit && unmatchedCost == nil {
          reduceRows(&free, slack: 0, limit: limit)
        } else {
          reduceRowsSharing(&free, limit: limit)
        }
      }
    }
    for row in free {
      if isExhausted { return .exhausted }
      if watch.isCancelled() { return .cancelled }
      if augment(from: Int(row)) == .blocked { return .blocked(row: Int(row)) }
    }
    return isExhausted ? .exhausted : .matched
  }

  /// The mean gap between neighbours of a list: the local scale of the costs.
  private var spacing: Double {
    var (sum, count) = (0.0, 0)
    for row in stride(from: 0, to: rows.count, by: max(1, rows.count / 500)) {
      let length = Int(rows.base[row].listCount)
      guard length > 1 else { continue }
      var (least, most) = (Cost.unreached, 0 &- Cost.unreached)
      for index in 0..<length {
        let entry = rows.base[row].list[index]
        let reduced = entry.cost &- prices.base[Int(entry.column)]
        least = min(least, reduced)
        most = max(most, reduced)
      }
      sum += Double((most &- least).whole) / Double(length - 1)
      count += 1
    }
    return count > 0 ? sum / Double(count) : 0
  }

  private mutating func auction(_ active: inout [Int32], slack: Double, isScaling: Bool) {
    let all = active
    var slack = slack
    var isWar = isScaling
    for _ in 0..<2 where !isWar {
      vacate()
      active = all
      isWar = reduceRows(&active, slack: Cost(whole: Int(slack)), limit: 40 * all.count)
      slack = max(1, slack / 15)
    }
    if isWar {
      let range = costRange
      var slack = range / 6
      while slack >= max(1, range * 1e-7), !isExhausted {
        vacate()
        active = all
        reduceRows(&active, slack: Cost(whole: Int(slack)), limit: .max)
        slack /= 6
      }
    }
    vacate()
  }

  /// The range of the reduced costs in some rows.
  private var costRange: Double {
    var range = 1.0
    for sample in 0..<4 {
      let row = sample * (rows.count - 1) / 3
      var (least, most) = (Cost.unreached, 0 &- Cost.unreached)
      for column in 0..<columns.count {
        let reduced = source.cost(row, column) &- prices.base[column]
        least = min(least, reduced)
        most = max(most, reduced)
      }
      range = max(range, Double((most &- least).whole))
    }
    return range
  }
}
