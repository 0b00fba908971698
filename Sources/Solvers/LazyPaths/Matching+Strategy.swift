extension Matching {
  enum End: Equatable {
    case matched
    /// This row cannot be matched, see ``SearchEnd/blocked``.
    case blocked(row: Int)
    /// The numbers outgrew their type.
    case exhausted
    case cancelled
  }

  /// How long lists are at first, and how many rows are asked for the first prices: what was fastest on
  /// the families of `benchmarks/assignment`, with little to choose between neighbours.
  private static var squareListSize: Int { 15 }
  private static var listSize: Int { 6 }
  private static var priceSample: Int { 2 }

  /// Matches some rows at least cost.
  ///
  /// 1. *Prices.* Square problems begin with the least costs of the columns in every second block of
  ///    rows, others with 0: the price of a column that is not full in the end must be 0.
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
  /// - Returns: why it ended.
  mutating func run(
    _ active: [Int32], strategy: AssignmentStrategy, threads: Int
  ) -> End {
    self.active = active
    guard !active.isEmpty else { return .matched }
    let isSquare =
      isUnit && unmatchedCost == nil && active.count == rows.count && rows.count == columns.count
    if isSquare {
      lowerPrices(everyBlock: source.isComplete ? Self.priceSample : 1, threads: threads)
    }
    areListsBuilt = buildLists(
      size: isSquare ? Self.squareListSize : Self.listSize, floor: crowdedFloor, threads: threads)
    isCancelled = !areListsBuilt
    if pause(.lists) { return .cancelled }
    var free = active
    if isSquare, strategy != .paths, strategy != .reduction {
      auction(&free, isScaling: strategy == .scaling)
    }
    for _ in 0..<(strategy == .paths ? 0 : 2) {
      let limit = free.count * 8 + 100
      if isUnit && unmatchedCost == nil {
        reduceRows(&free, slack: 0, limit: limit)
      } else {
        reduceRowsSharing(&free, limit: limit)
      }
    }
    for row in free {
      if isExhausted { return .exhausted }
      if pause(.paths) { return .cancelled }
      if augment(from: Int(row)) == .blocked { return .blocked(row: Int(row)) }
    }
    return isExhausted ? .exhausted : isCancelled ? .cancelled : .matched
  }

  /// The least reduced cost that is possible at all, where so few values are that many columns have it.
  private var crowdedFloor: Cost? {
    guard source.isComplete, let first = (columns.count > 0 ? prices.base[0] : nil),
      source.costRange.count / 8 < columns.count
    else { return nil }
    for column in 0..<columns.count where prices.base[column] != first { return nil }
    return Cost(whole: source.costRange.lowerBound) &- first
  }

  private mutating func auction(_ free: inout [Int32], isScaling: Bool) {
    let active = free
    var slack = spacing * 0.15
    guard isScaling || slack > 1 else { return }
    var isWar = isScaling
    for _ in 0..<2 where !isWar && !isCancelled {
      vacate()
      free = active
      isWar = reduceRows(&free, slack: Cost(whole: Int(slack)), limit: 40 * active.count)
      slack = max(1, slack / 15)
    }
    if isWar {
      let range = reducedRange()
      slack = range / 6
      var isHopeless = false
      while slack >= max(1, range * 1e-7), !isHopeless, !isExhausted, !isCancelled {
        vacate()
        free = active
        // Where not everybody can be matched, bids would never end.
        isHopeless = reduceRows(
          &free, slack: Cost(whole: Int(slack)), limit: 500 * active.count)
        slack /= 6
      }
    }
    vacate()
    free = active
  }

  /// The mean gap between neighbours of a list: the local scale of the costs.
  private var spacing: Double {
    var (sum, count) = (0.0, 0)
    for row in stride(from: 0, to: rows.count, by: max(1, rows.count / 500)) {
      let length = Int(rows.base[row].listCount)
      guard length > 1 else { continue }
      let range = rangeOfReducedCosts(rows.base[row].list, length)
      sum += range / Double(length - 1)
      count += 1
    }
    return count > 0 ? sum / Double(count) : 0
  }

  /// The range of the reduced costs of whole rows, by a sample of four.
  private mutating func reducedRange() -> Double {
    var range = 1.0
    for sample in 0..<4 {
      _ = source.shortList(
        sample * (rows.count - 1) / 3, size: columns.count, prices: prices.base, floor: nil,
        reaching: nil, &scratch)
      range = max(range, rangeOfReducedCosts(scratch.entries.base, scratch.count))
    }
    return range
  }

  private func rangeOfReducedCosts(
    _ entries: UnsafeMutablePointer<Entry<Cost>>, _ count: Int
  ) -> Double {
    guard count > 0 else { return 0 }
    var (least, most) = (Cost.unreached, 0 &- Cost.unreached)
    for index in 0..<count {
      let reduced = entries[index].cost &- prices.base[Int(entries[index].column)]
      least = min(least, reduced)
      most = max(most, reduced)
    }
    return Double((most &- least).whole)
  }
}
