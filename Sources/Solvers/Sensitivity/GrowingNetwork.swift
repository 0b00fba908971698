public import Problems

/// An optimum whose mentors and quotas get places more, and which stays one.
///
/// ```swift
/// var growing = GrowingNetwork(network)
/// growing.widen(mentor: 3, by: 2)
/// growing.exchange.change  // (matched: 1, total: 420), the best that two places more can bring
/// ```
///
/// A place more is one unit of room on one arc, and what it gains one cheapest cycle through that arc: a shortest
/// path by the prices so far, which are mended on the way. So places can follow each other, each from the optimum
/// before, in all copies of the value apart.
///
/// It deliberately knows no mentor who *must* be filled: a place there may cost.
public struct GrowingNetwork: Sendable {
  private var flow: NetworkFlow
  private var potentials: [Int]
  private let optimum: OptimalNetwork
  /// Those pairs that are chosen now and were not, and the other way round.
  private var toggled: Set<Pair> = []
  /// By how much the value is larger than that of the optimum it began with.
  public private(set) var change = ObjectiveChange.none

  /// Begins with an optimum.
  ///
  /// - Returns: `nil` where mentors must be filled.
  public init?(_ optimum: OptimalNetwork) {
    guard optimum.problem.coverage != .everyMentor else { return nil }
    self.optimum = optimum
    flow = optimum.flow
    potentials = optimum.potentials
  }

  private var network: AssignmentNetwork { flow.network }

  /// What leads from the first optimum to this one.
  ///
  /// - Complexity: O(pairs exchanged · log).
  public var exchange: Exchange { exchange(of: toggled, change) }

  /// What leads here from where a copy of this value stood.
  ///
  /// - Complexity: O(pairs exchanged so far · log).
  public func exchange(since earlier: GrowingNetwork) -> Exchange {
    exchange(of: toggled.symmetricDifference(earlier.toggled), change - earlier.change)
  }

  private func exchange(of pairs: Set<Pair>, _ change: ObjectiveChange) -> Exchange {
    let added = pairs.filter { network.table.entry(of: $0).map(flow.isChosen) ?? false }
    return Exchange(
      added: Array(added), removed: Array(pairs.subtracting(added)), change: change)
  }

  /// What a first place more gains for each of some mentors who have none free; nothing for the others.
  ///
  /// - Complexity: O(pairCount + nodeCount log pairCount), once for every set of mentors with quotas of its own.
  public func gains(ofPlacesFor mentors: Range<Int>) -> [ObjectiveChange] {
    var changes: [Int: (cost: [Int?], change: [ObjectiveChange?])] = [:]
    return mentors.map { mentor in
      let node = optimum.node(ofMentor: mentor)
      guard flow.flow[node] == network.upper[node] else { return .none }
      let parent = network.parent[node]
      let found = changes[parent] ?? searched(from: parent)
      changes[parent] = found
      guard let cost = found.cost[node], let change = found.change[node], cost < 0 else {
        return .none
      }
      return change
    }
  }

  /// By node: what the cheapest way there costs, and what it does to the value.
  private func searched(from start: Int) -> (cost: [Int?], change: [ObjectiveChange?]) {
    var search = optimum.search
    search.run(from: start, in: flow, potentials)
    let costs = potentials.indices.map { node in
      search.reducedCost(at: node).map { $0 + potentials[node] - potentials[start] }
    }
    return (costs, search.changes(in: flow))
  }

  /// Gives a mentor places more, and makes the best of them.
  ///
  /// - Complexity: O(places · (pairCount + nodeCount log pairCount)).
  public mutating func widen(mentor: Int, by places: Int) {
    widen(node: optimum.node(ofMentor: mentor), by: places)
  }

  /// Lets more pairs count in a quota, and makes the best of them.
  ///
  /// - Complexity: as ``widen(mentor:by:)``.
  public mutating func widen(quota: Int, by places: Int) {
    widen(node: network.firstQuota + quota, by: places)
  }

  private mutating func widen(node: Int, by places: Int) {
    let hadRoom = flow.flow[node] < network.upper[node]
    flow.widen(node, by: places)
    // More room where there was some changes nothing.
    if hadRoom { return }
    var search = optimum.search
    let parent = network.parent[node]
    for _ in 0..<places {
      search.run(from: parent, in: flow, potentials, until: node)
      guard let way = search.reducedCost(at: node) else {
        return lift(search, above: parent, node)
      }
      let gains = way + potentials[node] < potentials[parent]
      if gains { send(search.arcs(to: node) ?? [], to: node) }
      potentials = search.potentials(potentials, endingAt: node)
      guard gains else { return }
    }
  }

  private mutating func send(_ arcs: [NetworkFlow.Arc], to node: Int) {
    for arc in arcs {
      if arc.entry >= 0 {
        let pair = network.table.pair(of: arc.entry)
        let worth = network.worth(of: arc.entry)
        change = arc.from < network.menteeCount ? change + worth : change - worth
        if toggled.remove(pair) == nil { toggled.insert(pair) }
      }
      flow.send(1, along: arc)
    }
    flow.send(1, along: NetworkFlow.Arc(from: node, to: network.parent[node], entry: -1))
  }

  /// Raises the prices of all that no way leads to, until the new room costs nothing or more.
  private mutating func lift(_ search: ExchangeSearch, above parent: Int, _ node: Int) {
    let missing = potentials[parent] - potentials[node]
    guard missing > 0 else { return }
    for other in potentials.indices where search.reducedCost(at: other) == nil {
      potentials[other] += missing
    }
  }
}
