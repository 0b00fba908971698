import Problems

/// The cheapest ways through the residual network of an optimum, from one node or to one node.
///
/// Dijkstra's algorithm on reduced costs.
struct ExchangeSearch {
  enum Direction {
    case from(Int)
    case to(Int)
  }

  private static let unreached = Int.max

  private let optimum: OptimalNetwork
  private let start: Int
  private let isForward: Bool
  /// By node: the reduced cost of the cheapest way.
  private var distance: [Int]
  /// By node: the node before it on the way, seen from the start, and the pair between them or −1.
  private var previousNode: [Int]
  private var previousEntry: [Int]
  private var settled: [Int] = []

  /// - Parameters:
  ///   - optimum: whose network is searched.
  ///   - direction: where the ways start or end.
  ///   - target: the search may end as soon as the way to this node is known.
  /// - Complexity: O(pairCount + nodeCount log pairCount).
  init(_ optimum: OptimalNetwork, _ direction: Direction, target: Int? = nil) {
    self.optimum = optimum
    switch direction {
    case .from(let node): (start, isForward) = (node, true)
    case .to(let node): (start, isForward) = (node, false)
    }
    let count = optimum.network.nodeCount
    distance = Array(repeating: Self.unreached, count: count)
    previousNode = Array(repeating: -1, count: count)
    previousEntry = Array(repeating: -1, count: count)
    if isForward {
      runForward(target: target)
    } else {
      runBackward(target: target)
    }
  }

  private mutating func runForward(target: Int?) {
    let (flow, potentials) = (optimum.flow, optimum.potentials)
    var heap = SearchHeap()
    distance[start] = 0
    heap.push(.init(distance: 0, node: start))
    while let top = heap.pop() {
      guard top.distance == distance[top.node] else { continue }
      settled.append(top.node)
      if top.node == target { return }
      let base = top.distance &+ potentials[top.node]
      flow.forEachArc(from: top.node) { next, entry, cost in
        let candidate = base &+ cost &- potentials[next]
        guard candidate < distance[next] else { return }
        distance[next] = candidate
        previousNode[next] = top.node
        previousEntry[next] = entry
        heap.push(.init(distance: candidate, node: next))
      }
    }
  }

  private mutating func runBackward(target: Int?) {
    let (flow, potentials) = (optimum.flow, optimum.potentials)
    let columns = PairColumns(flow.network.table)
    var heap = SearchHeap()
    distance[start] = 0
    heap.push(.init(distance: 0, node: start))
    while let top = heap.pop() {
      guard top.distance == distance[top.node] else { continue }
      settled.append(top.node)
      if top.node == target { return }
      let base = top.distance &- potentials[top.node]
      flow.forEachArc(into: top.node, columns: columns) { next, entry, cost in
        let candidate = base &+ cost &+ potentials[next]
        guard candidate < distance[next] else { return }
        distance[next] = candidate
        previousNode[next] = top.node
        previousEntry[next] = entry
        heap.push(.init(distance: candidate, node: next))
      }
    }
  }

  /// The reduced cost of the way between the start and a node; `nil` where there is none.
  func reducedCost(at node: Int) -> Int? {
    distance[node] == Self.unreached ? nil : distance[node]
  }

  /// Whether the flow along the arc between a node and the one before it chooses the pair.
  private func chooses(_ node: Int) -> Bool {
    (isForward ? previousNode[node] : node) < optimum.network.menteeCount
  }

  /// By node: what the way between the start and it does to the value; `nil` where there is none.
  ///
  /// - Complexity: O(nodeCount).
  var changes: [ObjectiveChange?] {
    var changes = [ObjectiveChange?](repeating: nil, count: distance.count)
    // A way is known when it is shorter than all others, so those before it are known by then.
    for node in settled {
      guard node != start, let before = changes[previousNode[node]] else {
        changes[node] = ObjectiveChange.none
        continue
      }
      let entry = previousEntry[node]
      guard entry >= 0 else {
        changes[node] = before
        continue
      }
      let worth = optimum.worth(of: entry)
      changes[node] = chooses(node) ? before + worth : before - worth
    }
    return changes
  }

  /// What the way between the start and a node exchanges; `nil` where there is none.
  ///
  /// - Complexity: O(length of the way · log mentorCount).
  func exchange(at node: Int) -> Exchange? {
    guard distance[node] != Self.unreached else { return nil }
    var (added, removed): ([Pair], [Pair]) = ([], [])
    var change = ObjectiveChange.none
    var node = node
    while node != start {
      let entry = previousEntry[node]
      if entry >= 0 {
        let pair = optimum.network.table.pair(of: entry)
        if chooses(node) {
          added.append(pair)
          change = change + optimum.worth(of: entry)
        } else {
          removed.append(pair)
          change = change - optimum.worth(of: entry)
        }
      }
      node = previousNode[node]
    }
    return Exchange(added: added, removed: removed, change: change)
  }
}
