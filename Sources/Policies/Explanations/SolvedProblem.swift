public import Problems
public import Solvers

/// What a change of a solved problem does to its best value.
public enum ChangePrice: Equatable, Sendable {
  case exchange(Exchange)
  /// Nothing satisfies the rules after the change.
  case impossible
  /// The search was stopped.
  case unknown

  /// `nil` where there is none, or none is known.
  public var change: ObjectiveChange? {
    if case .exchange(let exchange) = self { exchange.change } else { nil }
  }
}

/// A problem with its optimum, ready to be asked what changes would cost.
///
/// ```swift
/// let solved = SolvedProblem(problem, best, proof, router)
/// try solved.price(locking: pair).change  // (matched: 0, total: -4)
/// ```
///
/// Where the rules form a network, or amount to one, every answer is a shortest path in it; else it is the
/// difference to an optimum of the changed problem, found by the router's backend.
public struct SolvedProblem: Sendable {
  public let problem: AssignmentProblem
  public let best: Assignment
  public let router: BackendRouter
  /// `nil` where the rules are none.
  public let network: OptimalNetwork?

  /// Takes an optimum with its proof.
  ///
  /// - Complexity: O(pairCount), where the prices have to be found a few times as much.
  public init(
    _ problem: AssignmentProblem, _ best: Assignment, _ proof: Proof, router: BackendRouter
  ) {
    self.problem = problem
    self.best = best
    self.router = router
    network = OptimalNetwork(of: problem, best, proof)
  }

  /// What it costs to choose a pair whatever else; 0 for pairs of some optimum.
  ///
  /// - Throws: ``BackendError``.
  /// - Complexity: a shortest path, or a solve.
  public func price(locking pair: Pair) throws(BackendError) -> ChangePrice {
    if let network { return ChangePrice(network.exchange(locking: pair)) }
    guard problem.table.entry(of: pair) != nil else { return .impossible }
    if best.pairs.contains(pair) { return .exchange(.none) }
    return try price { problem throws(ProblemError) in
      try problem.replacing(locking: pair)
    }
  }

  /// What it costs to do without a pair; 0 for pairs that are not in the optimum.
  ///
  /// - Throws: ``BackendError``.
  /// - Complexity: a shortest path, or a solve.
  public func price(forbidding pair: Pair) throws(BackendError) -> ChangePrice {
    if let network { return ChangePrice(network.exchange(forbidding: pair)) }
    if problem.fixed.contains(pair) { return .impossible }
    guard best.pairs.contains(pair) else { return .exchange(.none) }
    return try price { problem throws(ProblemError) in
      try problem.replacing(table: problem.table.removing([pair]))
    }
  }

  /// An upper bound of what locking a pair can leave, at once; `nil` where prices say nothing.
  ///
  /// - Complexity: O(log mentorCount).
  public func bound(locking pair: Pair) -> ObjectiveChange? {
    guard problem.table.entry(of: pair) != nil else { return nil }
    return network.map { $0.bound(locking: pair) ?? .none } ?? ObjectiveChange.none
  }

  /// The prices of all eligible mentors of a mentee, by mentor.
  ///
  /// - Throws: ``BackendError``.
  /// - Complexity: one search through the network, or a solve for each.
  public func prices(
    ofMentorsFor mentee: Int
  ) throws(BackendError) -> [(mentor: Int, price: ObjectiveChange?)] {
    if let network {
      let known = network.prices(ofMentorsFor: mentee)
      let price = Dictionary(uniqueKeysWithValues: known.map { ($0.person, $0.price) })
      // A pair that the rules rule out is eligible all the same.
      return problem.eligibleMentors(of: mentee).map { ($0, price[$0] ?? nil) }
    }
    var prices: [(mentor: Int, price: ObjectiveChange?)] = []
    for mentor in problem.eligibleMentors(of: mentee) {
      let price = try price(locking: Pair(mentee: mentee, mentor: mentor))
      prices.append((mentor, price.change))
    }
    return prices
  }

  /// The prices of all mentees for whom a mentor is eligible, by mentee.
  ///
  /// - Throws: ``BackendError``.
  /// - Complexity: as ``prices(ofMentorsFor:)``.
  public func prices(
    ofMenteesFor mentor: Int
  ) throws(BackendError) -> [(mentee: Int, price: ObjectiveChange?)] {
    let eligible = problem.demands.indices.filter {
      problem.table.entry(of: Pair(mentee: $0, mentor: mentor)) != nil
    }
    if let network {
      let known = network.prices(ofMenteesFor: mentor)
      let price = Dictionary(uniqueKeysWithValues: known.map { ($0.person, $0.price) })
      return eligible.map { ($0, price[$0] ?? nil) }
    }
    var prices: [(mentee: Int, price: ObjectiveChange?)] = []
    for mentee in eligible {
      let price = try price(locking: Pair(mentee: mentee, mentor: mentor))
      prices.append((mentee, price.change))
    }
    return prices
  }

  /// Which pairs stand in every optimum and which in some.
  ///
  /// - Returns: `nil` when the search was stopped.
  /// - Throws: ``BackendError``.
  /// - Complexity: O(pairCount), or a solve for each pair.
  public func classes() throws(BackendError) -> PairClasses? {
    if let network { return network.classes }
    var (every, some): ([Pair], [Pair]) = ([], [])
    let chosen = Set(best.pairs)
    for entry in 0..<problem.table.pairCount {
      let pair = problem.table.pair(of: entry)
      let price =
        chosen.contains(pair) ? try price(forbidding: pair) : try price(locking: pair)
      switch (price, chosen.contains(pair)) {
      case (.unknown, _): return nil
      case (.exchange(let exchange), _) where isFree(exchange.change): some.append(pair)
      case (_, true): every.append(pair)
      case (_, false): break
      }
    }
    return PairClasses(every: every, some: some)
  }

  private func isFree(_ change: ObjectiveChange) -> Bool {
    change.total == 0 && (change.matched == 0 || problem.coverage != .first)
  }

  private func price(
    _ change: (AssignmentProblem) throws(ProblemError) -> AssignmentProblem
  ) throws(BackendError) -> ChangePrice {
    let changed: AssignmentProblem
    do { changed = try change(problem) } catch { throw .problem(error) }
    return try price(of: changed)
  }

  /// The difference to the best that a changed problem makes, with as many pairs kept as possible.
  ///
  /// Pairs of the two are of the same people; mentors more stand behind all others.
  ///
  /// - Complexity: a solve.
  func price(of changed: AssignmentProblem) throws(BackendError) -> ChangePrice {
    switch try outcome(of: changed) {
    case .infeasible: return .impossible
    case .limitReached: return .unknown
    case .optimal(let next, _):
      guard let objective = changed.objective(of: next.pairs) else { return .unknown }
      let (old, new) = (Set(best.pairs), Set(next.pairs))
      return .exchange(
        Exchange(
          added: new.subtracting(old).sorted(), removed: old.subtracting(new).sorted(),
          change: objective - best.objective))
    }
  }

  private func outcome(
    of changed: AssignmentProblem
  ) throws(BackendError) -> AssignmentOutcome {
    // Which of equal ones it is matters less than that there is an answer.
    if let near = try? changed.preferring(best.pairs),
      let outcome = try? router.solve(near).outcome
    {
      return outcome
    }
    return try router.solve(changed).outcome
  }
}

extension ChangePrice {
  fileprivate init(_ exchange: Exchange?) {
    self = exchange.map { .exchange($0) } ?? .impossible
  }
}

extension OptimalNetwork {
  /// The network of a problem, or the one that its rules amount to.
  fileprivate init?(of problem: AssignmentProblem, _ best: Assignment, _ proof: Proof) {
    let isNetwork = AssignmentSolver().obstacle(in: problem) == nil
    guard let network = isNetwork ? problem : problem.networkEquivalent else { return nil }
    if case .duals(let prices) = proof, isNetwork {
      self.init(network, best: best, prices: prices)
      return
    }
    guard let prices = NetworkCertifier().recoverPrices(for: best, of: network) else { return nil }
    self.init(network, best: best, prices: prices)
  }
}
