public import Problems

/// What the independent checker says about a claimed outcome.
///
/// Invariant: an accepted outcome with a checked proof is true of the problem, whoever computed it.
public struct Verdict: Equatable, Sendable {
  /// How far an accepted claim rests on its proof.
  public enum Standing: String, Sendable {
    /// Everything claimed was recomputed.
    case checked
    /// The answer was recomputed; the bound or the conflict is a solver's word.
    case trusted
  }

  /// One thing that is wrong with a claim, with its place.
  public enum Problem: Hashable, Sendable {
    case notEligible(Pair)
    case chosenTwice(Pair)
    case fixedMissing(Pair)
    /// So many pairs, mentees of a set or hours count in a rule that does not allow it.
    case broken(Rule, count: Int)
    case objective(claimed: Objective, actual: Objective?)
    /// The bound of a proof is not the value of the answer, or the answer is better than its bound.
    case bound(Objective)
    case priceCount(claimed: Int, expected: Int)
    /// The weight does not make the objective lexicographic, or is not 0 where it must be.
    case coverageWeight(claimed: Int, required: Int)
    case reducedCost(Pair, isChosen: Bool)
    /// The price of this rule has the wrong sign, or the rule is not at its bound.
    case price(Rule)
    case witnessPerson(Side, Int)
    case witnessLeavesOut(Pair)
    case witnessSide(Side)
    case witnessNumbers(needed: Int, places: Int)
    case unknownRule(Rule)
    /// The rules named can hold together, or some of them are not needed for the conflict.
    case noConflict
  }

  /// In the order of the checks; empty for an accepted claim.
  public let problems: [Problem]
  /// `nil` when the claim was rejected.
  public let proof: Standing?
  public var accepted: Bool { problems.isEmpty }

  init(_ problems: [Problem], proof: Standing) {
    self.problems = problems
    self.proof = problems.isEmpty ? proof : nil
  }

  /// Checks a claimed outcome against its problem; of wrong pairs the first 1000 are named.
  ///
  /// - Complexity: O(pairCount · (1 + quota count)), conflicts by a search of bounded length.
  public init(checking outcome: AssignmentOutcome, of problem: AssignmentProblem, threads: Int = 1)
  {
    let rows = Rows(problem)
    switch outcome {
    case .optimal(let best, .duals(let prices)):
      let broken = rows.problems(of: best)
      let wrong = broken.isEmpty ? rows.problems(of: prices, best.pairs, threads: threads) : []
      self.init(broken + wrong, proof: .checked)
    case .optimal(let best, .bound(let bound)):
      let wrong: [Problem] = bound == best.objective ? [] : [.bound(bound)]
      self.init(rows.problems(of: best) + wrong, proof: .trusted)
    case .optimal(let best, .definition): self.init(rows.problems(of: best), proof: .trusted)
    case .limitReached(let best, let bound):
      let (isFirst, value) = (problem.coverage == .first, best?.objective ?? bound)
      let keys = [value, bound].map { (isFirst ? $0.matched : 0, $0.total) }
      let broken = best.map(rows.problems(of:)) ?? []
      self.init(broken + (keys[0] > keys[1] ? [.bound(bound)] : []), proof: .trusted)
    case .infeasible(.hall(let hall)): self.init(rows.problems(of: hall), proof: .checked)
    case .infeasible(.conflict(let rules)): self = rows.verdict(on: rules)
    case .infeasible(.unisolated(let rules)): self = rows.verdict(on: rules, isMinimal: false)
    }
  }
}
