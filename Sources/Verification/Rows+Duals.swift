import Problems

extension Rows {
  /// Holds prices against the definition of ``DualPrices``, for pairs known to be feasible.
  ///
  /// They prove the optimum *without* minimums that ask "nobody or enough": pairs that satisfy those
  /// too are optimal all the more. Sums are of 128 bits: prices from a file may be any integers.
  func problems(of prices: DualPrices, _ pairs: [Pair]) -> [Verdict.Problem] {
    for (claimed, expected) in [
      (prices.mentees.count, problem.menteeCount), (prices.mentors.count, problem.mentorCount),
      (prices.quotas.count, problem.quotas.count),
    ] where claimed != expected { return [.priceCount(claimed: claimed, expected: expected)] }
    let (weight, required) = (prices.coverageWeight, requiredWeight)
    let isWrong = weight < required || (problem.coverage != .first && weight != 0)
    let rowPrices = prices.mentees + prices.mentors + prices.quotas
    return (isWrong ? [.coverageWeight(claimed: weight, required: Int(clamping: required))] : [])
      + wrongRows(rowPrices, pairs) + wrongPairs(rowPrices, Int128(weight), pairs)
  }

  /// The bound that ``AssignmentProblem/coverageWeight`` documents, recomputed.
  private var requiredWeight: Int128 {
    let points = problem.table.points
    guard problem.coverage == .first, !points.isEmpty else { return 0 }
    let (smallest, largest) = (Int128(points.min() ?? 0), Int128(points.max() ?? 0))
    // Under quotas of other kinds one pair more may change all others, not only those of a path.
    let isNetwork = areNested(Array(problem.quotas.indices))
    let loads = problem.demands.reduce(0) { $0 + min($1, problem.mentorCount) }
    let length = Int128(isNetwork ? min(problem.menteeCount, problem.mentorCount) : loads)
    let loss = isNetwork ? -smallest : length * max(0, -smallest)
    return max(0, (length - 1) * (largest - smallest) + loss + 1)
  }

  /// The rows with a price that do not stand at the bound of its sign.
  private func wrongRows(_ prices: [Int], _ chosen: [Pair]) -> [Verdict.Problem] {
    let (counts, fixedCounts) = (counts(chosen), counts(problem.fixed))
    var (problems, sum): ([Verdict.Problem], Int128) = ([], 0)
    for (row, price) in prices.enumerated() where price != 0 {
      let bound = (price > 0 ? uppers[row] : lowers[row]).map { max($0, fixedCounts[row]) }
      if bound != counts[row] { problems.append(.price(rules[row])) }
      sum &+= (Int128(bound ?? fixedCounts[row]) - Int128(counts[row])) &* Int128(price)
    }
    // The sum that ``DualPrices`` asks for, less the terms of the chosen pairs on both sides.
    return problems + (sum == 0 ? [] : [.dualSum])
  }

  /// The free eligible pairs whose w − u − v − q has the wrong sign.
  private func wrongPairs(_ prices: [Int], _ weight: Int128, _ pairs: [Pair]) -> [Verdict.Problem] {
    let fixed = Set(problem.fixed)
    var problems: [Verdict.Problem] = []
    var chosenLeft = pairs.filter { !fixed.contains($0) }[...]
    visitPairs(without: fixed) { pair, entry in
      var reduced = weight + Int128(problem.table.points[entry])
      visitRows(of: pair) { reduced -= Int128(prices[$0]) }
      let isChosen = pair == chosenLeft.first
      if isChosen { chosenLeft.removeFirst() }
      if isChosen ? reduced < 0 : reduced > 0 {
        problems.append(.reducedCost(pair, isChosen: isChosen))
      }
    }
    return problems
  }
}
