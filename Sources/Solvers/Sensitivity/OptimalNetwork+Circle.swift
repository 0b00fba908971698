package import Problems

// Every assignment loses, in the prices of the optimum, the sum of what its pairs cost and more: so those that lose
// little have only pairs that cost little.
extension OptimalNetwork {
  /// By entry: what choosing a pair costs at least; of chosen ones 0.
  var costs: [Int] {
    var costs = [Int](repeating: 0, count: network.table.pairCount)
    network.table.forEachPair { pair, entry in
      if !flow.isChosen(entry) { costs[entry] = reducedCost(pair, entry: entry) }
    }
    return costs
  }

  /// A cost that about so many pairs do not exceed; `nil` where that is most of them.
  ///
  /// - Complexity: O(pairCount).
  package func costQuantile(_ shown: Int) -> Int? {
    shown >= network.table.pairCount / 2 ? nil : costs.quantile(shown)
  }

  /// The problem with those pairs alone that cost no more, and some more.
  ///
  /// - Complexity: O(pairCount).
  package func problem(
    costingUpTo limit: Int, keeping pairs: [Pair]
  ) throws(ProblemError) -> AssignmentProblem {
    let kept = Set(best.pairs + problem.fixed + pairs)
    return try problem.replacing(
      table: problem.table.mapped { pair, entry in
        let isCheap = self.entry(of: pair).map { reducedCost(pair, entry: $0) <= limit } ?? true
        return isCheap || kept.contains(pair) ? problem.table.points[entry] : nil
      }.table)
  }
}

extension [Int] {
  /// About the number that so many are not above, from a sample.
  func quantile(_ shown: Int) -> Int {
    let step = Swift.max(1, count / 50_000)
    let sample = stride(from: 0, to: count, by: step).map { self[$0] }.sorted()
    return sample[Swift.min(sample.count - 1, shown / step)]
  }
}
