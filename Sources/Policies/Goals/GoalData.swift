public import Problems

/// What the goals of a chain look at beside the points.
public struct GoalData: Equatable, Sendable {
  /// `nil` where nobody was asked: then everybody is content with all who are eligible.
  public var rankings: Rankings?
  /// Pairs of an approved assignment.
  public var approved: Set<Pair>
  /// By mentee, in any unit; empty = nobody waits.
  public var waiting: [Int]

  public init(rankings: Rankings? = nil, approved: Set<Pair> = [], waiting: [Int] = []) {
    self.rankings = rankings
    self.approved = approved
    self.waiting = waiting
  }

  public static let none = GoalData()
}
