public import Problems
import Solvers

/// The pairs that somebody with a list and a pencil would make: those who chose each other first, then always the
/// best pair that is left.
///
/// ```swift
/// ByHand(problem) { isMutualFirstChoice($0) }.pairs
/// ```
///
/// Fixed pairs stand, nobody gets more than there are places for, and upper bounds of quotas and people apart are
/// kept. Whatever needs a look ahead, minimums or groups, is not: the pairs may break such rules, and more
/// people than need be may stay without a mentor. It is what a proposal is compared with, not a policy.
public struct ByHand {
  /// In canonical order.
  public let pairs: [Pair]

  /// Makes the pairs.
  ///
  /// - Complexity: O(*p* log *p* + *p* · rules) for *p* eligible pairs.
  public init(_ problem: AssignmentProblem, isMutualFirstChoice: (Pair) -> Bool) {
    var choices: [(isMutual: Bool, points: Int, pair: Pair)] = []
    problem.table.forEachPair { pair, entry in
      choices.append((isMutualFirstChoice(pair), problem.table.points[entry], pair))
    }
    choices.sort { one, other in
      (one.isMutual ? 1 : 0, one.points, other.pair) > (
        other.isMutual ? 1 : 0, other.points, one.pair
      )
    }
    var choice = GreedyChoice(problem)
    for entry in choices { choice.offer(entry.pair) }
    pairs = choice.pairs.sorted()
  }
}
