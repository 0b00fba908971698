import Problems
import Solvers

/// The fewest changes with which a pair can be chosen, and with which an approved one can be done without.
///
/// Where few changes are allowed hardly any pair is left to choose, and most approved pairs stand.
struct ChangeBounds {
  /// By pair: no assignment that has it has fewer changes; changes are negated, `nil` = none has it at all.
  private var having: [Pair: Int] = [:]
  /// By approved pair of the assignment with the fewest changes: the same for those that have it not.
  private var lacking: [Pair: Int?] = [:]

  /// Takes a network of which the first goal is that of fewest changes, the approved pairs that are possible, and
  /// whether only assignments with the most pairs count; `nil` where the search was stopped.
  ///
  /// - Throws: ``BackendError``.
  /// - Complexity: a shortest path tree for every mentee, and a shortest path for every approved pair.
  init?(_ network: NetworkSums, approved: Set<Pair>, covers: Bool) throws(BackendError) {
    let solved = try network.solve(TradeOffWeights(first: 1, second: 0))
    guard case .optimal(let best, .duals(let prices)) = solved.outcome,
      let optimum = OptimalNetwork(solved.problem, best: best, prices: prices)
    else { return nil }
    let least = best.objective.total - approved.count
    func reached(_ change: ObjectiveChange?) -> Int? {
      change.flatMap { covers && $0.matched < 0 ? nil : least + $0.total }
    }
    for mentee in 0..<solved.problem.menteeCount {
      for candidate in optimum.prices(ofMentorsFor: mentee) {
        having[Pair(mentee: mentee, mentor: candidate.person)] = reached(candidate.price)
      }
    }
    let fixed = Set(solved.problem.fixed)
    for pair in best.pairs where approved.contains(pair) && !fixed.contains(pair) {
      lacking[pair] = .some(reached(optimum.exchange(forbidding: pair)?.change))
    }
  }

  /// The problem with what is left to choose where no more changes are allowed than these, negated.
  func problem(_ problem: AssignmentProblem, changing least: Int) -> AssignmentProblem? {
    let fixed = Set(problem.fixed)
    let standing = lacking.filter { ($0.value ?? .min) < least }.map(\.key)
    let table = problem.table.mapped { pair, entry in
      fixed.contains(pair) || (having[pair] ?? .min) >= least ? problem.table.points[entry] : nil
    }.table
    return try? problem.replacing(table: table, fixed: fixed.union(standing).sorted())
  }
}
