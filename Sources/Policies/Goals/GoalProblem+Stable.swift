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

/// Numbers that look drawn by lot, the same for equal seeds.
///
/// Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
/// doi:10.1145/2660193.2660195.
private struct LotSequence {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}
