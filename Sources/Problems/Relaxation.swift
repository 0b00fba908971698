/// A bound of one rule, moved so that a problem without an answer gets one.
///
/// ```swift
/// Relaxation(rule: .quota(0), by: -2)              // two fewer than the quota asks for
/// Relaxation(rule: .capacity(mentor: 3), by: 1)    // one more place
/// ```
///
/// Up: the most that a quota, a capacity or an hours limit allows. Down: the least that a quota or a
/// minimum asks for, and the places of a mentor who must be filled.
public struct Relaxation: Hashable, Sendable {
  public let rule: Rule
  /// Never 0; in the units of the rule.
  public let by: Int

  public init(rule: Rule, by: Int) {
    self.rule = rule
    self.by = by
  }
}

/// What would make a problem feasible.
public struct RelaxationAdvice: Sendable {
  /// In the order of the rules.
  public let changes: [Relaxation]
  /// It satisfies the problem with the changes.
  public let assignment: Assignment
  /// Whether nothing cheaper helps; else the search was stopped before it was sure.
  public let isCheapest: Bool

  public init(changes: [Relaxation], assignment: Assignment, isCheapest: Bool) {
    self.changes = changes
    self.assignment = assignment
    self.isCheapest = isCheapest
  }
}

extension AssignmentProblem {
  /// The problem with its bounds moved.
  ///
  /// - Throws: ``ProblemError`` as the initializer.
  /// - Complexity: as the initializer.
  public func relaxed(by relaxations: [Relaxation]) throws(ProblemError) -> AssignmentProblem {
    var (mentors, quotas, limits) = (mentors, quotas, hours.limits)
    for relaxation in relaxations {
      let by = relaxation.by
      switch relaxation.rule {
      case .capacity(let mentor):
        mentors[mentor] = MentorLimits(
          capacity: mentors[mentor].capacity + by, minimum: mentors[mentor].minimum)
      case .minimum(let mentor):
        mentors[mentor] = MentorLimits(
          capacity: mentors[mentor].capacity, minimum: mentors[mentor].minimum + by)
      case .hours(let mentor): limits[mentor] = limits[mentor].map { $0 + by }
      case .quota(let index):
        let quota = quotas[index]
        quotas[index] = quota.bounded(
          atLeast: quota.atLeast + min(0, by), atMost: quota.atMost.map { $0 + max(0, by) })
      case .demand, .fixed, .apart, .together: break
      }
    }
    return try replacing(
      mentors: mentors, quotas: quotas,
      hours: MentorHours(limits: limits, mentees: hours.mentees, pairs: hours.pairs))
  }
}
