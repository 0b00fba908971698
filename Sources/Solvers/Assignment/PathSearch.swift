/// The search for the cheapest path from too much to too little, with all its memory.
///
/// Dijkstra's algorithm on costs made non-negative by potentials: the reduced cost of an arc is
/// cost + potential[from] − potential[to]. The search ends as soon as no open node is nearer than the
/// nearest deficit found, and a mentor with a free seat opens the hub at once, so that among tied
/// mentors the first free one ends the search.
///
/// Source: J. Edmonds, R. M. Karp, "Theoretical improvements in algorithmic efficiency for network
/// flow problems", J. ACM 19(2), 1972, doi:10.1145/321694.321699.
struct PathSearch {
  private static let unreached = Int.max

  private var distance: [Int]
  private var previousNode: [Int]
  private var previousEntry: [Int]
  private var touched: [Int] = []
  private var settled: [Int] = []
  private var heap = SearchHeap()
  private var nearestDeficit = unreached
  private var nearestNode = -1

  init(nodeCount: Int) {
    distance = Array(repeating: Self.unreached, count: nodeCount)
    previousNode = Array(repeating: -1, count: nodeCount)
    previousEntry = Array(repeating: -1, count: nodeCount)
  }

  /// By node: whether the last search, which failed, reached it.
  var reached: [Bool] { distance.map { $0 != Self.unreached } }

  /// Sends as much as one cheapest path can carry from a node to its nearest deficit.
  ///
  /// - Parameters:
  ///   - source: the node with too much.
  ///   - flow: the flow to augment.
  ///   - potentials: by node; every reduced cost is non-negative before and after.
  /// - Returns: whether there is such a path.
  /// - Complexity: O(pairCount + nodeCount log pairCount).
  mutating func augment(
    from source: Int, in flow: inout NetworkFlow, potentials: inout [Int]
  ) -> Bool {
    search(from: source, in: flow, potentials: potentials)
    guard nearestNode >= 0 else { return false }
    for node in settled { potentials[node] += distance[node] - nearestDeficit }
    let path = path(from: source, to: nearestNode)
    var amount = min(flow.balance[source], -flow.balance[nearestNode])
    for arc in path { amount = min(amount, flow.room(of: arc)) }
    for arc in path { flow.send(amount, along: arc) }
    return true
  }

  private mutating func search(from source: Int, in flow: NetworkFlow, potentials: [Int]) {
    for node in touched { distance[node] = Self.unreached }
    touched.removeAll(keepingCapacity: true)
    settled.removeAll(keepingCapacity: true)
    heap.removeAll()
    nearestDeficit = Self.unreached
    nearestNode = -1
    distance[source] = 0
    previousNode[source] = -1
    touched.append(source)
    heap.push(.init(distance: 0, node: source))
    while let entry = heap.pop(), entry.distance < nearestDeficit {
      guard entry.distance == distance[entry.node] else { continue }
      settled.append(entry.node)
      expand(entry.node, in: flow, potentials: potentials)
    }
  }

  @inline(__always)
  private mutating func expand(_ node: Int, in flow: NetworkFlow, potentials: [Int]) {
    let base = distance[node] &+ potentials[node]
    let hub = flow.network.hub
    flow.forEachArc(from: node) { next, entry, cost in
      let candidate = base &+ cost &- potentials[next]
      guard candidate < distance[next], candidate < nearestDeficit else { return }
      open(next, at: candidate, from: node, entry: entry, in: flow)
      guard node < flow.network.menteeCount, next < hub, flow.network.parent[next] == hub,
        flow.flow[next] < flow.network.upper[next]
      else { return }
      let atHub = candidate &+ potentials[next] &- potentials[hub]
      guard atHub < distance[hub], atHub < nearestDeficit else { return }
      open(hub, at: atHub, from: next, entry: -1, in: flow)
    }
  }

  private mutating func open(
    _ node: Int, at candidate: Int, from previous: Int, entry: Int, in flow: NetworkFlow
  ) {
    if distance[node] == Self.unreached { touched.append(node) }
    distance[node] = candidate
    previousNode[node] = previous
    previousEntry[node] = entry
    if flow.balance[node] < 0 {
      nearestDeficit = candidate
      nearestNode = node
    } else {
      heap.push(.init(distance: candidate, node: node))
    }
  }

  private func path(from source: Int, to target: Int) -> [NetworkFlow.Arc] {
    var arcs: [NetworkFlow.Arc] = []
    var node = target
    while node != source {
      arcs.append(.init(from: previousNode[node], to: node, entry: previousEntry[node]))
      node = previousNode[node]
    }
    // From the source on, so that a mentee drops one pair before choosing the next.
    return arcs.reversed()
  }
}
