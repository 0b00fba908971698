import Problems
import Solvers

/// Pairs taken one after the other as they come, never given up again.
///
/// Fixed pairs stand, nobody gets more than there are places for, and upper bounds of quotas and people apart are
/// kept. Whatever needs a look ahead, minimums or groups, is not.
struct GreedyChoice {
  private let problem: AssignmentProblem
  private var demands: [Int]
  private var places: [Int]
  /// By quota with an upper bound: what is left of it.
  private var room: [(quota: Quota, left: Int)]
  private var partners: [Set<Int>]
  private(set) var pairs: [Pair] = []

  init(_ problem: AssignmentProblem) {
    self.problem = problem
    demands = problem.demands
    places = problem.mentors.map(\.capacity)
    partners = problem.demands.map { _ in [] }
    room = problem.quotas.compactMap { quota in
      quota.when == nil ? quota.atMost.map { (quota, $0) } : nil
    }
    for pair in problem.fixed { take(pair) }
  }

  /// Takes a pair where both are free for it.
  ///
  /// - Complexity: O(rules).
  mutating func offer(_ pair: Pair) { if isFree(pair) { take(pair) } }

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
