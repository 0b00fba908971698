public import Mentorship
public import Problems
import Solvers

/// Finds, exactly, why each mentee without a mentor has none.
///
/// The price of bringing a person in is the difference between two optima: the proposal, and the best
/// one with a bonus on that person's pairs so large that only coverage can outweigh it. Of several best
/// ones it is the one that keeps most pairs: a single chain of exchanges, with a single person displaced.
///
/// Where rules over several pairs bind, each part of the problem is asked by itself: in a part that is a
/// network all of this holds, in another one the rules that leave somebody out are found and named.
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
    var parts = SolvedParts(problem, best)
    let others = try left.map { mentee in
      let seat = season.mentees[mentee]
      let reason = try reason(mentee, in: parts.part(around: mentee))
      return Unmatched(person: seat.person, form: seat.form, role: .mentee, reason: reason)
    }
    return excluded + others
  }

  private func reason(_ mentee: Int, in part: SolvedPart) throws -> UnmatchedReason {
    guard !season.candidates[mentee].isEmpty else {
      let form = season.mentees[mentee].form
      let count = season.mentors.count { $0.questionnaire.form == form }
      return .noEligibleMentor(season.removals[mentee], mentorCount: count)
    }
    // Next to anything but the optimum a price would be a difference of no meaning.
    guard isOptimal else { return .undetermined }
    return part.isNetwork
      ? try networkReason(mentee, in: part) : try ruleReason(mentee, in: part)
  }

  private func networkReason(_ mentee: Int, in part: SolvedPart) throws -> UnmatchedReason {
    let (problem, best) = (part.problem, part.best)
    let outcome = try solve(problem.forcing(mentee, near: best))
    if case .limitReached = outcome { return .undetermined }
    guard case .optimal(let forced, _) = outcome,
      forced.pairs.contains(where: { $0.mentee == mentee }),
      let objective = problem.objective(of: forced.pairs)
    else { return .bottleneck(.impossible(rules: [])) }
    let lost = best.objective.matched - objective.matched
    if lost > 0, problem.coverage == .first {
      return .bottleneck(.coverage(lost: lost, rules: []))
    }
    return .crowdedOut(
      crowding(
        forced.pairs, in: part,
        deficit: try DeficitSearch(problem: problem, solve: solve).deficit(around: mentee)
          .map(named)))
  }

  /// A deficient set is one of a network; rules can make more of it than places could mend.
  private func ruleReason(_ mentee: Int, in part: SolvedPart) throws -> UnmatchedReason {
    let reasons = RuleReasons(part: part.problem, kept: part.best.pairs, solve: solve)
    let names = Encoding(season).seasonRules
    return switch try reasons.answer(for: mentee) {
    case .possible(let pairs): .crowdedOut(crowding(pairs, in: part, deficit: nil))
    case .costsPairs(let count, let rules):
      .bottleneck(.coverage(lost: count, rules: names(rules)))
    case .impossible(let rules): .bottleneck(.impossible(rules: names(rules)))
    case .unknown: .undetermined
    }
  }

  private func crowding(_ pairs: [Pair], in part: SolvedPart, deficit: Crowding.Deficit?)
    -> Crowding
  {
    let now = Set(pairs.map(\.mentee))
    let displaced = Set(part.best.pairs.map(\.mentee)).subtracting(now).sorted()
    let total = part.problem.objective(of: pairs)?.total ?? part.best.objective.total
    return Crowding(
      price: part.best.objective.total - total,
      displaced: displaced.map(season.seat(ofMentee:)), deficit: deficit)
  }

  private func named(_ deficit: DeficitSearch.Deficit) -> Crowding.Deficit {
    Crowding.Deficit(
      mentees: deficit.mentees.map(season.seat(ofMentee:)),
      mentors: deficit.mentors.map(season.seat(ofMentor:)), places: deficit.places)
  }
}

/// A part of a solved problem, with what was proposed in it.
private struct SolvedPart {
  let problem: AssignmentProblem
  let best: Assignment
  let isNetwork: Bool

  init(_ problem: AssignmentProblem, _ best: Assignment) {
    let pairs = best.pairs.filter { problem.table.entry(of: $0) != nil }
    self.problem = problem
    self.best = Assignment(
      pairs: pairs, objective: problem.objective(of: pairs) ?? best.objective)
    isNetwork = AssignmentSolver().obstacle(in: problem) == nil
  }
}

/// The parts of a solved problem, each made once; a network is one part.
private struct SolvedParts {
  private let whole: SolvedPart
  private let components: ProblemComponents?
  private var made: [Int: SolvedPart] = [:]

  init(_ problem: AssignmentProblem, _ best: Assignment) {
    whole = SolvedPart(problem, best)
    components = whole.isNetwork ? nil : ProblemComponents(problem)
  }

  mutating func part(around mentee: Int) throws(ProblemError) -> SolvedPart {
    guard let components else { return whole }
    let key = components.key(of: mentee)
    if let part = made[key] { return part }
    let part = SolvedPart(try components.part(key), whole.best)
    made[key] = part
    return part
  }
}
