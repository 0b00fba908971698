public import Mentorship
public import Problems

/// Why each person of a season without a partner has none, in people's names; see ``LeftOverSearch``.
public struct UnmatchedReasons {
  private let season: ScoredSeason
  private let best: Assignment
  private let isOptimal: Bool
  private let search: LeftOverSearch

  /// Makes the explainer of one solved season; `solve` answers the problems it asks.
  public init(
    season: ScoredSeason, problem: AssignmentProblem, best: Assignment, isOptimal: Bool = true,
    solve: @escaping (AssignmentProblem) throws(BackendError) -> AssignmentOutcome
  ) {
    self.season = season
    self.best = best
    self.isOptimal = isOptimal
    search = LeftOverSearch(problem, best, solve: solve)
  }

  /// Everybody who is left over, with the reason; the excluded of both roles come first.
  ///
  /// - Throws: ``BackendError`` of `solve`; ``ProblemError`` does not occur for a solved season.
  /// - Complexity: a few solves per person crowded out.
  public func all() throws -> [Unmatched] {
    let excluded = season.exclusions.map {
      Unmatched(
        person: $0.questionnaire.person, form: $0.questionnaire.form, role: $0.questionnaire.role,
        reason: .excluded($0.gates))
    }
    let served = Set(best.pairs.map(\.mentee))
    let left = season.mentees.indices.filter { !served.contains($0) }
    var search = search
    let others = try left.map { mentee in
      let seat = season.mentees[mentee]
      let reason = try reason(mentee, &search)
      return Unmatched(person: seat.person, form: seat.form, role: .mentee, reason: reason)
    }
    return excluded + others
  }

  /// Why one mentee without a mentor has none.
  ///
  /// - Throws: as ``all()``.
  /// - Complexity: a few solves.
  public func reason(for mentee: Int) throws -> UnmatchedReason {
    var search = search
    return try reason(mentee, &search)
  }

  private func reason(_ mentee: Int, _ search: inout LeftOverSearch) throws -> UnmatchedReason {
    guard !season.candidates[mentee].isEmpty else {
      let form = season.mentees[mentee].form
      let count = season.mentors.count { $0.questionnaire.form == form }
      return .noEligibleMentor(season.removals[mentee], mentorCount: count)
    }
    // Next to anything but the optimum a price would be a difference of no meaning.
    guard isOptimal else { return .undetermined }
    let names = Encoding(season).seasonRules
    switch try search.reason(for: mentee) {
    case .noEligibleMentor: return .noEligibleMentor([], mentorCount: 0)
    case .crowdedOut(let crowd):
      return .crowdedOut(
        Crowding(
          price: crowd.price, displaced: crowd.displaced.map(season.seat(ofMentee:)),
          deficit: crowd.deficit.map(named)))
    case .costsPairs(let lost, let rules):
      return .bottleneck(.coverage(lost: lost, rules: names(rules)))
    case .impossible(let rules): return .bottleneck(.impossible(rules: names(rules)))
    case .undetermined: return .undetermined
    }
  }

  private func named(_ deficit: Deficit) -> Crowding.Deficit {
    Crowding.Deficit(
      mentees: deficit.mentees.map(season.seat(ofMentee:)),
      mentors: deficit.mentors.map(season.seat(ofMentor:)), places: deficit.places)
  }
}
