import Problems

extension NetworkFlow {
  /// The flow of some pairs; too few on an arc leave an imbalance, too many have no flow.
  ///
  /// - Returns: `nil` also where the problem is no network, or a pair is not eligible, or a fixed one is missing.
  /// - Complexity: O(pairCount).
  init?(of pairs: [Pair], in problem: AssignmentProblem) {
    guard let tree = try? QuotaTree(problem), NotANetwork.obstacle(in: problem) == nil,
      let free = try? FreeProblem(problem)
    else { return nil }
    let fixed = Set(problem.fixed)
    let chosen = Set(pairs)
    guard fixed.isSubset(of: chosen), chosen.count == pairs.count,
      pairs.allSatisfy({ problem.table.entry(of: $0) != nil })
    else { return nil }
    self.init(
      of: pairs.filter { !fixed.contains($0) }.sorted(), in: AssignmentNetwork(free, tree: tree))
  }

  /// The flow of free pairs in a network; `nil` where they are too many.
  ///
  /// - Complexity: O(pairCount).
  init?(of freePairs: [Pair], in network: AssignmentNetwork) {
    guard let amounts = network.amounts(of: freePairs) else { return nil }
    self.init(network, flow: amounts)
    for pair in freePairs {
      guard let entry = network.table.entry(of: pair) else { return nil }
      choose(entry, mentee: pair.mentee, mentor: pair.mentor)
    }
  }
}

extension AssignmentNetwork {
  /// By node but the hub: what flows along its arc when these pairs are chosen, and no less than must;
  /// `nil` where it is more than may.
  fileprivate func amounts(of pairs: [Pair]) -> [Int]? {
    var amounts = [Int](repeating: 0, count: nodeCount)
    for pair in pairs {
      amounts[pair.mentee] += 1
      amounts[firstMentor + pair.mentor] += 1
    }
    var pending = Array(children(of: hub))
    var order: [Int] = []
    while let node = pending.popLast() {
      order.append(node)
      if node >= firstQuota { pending.append(contentsOf: children(of: node)) }
    }
    // Leaves first: a quota holds what comes out of its children, lower bounds filled up included.
    for node in (0..<menteeCount) + order.reversed() {
      guard amounts[node] <= upper[node] else { return nil }
      amounts[node] = max(amounts[node], lower[node])
      if node >= menteeCount { amounts[parent[node]] += amounts[node] }
    }
    return Array(amounts.dropLast())
  }
}
