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
  /// - Throws: ``Contradiction`` with the first of them: of *k* + 1 or more fixed pairs under a limit
  ///   *k* the first *k* + 1 are named, so that no listed rule can be left out.
  func check() throws(Contradiction) {
    for mentee in ofMentee.indices {
      try check(ofMentee[mentee], against: problem.demands[mentee], .demand(mentee: mentee))
    }
    for mentor in ofMentor.indices {
      let capacity = problem.mentors[mentor].capacity
      try check(ofMentor[mentor], against: capacity, .capacity(mentor: mentor))
      try checkMinimum(of: mentor)
    }
    for (index, quota) in problem.quotas.enumerated() {
      guard let atMost = quota.atMost else { continue }
      if atMost < max(0, quota.atLeast) { throw Contradiction(rules: [.quota(index)]) }
      try check(inQuota[index], against: atMost, .quota(index))
    }
  }

  private func check(_ fixed: [Int], against limit: Int, _ rule: Rule) throws(Contradiction) {
    guard fixed.count > limit else { return }
    throw Contradiction(rules: fixed.prefix(limit + 1).map { .fixed($0) } + [rule])
  }

  /// A minimum above the capacity contradicts it as soon as the mentor has to take anybody.
  private func checkMinimum(of mentor: Int) throws(Contradiction) {
    let limits = problem.mentors[mentor]
    guard limits.minimum > limits.capacity else { return }
    let pair: [Rule] = [.minimum(mentor: mentor), .capacity(mentor: mentor)]
    if problem.minimumRule == .always { throw Contradiction(rules: pair) }
    if problem.coverage == .everyMentor, limits.capacity > 0 { throw Contradiction(rules: pair) }
    if let fixed = ofMentor[mentor].first { throw Contradiction(rules: [.fixed(fixed)] + pair) }
  }
}
