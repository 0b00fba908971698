public import Problems

/// The best assignments of a problem, one after the other.
///
/// ```swift
/// try AssignmentRanking(problem).best(3)  // the optimum, then what comes next to it
/// ```
///
/// Every assignment costs, in the prices of the optimum, the sum of what its arcs cost: so assignments that
/// lose little use only pairs that cost little, and the search is made among these. It goes by K. G. Murty:
/// when the best of a set of assignments is known, the rest falls apart by the first pair in which it differs,
/// and the best of each part is one shortest path away.
///
/// Assignments of equal value stand in canonical order: the one that has the first pair in which two differ
/// comes first.
///
/// Source: K. G. Murty, "An algorithm for ranking all the assignments in order of increasing cost", Operations
/// Research 16(3), 1968, doi:10.1287/opre.16.3.682.
public struct AssignmentRanking: Sendable {
  /// Why assignments could not be ranked.
  public enum Trouble: Error, Equatable {
    case notANetwork(NotANetwork)
    /// Sums could leave 64 bits.
    case tooLarge(ProblemError)
  }

  private let problem: AssignmentProblem
  private let watch: SolverWatch

  public init(_ problem: AssignmentProblem, watching watch: SolverWatch = .none) {
    self.problem = problem
    self.watch = watch
  }

  /// The best assignments, best first; fewer where there are no more, or the caller gave up.
  ///
  /// - Throws: ``Trouble``.
  /// - Complexity: a solve, and O(count · *q* · (*q* + *n* log *q*)) at worst for *q* pairs that cost no more than
  ///   the last assignment loses, as a rule a few of *n* people's; mostly far less.
  public func best(_ count: Int) throws(Trouble) -> [Assignment] {
    let plain = try weighted
    let outcome: AssignmentOutcome
    do { outcome = try AssignmentSolver().solve(plain, watching: watch) } catch {
      throw .notANetwork(error)
    }
    guard count > 0, case .optimal(let best, .duals(let prices)) = outcome,
      let optimum = OptimalNetwork(plain, best: best, prices: prices)
    else { return [] }
    return ranked(optimum, count).map { flow in
      let pairs = problem.fixed + flow.chosenPairs
      return Assignment(
        pairs: pairs, objective: problem.objective(of: pairs) ?? best.objective)
    }
  }

  /// Widens the circle of pairs until the assignments asked for are surely the best.
  private func ranked(_ optimum: OptimalNetwork, _ count: Int) -> [NetworkFlow] {
    let costs = optimum.costs
    var shown = 8 * (optimum.network.nodeCount + 8)
    while true {
      let isWhole = shown >= costs.count / 2
      let limit = isWhole ? Int.max : costs.quantile(shown)
      let part = optimum.network.keeping { _, entry in costs[entry] <= limit }
      // Pairs that cost nothing or gain are all there, and so are the chosen ones.
      guard let flow = NetworkFlow(of: optimum.flow.chosenPairs, in: part) else { return [] }
      var partition = AssignmentPartition(flow, optimum.potentials, limit: limit, count: count)
      let found = partition.run { watch.isCancelled() }
      if found.count == count || isWhole || watch.isCancelled() { return found }
      shown *= 8
    }
  }

  /// The problem with points of which one pair more outweighs all others, where coverage comes first.
  ///
  /// The weight of the problem itself makes only the optimum lexicographic.
  private var weighted: AssignmentProblem {
    get throws(Trouble) {
      guard problem.coverage == .first else { return problem }
      let range = problem.table.points.range
      let largest = max(range.lowerBound.magnitude, range.upperBound.magnitude)
      let places = problem.mentors.reduce(0) { $0 + $1.capacity }
      let pairCount = min(problem.table.pairCount, problem.demands.reduce(0, +), places)
      let (weight, overflow) = Int(min(largest, .max / 4)).multipliedReportingOverflow(
        by: 2 * pairCount)
      let entry = problem.table.points.indexOfLargest
      guard !overflow, weight < .max / 4 else {
        throw .tooLarge(
          .numbersTooLarge(
            pair: problem.table.pair(of: entry), points: problem.table.points[entry]))
      }
      do {
        return try problem.replacing(
          table: problem.table.mapped { [table = problem.table] _, entry in
            table.points[entry] + weight + 1
          }.table, coverage: .ignore)
      } catch {
        throw .tooLarge(error)
      }
    }
  }
}
