public import Problems

/// What "best" means.
///
/// A policy decides *what is best*; the backend decides *how to find it*.
public enum Policy: String, CaseIterable, Sendable {
  /// As many pairs as possible, then as many points as possible.
  case coverageFirst = "coverage-first"
  /// As many points as possible; people stay unmatched where that is better.
  case maxPoints = "max-points"
  /// As many pairs as possible, the worst of them as good as possible, then as many points as possible.
  case bottleneck
  /// As many pairs as possible, the worst of them as good as possible, then the second worst, and so on.
  case leximin
  /// As many pairs as possible, then as much Σ log(1 + points) as possible.
  case nash
  /// As many pairs as possible, spread as evenly over the mentors as possible, then as many points as
  /// possible.
  case evenLoad = "even-load"
  /// As many mentees as possible with their first choice, then with their second, …; nobody asks how many are served.
  case rankMaximal = "rank-maximal"
  /// As many pairs as possible, then as `rank-maximal`.
  case greedyMaximum = "greedy-maximum"
  /// As many pairs as possible, then as few as possible in the worst place, then in the next, …
  case generous
  /// As many pairs as possible, then the mentees' places, added up, as small as possible.
  case minRankSum = "min-rank-sum"
  /// Of the assignments in which no two would both rather have each other, one with most pairs.
  case maxSizeStable = "max-size-stable"
  /// Of those, one with the best places on both sides, added up.
  case egalitarianStable = "egalitarian-stable"
  /// As many pairs as possible, then as few as possible who would both rather have each other.
  case minBlocking = "min-blocking"

  /// The policy that a coverage rule asks for when nobody names one.
  ///
  /// Where everybody must be served the number of pairs is given, and only the points are left.
  public init(following coverage: Coverage) {
    switch coverage {
    case .first: self = .coverageFirst
    case .ignore, .everyMentee, .everyMentor: self = .maxPoints
    }
  }

  /// What is best, goal by goal.
  public var chain: GoalChain {
    switch self {
    case .coverageFirst: GoalChain([.matched, .points])
    case .maxPoints: GoalChain([.points])
    case .bottleneck: GoalChain([.matched, .worst, .points])
    case .leximin: GoalChain([.matched, .leximin])
    case .evenLoad: GoalChain([.matched, .load, .points])
    case .nash: GoalChain([.matched, .nash])
    case .rankMaximal: GoalChain([.rankProfile])
    case .greedyMaximum: GoalChain([.matched, .rankProfile])
    case .generous: GoalChain([.matched, .generous])
    case .minRankSum: GoalChain([.matched, .ranks])
    case .maxSizeStable: GoalChain([.matched], isStable: true)
    case .egalitarianStable: GoalChain([.bothRanks], isStable: true)
    case .minBlocking: GoalChain([.matched, .blockingPairs])
    }
  }

  /// Whether the policy can be asked of a problem with this coverage rule.
  public func agrees(with coverage: Coverage) -> Bool {
    switch (coverage, self) {
    case (.first, .maxPoints): false
    // A stable assignment is what it is: nobody asks how many it serves.
    case (.ignore, .maxPoints), (.ignore, .rankMaximal), (.ignore, .maxSizeStable),
      (.ignore, .egalitarianStable):
      true
    case (.ignore, _): false
    // Equal for all: every feasible assignment has the same number of pairs.
    case (.first, _), (.everyMentee, _), (.everyMentor, _): true
    }
  }
}
