/// Whom the people of both sides would like, by person: tiers from best to worst, `nil` = no answer.
///
/// ```swift
/// // Mentee 0 prefers mentor 1 to mentors 0 and 2, who are equal; mentee 1 did not answer.
/// Rankings(mentees: [[[1], [0, 2]], nil], mentors: [nil, nil, nil])
/// ```
///
/// Who did not answer has everybody eligible in one tier.
public struct Rankings: Equatable, Sendable {
  public typealias Tiers = [[Int]]

  public let mentees: [Tiers?]
  public let mentors: [Tiers?]

  public init(mentees: [Tiers?], mentors: [Tiers?]) {
    self.mentees = mentees
    self.mentors = mentors
  }
}
