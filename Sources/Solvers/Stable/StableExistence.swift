package import Problems

/// Whether an assignment exists that is stable though people have equals on their lists, and why not.
package enum StableExistence: Equatable, Sendable {
  case found([Pair])
  case none(NoStableAssignment)
  /// Mentees ask for several mentors, and the market is too large to look at all assignments.
  case undecided
}

/// Why no assignment is as stable as asked.
package enum NoStableAssignment: Equatable, Sendable {
  /// All assignments have been looked at, branch by branch: anybody can do it again.
  case search(nodes: Int)
  /// None holds a pair of `deleted`, each for those before it; of what is left, all are blocked if `candidate` is.
  ///
  /// The deletions and the blocking pair can be checked by hand; that one candidate stands for all is the theorem
  /// of the source.
  case trace(deleted: [Pair], candidate: [Pair], blocking: Pair)
}

/// Looks for an assignment that is strongly or super-stable.
///
/// ```swift
/// IndifferentStability(market, .superStable).answer()  // .found(pairs) or .none(why)
/// ```
///
/// Mentees propose to all equals at once. Super-stable: a mentor who gets more than there are seats for refuses all
/// whom they like least. Strong: refuses them where those who compete for seats are more than the seats. Weakly
/// stable assignments always exist; see ``DeferredAcceptance``.
///
/// Mentees who ask for several mentors are beyond these theorems: then all assignments are looked at, up to a limit.
///
/// Source: R. W. Irving, "Stable marriage and indifference", Discrete Applied Mathematics 48(3), 1994,
/// doi:10.1016/0166-218X(92)00179-P; R. W. Irving, D. F. Manlove, S. Scott, "The hospitals/residents problem with ties",
/// SWAT 2000, doi:10.1007/3-540-44985-X_24; the same, "Strong stability in the hospitals/residents problem", STACS 2003,
/// doi:10.1007/3-540-36494-3_39.
package struct IndifferentStability {
  private let market: RankedMarket
  private let stability: Stability
  private let searchLimit: Int

  /// - Parameters:
  ///   - market: fixed pairs are not in the result.
  ///   - stability: what is asked.
  ///   - searchLimit: how many decisions a search may take that confirms that there is none.
  package init(_ market: RankedMarket, _ stability: Stability, searchLimit: Int = 20_000) {
    (self.market, self.stability, self.searchLimit) = (market, stability, searchLimit)
  }

  /// An assignment as stable as asked, where mentees ask for one mentor the best for them; or why there is none.
  ///
  /// - Complexity: O(pairCount · degree) super-stable, O(pairCount²) strong, and the search.
  package func answer() -> StableExistence {
    if stability == .weak { return .found(DeferredAcceptance(market).pairs()) }
    guard market.demands.allSatisfy({ $0 <= 1 }) else { return searched() ?? .undecided }
    var run = IndifferentProposals(market, stability)
    let candidate = run.candidate()
    guard let blocking = BlockingPairs(market, of: candidate).first(stability) else {
      return .found(candidate)
    }
    if case .none(let reason)? = searched() { return .none(reason) }
    return .none(.trace(deleted: run.deleted, candidate: candidate, blocking: blocking))
  }

  private func searched() -> StableExistence? {
    var search = StableSearch(market, stability)
    let answer = search.run(limit: 1, nodeLimit: searchLimit)
    if let found = answer.found.first { return .found(found) }
    return answer.isComplete ? StableExistence.none(.search(nodes: answer.nodeCount)) : nil
  }
}
