import Problems

/// Why a problem is not a flow in a network and needs an integer programming solver.
public enum NotANetwork: Error, Equatable, Sendable {
  /// The mentor opens with at least the minimum or not at all.
  case minimumIfOpen(mentor: Int)
  /// The quota counts some mentees only.
  case quotaOverSomeMentees(quota: Int)
  /// The quota holds only where some mentee has one of its mentors.
  case quotaUnderCondition(quota: Int)
  /// The two quotas share mentors, and neither lies inside the other.
  case crossingQuotas(Int, Int)
  /// Two mentees of this set could share a mentor, and must not.
  case apart(Int)
  /// The mentees of this set need the same mentors.
  case together(Int)
  /// The mentor has too few hours for some choice that the capacity allows.
  case hours(mentor: Int)
}

extension NotANetwork {
  /// The first rule of a problem that no network can hold, `nil` when a network can hold all.
  ///
  /// - Complexity: O(mentorCount + quota sizes), with other rules O(their sizes · mentorCount) more.
  static func obstacle(in problem: AssignmentProblem) -> NotANetwork? {
    if let mentor = problem.mentors.indices.first(where: problem.hasOpeningRule) {
      return .minimumIfOpen(mentor: mentor)
    }
    if let rule = problem.bindingSideRule { return rule }
    do {
      _ = try QuotaTree(problem)
      return nil
    } catch {
      return error
    }
  }
}
