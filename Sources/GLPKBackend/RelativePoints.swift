import Problems
import Solvers

/// The points of the free pairs without what every answer has in common.
///
/// ```swift
/// // Every mentee takes one mentor; points 900 and 905 in the only row.
/// RelativePoints(free, matched: nil)  // values [-5, 0], common 905
/// ```
///
/// Σ points = `common` + Σ `values` over every choice of free pairs that the program allows. Numbers near
/// 0 leave GLPK's arithmetic the digits in which answers differ.
struct RelativePoints {
  /// By entry of the free table.
  let values: [Int]
  let common: Int

  /// - Parameters:
  ///   - free: the problem with its fixed pairs counted out.
  ///   - matched: the number of free pairs of every answer; `nil` = it is not known.
  /// - Complexity: O(pairCount).
  init(_ free: FreeProblem, matched: Int?) {
    let table = free.table
    if let matched {
      let top = table.points.range.upperBound
      values = table.points.map { $0 - top }
      common = top * matched
      return
    }
    let mostPairs = free.mentees.indices.reduce(0) {
      $0 + min(free.mentees[$1].upper, table.entries(of: $1).count)
    }
    switch free.problem.coverage {
    case .first, .ignore:
      values = Array(table.points)
      common = 0
    case .everyMentee:
      (values, common) = Self.relative(table, served: free.mentees, mostPairs) { mentee, _ in mentee
      }
    case .everyMentor:
      (values, common) = Self.relative(table, served: free.mentors, mostPairs) { _, mentor in mentor
      }
    }
  }

  /// Measures every pair from the best one of its person; each of `served` has `upper` pairs, and no
  /// assignment has more than `mostPairs`.
  private static func relative(
    _ table: PairTable, served: [FreeProblem.Bounds], _ mostPairs: Int,
    person: (_ mentee: Int, _ mentor: Int) -> Int
  ) -> (values: [Int], common: Int) {
    var tops = [Int?](repeating: nil, count: served.count)
    var counts = [Int](repeating: 0, count: served.count)
    var owners: [Int] = []
    owners.reserveCapacity(table.pairCount)
    for mentee in 0..<table.menteeCount {
      for entry in table.entries(of: mentee) {
        let owner = person(mentee, table.mentor(of: entry, mentee: mentee))
        owners.append(owner)
        tops[owner] = max(tops[owner] ?? .min, table.points[entry])
        counts[owner] += 1
      }
    }
    // Who needs more pairs than there are makes the problem infeasible, and sums could overflow.
    let neededCounts = zip(served, counts).map { min($0.upper, $1) }
    guard neededCounts.reduce(0, +) <= mostPairs else { return (Array(table.points), 0) }
    let common = zip(tops, neededCounts).reduce(0) { $0 + ($1.0 ?? 0) * $1.1 }
    return (zip(table.points, owners).map { $0 - (tops[$1] ?? 0) }, common)
  }
}
