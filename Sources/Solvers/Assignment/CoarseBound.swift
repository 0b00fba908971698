package import Problems

extension AssignmentProblem {
  /// A value that no assignment exceeds, from one look at every row: what there is to say when a search
  /// is stopped early.
  ///
  /// - Complexity: O(pairCount log mentorCount).
  package var coarseBound: Objective {
    let seats = mentors.reduce(0) { $0 + min($1.capacity, menteeCount) }
    var needs = 0
    var total = 0
    for mentee in demands.indices {
      let entries = table.entries(of: mentee)
      needs += min(demands[mentee], entries.count)
      for points in table.points[entries].sorted(by: >).prefix(demands[mentee]) where points > 0 {
        total += points
      }
    }
    // Under `ignore` and the other modes `matched` is not what is compared first; it is a bound still.
    return Objective(matched: min(seats, needs), total: total)
  }
}
