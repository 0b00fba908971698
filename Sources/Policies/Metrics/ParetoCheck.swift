import Problems
import Solvers

/// Whether mentees could trade so that nobody is worse off and somebody better.
///
/// Every mentee may keep what there is or have something better in the own list; of all assignments that keep
/// everybody served, the one that gains most places is an assignment problem. Only for one mentor each.
struct ParetoCheck {
  /// `nil` where mentees have several mentors, or rules beside places bind: then trades are another problem.
  let isEfficient: Bool?

  /// - Complexity: that of ``AssignmentSolver``.
  init(_ meter: MarketMeter, _ measured: MeasuredPairs) {
    let problem = meter.market.problem
    var current = [Int32](repeating: 0, count: problem.menteeCount)
    for (pair, place) in zip(measured.pairs, measured.mentorPlaces) { current[pair.mentee] = place }
    let fixed = Set(problem.fixed)
    let chosen = Set(measured.pairs)
    // Whoever is served stays so before any place is gained.
    let gains = meter.lastPlaces.ofMentees.reduce(0) { $0 + Int($1) }
    let bonus = gains + problem.menteeCount + 1
    let table = problem.table.mapped { pair, entry in
      if fixed.contains(pair) { return bonus }
      let held = current[pair.mentee]
      guard held > 0 else { return meter.places.isAcceptable(entry) ? 1 : nil }
      if chosen.contains(pair) { return bonus }
      let place = meter.places.ofMentors[entry]
      guard meter.places.isAcceptable(entry), place <= held else { return nil }
      return bonus + Int(held - place)
    }.table
    guard problem.demands.allSatisfy({ $0 <= 1 }), problem.quotas.allSatisfy(\.isVacuous),
      problem.apart.isEmpty, problem.together.isEmpty, problem.hours == .unlimited,
      let trades = try? problem.replacing(table: table, coverage: .ignore),
      case .optimal(let best, _)? = try? AssignmentSolver().solve(trades)
    else {
      isEfficient = nil
      return
    }
    isEfficient = best.objective.total == bonus * measured.pairs.count
  }
}
