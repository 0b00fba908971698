public import Problems
import Solvers

/// Why a mentee of a solved problem has no mentor.
public enum LeftOver: Equatable, Sendable {
  case noEligibleMentor
  /// Others are better here; bringing this one in keeps the coverage.
  case crowdedOut(Crowd)
  /// Bringing this one in costs so many pairs, because of these rules; none named = the places.
  case costsPairs(Int, [Rule])
  /// Nothing with this one in it keeps these rules; none named = the fixed pairs.
  case impossible([Rule])
  /// The search was stopped.
  case undetermined

  /// What stands between a mentee and a mentor.
  public struct Crowd: Equatable, Sendable {
    /// What the whole loses when this one is brought in; ≥ 0.
    public let price: Int
    /// Who would then have no mentor, ascending.
    public let displaced: [Int]
    /// `nil` where free places remain and only points speak against this one.
    public let deficit: Deficit?
  }
}

/// Finds, exactly, why mentees without a mentor have none.
///
/// The price of bringing a person in is the difference between two optima: the proposal, and the best
/// one with a bonus on that person's pairs so large that only coverage can outweigh it. Of several best
/// ones it is the one that keeps most pairs: a single chain of exchanges, with a single person displaced.
///
/// Where rules over several pairs bind, each part of the problem is asked by itself: in a part that is a
/// network all of this holds, in another one the rules that leave somebody out are found and named.
public struct LeftOverSearch {
  private var parts: SolvedParts
  private let solve: (AssignmentProblem) throws(BackendError) -> AssignmentOutcome

  /// Takes an optimum; `solve` answers the problems that are asked.
  public init(
    _ problem: AssignmentProblem, _ best: Assignment,
    solve: @escaping (AssignmentProblem) throws(BackendError) -> AssignmentOutcome
  ) {
    parts = SolvedParts(problem, best)
    self.solve = solve
  }

  /// Why a mentee without a mentor has none.
  ///
  /// - Throws: ``BackendError`` of `solve`; ``ProblemError`` where numbers are too large for a bonus.
  /// - Complexity: a few solves.
  public mutating func reason(for mentee: Int) throws -> LeftOver {
    let part = try parts.part(around: mentee)
    guard !part.problem.table.entries(of: mentee).isEmpty else { return .noEligibleMentor }
    return part.isNetwork
      ? try networkReason(mentee, in: part) : try ruleReason(mentee, in: part)
  }

  private func networkReason(_ mentee: Int, in part: SolvedPart) throws -> LeftOver {
    let (problem, best) = (part.problem, part.best)
    let outcome = try solve(problem.forcing(mentee, near: best))
    if case .limitReached = outcome { return .undetermined }
    guard case .optimal(let forced, _) = outcome,
      forced.pairs.contains(where: { $0.mentee == mentee }),
      let objective = problem.objective(of: forced.pairs)
    else { return .impossible([]) }
    let lost = best.objective.matched - objective.matched
    if lost > 0, problem.coverage == .first { return .costsPairs(lost, []) }
    let deficit = try DeficitSearch(problem: problem, solve: solve).deficit(around: mentee)
    return .crowdedOut(crowd(forced.pairs, in: part, deficit: deficit))
  }

  /// A deficient set is one of a network; rules can make more of it than places could mend.
  private func ruleReason(_ mentee: Int, in part: SolvedPart) throws -> LeftOver {
    let reasons = RuleReasons(part: part.problem, kept: part.best.pairs, solve: solve)
    return switch try reasons.answer(for: mentee) {
    case .possible(let pairs): .crowdedOut(crowd(pairs, in: part, deficit: nil))
    case .costsPairs(let count, let rules): .costsPairs(count, rules)
    case .impossible(let rules): .impossible(rules)
    case .unknown: .undetermined
    }
  }

  private func crowd(
    _ pairs: [Pair], in part: SolvedPart, deficit: Deficit?
  ) -> LeftOver.Crowd {
    let now = Set(pairs.map(\.mentee))
    let total = part.problem.objective(of: pairs)?.total ?? part.best.objective.total
    return LeftOver.Crowd(
      price: part.best.objective.total - total,
      displaced: Set(part.best.pairs.map(\.mentee)).subtracting(now).sorted(), deficit: deficit)
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
