/// A number that says how good an assignment is in one respect; every one has one definition, whatever policy made it.
///
/// Places count from 1. Where no mentor was listed or nobody was matched, the place is the one after the last that the person
/// gave: *unmatched counts as worse than anything listed*. Of nothing there is no mean, and the metric has no value.
public enum Metric: String, CaseIterable, Sendable {
  /// Pairs.
  case matched
  /// Pairs, of all that mentees ask for; 1 = everybody has all.
  case coverage
  /// The points of all pairs.
  case total
  /// Points per pair.
  case meanPoints = "mean-points"
  /// The points of the worst pair.
  case leastPoints = "least-points"
  /// The points that a tenth of the pairs have at most (nearest rank), and so on.
  case points10 = "points-q10"
  case points25 = "points-q25"
  case points50 = "points-q50"
  case points75 = "points-q75"
  case points90 = "points-q90"
  /// Pairs in which the mentor is a first choice of the mentee.
  case firstChoices = "first-choices"
  /// Pairs in which the mentee is a first choice of the mentor.
  case mentorFirstChoices = "mentor-first-choices"
  /// The place of the mentor with the mentee, over all that mentees ask for; unmatched as said above.
  case meanRank = "mean-rank"
  /// The place of the mentor with the mentee, over the pairs.
  case meanRankMatched = "mean-rank-matched"
  /// The place of the mentee with the mentor, over the pairs.
  case mentorMeanRank = "mentor-mean-rank"
  /// Pairs in which each is a first choice of the other, of all pairs.
  case mutualFirst = "mutual-first"
  /// Pairs in which each listed the other, of all pairs.
  case mutualChoice = "mutual-choice"
  /// Pairs of which somebody answered and left the other out.
  case vetoed
  /// Acceptable pairs who would both rather have each other, see weak stability.
  case blocking
  /// Acceptable pairs of whom one would rather have the other, and the other would not mind, see strong stability.
  case blockingStrong = "blocking-strong"
  /// People in blocking pairs.
  case blockingPeople = "blocking-people"
  /// Mentees who would rather have a mentor who has somebody that the mentor likes less than them.
  case envy
  /// How unevenly points are spread over mentees, 0 to 1; who is unmatched has 0. Source: C. Gini 1912.
  case giniPoints = "gini-points"
  /// How unevenly pairs are spread over mentors with places, 0 to 1.
  case giniLoad = "gini-load"
  /// The largest difference of coverage between two groups.
  case disparityCoverage = "disparity-coverage"
  /// The largest difference of points per pair between two groups.
  case disparityPoints = "disparity-points"
  /// 1 where nobody among the mentees could have a better place without another having a worse one, else 0.
  case pareto
  /// Pairs fewer than there can be.
  case lostPairs = "lost-pairs"
  /// Of the points that pairs can have in all, the part that is not there: the price of whatever came first.
  case pricePoints = "price-points"

  /// Whether less is better.
  public var isBetterSmaller: Bool {
    switch self {
    case .meanRank, .meanRankMatched, .mentorMeanRank, .vetoed, .blocking, .blockingStrong,
      .blockingPeople, .envy, .giniPoints, .giniLoad, .disparityCoverage, .disparityPoints,
      .lostPairs, .pricePoints:
      true
    case .matched, .coverage, .total, .meanPoints, .leastPoints, .points10, .points25, .points50,
      .points75, .points90, .firstChoices, .mentorFirstChoices, .mutualFirst, .mutualChoice,
      .pareto:
      false
    }
  }
}
