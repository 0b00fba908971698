public import Problems

extension OptimalNetwork {
  /// The chosen pairs with what the best assignment without each of them loses.
  ///
  /// - Returns: in canonical order; `nil` for fixed pairs, and where nothing satisfies the rules without it.
  /// - Complexity: O(pairCount + nodeCount log pairCount) for each chosen pair, as a rule far less.
  public var changesWithoutChosen: [(pair: Pair, change: ObjectiveChange?)] {
    var search = search
    return best.pairs.map { pair in
      guard let entry = entry(of: pair) else { return (pair, nil) }
      let end = node(ofMentor: pair.mentor)
      search.run(from: pair.mentee, in: flow, potentials, until: end)
      let around = search.exchange(at: end, in: flow)?.change
      return (pair, around.map { $0 - network.worth(of: entry) })
    }
  }
}
