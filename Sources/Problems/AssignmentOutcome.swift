/// What is true of a problem, as far as a solver found out.
///
/// "Did the call work" is another question: a call that could not be carried out throws.
public enum AssignmentOutcome: Equatable, Sendable {
  /// The best assignment, with its proof.
  case optimal(Assignment, Proof)
  /// A limit was reached; no assignment is better than `bound`. `nil`: none was found yet.
  case limitReached(Assignment?, bound: Objective)
  /// No assignment satisfies the problem.
  case infeasible(Witness)
}

/// Why an assignment is optimal.
public enum Proof: Equatable, Sendable {
  /// Prices that anybody can check by hand.
  case duals(DualPrices)
  /// The word of a solver's tree search: no assignment is better than this value.
  case bound(Objective)
  /// Best means here to be what a policy's definition says, and that can be held against the pairs.
  case definition
}
