import Problems

/// The cheapest ways through the residual network of an optimum, from one node or to one node.
///
/// Dijkstra's algorithm on reduced costs. A search can be run again and again in the same memory; what it
/// found is about the last run.
struct ExchangeSearch {
  private static let unreached = Int.max

  private var start = 0
  private var isForward = true
  /// Distances are reduced costs times this, and a unit for every pair on the way where it is more than 1.
  private var scale = 1
  /// By node: how far the cheapest way leads; of equally cheap ones that of fewest pairs, where they are counted.
  private var distance: [Int]
  /// By node: the node before it on the way, seen from the start, and the pair between them or −1.
  private var previousNode: [Int]
  private var previousEntry: [Int]
  private var touched: [Int] = []
  private var settled: [Int] = []
  private var heap = SearchHeap()

  init(nodeCount: Int) {
    distance = Array(repeating: Self.unreached, count: nodeCount)
    previousNode = Array(repeating: -1, count: nodeCount)
    previousEntry = Array(repeating: -1, count: nodeCount)
  }

  /// Searches from a node.
  ///
  /// - Parameters:
  ///   - source: where the ways start.
  ///   - flow: whose residual network is searched.
  ///   - potentials: by node; every reduced cost is 0 or more.
  ///   - target: the search ends as soon as the way to this node is known.
  ///   - limit: ways that cost more are of no interest.
  ///   - firstEntry: pairs before it stay as they are.
  ///   - scale: more than the pairs of any way, to prefer fewer of them; 1 = they do not matter.
  /// - Complexity: O(pairCount + nodeCount log pairCount).
  mutating func run(
    from source: Int, in flow: NetworkFlow, _ potentials: [Int], until target: Int = -1,
    within limit: Int = .max, entriesFrom firstEntry: Int = 0, scale: Int = 1
  ) {
    begin(at: source, isForward: true)
    self.scale = scale
    let (limit, step) = (limit == .max ? .max : limit * scale, scale == 1 ? 0 : 1)
    while let top = heap.pop() {
      guard top.distance == distance[top.node] else { continue }
      settled.append(top.node)
      if top.node == target { return }
      let potential = potentials[top.node]
      flow.forEachArc(from: top.node) { next, entry, cost in
        let reduced = (potential &+ cost &- potentials[next]) &* scale
        let candidate = top.distance &+ reduced &+ (entry < 0 ? 0 : step)
        guard candidate < distance[next], candidate <= limit, entry < 0 || entry >= firstEntry
        else { return }
        open(next, at: candidate, from: top.node, entry: entry)
      }
    }
  }

  /// Searches for the ways that end at a node.
  ///
  /// - Complexity: O(pairCount + nodeCount log pairCount).
  mutating func run(to target: Int, in flow: NetworkFlow, _ potentials: [Int]) {
    begin(at: target, isForward: false)
    let columns = PairColumns(flow.network.table)
    while let top = heap.pop() {
      guard top.distance == distance[top.node] else { continue }
      settled.append(top.node)
      let base = top.distance &- potentials[top.node]
      flow.forEachArc(into: top.node, columns: columns) { next, entry, cost in
        let candidate = base &+ cost &+ potentials[next]
        guard candidate < distance[next] else { return }
        open(next, at: candidate, from: top.node, entry: entry)
      }
    }
  }

  private mutating func begin(at node: Int, isForward: Bool) {
    for node in touched { distance[node] = Self.unreached }
    touched.removeAll(keepingCapacity: true)
    settled.removeAll(keepingCapacity: true)
    heap.removeAll()
    start = node
    scale = 1
    self.isForward = isForward
    open(node, at: 0, from: -1, entry: -1)
  }

  @inline(__always)
  private mutating func open(_ node: Int, at candidate: Int, from previous: Int, entry: Int) {
    if distance[node] == Self.unreached { touched.append(node) }
    distance[node] = candidate
    previousNode[node] = previous
    previousEntry[node] = entry
    heap.push(.init(distance: candidate, node: node))
  }
}

// What was found.
extension ExchangeSearch {
  /// The reduced cost of the way between the start and a node; `nil` where there is none.
  func reducedCost(at node: Int) -> Int? {
    distance[node] == Self.unreached ? nil : distance[node] / scale
  }

  /// Whether the flow along the arc between a node and the one before it chooses the pair.
  private func chooses(_ node: Int, in flow: NetworkFlow) -> Bool {
    (isForward ? previousNode[node] : node) < flow.network.menteeCount
  }

  /// By node: what the way between the start and it does to the value; `nil` where there is none.
  ///
  /// - Complexity: O(nodeCount).
  func changes(in flow: NetworkFlow) -> [ObjectiveChange?] {
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
      let worth = flow.network.worth(of: entry)
      changes[node] = chooses(node, in: flow) ? before + worth : before - worth
    }
    return changes
  }

  /// What the way between the start and a node exchanges; `nil` where there is none.
  ///
  /// - Complexity: O(length of the way · log menteeCount).
  func exchange(at node: Int, in flow: NetworkFlow) -> Exchange? {
    guard distance[node] != Self.unreached else { return nil }
    var (added, removed): ([Pair], [Pair]) = ([], [])
    var change = ObjectiveChange.none
    var node = node
    while node != start {
      let entry = previousEntry[node]
      if entry >= 0 {
        let pair = flow.network.table.pair(of: entry)
        if chooses(node, in: flow) {
          added.append(pair)
          change = change + flow.network.worth(of: entry)
        } else {
          removed.append(pair)
          change = change - flow.network.worth(of: entry)
        }
      }
      node = previousNode[node]
    }
    return Exchange(added: added, removed: removed, change: change)
  }

  /// The arcs of the way from the start to a node, after a search from the start; `nil` where there is none.
  func arcs(to node: Int) -> [NetworkFlow.Arc]? {
    guard distance[node] != Self.unreached else { return nil }
    var arcs: [NetworkFlow.Arc] = []
    var node = node
    while node != start {
      arcs.append(.init(from: previousNode[node], to: node, entry: previousEntry[node]))
      node = previousNode[node]
    }
    return arcs.reversed()
  }

  /// Potentials under which the way to a node costs nothing, after a search from the start that ended there.
  ///
  /// - Complexity: O(nodeCount).
  func potentials(_ old: [Int], endingAt node: Int) -> [Int] {
    let end = distance[node] / scale
    return old.indices.map { old[$0] + min(distance[$0] / scale, end) }
  }
}
