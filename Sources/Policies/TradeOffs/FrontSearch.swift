import Problems

/// The search for the points of two goals where neither can gain without the other losing.
struct FrontSearch {
  let given: TradeOffCase
  /// Whether it ended before all points were found.
  private(set) var isStopped = false

  init(_ given: TradeOffCase) { self.given = given }

  /// From the best for the first goal to the best for the second; `nil` where there are none.
  ///
  /// - Throws: ``BackendError``.
  mutating func candidates() throws(BackendError) -> [TradeOffCandidate]? {
    switch (given.first, given.second) {
    case (.worst, _): try thresholds(beside: given.second)?.reversed()
    case (_, .worst): try thresholds(beside: given.first)
    case (_, _): try corners()
    }
  }

  /// The points that are the only best ones for some weighted sum.
  private mutating func corners() throws(BackendError) -> [TradeOffCandidate]? {
    guard let left = try end([given.first, given.second]) else { return isStopped ? [] : nil }
    guard let right = try end([given.second, given.first]) else { return [left] }
    guard left.worth != right.worth, let source = given.source(matched: left.pairs.count) else {
      return [left]
    }
    var found = [left, right]
    var open = [(left, right)]
    while let (left, right) = open.popLast(), !isStopped {
      let weights = TradeOffWeights(between: left.worth, right.worth)
      switch try source.best(weights, floor: nil) {
      case .stopped, .nothing: isStopped = true
      case .best(let pairs):
        let middle = given.candidate(pairs)
        guard weights.value(middle.worth) > weights.value(left.worth) else { continue }
        found.append(middle)
        open += [(left, middle), (middle, right)]
      }
    }
    found.sort { $0.worth.first > $1.worth.first }
    // Which points of a line between two corners are met is chance.
    return found.corners
  }

  private mutating func end(_ goals: [Goal]) throws(BackendError) -> TradeOffCandidate? {
    switch try given.best(for: goals) {
    case .best(let pairs): return given.candidate(pairs)
    case .nothing: return nil
    case .stopped:
      isStopped = true
      return nil
    }
  }

  /// The best for a sum with no pair worse than some number of points, for one number after the other; from the
  /// best for the sum on.
  private mutating func thresholds(
    beside other: Goal
  ) throws(BackendError) -> [TradeOffCandidate]? {
    guard var last = try end([other]) else { return isStopped ? [] : nil }
    let (problem, matched) = (given.goals.problem, last.pairs.count)
    let pinned = problem.fixed.compactMap(problem.table.points).min() ?? .max
    let steps = Set(problem.table.points).sorted()
    let weights = TradeOffWeights(
      first: given.first == .worst ? 0 : 1, second: given.second == .worst ? 0 : 1)
    func worst(_ one: TradeOffCandidate) -> Int {
      given.first == .worst ? one.worth.first : one.worth.second
    }
    func sum(_ one: TradeOffCandidate) -> Int {
      given.first == .worst ? one.worth.second : one.worth.first
    }
    guard let source = given.source(matched: matched) else { return [last] }
    var found: [TradeOffCandidate] = []
    while worst(last) < pinned {
      let floor = steps.first { $0 > worst(last) } ?? worst(last) + 1
      let answer = try source.best(weights, floor: floor)
      if case .stopped = answer { isStopped = true }
      guard case .best(let pairs) = answer, pairs.count == matched || !given.covers else { break }
      let next = given.candidate(pairs)
      // As good for the sum and better in the worst pair: the one before has nothing for it.
      if sum(next) < sum(last) { found.append(last) }
      last = next
    }
    return found + [last]
  }
}
