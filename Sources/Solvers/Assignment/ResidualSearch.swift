/// The search for prices of a flow, or for cycles in its residual network that gain.
///
/// Distances from everywhere at once by the Bellman–Ford algorithm, with a look at the arcs they came
/// along after every pass. These arcs hold a cycle only if it gains; as long as they hold none, every
/// distance is one of a simple path, so that some pass of the first *nodeCount* changes nothing or closes
/// a cycle.
///
/// Source: B. V. Cherkassky, A. V. Goldberg, "Negative-cycle detection algorithms", Math. Program. 85,
/// 1999, doi:10.1007/s101070050058.
struct ResidualSearch {
  enum End {
    /// By node: no arc with room leads to a node at less than the difference of the distances.
    case potentials([Int])
    /// Cycles without a common node, each in its order and from a node that is no mentee.
    case gainingCycles([[NetworkFlow.Arc]])
  }

  private let flow: NetworkFlow
  private var distance: [Int]
  private var previousNode: [Int]
  private var previousEntry: [Int]

  private init(_ flow: NetworkFlow) {
    self.flow = flow
    distance = Array(repeating: 0, count: flow.network.nodeCount)
    previousNode = Array(repeating: -1, count: flow.network.nodeCount)
    previousEntry = Array(repeating: -1, count: flow.network.nodeCount)
  }

  /// Searches the residual network of a flow.
  ///
  /// - Complexity: O(nodeCount · pairCount) at worst, a few passes over the pairs as a rule.
  static func run(_ flow: NetworkFlow) -> End {
    var search = ResidualSearch(flow)
    var queue = Array(0..<flow.network.nodeCount)
    while !queue.isEmpty {
      queue = search.pass(over: queue)
      let cycles = search.cycles
      if !cycles.isEmpty { return .gainingCycles(cycles) }
    }
    return .potentials(search.distance)
  }

  /// Relaxes the arcs out of some nodes; returns the nodes that came nearer and wait for their turn.
  private mutating func pass(over queue: [Int]) -> [Int] {
    var next: [Int] = []
    var isWaiting = [Bool](repeating: false, count: distance.count)
    for node in queue { isWaiting[node] = true }
    for node in queue {
      isWaiting[node] = false
      flow.forEachArc(from: node) { neighbour, entry, cost in
        guard distance[node] + cost < distance[neighbour] else { return }
        distance[neighbour] = distance[node] + cost
        previousNode[neighbour] = node
        previousEntry[neighbour] = entry
        guard !isWaiting[neighbour] else { return }
        isWaiting[neighbour] = true
        next.append(neighbour)
      }
    }
    return next
  }

  /// The cycles of the arcs that the distances came along: every node has one at most.
  private var cycles: [[NetworkFlow.Arc]] {
    var cycles: [[NetworkFlow.Arc]] = []
    // By node: the walk that came here first.
    var walkThrough = [Int](repeating: -1, count: distance.count)
    for walk in distance.indices {
      var node = walk
      while node >= 0, walkThrough[node] < 0 {
        walkThrough[node] = walk
        node = previousNode[node]
      }
      if node >= 0, walkThrough[node] == walk { cycles.append(cycle(through: node)) }
    }
    return cycles
  }

  private func cycle(through node: Int) -> [NetworkFlow.Arc] {
    // A mentee on a cycle drops a pair before choosing the next, so no cycle starts there: a mentee's
    // arcs lead to mentors and to the hub.
    let start = node < flow.network.menteeCount ? previousNode[node] : node
    var arcs: [NetworkFlow.Arc] = []
    var end = start
    repeat {
      arcs.append(.init(from: previousNode[end], to: end, entry: previousEntry[end]))
      end = previousNode[end]
    } while end != start
    return arcs.reversed()
  }
}
