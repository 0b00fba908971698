public import Problems

/// What policies look at and what their answers are measured by: one instance or season.
///
/// ```swift
/// let market = Market(problem, rankings: rankings)
/// try Policy.stableMentee.result(in: market).assignment?.pairs
/// ```
public struct Market: Sendable {
  /// Where the preferences of rank-based policies come from.
  public enum Preferences: String, CaseIterable, Sendable {
    /// From people's answers.
    case rankings
    /// From the points: everybody likes best whom they have the most points with.
    case points
  }

  /// Mentees who are looked at together: a form, a school, a named quota.
  public struct Group: Equatable, Sendable {
    public let name: String
    public let mentees: [Int]

    public init(name: String, mentees: [Int]) {
      self.name = name
      self.mentees = mentees
    }
  }

  public let problem: AssignmentProblem
  public let rankings: Rankings
  public let preferences: Preferences
  public let groups: [Group]
  /// What goals look at beside points and ranks.
  public let data: GoalData
  /// The acceptable pairs, fixed ones counted out.
  public let ranked: RankedMarket

  /// Takes a problem with its people's answers.
  ///
  /// - Parameters:
  ///   - problem: who is eligible for whom, with how many points, under which rules.
  ///   - rankings: `nil` = nobody was asked.
  ///   - preferences: `nil` = rankings where there are any.
  ///   - groups: by which coverage and points are compared.
  ///   - approved: the pairs that the goal of fewest changes holds on to.
  ///   - waiting: by mentee, in any unit.
  /// - Complexity: O(pairCount · log degree + length of the rankings).
  public init(
    _ problem: AssignmentProblem, rankings: Rankings?, preferences: Preferences? = nil,
    groups: [Group] = [], approved: Set<Pair> = [], waiting: [Int] = []
  ) {
    self.problem = problem
    self.groups = groups
    self.preferences = preferences ?? (rankings == nil ? .points : .rankings)
    self.rankings =
      switch self.preferences {
      case .points: Rankings(inducedBy: problem.table)
      case .rankings:
        rankings
          ?? Rankings(
            mentees: Array(repeating: nil, count: problem.menteeCount),
            mentors: Array(repeating: nil, count: problem.mentorCount))
      }
    data = GoalData(rankings: self.rankings, approved: approved, waiting: waiting)
    ranked = RankedMarket(problem, self.rankings)
  }
}
