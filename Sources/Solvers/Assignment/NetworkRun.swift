import Problems

/// One run of successive shortest paths: a flow, its potentials and the search.
///
/// Invariant: along every arc with room, cost + potential[from] − potential[to] ≥ 0.
struct NetworkRun {
  enum End {
    case complete
    case cancelled
    /// By node: what the node with too much reaches; no place with too little is among it.
    case blocked(reached: [Bool])
  }

  private(set) var flow: NetworkFlow
  private var potentials: [Int]
  private var search: PathSearch

  /// Starts from the prices that every mentee would pay alone.
  ///
  /// - Complexity: O(pairCount).
  init(_ network: AssignmentNetwork) {
    let table = network.table
    var potentials = [Int](repeating: 0, count: network.nodeCount)
    var start = network.lower
    for mentee in 0..<network.menteeCount {
      let mustBeServed = network.lower[mentee] == network.upper[mentee]
      var best = mustBeServed ? Int.min : 0
      for entry in table.entries(of: mentee) {
        best = max(best, network.coverageWeight + network.points[entry])
      }
      potentials[mentee] = best == Int.min ? 0 : best
      if best > 0 { start[mentee] = network.upper[mentee] }
    }
    flow = NetworkFlow(network, flow: start)
    self.potentials = potentials
    search = PathSearch(nodeCount: network.nodeCount)
  }

  /// Sends everything that is too much, mentees first, then the quotas and the hub.
  mutating func finish(isCancelled: () -> Bool) -> End {
    for node in 0..<flow.network.nodeCount {
      while flow.balance[node] > 0 {
        if isCancelled() { return .cancelled }
        guard search.augment(from: node, in: &flow, potentials: &potentials) else {
          return .blocked(reached: search.reached)
        }
      }
    }
    return .complete
  }

  /// The prices that the potentials are, once the run is complete.
  var prices: DualPrices { DualPrices(potentials: potentials, of: flow) }

  func assignment(of problem: AssignmentProblem) -> Assignment { flow.assignment(of: problem) }

  /// What is chosen so far, where mentees may stay unmatched and nobody has a lower bound.
  func partialAssignment(of problem: AssignmentProblem) -> Assignment? {
    guard flow.network.lower.allSatisfy({ $0 == 0 }) else { return nil }
    return assignment(of: problem)
  }
}

extension NetworkFlow {
  /// The chosen pairs with the fixed ones, and their value.
  func assignment(of problem: AssignmentProblem) -> Assignment {
    let pairs = problem.fixed + chosenPairs
    var total = 0
    for pair in pairs { total += problem.table.points(of: pair) ?? 0 }
    return Assignment(pairs: pairs, objective: .init(matched: pairs.count, total: total))
  }
}

extension DualPrices {
  /// Reads prices off potentials, with the hub at 0.
  ///
  /// A price below 0 of somebody without pairs may rise to 0: no chosen pair pays it, and the others
  /// only become less attractive. So negative prices are left only where a lower bound asks for them.
  init(potentials: [Int], of flow: NetworkFlow) {
    let network = flow.network
    let prices = (0..<network.hub).map { node -> Int in
      let price =
        node < network.menteeCount
        ? potentials[node] - potentials[network.hub]
        : potentials[network.parent[node]] - potentials[node]
      return flow.flow[node] == 0 ? max(0, price) : price
    }
    self.init(
      coverageWeight: network.coverageWeight,
      mentees: Array(prices[..<network.firstMentor]),
      mentors: Array(prices[network.firstMentor..<network.firstQuota]),
      quotas: Array(prices[network.firstQuota...]))
  }
}
