import Problems
import Solvers

extension GoalProblem {
  /// A stable assignment that is good for the goals: the best of deferred acceptance with equals in many orders.
  ///
  /// The rules beside capacities are not looked at.
  func stableStart() -> [Pair]? {
    let acceptance = DeferredAcceptance(
      problem.table, demands: problem.demands, capacities: problem.mentors.map(\.capacity),
      places: (places.ofMentors, places.ofMentees))
    let meter = GoalMeter(goals: self)
    var lot = LotSequence(seed: 1)
    return (0..<Self.lotCount).lazy.map { index in
      acceptance.pairs(
        lots: index == 0 ? nil : (0..<problem.table.pairCount).map { _ in lot.next() })
    }.map { (pairs: $0, worth: meter.worth(of: $0)) }
      .max { $0.worth.lexicographicallyPrecedes($1.worth) }?.pairs
  }

  private static let lotCount = 30
}
