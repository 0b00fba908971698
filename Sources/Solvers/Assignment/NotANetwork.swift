import Problems

/// Why a problem is not a flow in a network and needs an integer programming solver.
public enum NotANetwork: Error, Equatable, Sendable {
  /// The mentor opens with at least the minimum or not at all.
  case minimumIfOpen(mentor: Int)
  /// The quota counts some mentees only.
  case quotaOverSomeMentees(quota: Int)
  /// The two quotas share mentors, and neither lies inside the other.
  case crossingQuotas(Int, Int)
}

extension NotANetwork {
  /// The first rule of a problem that no network can hold, `nil` when a network can hold all.
  ///
  /// - Complexity: O(mentorCount + quota sizes).
  static func obstacle(in problem: AssignmentProblem) -> NotANetwork? {
    if let mentor = problem.mentors.indices.first(where: problem.hasOpeningRule) {
      return .minimumIfOpen(mentor: mentor)
    }
    do {
      _ = try QuotaTree(problem)
      return nil
    } catch {
      return error
    }
  }
}
