/// Why a problem is meaningless; every case says where.
public enum ProblemError: Error, Equatable, Sendable {
  case raggedRow(row: Int, count: Int, expected: Int)
  /// A score of this person's profile could leave 32 bits at this feature.
  case featureTooLarge(side: Side, person: Int, dimension: Int)
  case countMismatch(side: Side, count: Int, expected: Int)
  case pairOutOfRange(entry: Int, pair: Pair)
  case duplicatePair(entry: Int, pair: Pair)
  case negativeDemand(mentee: Int, demand: Int)
  case negativeCapacity(mentor: Int, capacity: Int)
  case negativeMinimum(mentor: Int, minimum: Int)
  case quotaMemberOutOfRange(quota: Int, member: Int)
  /// A set of `apart` or `together` with fewer than two mentees.
  case groupTooSmall(Grouping, index: Int)
  case groupMemberOutOfRange(Grouping, index: Int, member: Int)
  case groupMemberTwice(Grouping, index: Int, member: Int)
  case hoursOfNobody(side: Side, person: Int)
  /// Negative, or more than ``MentorHours/mostPerPair``.
  case hoursOutOfRange(HoursOwner, hours: Int)
  case fixedNotEligible(Pair)
  case fixedTwice(Pair)
  /// Points so large that sums along an alternating path could pass 2⁶²; names the largest.
  case numbersTooLarge(pair: Pair, points: Int)
}
