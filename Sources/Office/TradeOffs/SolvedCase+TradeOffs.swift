import InstanceFiles
import Mentorship
public import Policies
public import Problems
import Solvers
import Verification

/// A case matched anew, with as much as possible of what was approved.
public struct RematchReport: Sendable {
  public let approved: ApprovedPairs
  /// Approved pairs of people who are all there, and who cannot be a pair any more.
  public let impossible: [Pair]
  public let curve: RematchCurve

  /// Approved pairs that could stay.
  public var possibleCount: Int { approved.pairs.count - impossible.count }
}

/// What two goals of a case cost each other.
public struct FrontReport: Sendable {
  public let first: Goal
  public let second: Goal
  public let front: TradeOffFront
}

extension SolvedCase {
  /// Holds on to approved pairs: the fewest changes, and what every change more would bring.
  ///
  /// - Throws: ``OfficeError``; a point that the checker rejects is never returned.
  public func rematch(_ approved: ApprovedPairs) throws(OfficeError) -> RematchReport {
    let curve: RematchCurve?
    do throws(BackendError) {
      curve = try Rematch(
        problem, approved: approved.pairs, backend: settings.backend, limits: settings.limits,
        watch: watch
      ).curve()
    } catch {
      throw .backend(error)
    }
    guard let curve else { throw .noAnswer(nil) }
    guard !curve.points.isEmpty else { throw .limitReached }
    try check(
      curve.points.map { point in
        (
          point.assignment,
          [
            GoalValue(goal: .changes, numbers: [point.changes]),
            GoalValue(goal: .points, numbers: [point.assignment.objective.total]),
          ]
        )
      }, GoalData(approved: approved.pairs))
    return RematchReport(
      approved: approved,
      impossible: approved.pairs.subtracting(problem.possible(approved.pairs)).sorted(),
      curve: curve)
  }

  /// What one goal costs in another.
  ///
  /// - Parameters:
  ///   - first: a goal.
  ///   - second: another one.
  ///   - approved: the pairs that the goal of fewest changes holds on to.
  /// - Returns: the points, each with its pairs.
  /// - Throws: ``OfficeError``; a point that the checker rejects is never returned.
  public func front(
    _ first: Goal, _ second: Goal, approved: ApprovedPairs? = nil
  ) throws(OfficeError) -> FrontReport {
    if first == .changes || second == .changes, approved == nil { throw .nothingApproved }
    let data = goalData(approved: approved?.pairs ?? [])
    guard
      let tradeOff = TradeOff(
        problem, first, second, data, backend: settings.backend, limits: settings.limits,
        watch: watch)
    else { throw .noNumber(first.isNumber ? second : first) }
    let front: TradeOffFront?
    do throws(BackendError) { front = try tradeOff.front() } catch { throw .backend(error) }
    guard let front else { throw .noAnswer(nil) }
    guard !front.points.isEmpty else { throw .limitReached }
    try check(front.points.map { ($0.assignment, [$0.first, $0.second]) }, data)
    return FrontReport(first: first, second: second, front: front)
  }

  private var watch: SolverWatch { SolverWatch(isCancelled: settings.isCancelled) }

  private func goalData(approved: Set<Pair>) -> GoalData {
    switch origin {
    case .season(let encoding):
      GoalData(rankings: encoding.rankings, approved: approved, waiting: encoding.waiting)
    case .instance(let instance):
      GoalData(rankings: instance.rankings, approved: approved, waiting: instance.waiting)
    }
  }

  /// Lets no pairs pass that break a rule.
  private func check(_ assignment: Assignment) throws(OfficeError) {
    let claim = AssignmentOutcome.limitReached(
      assignment, bound: Objective(matched: .max, total: .max))
    let verdict = Verdict(checking: claim, of: problem)
    guard verdict.accepted else { throw .rejected(verdict.problems) }
    guard case .season(let encoding) = origin else { return }
    let proposal = Proposal(
      pairs: encoding.pairs(of: assignment), unmatched: [], loads: encoding.loads(of: assignment),
      quotas: encoding.quotas(of: assignment))
    // Who is left over is not told here, and so not looked for.
    let violations = ProposalCheck(season: encoding.season.season).violations(of: proposal)
      .filter { if case .forgotten = $0 { false } else { true } }
    guard violations.isEmpty else { throw .violated(violations) }
  }

  /// Lets no pairs pass that break a rule, and no values that they do not have.
  private func check(
    _ points: [(assignment: Assignment, values: [GoalValue])], _ data: GoalData
  ) throws(OfficeError) {
    for point in points { try check(point.assignment) }
    let chain = GoalChain(points.first?.values.map(\.goal) ?? [])
    let actual = chain.values(ofEach: points.map(\.assignment.pairs), in: problem, data)
    guard actual == points.map(\.values) else {
      throw .backend(.failed("points with other values than their pairs have"))
    }
  }
}
