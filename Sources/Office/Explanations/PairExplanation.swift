import InstanceFiles
public import Mentorship
public import Policies
public import Problems
import Solvers
import Verification

/// What is true of one pair, next to the optimum.
public struct PairExplanation: Sendable {
  public enum Status: Equatable, Sendable {
    case chosen
    case possible
    /// The rules that the pair breaks by itself; none where an instance does not say.
    case ineligible([EligibilityRule])

    public var code: String {
      switch self {
      case .chosen: "chosen"
      case .possible: "possible"
      case .ineligible: "ineligible"
      }
    }
  }

  /// In how many of the best solutions a pair stands.
  public enum Standing: String, Sendable {
    case every, some, none
  }

  public let pair: Pair
  public let status: Status
  /// `nil` for pairs that are not eligible.
  public let points: Int?
  public let locking: ChangePrice
  public let bound: ObjectiveChange?
  public let forbidding: ChangePrice
  /// Why nothing satisfies the rules with the pair locked.
  public let obstacle: Witness?
  /// What a season says of the two; `nil` for instances.
  public let proposed: ProposedPair?
  /// The cheapest other partner of the mentee, then of the mentor; `nil` where there is none, or looking for it
  /// would take a solve for each.
  public let instead:
    (ofMentee: PersonExplanation.Candidate?, ofMentor: PersonExplanation.Candidate?)

  var isPinned: Bool { proposed?.pinReason != nil }

  /// `nil` where a price is not known.
  public var standing: Standing? {
    switch (status, status == .chosen ? forbidding : locking) {
    case (.ineligible, _): Standing.none
    case (_, .unknown): nil
    case (.chosen, .exchange(let exchange)) where exchange.change == .none: .some
    case (.chosen, _): .every
    case (.possible, .exchange(let exchange)) where exchange.change == .none: .some
    case (.possible, _): Standing.none
    }
  }

  /// The points with which the solution stays the best, all else as it is; `nil` = without end.
  public var range: (least: Int?, most: Int?) {
    guard let points else { return (nil, nil) }
    switch status {
    case .chosen:
      guard case .exchange(let exchange) = forbidding, exchange.change.matched == 0 else {
        return (nil, nil)
      }
      return (points + exchange.change.total, nil)
    case .possible:
      guard case .exchange(let exchange) = locking, exchange.change.matched == 0 else {
        return (nil, nil)
      }
      return (nil, points - exchange.change.total)
    case .ineligible: return (nil, nil)
    }
  }
}

extension SolvedCase {
  /// Why two people are a pair, why they are not, and what it would cost to change that.
  ///
  /// - Throws: ``OfficeError``.
  /// - Complexity: two shortest paths where the rules are a network's, else two solves.
  public func explanation(of pair: Pair) throws(OfficeError) -> PairExplanation {
    let points = problem.table.points(of: pair)
    let status: PairExplanation.Status =
      points == nil
      ? .ineligible(brokenRules(by: pair)) : best.pairs.contains(pair) ? .chosen : .possible
    let (locking, forbidding): (ChangePrice, ChangePrice)
    do throws(BackendError) {
      locking = try solved.price(locking: pair)
      forbidding = try solved.price(forbidding: pair)
    } catch {
      throw .backend(error)
    }
    try check(locking, solved.network?.proof(locking: pair))
    try check(forbidding, solved.network?.proof(forbidding: pair))
    do throws(BackendError) {
      return PairExplanation(
        pair: pair, status: status, points: points, locking: locking,
        bound: solved.bound(locking: pair), forbidding: forbidding,
        obstacle: locking == .impossible && points != nil ? try obstacle(locking: pair) : nil,
        proposed: points == nil ? nil : proposed(pair),
        instead: try (next(to: pair, .mentees), next(to: pair, .mentors)))
    } catch {
      throw .backend(error)
    }
  }

  private func next(
    to pair: Pair, _ side: Side
  ) throws(BackendError) -> PersonExplanation.Candidate? {
    guard solved.network != nil else { return nil }
    return try candidates(pair.person(of: side), side).first {
      $0.pair != pair && $0.price != nil && !best.pairs.contains($0.pair)
    }
  }

  private func obstacle(locking pair: Pair) throws(BackendError) -> Witness? {
    let locked: AssignmentProblem
    do { locked = try problem.replacing(locking: pair) } catch { throw .problem(error) }
    guard case .infeasible(let witness) = try solved.router.solve(locked).outcome else {
      return nil
    }
    guard case .conflict(let rules) = witness else { return witness }
    return .conflict(rules.compactMap { ownRule($0, of: locked) })
  }

  /// A rule of the problem with one more fixed pair as this problem counts its own; `nil` for the pair itself.
  private func ownRule(_ rule: Rule, of locked: AssignmentProblem) -> Rule? {
    guard case .fixed(let index) = rule else { return rule }
    return problem.fixed.firstIndex(of: locked.fixed[index]).map { .fixed($0) }
  }

  private func brokenRules(by pair: Pair) -> [EligibilityRule] {
    guard case .season(let encoding) = origin else { return [] }
    let season = encoding.season
    let (mentee, mentor) = (season.mentees[pair.mentee], season.mentors[pair.mentor].questionnaire)
    guard mentee.form == mentor.form else { return [] }
    return Eligibility(season: season.season).brokenRules(mentee: mentee, mentor: mentor)
  }

  func proposed(_ pair: Pair) -> ProposedPair? {
    guard case .season(let encoding) = origin else { return nil }
    return encoding.pairs(of: Assignment(pairs: [pair], objective: best.objective)).first
  }

  /// No price is shown that the checker rejects; a `proof` is the changed problem with its optimum, where the
  /// prices of a network prove it.
  func check(
    _ price: ChangePrice, _ proof: (problem: AssignmentProblem, outcome: AssignmentOutcome)?
  ) throws(OfficeError) {
    guard case .exchange(let exchange) = price else { return }
    let next = exchange.applied(to: best)
    let unbounded = Objective(matched: .max, total: .max)
    let verdict =
      proof.map { Verdict(checking: $0.outcome, of: $0.problem) }
      ?? Verdict(checking: .limitReached(next, bound: unbounded), of: problem)
    guard verdict.accepted else { throw .rejected(verdict.problems) }
  }
}
