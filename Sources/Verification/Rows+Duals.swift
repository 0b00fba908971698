import Problems

extension Rows {
  /// Holds prices against the definition of ``DualPrices``, for pairs known to be feasible.
  ///
  /// They prove the optimum of the problem *without* minimums that ask "nobody or enough": pairs that
  /// satisfy those too are then optimal with them all the more. Sums are of 128 bits, so that prices
  /// from a file may be any integers.
  func problems(of prices: DualPrices, _ pairs: [Pair]) -> [Verdict.Problem] {
    for (claimed, expected) in [
      (prices.mentees.count, problem.menteeCount), (prices.mentors.count, problem.mentorCount),
      (prices.quotas.count, problem.quotas.count),
    ] where claimed != expected { return [.priceCount(claimed: claimed, expected: expected)] }
    var problems: [Verdict.Problem] = []
    let required = requiredWeight
    let weight = Int128(prices.coverageWeight)
    if weight < required || (problem.coverage != .first && weight != 0) {
      problems.append(
        .coverageWeight(claimed: prices.coverageWeight, required: Int(clamping: required)))
    }
    let fixed = Set(problem.fixed)
    let free = pairs.filter { !fixed.contains($0) }
    let (counts, fixedCounts) = (counts(free), counts(problem.fixed))
    var sum: Int128 = 0
    for (row, price) in (prices.mentees + prices.mentors + prices.quotas).enumerated()
    where price != 0 {
      let bound = price > 0 ? uppers[row] : lowers[row]
      let left = bound.map { max(0, Int128($0) - Int128(fixedCounts[row])) }
      if left != Int128(counts[row]) { problems.append(.price(rule(of: row))) }
      sum &+= (left ?? 0) &* Int128(price)
    }
    let (wrong, slack) = reducedCosts(prices, free)
    let value = free.reduce(Int128(0)) { $0 + weight + Int128(problem.table.points(of: $1) ?? 0) }
    return problems + wrong + (sum &+ slack == value ? [] : [.dualSum])
  }

  /// The bound that ``AssignmentProblem/coverageWeight`` documents, recomputed.
  ///
  /// Quotas that are not nested sets of whole mentors break its argument of alternating paths: there
  /// one pair more may change all others, and the weight has to outweigh them together.
  private var requiredWeight: Int128 {
    let points = problem.table.points
    guard problem.coverage == .first, let smallest = points.min(), let largest = points.max() else {
      return 0
    }
    let isNetwork = QuotaForest(Array(problem.quotas.indices), problem) != nil
    let loads = problem.demands.reduce(0) { $0 + min($1, problem.mentorCount) }
    let length = Int128(isNetwork ? min(problem.menteeCount, problem.mentorCount) : loads)
    let loss = isNetwork ? -Int128(smallest) : length * max(0, -Int128(smallest))
    return max(0, (length - 1) * (Int128(largest) - Int128(smallest)) + loss + 1)
  }

  /// Checks every free eligible pair and sums w − u − v − q over the chosen, in canonical order.
  private func reducedCosts(
    _ prices: DualPrices, _ chosen: [Pair]
  ) -> (problems: [Verdict.Problem], sum: Int128) {
    var (problems, sum): ([Verdict.Problem], Int128) = ([], 0)
    var chosenEntries = chosen.compactMap(problem.table.entry(of:))[...]
    var fixedEntries = problem.fixed.compactMap(problem.table.entry(of:))[...]
    let (table, points) = (problem.table, problem.table.points)
    for mentee in 0..<problem.menteeCount {
      let base = Int128(prices.coverageWeight) - Int128(prices.mentees[mentee])
      for entry in table.entries(of: mentee) {
        if entry == fixedEntries.first {
          fixedEntries.removeFirst()
          continue
        }
        let mentor = table.mentor(of: entry, mentee: mentee)
        var slack = base + Int128(points[entry]) - Int128(prices.mentors[mentor])
        for (quota, price) in prices.quotas.enumerated()
        where isCounted(mentee: mentee, mentor: mentor, quota: quota) { slack -= Int128(price) }
        let isChosen = entry == chosenEntries.first
        if isChosen {
          chosenEntries.removeFirst()
          sum &+= slack
        }
        if isChosen ? slack < 0 : slack > 0 {
          problems.append(.reducedCost(Pair(mentee: mentee, mentor: mentor), isChosen: isChosen))
        }
      }
    }
    return (problems, sum)
  }
}
