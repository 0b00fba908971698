/// A kind of made-up two-sided market; raw values are the names of `generate`.
///
/// ```swift
/// let market = MarketRecipe(.mallows, menteeCount: 100, mentorCount: 30).market(seed: 1)
/// ```
public enum MarketFamily: String, CaseIterable, Sendable {
  /// What each thinks of each is drawn evenly: the impartial culture of social choice.
  case uniform
  /// People are points of a square and like best who is near.
  case geometric
  /// People answer on a scale of five, in clusters of like minds, and like best who answers alike.
  case questionnaire
  /// Lists scatter around one order of popularity, ``RankingModel/mallows(dispersion:)``.
  case mallows
  /// Lists are drawn choice by choice, the popular likelier, ``RankingModel/plackettLuce(dispersion:)``.
  case plackettLuce = "plackett-luce"
  /// A mentoring programme: both sides name a few, the popular likelier, some name whom to avoid, and nobody minds
  /// the others.
  ///
  /// Source: C. Haas, M. Hall, S. L. Vlasnik, "Finding optimal mentor–mentee matches: a case study in applied
  /// two-sided matching", Heliyon 4, 2018, doi:10.1016/j.heliyon.2018.e00634.
  case mentoring
  /// A school: pupils of classes 5 to 11 ask for help in two of eight subjects, older ones offer three; only who
  /// is older mentors; both sides name a few after a meeting, and nobody minds the others. Forms of mentoring are
  /// left out: an instance has no place for them.
  case school

  /// Whether lists hold a few people and everybody else in a last place.
  var hasShortLists: Bool { self == .mentoring || self == .school }
}
