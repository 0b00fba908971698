/// One mentee with one mentor, as 0-based indices of an ``AssignmentProblem``.
public struct Pair: Hashable, Comparable, Sendable {
  public let mentee: Int
  public let mentor: Int

  public init(mentee: Int, mentor: Int) {
    self.mentee = mentee
    self.mentor = mentor
  }

  /// The canonical order: by mentee, then by mentor.
  public static func < (left: Pair, right: Pair) -> Bool {
    (left.mentee, left.mentor) < (right.mentee, right.mentor)
  }
}

/// One of the two sides of the market.
public enum Side: String, Sendable {
  case mentees, mentors
}
