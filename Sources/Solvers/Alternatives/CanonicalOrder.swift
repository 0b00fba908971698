import Problems

/// Finds, of equally good assignments, the one that has the first pair in which two differ.
///
/// Pair by pair: one that costs nothing is chosen if a cycle of arcs that cost nothing leads back, through pairs
/// that are not settled yet.
struct CanonicalOrder {
  private var previousNode: [Int]
  private var previousEntry: [Int]
  /// By node: the last walk that came here.
  private var walk: [Int]
  private var walkCount = 0
  private var stack: [Int] = []

  init(nodeCount: Int) {
    previousNode = Array(repeating: -1, count: nodeCount)
    previousEntry = Array(repeating: -1, count: nodeCount)
    walk = Array(repeating: 0, count: nodeCount)
  }

  /// Exchanges pairs until the assignment is the first of its value.
  ///
  /// - Parameters:
  ///   - flow: the assignment.
  ///   - potentials: that prove it the best.
  ///   - start: entries before it stay as they are.
  ///   - mentee: whose entry `start` is.
  /// - Complexity: O(pairCount) where few pairs cost nothing; at most O(menteeCount · pairCount).
  mutating func arrange(
    _ flow: inout NetworkFlow, _ potentials: [Int], from start: Int, mentee: Int
  ) {
    let network = flow.network
    for mentee in mentee..<network.menteeCount {
      walkCount += 1
      for entry in network.table.entries(of: mentee) where entry >= start && !flow.isChosen(entry) {
        let mentor = network.firstMentor + network.table.mentor(of: entry, mentee: mentee)
        let worth = network.coverageWeight + network.points[entry]
        guard potentials[mentee] - potentials[mentor] == worth else { continue }
        guard hasWayBack(mentee, after: entry, in: flow) else { break }
        guard walks(from: mentor, to: mentee, after: entry, in: flow, potentials) else { continue }
        for arc in way(from: mentor, to: mentee) { flow.send(1, along: arc) }
        flow.send(1, along: .init(from: mentee, to: mentor, entry: entry))
        walkCount += 1
      }
    }
  }

  /// Whether a mentee has room, or could give up a pair that is not settled.
  private func hasWayBack(_ mentee: Int, after entry: Int, in flow: NetworkFlow) -> Bool {
    flow.flow[mentee] < flow.network.upper[mentee]
      || flow.chosenEntries(of: mentee).contains { $0 > entry }
  }

  /// Looks for a way of arcs that cost nothing; where an earlier walk found none, there is none.
  private mutating func walks(
    from source: Int, to target: Int, after first: Int, in flow: NetworkFlow, _ potentials: [Int]
  ) -> Bool {
    guard walk[source] != walkCount else { return false }
    walk[source] = walkCount
    stack = [source]
    while let node = stack.popLast() {
      var isThere = false
      flow.forEachArc(from: node) { next, entry, cost in
        guard !isThere, walk[next] != walkCount, entry < 0 || entry > first,
          potentials[node] &+ cost == potentials[next]
        else { return }
        previousNode[next] = node
        previousEntry[next] = entry
        if next == target {
          isThere = true
          return
        }
        walk[next] = walkCount
        stack.append(next)
      }
      if isThere { return true }
    }
    return false
  }

  private func way(from source: Int, to target: Int) -> [NetworkFlow.Arc] {
    var arcs: [NetworkFlow.Arc] = []
    var node = target
    while node != source {
      arcs.append(.init(from: previousNode[node], to: node, entry: previousEntry[node]))
      node = previousNode[node]
    }
    return arcs.reversed()
  }
}
