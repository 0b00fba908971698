/// Which of the two kinds of sets of mentees.
public enum Grouping: String, CaseIterable, Sendable {
  /// No two share a mentor.
  case apart
  /// All have the same mentors, or all none.
  case together
}

/// The time that mentors have, and that pairs take of it.
///
/// ```swift
/// // Mentor 0 has 6 hours; mentee 2 takes 2 of any mentor, everybody else 1.
/// MentorHours(limits: [0: 6], mentees: [2: 2])
/// ```
///
/// Σ hours of the chosen pairs of a mentor ≤ the limit of the mentor: with every mentee served once, the
/// generalised assignment problem. The unit is the caller's; hours are whole numbers of it.
///
/// Source: S. Martello, P. Toth, *Knapsack Problems*, 1990, ch. 7.
public struct MentorHours: Equatable, Sendable {
  /// By mentor; who is not listed has no limit.
  public let limits: [Int: Int]
  /// What every pair of a mentee takes; 1 for who is not listed.
  public let mentees: [Int: Int]
  /// Pairs that take other hours than their mentee's others.
  public let pairs: [Pair: Int]

  /// Nobody counts hours.
  public static let unlimited = MentorHours(limits: [:])

  public init(limits: [Int: Int], mentees: [Int: Int] = [:], pairs: [Pair: Int] = [:]) {
    self.limits = limits
    self.mentees = mentees
    self.pairs = pairs
  }

  /// What a pair takes of its mentor.
  public func hours(of pair: Pair) -> Int { pairs[pair] ?? mentees[pair.mentee] ?? 1 }

  /// More hours of one pair than these are refused, so that no sum overflows.
  public static let mostPerPair = Int(Int32.max)

  func check(_ table: PairTable) throws(ProblemError) {
    // In order, so that equal problems fail alike.
    for (mentor, limit) in limits.sorted(by: { $0.key < $1.key }) {
      guard 0..<table.mentorCount ~= mentor else {
        throw .hoursOfNobody(side: .mentors, person: mentor)
      }
      if limit < 0 { throw .hoursOutOfRange(.mentor(mentor), hours: limit) }
    }
    let range = 0...Self.mostPerPair
    for (mentee, hours) in mentees.sorted(by: { $0.key < $1.key }) {
      guard 0..<table.menteeCount ~= mentee else {
        throw .hoursOfNobody(side: .mentees, person: mentee)
      }
      if !range.contains(hours) { throw .hoursOutOfRange(.mentee(mentee), hours: hours) }
    }
    // Pairs that are not eligible, of nobody even, say nothing.
    for (pair, hours) in pairs.sorted(by: { $0.key < $1.key }) where !range.contains(hours) {
      throw .hoursOutOfRange(.pair(pair), hours: hours)
    }
  }
}

/// Whose hours.
public enum HoursOwner: Equatable, Sendable {
  case mentor(Int)
  case mentee(Int)
  case pair(Pair)
}

extension AssignmentProblem {
  /// The same problem with some of its parts replaced; `nil` = as it is.
  ///
  /// - Throws: ``ProblemError`` as the initializer.
  /// - Complexity: as the initializer.
  package func replacing(
    table: PairTable? = nil, demands: [Int]? = nil, mentors: [MentorLimits]? = nil,
    minimumRule: MinimumRule? = nil, quotas: [Quota]? = nil, fixed: [Pair]? = nil,
    apart: [[Int]]? = nil, together: [[Int]]? = nil, hours: MentorHours? = nil,
    coverage: Coverage? = nil
  ) throws(ProblemError) -> AssignmentProblem {
    try AssignmentProblem(
      table: table ?? self.table, demands: demands ?? self.demands,
      mentors: mentors ?? self.mentors, minimumRule: minimumRule ?? self.minimumRule,
      quotas: quotas ?? self.quotas, fixed: fixed ?? self.fixed, apart: apart ?? self.apart,
      together: together ?? self.together, hours: hours ?? self.hours,
      coverage: coverage ?? self.coverage)
  }

  /// The same problem with one pair more that must be chosen.
  ///
  /// - Throws: ``ProblemError/fixedNotEligible(_:)``.
  /// - Complexity: as the initializer.
  package func replacing(locking pair: Pair) throws(ProblemError) -> AssignmentProblem {
    fixed.contains(pair) ? self : try replacing(fixed: fixed + [pair])
  }

  /// The same problem with another coverage rule; `nil` where the numbers are too large for it.
  ///
  /// - Complexity: as the initializer.
  public func covering(_ coverage: Coverage) -> AssignmentProblem? {
    try? replacing(coverage: coverage)
  }

  static func check(
    _ sets: [[Int]], _ kind: Grouping, menteeCount: Int
  ) throws(ProblemError) {
    for (index, set) in sets.enumerated() {
      guard set.count >= 2 else { throw .groupTooSmall(kind, index: index) }
      for (position, mentee) in set.enumerated() {
        guard 0..<menteeCount ~= mentee else {
          throw .groupMemberOutOfRange(kind, index: index, member: mentee)
        }
        if position > 0, set[position - 1] == mentee {
          throw .groupMemberTwice(kind, index: index, member: mentee)
        }
      }
    }
  }
}
