package import Problems

extension ConflictFilter {
  /// Weaker and weaker problems that are networks, to look for too needy a set of people in.
  ///
  /// Such a set in a weaker problem is one in the problem. First goes what no network holds, then the
  /// lower bounds of rules, then the quotas, then the minimums too. The last is left with demands and
  /// capacities alone, where every infeasibility is such a set.
  ///
  /// - Complexity: O(pairCount + quota sizes).
  package var weakerProblems: [AssignmentProblem] {
    let held = rules.filter { rule in
      switch rule {
      case .minimum: problem.minimumRule == .always
      case .quota(let index): alwaysCountsEverybody(problem.quotas[index])
      case .fixed, .capacity, .demand: true
      case .apart, .together, .hours: false
      }
    }
    let withoutQuotas = held.filter { if case .quota = $0 { false } else { true } }
    let fixed = withoutQuotas.filter { if case .minimum = $0 { false } else { true } }
    let network = problem(keeping: Set(held))
    return [
      network, network.flatMap(withoutLowerBounds), problem(keeping: Set(withoutQuotas)),
      problem(keeping: Set(fixed)),
    ]
    .compactMap { $0 }.filter { NetworkSolver().obstacle(in: $0) == nil }
  }

  private func alwaysCountsEverybody(_ quota: Quota) -> Bool {
    quota.when == nil && (quota.mentees.map { $0.count == problem.menteeCount } ?? true)
  }

  private func withoutLowerBounds(_ problem: AssignmentProblem) -> AssignmentProblem? {
    try? problem.replacing(
      mentors: problem.mentors.map { MentorLimits(capacity: $0.capacity) },
      quotas: problem.quotas.map { $0.bounded(atLeast: 0, atMost: $0.atMost) })
  }
}
