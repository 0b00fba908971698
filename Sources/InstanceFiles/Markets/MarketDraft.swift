import Problems

/// What a file of people's lists holds: who there is, how many places, whom each would like.
///
/// Such files have no points. A pair is eligible when it stands in the mentee's list, with points by its place there:
/// the best place brings as many as there are mentors, the next one less, and so on, so that a first choice is worth
/// the same to everybody. Who did not answer is eligible for all, in the first place. Mentors' lists say nothing of
/// points.
///
/// ```swift
/// // Three mentors; the list [[2], [0, 1]] gives mentor 2 three points and the others two.
/// ```
struct MarketDraft {
  var menteeIDs: [String]?
  var mentorIDs: [String]?
  /// By mentee; `nil` = no answer.
  var mentees: [Rankings.Tiers?]
  var mentors: [Rankings.Tiers?]
  /// 1 each when absent.
  var demands: [Int]?
  var limits: [MentorLimits]
  var minimumRule = MinimumRule.ifOpen
  var quotas: [Quota] = []
  /// Where the list of a mentee stands.
  var place: (_ mentee: Int) -> FilePlace = { _ in FilePlace() }

  /// Two counts in a file of a hundred bytes must not ask for all memory.
  static let largestCount = 10_000_000
  static let largestPairCount = 100_000_000

  /// - Throws: `tooLarge` where there would be too many pairs.
  /// - Complexity: O(length of the lists), and a mentor each for who did not answer.
  func draft() throws(InstanceFileError) -> InstanceDraft {
    let best = mentees.reduce(mentors.count) { max($0, $1?.count ?? 1) }
    var (pairs, points, starts) = ([Pair](), [Int](), [Int]())
    for (mentee, tiers) in mentees.enumerated() {
      starts.append(pairs.count)
      guard let tiers else {
        guard pairs.count + mentors.count <= Self.largestPairCount else {
          throw .tooLarge(place(mentee))
        }
        pairs += mentors.indices.map { Pair(mentee: mentee, mentor: $0) }
        points += Array(repeating: best, count: mentors.count)
        continue
      }
      for (tier, people) in tiers.enumerated() {
        pairs += people.map { Pair(mentee: mentee, mentor: $0) }
        points += Array(repeating: best - tier, count: people.count)
      }
    }
    let (place, rows) = (place, starts)
    var draft = InstanceDraft(
      menteeCount: mentees.count, mentorCount: mentors.count, shape: .pairs(pairs),
      numbers: .exact(CompactNumbers(integers: points)),
      place: { index in place(max(0, (rows.firstIndex { $0 > index } ?? rows.count) - 1)) },
      sense: .maximize, coverage: .first, demands: demands, mentors: limits)
    draft.minimumRule = minimumRule
    draft.quotas = quotas
    (draft.menteeIDs, draft.mentorIDs) = (menteeIDs, mentorIDs)
    draft.rankings = Rankings(mentees: mentees, mentors: mentors)
    return draft
  }
}
