public import Problems

/// A solved problem that says what a change would cost, without solving again.
///
/// ```swift
/// let network = OptimalNetwork(problem, best: best, prices: prices)
/// network?.exchange(locking: Pair(mentee: 3, mentor: 7))?.change  // 4 points fewer
/// ```
///
/// In the residual network of an optimum no cycle gains. To choose one pair more is to send a unit round
/// the cheapest cycle through it; to give one up, round the cheapest cycle through its reverse arc; a
/// place more is an arc more. With the prices of the optimum every arc costs 0 or more, so each of these
/// is one shortest path by Dijkstra's algorithm, and one search from a person answers for all their pairs.
///
/// Source: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, *Network Flows*, 1993, §§ 9.11, 3.5.
public struct OptimalNetwork: Sendable {
  public let problem: AssignmentProblem
  public let best: Assignment
  let flow: NetworkFlow
  /// By node: along every arc with room, cost + potential[from] − potential[to] ≥ 0.
  let potentials: [Int]

  var network: AssignmentNetwork { flow.network }

  /// Takes an optimum with its proof.
  ///
  /// - Returns: `nil` where the problem is no network, the pairs break a rule or the prices are not its own.
  /// - Complexity: O(pairCount).
  public init?(_ problem: AssignmentProblem, best: Assignment, prices: DualPrices) {
    guard let flow = NetworkFlow(of: best.pairs, in: problem),
      flow.balance.allSatisfy({ $0 == 0 }),
      let potentials = flow.network.potentials(from: prices)
    else { return nil }
    self.problem = problem
    self.best = best
    self.flow = flow
    self.potentials = potentials
  }

  /// The entry of a free pair; `nil` for pairs that are fixed or not eligible.
  func entry(of pair: Pair) -> Int? { network.table.entry(of: pair) }

  func node(ofMentor mentor: Int) -> Int { network.firstMentor + mentor }

  var search: ExchangeSearch { ExchangeSearch(nodeCount: network.nodeCount) }

  /// What distances are multiplied by so that fewer pairs break ties; 1 where they are too large for it.
  var scale: Int {
    let range = problem.table.points.range
    let pair = network.coverageWeight + max(abs(range.lowerBound), abs(range.upperBound))
    let span = (potentials.max() ?? 0) - (potentials.min() ?? 0)
    let (way, overflow) = (2 * network.nodeCount).multipliedReportingOverflow(by: pair)
    let largest = Int.max / 8 / (network.nodeCount + 1)
    return !overflow && way < largest && span < largest ? 2 * network.nodeCount + 1 : 1
  }

  /// The reduced cost of a pair that is not chosen: what choosing it costs at least, coverage included.
  func reducedCost(_ pair: Pair, entry: Int) -> Int {
    potentials[pair.mentee] - potentials[node(ofMentor: pair.mentor)] - network.coverageWeight
      - network.points[entry]
  }
}

extension AssignmentNetwork {
  /// What a pair adds to the value.
  func worth(of entry: Int) -> ObjectiveChange {
    ObjectiveChange(matched: 1, total: points[entry])
  }

  /// The potentials that prices are, with the hub at 0; `nil` where the prices are of another problem.
  func potentials(from prices: DualPrices) -> [Int]? {
    guard prices.mentees.count == menteeCount, prices.mentors.count == mentorCount,
      prices.coverageWeight == coverageWeight
    else { return nil }
    let own =
      prices.mentors
      + (0..<quotaCount).map {
        prices.quotas.indices.contains($0) ? prices.quotas[$0] : 0
      }
    var potentials = prices.mentees + own.map { _ in 0 } + [0]
    var pending = [hub]
    while let node = pending.popLast() {
      for child in children(of: node) {
        potentials[child] = potentials[node] - own[child - firstMentor]
        if child >= firstQuota { pending.append(child) }
      }
    }
    return potentials
  }
}
