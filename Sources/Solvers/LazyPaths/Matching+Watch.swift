extension Matching {
  /// Says where the search stands, from time to time, and asks whether to go on.
  ///
  /// - Returns: whether to stop.
  mutating func pause(_ phase: MatchingProgress.Phase) -> Bool {
    if isCancelled { return true }
    if watch.isCancelled() {
      isCancelled = true
      return true
    }
    guard let report = watch.report, ContinuousClock.now >= nextReport else { return false }
    nextReport = ContinuousClock.now + watch.interval
    let matched = (0..<rows.count).count { rows.base[$0].column >= 0 }
    report(
      .matching(
        MatchingProgress(
          phase: phase, matched: matched, needed: active.count, bound: totalBound)))
    return false
  }

  /// A total of points that no answer exceeds, fixed pairs included: what the present prices prove.
  ///
  /// - Complexity: O(rows · list size + columns).
  var totalBound: Int {
    // Prices, along one path, fit their type; the sum of all of them may not.
    var bound = Int128(fixedTotal)
    func add(_ worth: Int) { bound += Int128(mustMatchAll ? worth : max(0, worth)) }
    guard areListsBuilt else {
      for _ in active { add(0 - source.costRange.lowerBound) }
      return Int(clamping: bound)
    }
    var shift: Cost = 0
    for column in 0..<columns.count { shift = max(shift, prices.base[column]) }
    for column in 0..<columns.count {
      bound += Int128(capacities[column]) * Int128((shift &- prices.base[column]).whole)
    }
    for row in active {
      let least = min(leastListedCost(of: Int(row)), rows.base[Int(row)].threshold)
      guard least < .unreached else { continue }
      add(0 - (least &+ shift).whole)
    }
    return Int(clamping: bound)
  }
}
