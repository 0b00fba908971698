public import Mentorship
public import Problems

/// Finds, exactly, why each mentee without a mentor has none.
///
/// The price of bringing a person in is the difference between two optima: the proposal, and the best
/// one with a bonus on that person's pairs so large that only coverage can outweigh it. Of several best
/// ones it is the one that keeps most pairs: a single chain of exchanges, with a single person displaced.
public struct UnmatchedReasons {
  private let season: ScoredSeason
  private let problem: AssignmentProblem
  private let best: Assignment
  private let isOptimal: Bool
  private let solve: (AssignmentProblem) throws(BackendError) -> AssignmentOutcome

  /// Makes the explainer of one solved season; `solve` answers the problems it asks.
  public init(
    season: ScoredSeason, problem: AssignmentProblem, best: Assignment, isOptimal: Bool = true,
    solve: @escaping (AssignmentProblem) throws(BackendError) -> AssignmentOutcome
  ) {
    self.season = season
    self.problem = problem
    self.best = best
    self.isOptimal = isOptimal
    self.solve = solve
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
    let others = try left.map { mentee in
      let seat = season.mentees[mentee]
      return Unmatched(
        person: seat.person, form: seat.form, role: .mentee, reason: try reason(mentee))
    }
    return excluded + others
  }

  private func reason(_ mentee: Int) throws -> UnmatchedReason {
    guard !season.candidates[mentee].isEmpty else {
      let form = season.mentees[mentee].form
      let count = season.mentors.count { $0.questionnaire.form == form }
      return .noEligibleMentor(season.removals[mentee], mentorCount: count)
    }
    // Next to anything but the optimum a price would be a difference of no meaning.
    guard isOptimal else { return .undetermined }
    guard case .optimal(let forced, _) = try solve(problem.forcing(mentee, near: best)),
      forced.pairs.contains(where: { $0.mentee == mentee }),
      let objective = problem.objective(of: forced.pairs)
    else { return .bottleneck(.impossible) }
    let lost = best.objective.matched - objective.matched
    if lost > 0, problem.coverage == .first { return .bottleneck(.coverage(lost: lost)) }
    let now = Set(forced.pairs.map(\.mentee))
    let displaced = Set(best.pairs.map(\.mentee)).subtracting(now).sorted()
    return .crowdedOut(
      Crowding(
        price: best.objective.total - objective.total,
        displaced: displaced.map(season.seat(ofMentee:)),
        deficit: try DeficitSearch(problem: problem, solve: solve).deficit(around: mentee)
          .map(named)))
  }

  private func named(_ deficit: DeficitSearch.Deficit) -> Crowding.Deficit {
    Crowding.Deficit(
      mentees: deficit.mentees.map(season.seat(ofMentee:)),
      mentors: deficit.mentors.map(season.seat(ofMentor:)), places: deficit.places)
  }
}
