/// One part of a pair's points, with what explains it.
public struct ScorePart: Equatable, Sendable {
  public let criterion: Criterion
  public let points: Int
  /// What a perfect pair would have here.
  public let maximum: Int
  public let reason: Reason

  public init(criterion: Criterion, points: Int, maximum: Int, reason: Reason) {
    self.criterion = criterion
    self.points = points
    self.maximum = maximum
    self.reason = reason
  }
}

/// Why a part has its points; the words, in every language, are made where they are shown.
public enum Reason: Equatable, Sendable {
  /// The mentor has these of the mentee's `wanted` wishes.
  case shared([Term], wanted: Int)
  /// The mentee said nothing here: neutral.
  case menteeSaidNothing
  /// Hours a week that both have free; half the points when one of them did not say (`nil`).
  case hours(Int?)
  case ageWished(age: Int)
  case ageNotWished(age: Int, wished: ClosedRange<Int>)
  /// The mentor takes any age.
  case anyAge
  /// The mentee's age is not known: neutral.
  case ageUnknown
  case attitude(Attitude)
  /// The same, its worth taken from the rater's other marks or choices.
  case attitudeOnOwnScale(Attitude)
  /// Whole months since the mentee has been without a mentor; `nil` = not said.
  case waited(months: Int?)
  case priority(Bool)
  /// Of what the two share, this is what the fewest mentors of the form have; `nil` = nothing shared.
  case rare(Term?, mentorCount: Int)
  /// Whether the two were a pair last year.
  case pairedBefore(Bool)
  case thirdParty([ThirdPartyOpinion])
  /// No third party wishes anything of a partner: neutral.
  case thirdPartySilent
}

/// A share of the points of a criterion, as an exact fraction.
struct Share {
  let numerator: Int
  let denominator: Int

  static let all = Share(numerator: 1, denominator: 1)
  static let half = Share(numerator: 1, denominator: 2)
  static let none = Share(numerator: 0, denominator: 1)

  /// Of a whole number of points, rounded half up.
  func of(_ points: Int) -> Int {
    (2 * points * numerator + denominator) / (2 * denominator)
  }
}
