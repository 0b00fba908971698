public import Problems

/// Which pairs stand in every optimum, and which in some but not in every.
public struct PairClasses: Equatable, Sendable {
  /// In canonical order.
  public let every: [Pair]
  /// In canonical order.
  public let some: [Pair]

  public init(every: [Pair], some: [Pair]) {
    self.every = every
    self.some = some
  }
}

extension OptimalNetwork {
  /// Which eligible pairs stand in every, some or no optimum.
  ///
  /// Two optima differ by cycles of arcs that cost nothing. So a pair can be exchanged exactly when its
  /// arc costs nothing and both its ends lie in one strongly connected component of such arcs.
  ///
  /// - Complexity: O(pairCount).
  public var classes: PairClasses {
    let tight = TightArcs(self)
    let component = tight.components
    var (every, some) = (problem.fixed, [Pair]())
    network.table.forEachPair { pair, entry in
      let isChosen = flow.isChosen(entry)
      let isMovable =
        component[pair.mentee] == component[node(ofMentor: pair.mentor)]
        && reducedCost(pair, entry: entry) == 0
      if isMovable { some.append(pair) } else if isChosen { every.append(pair) }
    }
    return PairClasses(every: every.sorted(), some: some)
  }
}

/// The arcs of a residual network that cost nothing.
private struct TightArcs {
  /// The ends of the arcs out of `node` are `heads[starts[node]..<starts[node + 1]]`.
  private let starts: [Int]
  private let heads: [Int32]

  init(_ optimum: OptimalNetwork) {
    let (flow, potentials) = (optimum.flow, optimum.potentials)
    var (starts, heads): ([Int], [Int32]) = ([0], [])
    for node in 0..<flow.network.nodeCount {
      flow.forEachArc(from: node) { next, _, cost in
        if cost &+ potentials[node] == potentials[next] { heads.append(Int32(next)) }
      }
      starts.append(heads.count)
    }
    self.starts = starts
    self.heads = heads
  }

  /// By node: its strongly connected component.
  ///
  /// Source: R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1(2), 1972,
  /// doi:10.1137/0201010; without recursion.
  var components: [Int] {
    let count = starts.count - 1
    var component = [Int](repeating: -1, count: count)
    var number = [Int](repeating: -1, count: count)
    var low = [Int](repeating: 0, count: count)
    var cursor = starts
    var (open, path): ([Int], [Int]) = ([], [])
    var (numbered, found) = (0, 0)
    for root in 0..<count where number[root] < 0 {
      path.append(root)
      while let node = path.last {
        if number[node] < 0 {
          number[node] = numbered
          low[node] = numbered
          numbered += 1
          open.append(node)
        }
        if cursor[node] < starts[node + 1] {
          let next = Int(heads[cursor[node]])
          cursor[node] += 1
          if number[next] < 0 {
            path.append(next)
          } else if component[next] < 0 {
            low[node] = min(low[node], number[next])
          }
          continue
        }
        path.removeLast()
        if let above = path.last { low[above] = min(low[above], low[node]) }
        guard low[node] == number[node] else { continue }
        while let member = open.popLast() {
          component[member] = found
          if member == node { break }
        }
        found += 1
      }
    }
    return component
  }
}
