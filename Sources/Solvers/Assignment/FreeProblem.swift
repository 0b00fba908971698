package import Problems

/// A problem with its fixed pairs counted out: what is left to choose, and between which bounds.
///
/// ```swift
/// // One mentee with demand 2, one of whose pairs is fixed.
/// try FreeProblem(problem).mentees[0]  // 0...1 under `Coverage.first`
/// ```
///
/// Invariant: the pairs of `table` together with `problem.fixed` are the eligible pairs, and a choice
/// among them is feasible here exactly when it is feasible with the fixed pairs in `problem`.
package struct FreeProblem {
  /// The least and the most free pairs of a person or of a quota.
  package struct Bounds: Equatable {
    package let lower: Int
    package let upper: Int

    package init(lower: Int, upper: Int) {
      self.lower = lower
      self.upper = upper
    }
  }

  package let problem: AssignmentProblem
  /// The eligible pairs that are not fixed.
  package let table: PairTable
  package let mentees: [Bounds]
  package let mentors: [Bounds]
  /// By mentor: the least load of one who may also stay empty; 0 = no such rule.
  package let openMinimums: [Int]
  /// By quota; `nil` where the quota asks for nothing.
  package let quotas: [Bounds?]
  /// By quota: of whom one must have a mentor of the quota for it to hold; `nil` = it holds, as where a
  /// fixed pair meets the condition.
  package let conditions: [[Int]?]

  /// Counts the fixed pairs out.
  ///
  /// - Throws: ``Contradiction`` when rules contradict each other before anything is chosen.
  /// - Complexity: O(pairCount) with fixed pairs, else O(people + quota sizes · fixed pairs).
  package init(_ problem: AssignmentProblem) throws(Contradiction) {
    let fixed = FixedPairs(problem)
    try fixed.check()
    self.problem = problem
    table = problem.table.removing(Set(problem.fixed))
    mentees = problem.demands.indices.map { mentee in
      let open = problem.demands[mentee] - fixed.ofMentee[mentee].count
      return Bounds(lower: problem.coverage == .everyMentee ? open : 0, upper: open)
    }
    mentors = problem.mentors.indices.map { mentor in
      let limits = problem.mentors[mentor]
      let load = fixed.ofMentor[mentor].count
      let isMinimumCertain = problem.minimumRule == .always || load > 0
      let least =
        problem.coverage == .everyMentor
        ? limits.capacity : isMinimumCertain ? limits.minimum : 0
      return Bounds(lower: max(0, least - load), upper: limits.capacity - load)
    }
    openMinimums = problem.mentors.indices.map { mentor in
      fixed.ofMentor[mentor].isEmpty && problem.hasOpeningRule(of: mentor)
        ? problem.mentors[mentor].minimum : 0
    }
    quotas = problem.quotas.indices.map { index in
      let quota = problem.quotas[index]
      guard !quota.isVacuous else { return nil }
      let load = fixed.inQuota[index].count
      return Bounds(
        lower: max(0, quota.atLeast - load), upper: (quota.atMost ?? Self.unbounded) - load)
    }
    conditions = problem.quotas.map { quota in
      problem.fixed.contains(where: quota.isMet) ? nil : quota.when
    }
  }

  /// More than any number of pairs, and far from overflow in sums.
  private static let unbounded = Int(Int32.max) * Int(Int32.max)
}

/// Rules of a problem that cannot hold together, found without a search.
package struct Contradiction: Error, Equatable {
  package let rules: [Rule]
}

extension AssignmentProblem {
  /// Whether the mentor may stay empty or take at least the minimum, and nothing between.
  ///
  /// An if-open minimum of 1 says nothing, and neither does one of a mentor who must be filled or
  /// who has no capacity.
  package func hasOpeningRule(of mentor: Int) -> Bool {
    minimumRule == .ifOpen && mentors[mentor].minimum > 1 && mentors[mentor].capacity > 0
      && coverage != .everyMentor
  }
}

extension Quota {
  /// Whether the quota holds whatever is chosen.
  package var isVacuous: Bool { atLeast <= 0 && atMost == nil }

  /// Whether a pair counts in the quota.
  ///
  /// - Complexity: O(log of the members).
  package func counts(_ pair: Pair) -> Bool {
    Self.contains(mentees, pair.mentee) && Self.contains(mentors, pair.mentor)
  }

  /// Whether a pair makes a quota under a condition hold.
  ///
  /// - Complexity: O(log of the members).
  package func isMet(by pair: Pair) -> Bool {
    when != nil && Self.contains(when, pair.mentee) && Self.contains(mentors, pair.mentor)
  }

  private static func contains(_ members: [Int]?, _ member: Int) -> Bool {
    guard let members else { return true }
    var range = members.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if members[middle] == member { return true }
      range =
        members[middle] < member ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }
}
