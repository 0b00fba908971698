/// How many mentees a mentor takes.
public struct MentorLimits: Equatable, Sendable {
  /// The most mentees this mentor takes; 0 is legal.
  public let capacity: Int
  /// The least mentees; ``AssignmentProblem/minimumRule`` says whether 0 is legal beside it.
  public let minimum: Int

  public init(capacity: Int, minimum: Int = 0) {
    self.capacity = capacity
    self.minimum = minimum
  }
}

/// What a mentor's minimum asks for.
public enum MinimumRule: String, CaseIterable, Sendable {
  /// Nobody at all, or at least the minimum: a group opens or it does not.
  case ifOpen = "if-open"
  /// At least the minimum, whatever happens.
  case always
}

/// How the number of matched pairs stands to their points.
public enum Coverage: Sendable {
  /// As many pairs as possible, then as many points as possible.
  case first
  /// Points alone; people stay unmatched where that is better.
  case ignore
  /// Every mentee gets exactly the demand, or the problem is infeasible.
  case everyMentee
  /// Every mentor gets exactly the capacity, or the problem is infeasible: what solvers of the linear
  /// assignment problem mean by "all" on a matrix with more rows than columns.
  case everyMentor
}

/// Bounds on the number of chosen pairs inside a set of mentees × mentors.
///
/// A person who mentors in two forms under one total capacity is a quota over the two rows that the
/// person has among the mentors. Under a condition it says what a group is made of:
///
/// ```swift
/// // Whoever joins mentor 4, there is one of the experienced mentees 0 and 7 too.
/// Quota(name: "experienced", mentees: [0, 7], mentors: [4], atLeast: 1, when: Array(0..<9))
/// // Where mentee 3 is, mentees 5 and 6 are not.
/// Quota(name: "age", mentees: [5, 6], mentors: [4], atMost: 0, when: [3])
/// ```
public struct Quota: Equatable, Sendable {
  public let name: String
  /// The mentees whose pairs count, ascending; `nil` = all.
  public let mentees: [Int]?
  /// The mentors whose pairs count, ascending; `nil` = all.
  public let mentors: [Int]?
  public let atLeast: Int
  /// `nil` = no upper bound.
  public let atMost: Int?
  /// The mentees of whom at least one must have a mentor of the quota for the bounds to hold, ascending;
  /// `nil` = they always hold.
  public let when: [Int]?

  public init(
    name: String, mentees: [Int]? = nil, mentors: [Int]? = nil, atLeast: Int = 0,
    atMost: Int? = nil, when: [Int]? = nil
  ) {
    self.name = name
    self.mentees = mentees.map { Set($0).sorted() }
    self.mentors = mentors.map { Set($0).sorted() }
    self.atLeast = atLeast
    self.atMost = atMost
    self.when = when.map { Set($0).sorted() }
  }

  /// The same quota with other bounds.
  package func bounded(atLeast: Int, atMost: Int?) -> Quota {
    Quota(
      name: name, mentees: mentees, mentors: mentors, atLeast: atLeast, atMost: atMost, when: when)
  }
}
