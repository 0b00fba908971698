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
  private let problem: AssignmentProblem
  private var demands: [Int]
  private var places: [Int]
  /// By quota with an upper bound: what is left of it.
  private var room: [(quota: Quota, left: Int)]
  private var partners: [Set<Int>]
  /// In canonical order.
  public private(set) var pairs: [Pair] = []

  /// Makes the pairs.
  ///
  /// - Complexity: O(*p* log *p* + *p* · rules) for *p* eligible pairs.
  public init(_ problem: AssignmentProblem, isMutualFirstChoice: (Pair) -> Bool) {
    self.problem = problem
    demands = problem.demands
    places = problem.mentors.map(\.capacity)
    partners = problem.demands.map { _ in [] }
    room = problem.quotas.compactMap { quota in
      quota.when == nil ? quota.atMost.map { (quota, $0) } : nil
    }
    for pair in problem.fixed { take(pair) }
    var choices: [(isMutual: Bool, points: Int, pair: Pair)] = []
    problem.table.forEachPair { pair, entry in
      choices.append((isMutualFirstChoice(pair), problem.table.points[entry], pair))
    }
    choices.sort { one, other in
      (one.isMutual ? 1 : 0, one.points, other.pair) > (
        other.isMutual ? 1 : 0, other.points, one.pair
      )
    }
    for choice in choices where isFree(choice.pair) { take(choice.pair) }
    pairs.sort()
  }

  private mutating func take(_ pair: Pair) {
    pairs.append(pair)
    demands[pair.mentee] -= 1
    places[pair.mentor] -= 1
    partners[pair.mentee].insert(pair.mentor)
    for index in room.indices where room[index].quota.counts(pair) { room[index].left -= 1 }
  }

  private func isFree(_ pair: Pair) -> Bool {
    demands[pair.mentee] > 0 && places[pair.mentor] > 0
      && !partners[pair.mentee].contains(pair.mentor)
      && room.allSatisfy { $0.left > 0 || !$0.quota.counts(pair) }
      && problem.apart.allSatisfy { set in
        !set.contains(pair.mentee)
          || set.allSatisfy { !partners[$0].contains(pair.mentor) }
      }
  }
}
