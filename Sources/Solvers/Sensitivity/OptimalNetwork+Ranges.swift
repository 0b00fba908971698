public import Problems

/// What the optimum loses without single pairs of it, and with others.
public struct PairLosses: Sendable {
  /// The chosen pairs in canonical order; `nil` for fixed pairs, and where nothing satisfies the rules without it.
  public let without: [(pair: Pair, change: ObjectiveChange?)]
  /// None for pairs that are not eligible, or with which nothing satisfies the rules.
  public let with: [Pair: ObjectiveChange]
}

extension OptimalNetwork {
  /// What the best assignments lose without each chosen pair, and with each of some others.
  ///
  /// To do without a pair is to find a way from its mentee to its mentor. To have one is to find a way back from its
  /// mentor, which begins with one of the arcs there, and few nodes are at their other ends: the mentees chosen
  /// there, and what free places lead to. So one search from a mentee tells of pairs of both kinds.
  ///
  /// - Parameter others: pairs that are not chosen.
  /// - Returns: by pair.
  /// - Complexity: O(pairCount + nodeCount log pairCount) for each chosen pair, as a rule far less without others.
  public func losses(choosing others: [Pair] = []) -> PairLosses {
    var search = search
    var (without, with) = (
      [Pair: ObjectiveChange](), [Pair: (cost: Int, change: ObjectiveChange)]()
    )
    let starts = starts(of: others)
    for (node, starts) in starts {
      search.run(from: node, in: flow, potentials)
      let changes = search.changes(in: flow)
      for start in starts {
        guard let rest = search.reducedCost(at: start.pair.mentee),
          let change = changes[start.pair.mentee], let entry = entry(of: start.pair)
        else { continue }
        if let known = with[start.pair], known.cost <= start.cost + rest { continue }
        with[start.pair] = (start.cost + rest, start.change + change + network.worth(of: entry))
      }
      guard node < network.menteeCount else { continue }
      for entry in flow.chosenEntries(of: node) {
        let mentor = network.table.mentor(of: entry, mentee: node)
        without[Pair(mentee: node, mentor: mentor)] = changes[self.node(ofMentor: mentor)].map {
          $0 - network.worth(of: entry)
        }
      }
    }
    return PairLosses(
      without: best.pairs.map { pair in
        (pair, starts[pair.mentee] == nil ? change(without: pair, &search) : without[pair])
      }, with: with.mapValues(\.change))
  }

  private struct Start {
    let pair: Pair
    /// The reduced cost of the arc out of the mentor, and what it does to the value.
    let cost: Int
    let change: ObjectiveChange
  }

  /// By node at the other end of an arc out of a mentor: the pairs whose ways back can begin there.
  private func starts(of pairs: [Pair]) -> [Int: [Start]] {
    var starts: [Int: [Start]] = [:]
    for (mentor, pairs) in Dictionary(grouping: pairs, by: \.mentor) {
      let node = node(ofMentor: mentor)
      flow.forEachArc(from: node) { next, entry, cost in
        let change = entry < 0 ? ObjectiveChange.none : .none - network.worth(of: entry)
        let reduced = cost + potentials[node] - potentials[next]
        starts[next, default: []] += pairs.map {
          Start(pair: $0, cost: reduced, change: change)
        }
      }
    }
    return starts
  }

  private func change(without pair: Pair, _ search: inout ExchangeSearch) -> ObjectiveChange? {
    guard let entry = entry(of: pair) else { return nil }
    let end = node(ofMentor: pair.mentor)
    search.run(from: pair.mentee, in: flow, potentials, until: end)
    return search.exchange(at: end, in: flow).map { $0.change - network.worth(of: entry) }
  }
}
