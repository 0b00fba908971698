import Problems

/// The fixed pairs of a problem, by person and by quota, and what they contradict on their own.
///
/// Every list holds indices into `problem.fixed`, ascending.
struct FixedPairs {
  private let problem: AssignmentProblem
  let ofMentee: [[Int]]
  let ofMentor: [[Int]]
  let inQuota: [[Int]]

  init(_ problem: AssignmentProblem) {
    self.problem = problem
    var ofMentee = Array(repeating: [Int](), count: problem.menteeCount)
    var ofMentor = Array(repeating: [Int](), count: problem.mentorCount)
    for (index, pair) in problem.fixed.enumerated() {
      ofMentee[pair.mentee].append(index)
      ofMentor[pair.mentor].append(index)
    }
    self.ofMentee = ofMentee
    self.ofMentor = ofMentor
    inQuota = problem.quotas.map { quota in
      problem.fixed.indices.filter { quota.counts(problem.fixed[$0]) }
    }
  }

  /// Looks for limits that contradict each other or the fixed pairs.
  ///
  /// Of *k* + 1 or more fixed pairs under a limit *k* the first *k* + 1 are named. Of several
  /// contradictions the one with the fewest rules is named: so no other lies inside it, and none of
  /// its rules can be left out.
  ///
  /// - Throws: ``Contradiction``.
  func check() throws(Contradiction) {
    let found = demandContradictions + mentorContradictions + quotaContradictions
    if let smallest = found.min(by: { $0.rules.count < $1.rules.count }) { throw smallest }
  }

  private var demandContradictions: [Contradiction] {
    ofMentee.indices.compactMap { mentee in
      contradiction(ofMentee[mentee], problem.demands[mentee], .demand(mentee: mentee))
    }
  }

  private var mentorContradictions: [Contradiction] {
    ofMentor.indices.flatMap { mentor in
      let capacity = problem.mentors[mentor].capacity
      let load = contradiction(ofMentor[mentor], capacity, .capacity(mentor: mentor))
      return [load, minimumContradiction(of: mentor)].compactMap { $0 }
    }
  }

  private var quotaContradictions: [Contradiction] {
    problem.quotas.enumerated().compactMap { index, quota in
      // Whether others hold is for a search to say.
      guard let atMost = quota.atMost, quota.when == nil else { return nil }
      if atMost < max(0, quota.atLeast) { return Contradiction(rules: [.quota(index)]) }
      return contradiction(inQuota[index], atMost, .quota(index))
    }
  }

  private func contradiction(_ fixed: [Int], _ limit: Int, _ rule: Rule) -> Contradiction? {
    guard fixed.count > limit else { return nil }
    return Contradiction(rules: fixed.prefix(limit + 1).map { .fixed($0) } + [rule])
  }

  /// A minimum above the capacity contradicts it as soon as the mentor has to take anybody.
  private func minimumContradiction(of mentor: Int) -> Contradiction? {
    let limits = problem.mentors[mentor]
    guard limits.minimum > limits.capacity else { return nil }
    let both: [Rule] = [.minimum(mentor: mentor), .capacity(mentor: mentor)]
    let mustBeFilled = problem.coverage == .everyMentor && limits.capacity > 0
    if problem.minimumRule == .always || mustBeFilled { return Contradiction(rules: both) }
    return ofMentor[mentor].first.map { Contradiction(rules: [.fixed($0)] + both) }
  }
}
