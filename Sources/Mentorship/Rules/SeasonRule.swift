/// A rule of a season as people know it: what a message names when rules cannot all hold.
public enum SeasonRule: Hashable, Sendable {
  case pin(mentee: PersonID, mentor: PersonID)
  /// A mentee takes one mentor in a form.
  case oneMentor(mentee: Seat)
  case places(mentor: Seat, Int)
  /// The places of a person over all forms.
  case total(PersonID, Int)
  case minimum(mentor: Seat, Int)
  case quota(name: String, atLeast: Int, atMost: Int?)
  case apart([PersonID], reason: String)
  case together([PersonID], reason: String)
  // Of the group of a mentor
  case sameClass(mentor: Seat, Grade, atMost: Int)
  case ageSpan(mentor: Seat, atMost: Int)
  case experienced(mentor: Seat, atLeast: Int)
}

/// A rule of a season moved by some units so that everything fits.
public struct RuleChange: Hashable, Sendable {
  public let rule: SeasonRule
  /// Up for the most that the rule allows, down for the least that it asks; never 0.
  public let by: Int

  public init(rule: SeasonRule, by: Int) {
    self.rule = rule
    self.by = by
  }
}
