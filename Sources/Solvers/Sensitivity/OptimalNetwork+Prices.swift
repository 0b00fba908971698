public import Problems

/// What a candidate of a person would cost.
public struct CandidatePrice: Equatable, Sendable {
  /// The other person of the pair.
  public let person: Int
  /// The best value with the pair locked − the best value; `nil` where nothing satisfies the rules then.
  public let price: ObjectiveChange?
}

extension OptimalNetwork {
  /// How the optimum changes at best when a pair must be chosen, in as few pairs as such a change can be.
  ///
  /// - Returns: `nil` for a pair that is not eligible, or with which nothing satisfies the rules.
  /// - Complexity: O(pairCount + nodeCount log pairCount).
  public func exchange(locking pair: Pair) -> Exchange? {
    if problem.fixed.contains(pair) { return Exchange.none }
    guard let entry = entry(of: pair) else { return nil }
    if flow.isChosen(entry) { return Exchange.none }
    var search = search
    search.run(
      from: node(ofMentor: pair.mentor), in: flow, potentials, until: pair.mentee, scale: scale)
    guard let back = search.exchange(at: pair.mentee, in: flow) else { return nil }
    return Exchange(
      added: back.added + [pair], removed: back.removed,
      change: back.change + network.worth(of: entry))
  }

  /// How the optimum changes at best when a pair must not be chosen, in as few pairs as such a change can be.
  ///
  /// - Returns: `nil` for a fixed pair, or without which nothing satisfies the rules.
  /// - Complexity: O(pairCount + nodeCount log pairCount).
  public func exchange(forbidding pair: Pair) -> Exchange? {
    if problem.fixed.contains(pair) { return nil }
    guard let entry = entry(of: pair), flow.isChosen(entry) else { return Exchange.none }
    let end = node(ofMentor: pair.mentor)
    var search = search
    search.run(from: pair.mentee, in: flow, potentials, until: end, scale: scale)
    guard let around = search.exchange(at: end, in: flow) else { return nil }
    return Exchange(
      added: around.added, removed: around.removed + [pair],
      change: around.change - network.worth(of: entry))
  }

  /// The optimum of the problem with a pair locked, with the prices that prove it.
  ///
  /// - Returns: `nil` where ``exchange(locking:)`` is.
  /// - Complexity: O(pairCount + nodeCount log pairCount).
  public func proof(locking pair: Pair) -> (problem: AssignmentProblem, outcome: AssignmentOutcome)?
  {
    guard let exchange = exchange(locking: pair),
      let locked = try? problem.replacing(locking: pair)
    else { return nil }
    var changed = potentials
    if let entry = entry(of: pair), !flow.isChosen(entry) {
      var search = search
      search.run(from: node(ofMentor: pair.mentor), in: flow, potentials, until: pair.mentee)
      changed = search.potentials(potentials, endingAt: pair.mentee)
    }
    return proof(exchange, of: locked, changed)
  }

  /// The optimum of the problem without a pair, with the prices that prove it.
  ///
  /// - Returns: `nil` where ``exchange(forbidding:)`` is.
  /// - Complexity: O(pairCount + nodeCount log pairCount).
  public func proof(
    forbidding pair: Pair
  ) -> (problem: AssignmentProblem, outcome: AssignmentOutcome)? {
    guard let exchange = exchange(forbidding: pair),
      let without = try? problem.replacing(table: problem.table.removing([pair]))
    else { return nil }
    var changed = potentials
    if let entry = entry(of: pair), flow.isChosen(entry) {
      let end = node(ofMentor: pair.mentor)
      var search = search
      search.run(from: pair.mentee, in: flow, potentials, until: end)
      changed = search.potentials(potentials, endingAt: end)
    }
    return proof(exchange, of: without, changed)
  }

  private func proof(
    _ exchange: Exchange, of changed: AssignmentProblem, _ potentials: [Int]
  ) -> (problem: AssignmentProblem, outcome: AssignmentOutcome)? {
    let next = exchange.applied(to: best)
    guard changed.coverageWeight == problem.coverageWeight,
      let flow = NetworkFlow(of: next.pairs, in: changed)
    else { return nil }
    let hub = potentials[network.hub]
    let prices = DualPrices(potentials: potentials.map { $0 - hub }, of: flow)
    return (changed, .optimal(next, .duals(prices)))
  }

  /// What locking a pair costs at least, from the prices alone.
  ///
  /// - Returns: `nil` for a pair that is not eligible.
  /// - Complexity: O(log mentorCount).
  public func bound(locking pair: Pair) -> ObjectiveChange? {
    if problem.fixed.contains(pair) { return ObjectiveChange.none }
    guard let entry = entry(of: pair) else { return nil }
    return ObjectiveChange(
      matched: 0, total: flow.isChosen(entry) ? 0 : -max(0, reducedCost(pair, entry: entry)))
  }

  /// The prices of all eligible mentors of a mentee.
  ///
  /// - Complexity: O(pairCount + nodeCount log pairCount), together.
  public func prices(ofMentorsFor mentee: Int) -> [CandidatePrice] {
    var search = search
    search.run(to: mentee, in: flow, potentials)
    let changes = search.changes(in: flow)
    return problem.table.entries(of: mentee).map { entry in
      let mentor = problem.table.mentor(of: entry, mentee: mentee)
      return CandidatePrice(
        person: mentor,
        price: price(
          Pair(mentee: mentee, mentor: mentor), back: changes[node(ofMentor: mentor)]))
    }
  }

  /// The prices of all eligible mentees of a mentor.
  ///
  /// - Complexity: O(pairCount + nodeCount log pairCount), together.
  public func prices(ofMenteesFor mentor: Int) -> [CandidatePrice] {
    var search = search
    search.run(from: node(ofMentor: mentor), in: flow, potentials)
    let changes = search.changes(in: flow)
    return (0..<problem.menteeCount).compactMap { mentee in
      let pair = Pair(mentee: mentee, mentor: mentor)
      guard problem.table.entry(of: pair) != nil else { return nil }
      return CandidatePrice(person: mentee, price: price(pair, back: changes[mentee]))
    }
  }

  /// `back`: what the cheapest way from the mentor back to the mentee does to the value.
  private func price(_ pair: Pair, back: ObjectiveChange?) -> ObjectiveChange? {
    guard let entry = entry(of: pair), !flow.isChosen(entry) else { return ObjectiveChange.none }
    return back.map { $0 + network.worth(of: entry) }
  }
}
