public import Mentorship
public import Problems

/// The one place where people become indices and indices become people.
///
/// Mentees and mentors of the problem are the seats of the scored season, in the same order. A total
/// over several seats of one mentor is a quota, so the forms are solved together.
public struct Encoding: Sendable {
  public let season: ScoredSeason

  public init(_ season: ScoredSeason) { self.season = season }

  /// The assignment problem of the whole season.
  ///
  /// - Throws: ``ProblemError``, which a season made of checked settings does not cause.
  /// - Complexity: O(eligible pairs).
  public func problem() throws(ProblemError) -> AssignmentProblem {
    let entries = season.candidates.enumerated().flatMap { mentee, candidates in
      candidates.map { (pair: Pair(mentee: mentee, mentor: $0.mentor), points: $0.points) }
    }
    let coverage: Coverage =
      switch season.season.coverage {
      case .first: .first
      case .ignore: .ignore
      case .all: .everyMentee
      }
    return try AssignmentProblem(
      table: PairTable(
        entries: entries, menteeCount: season.mentees.count, mentorCount: season.mentors.count),
      mentors: season.mentors.map { MentorLimits(capacity: $0.capacity) },
      quotas: season.totals.map {
        Quota(name: $0.person.rawValue, mentors: $0.mentors, atMost: $0.capacity)
      },
      fixed: season.pins.map { Pair(mentee: $0.mentee, mentor: $0.mentor) },
      coverage: coverage)
  }

  /// The pairs of an assignment as people, with everything that explains them.
  public func pairs(of assignment: Assignment) -> [ProposedPair] {
    assignment.pairs
      .sorted { ($0.mentor, $0.mentee) < ($1.mentor, $1.mentee) }
      .map(proposed)
  }

  /// Every mentor's load under an assignment, in the season's order.
  public func loads(of assignment: Assignment) -> [MentorLoad] {
    var loads = [Int](repeating: 0, count: season.mentors.count)
    for pair in assignment.pairs { loads[pair.mentor] += 1 }
    var free = season.mentors.indices.map { season.mentors[$0].capacity - loads[$0] }
    for total in season.totals {
      let left = total.capacity - total.mentors.reduce(0) { $0 + loads[$1] }
      for mentor in total.mentors { free[mentor] = min(free[mentor], left) }
    }
    return season.mentors.indices.map { index in
      let offer = season.mentors[index]
      return MentorLoad(
        form: offer.questionnaire.form, mentor: offer.questionnaire.person, load: loads[index],
        capacity: offer.capacity, free: free[index])
    }
  }

  private func proposed(_ pair: Pair) -> ProposedPair {
    let parts = season.parts(mentee: pair.mentee, mentor: pair.mentor)
    let attitudes = season.attitudes(mentee: pair.mentee, mentor: pair.mentor)
    let pin = season.pins.first { $0.mentee == pair.mentee && $0.mentor == pair.mentor }
    return ProposedPair(
      form: season.mentees[pair.mentee].form,
      mentee: season.mentees[pair.mentee].person,
      mentor: season.mentors[pair.mentor].questionnaire.person,
      points: parts.reduce(0) { $0 + $1.points },
      parts: parts,
      menteeAttitude: attitudes.ofMentee,
      mentorAttitude: attitudes.ofMentor,
      pinReason: pin?.reason)
  }
}
