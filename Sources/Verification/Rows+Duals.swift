import Problems

extension Rows {
  /// Holds prices against the definition of ``DualPrices``, for pairs known to be feasible.
  ///
  /// They prove the optimum *without* "nobody or enough", sets of mentees and hours: pairs that satisfy
  /// those too are optimal all the more. Sums are of 128 bits: prices from a file may be any integers.
  func problems(of prices: DualPrices, _ pairs: [Pair], threads: Int) -> [Verdict.Problem] {
    for (claimed, expected) in [
      (prices.mentees.count, problem.menteeCount), (prices.mentors.count, problem.mentorCount),
      (prices.quotas.count, problem.quotas.count),
    ] where claimed != expected { return [.priceCount(claimed: claimed, expected: expected)] }
    let rowPrices = prices.mentees + prices.mentors + prices.quotas
    let (weight, required) = (prices.coverageWeight, requiredWeight)
    let isWrong = weight < required || (problem.coverage != .first && weight != 0)
    return (isWrong ? [.coverageWeight(claimed: weight, required: Int(clamping: required))] : [])
      + wrongRows(rowPrices, pairs) + wrongPairs(rowPrices, weight, pairs, threads: threads)
  }

  /// The bound that ``AssignmentProblem/coverageWeight`` documents, recomputed.
  private var requiredWeight: Int128 {
    let points = problem.table.points
    guard problem.coverage == .first, !points.isEmpty else { return 0 }
    // Found again from the cells.
    let range = Points(points.cells, isNegated: points.isNegated).range
    let (smallest, largest) = (Int128(range.lowerBound), Int128(range.upperBound))
    // Under quotas of other kinds one pair more may change all others, not only those of a path.
    let isNetwork = problem.areNested(Array(problem.quotas.indices))
    let loads = problem.demands.reduce(0) { $0 + min($1, problem.mentorCount) }
    let length = Int128(isNetwork ? min(problem.menteeCount, problem.mentorCount) : loads)
    let loss = isNetwork ? -smallest : length * max(0, -smallest)
    return max(0, (length - 1) * (largest - smallest) + loss + 1)
  }

  /// The rows with a price that do not stand at the bound of its sign; if all do, the sums are equal.
  private func wrongRows(_ prices: [Int], _ chosen: [Pair]) -> [Verdict.Problem] {
    let (counts, fixedCounts) = (counts(chosen), counts(problem.fixed))
    return prices.indices.filter { row in
      let bound = (prices[row] > 0 ? uppers[row] : lowers[row]).map { max($0, fixedCounts[row]) }
      return prices[row] != 0 && bound != counts[row]
    }.map { .price(rules[$0]) }
  }

  /// The first 1000 free eligible pairs whose w − u − v − q has the wrong sign.
  private func wrongPairs(
    _ prices: [Int], _ weight: Int, _ pairs: [Pair], threads: Int
  ) -> [Verdict.Problem] {
    let fixed = Set(problem.fixed)
    let (chosen, limit) = (Set(pairs).subtracting(fixed), pairs.count + fixed.count + 1000)
    let price = { (pair: Pair) in
      var price = -Int128(weight)
      visitRows(of: pair) { price += Int128(prices[$0]) }
      return price
    }
    var above: [Pair] = []
    if members.indices.allSatisfy({ prices[row(quota: $0)] == 0 || problem.areNested([$0]) }) {
      // A mentor costs every mentee the same; the own price counts in all of them.
      let own = problem.demands.indices.map { Int128(prices[$0]) - Int128(prices.first ?? 0) }
      let others = problem.mentors.indices.map { price(Pair(mentee: 0, mentor: $0)) }
      above = problem.table.pairs(
        aboveMentees: own, mentors: others, atMost: limit, threads: threads)
    } else {
      problem.table.forEachPair { pair, entry in
        guard above.count < limit, Int128(problem.table.points[entry]) > price(pair) else { return }
        above.append(pair)
      }
    }
    let dear = chosen.filter { Int128(problem.table.points(of: $0) ?? 0) < price($0) }
    return dear.union(above.filter { !chosen.contains($0) && !fixed.contains($0) })
      .sorted().prefix(1000).map { .reducedCost($0, isChosen: chosen.contains($0)) }
  }
}
