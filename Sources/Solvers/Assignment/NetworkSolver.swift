public import Problems

/// The exact solver of every assignment problem that is a flow in a network.
///
/// ```swift
/// let table = try PairTable(rows: [[3, 5], [4, nil], [2, 2]], mentorCount: 2)
/// let problem = try AssignmentProblem(
///   table: table, mentors: [.init(capacity: 1), .init(capacity: 1)], coverage: .first)
/// try NetworkSolver().solve(problem)
/// // optimal: (0, 1), (1, 0), 9 points; the duals prove it
/// ```
///
/// Successive shortest augmenting paths: the search starts from prices that look at each mentee alone,
/// saturates the arcs that these prices make too cheap, and sends what is then too much at one node
/// along cheapest paths to where it is too little. Unmatched mentees, demands, minimums, quotas and
/// negative points are all the same mechanism; nothing is weighed by a large number to make it
/// feasible.
///
/// Source: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, *Network Flows*, 1993, § 9.7.
///
/// Equal problems get equal answers: ties go to the lowest index. It deliberately refuses what only
/// looks like a flow: see ``NotANetwork``.
public struct NetworkSolver: Sendable {
  public init() {}

  /// Whether a problem is a flow in a network.
  ///
  /// - Returns: the first rule that is not, `nil` when ``solve(_:isCancelled:)`` can solve it.
  /// - Complexity: O(mentorCount + quota sizes).
  public func obstacle(in problem: AssignmentProblem) -> NotANetwork? {
    NotANetwork.obstacle(in: problem)
  }

  /// Finds the best assignment with its prices, or why there is none.
  ///
  /// - Parameters:
  ///   - problem: any problem without an ``obstacle(in:)``.
  ///   - isCancelled: asked between two augmenting paths; when it says yes the answer is
  ///     `limitReached` with what is matched so far.
  /// - Returns: `optimal` with prices, `infeasible` with a witness, or `limitReached`.
  /// - Throws: ``NotANetwork`` for a rule that no network holds.
  /// - Complexity: O(*f* · (*p* + *n* log *p*)) for *f* units to be sent, at most the sum of demands and
  ///   minimums, *p* pairs and *n* people.
  public func solve(
    _ problem: AssignmentProblem, isCancelled: () -> Bool = { false }
  ) throws(NotANetwork) -> AssignmentOutcome {
    if let obstacle = obstacle(in: problem) { throw obstacle }
    let tree = try QuotaTree(problem)
    do {
      let free = try FreeProblem(problem)
      var run = NetworkRun(AssignmentNetwork(free, tree: tree))
      switch run.finish(isCancelled: isCancelled) {
      case .complete:
        return .optimal(run.assignment(of: problem), .duals(run.prices))
      case .cancelled:
        return .limitReached(run.partialAssignment(of: problem), bound: problem.coarseBound)
      case .blocked(let reached):
        return infeasible(problem, cut: NetworkCut(run.flow.network, reached: reached))
      }
    } catch {
      return .infeasible(.conflict(error.rules))
    }
  }

  /// The cut names too needy a set of people, unless minimums and quotas of one side stand against
  /// each other; then a minimal set of them is looked for.
  private func infeasible(_ problem: AssignmentProblem, cut: NetworkCut) -> AssignmentOutcome {
    if let violator = cut.hallViolator { return .infeasible(.hall(violator)) }
    let filter = ConflictFilter(problem)
    for part in filter.weakerProblems.dropFirst() {
      if let violator = blockingCut(of: part)?.hallViolator { return .infeasible(.hall(violator)) }
    }
    let rules = filter.minimalConflict { part in hasContradiction(part) }
    return .infeasible(.conflict(rules))
  }

  private func hasContradiction(_ problem: AssignmentProblem) -> Bool {
    (try? FreeProblem(problem)) == nil || blockingCut(of: problem) != nil
  }

  private func blockingCut(of problem: AssignmentProblem) -> NetworkCut? {
    guard let tree = try? QuotaTree(problem), let free = try? FreeProblem(problem) else {
      return nil
    }
    var run = NetworkRun(AssignmentNetwork(free, tree: tree))
    guard case .blocked(let reached) = run.finish(isCancelled: { false }) else { return nil }
    return NetworkCut(run.flow.network, reached: reached)
  }
}
