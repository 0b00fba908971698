import Problems

extension OptimalNetwork {
  /// How the optimum changes at best with one place more for each mentor, all other rules as they are.
  ///
  /// - Returns: by mentor; ``Exchange/none`` where a place more gains nothing, `nil` where every mentor must
  ///   be filled and nobody can fill it.
  /// - Complexity: O(pairCount + nodeCount log pairCount), once for every set of mentors with quotas of its own.
  public var exchangesForPlaces: [Exchange?] {
    // A place that must be filled is filled whatever it costs.
    let mustBeFilled = problem.coverage == .everyMentor
    var searches: [Int: ExchangeSearch] = [:]
    return (0..<problem.mentorCount).map { mentor in
      let node = node(ofMentor: mentor)
      guard flow.flow[node] == network.upper[node] else { return Exchange.none }
      let parent = network.parent[node]
      let search = searches[parent] ?? searched(from: parent)
      searches[parent] = search
      // The new arc leads from the mentor to the parent: what the cycle through it costs.
      guard let way = search.reducedCost(at: node) else {
        return mustBeFilled ? nil : Exchange.none
      }
      let gains = way + potentials[node] < potentials[parent]
      return gains || mustBeFilled ? search.exchange(at: node, in: flow) : Exchange.none
    }
  }
  private func searched(from node: Int) -> ExchangeSearch {
    var search = search
    search.run(from: node, in: flow, potentials)
    return search
  }
}

extension OptimalNetwork {
  /// By mentor: what one more mentor of the same points, in no quota, gains at most for each place, a pair more
  /// included with its weight.
  ///
  /// - Complexity: O(mentorCount).
  public var placeValues: [Int] {
    (0..<problem.mentorCount).map {
      max(0, potentials[network.hub] - potentials[node(ofMentor: $0)])
    }
  }
}
