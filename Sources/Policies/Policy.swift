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
  /// Deferred acceptance with the mentees proposing: of the stable assignments the best for every mentee.
  case stableMentee = "stable-mentee"
  /// Deferred acceptance with the mentors proposing: of the stable assignments the best for every mentor.
  case stableMentor = "stable-mentor"
  /// Deferred acceptance with a second try: stable, with at least two thirds of the pairs that a stable assignment can have.
  case kiralyStable = "kiraly-stable"
  /// No two of whom one would rather have the other, and the other would not mind; may not exist.
  case stronglyStable = "strongly-stable"
  /// No two who would not mind having each other; may not exist.
  case superStable = "super-stable"
  /// Of the stable assignments, one in which the worst place anybody gets is as good as possible.
  case minimumRegretStable = "minimum-regret-stable"
  /// Of the stable assignments, one in which both sides fare as equally as possible.
  case sexEqualStable = "sex-equal-stable"
  /// Beats or ties every other assignment by the mentees' votes; may not exist.
  case popular
  /// Mentee by mentee in the order of the list, each the best in the own list that is left.
  case serialDictatorship = "serial-dictatorship"
  /// The same in an order drawn by lot.
  case randomSerialDictatorship = "random-serial-dictatorship"
  /// All mentees eat from their best mentors at once; what comes of it is a draw.
  case probabilisticSerial = "probabilistic-serial"
  /// First choices are served first, for good: the Boston mechanism.
  case immediateAcceptance = "immediate-acceptance"
  /// Mentees trade the places that mentors would give them.
  case topTradingCycles = "top-trading-cycles"
  /// The pair with most points, then the next that is left.
  case greedy
  /// Mentee by mentee in the order of the list, each the mentor with most points who is left.
  case firstCome = "first-come"
  /// Pairs by lot.
  case random
  /// Mutual first choices, then the best that is left, as curators do.
  case byHand = "by-hand"

  /// The policy that a coverage rule asks for when nobody names one.
  ///
  /// Where everybody must be served the number of pairs is given, and only the points are left.
  public init(following coverage: Coverage) {
    switch coverage {
    case .first: self = .coverageFirst
    case .ignore, .everyMentee, .everyMentor: self = .maxPoints
    }
  }

  /// What a policy asks for.
  enum Definition {
    /// To be best, goal by goal.
    case goals(GoalChain)
    /// What a procedure gives.
    case mechanism(Mechanism)
  }

  var definition: Definition {
    switch self {
    case .coverageFirst: .goals(GoalChain([.matched, .points]))
    case .maxPoints: .goals(GoalChain([.points]))
    case .bottleneck: .goals(GoalChain([.matched, .worst, .points]))
    case .leximin: .goals(GoalChain([.matched, .leximin]))
    case .evenLoad: .goals(GoalChain([.matched, .load, .points]))
    case .nash: .goals(GoalChain([.matched, .nash]))
    case .rankMaximal: .goals(GoalChain([.rankProfile]))
    case .greedyMaximum: .goals(GoalChain([.matched, .rankProfile]))
    case .generous: .goals(GoalChain([.matched, .generous]))
    case .minRankSum: .goals(GoalChain([.matched, .ranks]))
    case .maxSizeStable: .goals(GoalChain([.matched], isStable: true))
    case .egalitarianStable: .goals(GoalChain([.bothRanks], isStable: true))
    case .minBlocking: .goals(GoalChain([.matched, .blockingPairs]))
    case .stableMentee: .mechanism(.deferredAcceptance(proposing: .mentees))
    case .stableMentor: .mechanism(.deferredAcceptance(proposing: .mentors))
    case .kiralyStable: .mechanism(.promotingAcceptance)
    case .stronglyStable: .mechanism(.stable(.strongly))
    case .superStable: .mechanism(.stable(.superStable))
    case .minimumRegretStable: .mechanism(.bestStable(.minimumRegret))
    case .sexEqualStable: .mechanism(.bestStable(.sexEqual))
    case .popular: .mechanism(.popular)
    case .serialDictatorship: .mechanism(.serialDictatorship)
    case .randomSerialDictatorship: .mechanism(.randomSerialDictatorship)
    case .probabilisticSerial: .mechanism(.probabilisticSerial)
    case .immediateAcceptance: .mechanism(.immediateAcceptance)
    case .topTradingCycles: .mechanism(.topTradingCycles)
    case .greedy: .mechanism(.greedy)
    case .firstCome: .mechanism(.firstCome)
    case .random: .mechanism(.random)
    case .byHand: .mechanism(.byHand)
    }
  }

  /// What is best, goal by goal; `nil` where a procedure says who gets whom.
  public var chain: GoalChain? {
    if case .goals(let chain) = definition { chain } else { nil }
  }

  /// The procedure that says who gets whom; `nil` where goals do.
  var mechanism: Mechanism? {
    if case .mechanism(let mechanism) = definition { mechanism } else { nil }
  }

  /// Whether it looks at the places that people give each other; else at points alone.
  public var looksAtRanks: Bool {
    switch definition {
    case .goals(let chain): chain.looksAtRanks
    case .mechanism(.greedy), .mechanism(.firstCome), .mechanism(.random): false
    case .mechanism: true
    }
  }

  /// Whether the policy can be asked of a problem with this coverage rule.
  public func agrees(with coverage: Coverage) -> Bool {
    // What a procedure gives is what it is: nobody asks how many it serves.
    guard chain != nil else { return true }
    return agreesAsGoal(with: coverage)
  }

  private func agreesAsGoal(with coverage: Coverage) -> Bool {
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
