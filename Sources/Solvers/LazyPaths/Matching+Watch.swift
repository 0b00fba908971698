extension Matching {
  /// Says where the search stands, from time to time, and asks whether to go on.
  ///
  /// - Returns: whether to stop.
  mutating func pause(_ phase: SolverProgress.Phase) -> Bool {
    if isCancelled { return true }
    if watch.isCancelled() {
      isCancelled = true
      return true
    }
    guard let report = watch.report, ContinuousClock.now >= nextReport else { return false }
    nextReport = ContinuousClock.now + .milliseconds(200)
    let matched = (0..<rows.count).count { rows.base[$0].column >= 0 }
    report(
      SolverProgress(
        phase: phase, matched: matched, needed: active.count, bound: totalBound(mayStay: true)))
    return false
  }

  /// A total of points no matching exceeds: what the present prices prove.
  ///
  /// - Parameter mayStay: whether rows may stay unmatched, for no points.
  /// - Returns: the bound, in points.
  /// - Complexity: O(rows · list size + columns).
  func totalBound(mayStay: Bool) -> Int {
    guard areListsBuilt else {
      let most = 0 - source.costRange.lowerBound
      return active.count * (mayStay ? max(0, most) : most)
    }
    var shift: Cost = 0
    for column in 0..<columns.count { shift = max(shift, prices.base[column]) }
    var bound = 0
    for column in 0..<columns.count {
      bound += Int(capacities[column]) * (shift &- prices.base[column]).whole
    }
    for row in active {
      let least = min(leastListedCost(of: Int(row)), rows.base[Int(row)].threshold)
      guard least < .unreached else { continue }
      let worth = 0 - (least &+ shift).whole
      bound += mayStay ? max(0, worth) : worth
    }
    return bound
  }
}
