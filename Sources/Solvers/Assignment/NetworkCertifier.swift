public import Problems

/// Finds the proof for an answer that somebody else found.
///
/// ```swift
/// NetworkCertifier().recoverPrices(for: assignment, of: problem)  // nil: not optimal
/// ```
///
/// An assignment is optimal exactly when no cycle in its residual network gains anything, and then
/// the distances of the Bellman–Ford algorithm are prices. Where a cycle gains, sending along it makes
/// the assignment better. It shares the network with ``NetworkSolver``, not the search.
///
/// Source: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, *Network Flows*, 1993, §§ 5.4, 9.3.
public struct NetworkCertifier: Sendable {
  public init() {}

  /// Finds prices that prove an assignment optimal.
  ///
  /// - Parameters:
  ///   - assignment: with the fixed pairs.
  ///   - problem: the problem that it answers.
  /// - Returns: `nil` when the problem is not a network, or the assignment breaks a rule or is not
  ///   optimal.
  /// - Complexity: O(nodeCount · pairCount) at worst, a few passes over the pairs as a rule.
  public func recoverPrices(
    for assignment: Assignment, of problem: AssignmentProblem
  ) -> DualPrices? {
    guard let flow = NetworkFlow(of: assignment.pairs, in: problem),
      flow.balance.allSatisfy({ $0 == 0 }),
      case .potentials(let potentials) = ResidualSearch.run(flow)
    else { return nil }
    return DualPrices(potentials: potentials, of: flow)
  }

  /// Makes a feasible assignment optimal, and proves it.
  ///
  /// As long as cycles in the residual network gain, it sends along them as much as they carry. All
  /// numbers are integers, so every cycle gains at least 1 and the search ends, at the optimum itself:
  /// no cycle gains there, and nowhere else. For answers of a solver in floating point, which miss the
  /// optimum by little where they do; each round costs a whole search.
  ///
  /// - Parameters:
  ///   - assignment: with the fixed pairs.
  ///   - problem: the problem whose rules it satisfies.
  ///   - isCancelled: asked before each round; yes ends the search with the best so far.
  /// - Returns: the best assignment, with prices unless cancelled; `nil` when the problem is not a
  ///   network or the assignment breaks a rule.
  /// - Complexity: O(rounds · nodeCount · pairCount) at worst.
  ///
  /// Source: M. Klein, "A primal method for minimal cost flows", Management Science 14(3), 1967,
  /// doi:10.1287/mnsc.14.3.205.
  package func improve(
    _ assignment: Assignment, of problem: AssignmentProblem, isCancelled: () -> Bool = { false }
  ) -> (assignment: Assignment, prices: DualPrices?)? {
    guard var flow = NetworkFlow(of: assignment.pairs, in: problem),
      flow.balance.allSatisfy({ $0 == 0 })
    else { return nil }
    while !isCancelled() {
      switch ResidualSearch.run(flow) {
      case .potentials(let potentials):
        return (flow.assignment(of: problem), DualPrices(potentials: potentials, of: flow))
      case .gainingCycles(let cycles):
        for cycle in cycles {
          let amount = cycle.reduce(Int.max) { min($0, flow.room(of: $1)) }
          for arc in cycle { flow.send(amount, along: arc) }
        }
      }
    }
    return (flow.assignment(of: problem), nil)
  }

  /// Finds people whose needs are too large, from pairs that leave as few needs open as possible.
  ///
  /// - Parameters:
  ///   - best: the fixed pairs and free ones that break no upper bound and leave the fewest units of
  ///     demands (where every mentee must be served) and of minimums open.
  ///   - problem: a network whose rules cannot all hold.
  /// - Returns: `nil` when fewer needs could be left open, or when minimums and quotas stand against
  ///   each other, so that no set of people explains it.
  /// - Complexity: O(pairCount).
  public func recoverViolator(
    from best: [Pair], of problem: AssignmentProblem
  ) -> HallViolator? {
    guard let flow = NetworkFlow(of: best, in: problem) else { return nil }
    let network = flow.network
    let source = (0..<network.menteeCount).first { flow.balance[$0] > 0 } ?? network.hub
    let reached = reachable(from: source, in: flow)
    return NetworkCut(network, reached: reached).hallViolator
  }

  private func reachable(from source: Int, in flow: NetworkFlow) -> [Bool] {
    var reached = [Bool](repeating: false, count: flow.network.nodeCount)
    var pending = [source]
    reached[source] = true
    while let node = pending.popLast() {
      flow.forEachArc(from: node) { neighbour, _, _ in
        guard !reached[neighbour] else { return }
        reached[neighbour] = true
        pending.append(neighbour)
      }
    }
    return reached
  }
}
