public import Problems

/// A solved problem that can be changed and solved again from where it stands.
///
/// ```swift
/// let session = AssignmentSession(problem)
/// try session.solve()             // from scratch
/// try session.lock(Pair(mentee: 3, mentor: 7))
/// try session.solve()             // exact again, after one shortest path as a rule
/// session.unlock(Pair(mentee: 3, mentor: 7))
/// ```
///
/// Every answer is as exact as a fresh one and comes with its own proof for ``currentProblem()``. A change
/// frees the few rows and places that it touches; the prices stay feasible for everybody else, and the
/// search goes on from there. What no search over short lists can hold (quotas, minimums, two partners
/// on both sides, people apart or together, hours) is solved from scratch every time, through the same calls.
///
/// For one thread at a time. It deliberately keeps no history: to go back, make the opposite change.
public final class AssignmentSession {
  private let solver: AssignmentSolver
  private let original: AssignmentProblem
  var demands: [Int]
  var mentors: [MentorLimits]
  var fixed: Set<Pair>
  var edits: ProblemEdits
  /// `nil` until the next solve, or where every solve is from scratch.
  var core: SessionCore?
  var terms: LazyTerms?
  /// The points that the prices of the search are made for.
  private var range: ClosedRange<Int> = 0...0
  private var pairLimit = 0

  /// Takes a problem; nothing is solved yet.
  public init(_ problem: AssignmentProblem, solver: AssignmentSolver = AssignmentSolver()) {
    self.solver = solver
    original = problem
    demands = problem.demands
    mentors = problem.mentors
    fixed = Set(problem.fixed)
    edits = ProblemEdits(problem.table)
  }

  public var menteeCount: Int { demands.count }
  public var mentorCount: Int { mentors.count }

  /// The points of a pair now; `nil` where it is not eligible.
  public func points(of pair: Pair) -> Int? { edits.points(pair) }

  /// The problem with all changes.
  ///
  /// - Throws: ``ProblemError`` where numbers grew too large together.
  /// - Complexity: O(menteeCount · mentorCount) after a change of points, else O(people).
  public func currentProblem() throws(ProblemError) -> AssignmentProblem {
    try original.replacing(
      table: edits.isEmpty ? edits.table : edits.currentTable(), demands: demands,
      mentors: mentors, fixed: fixed.sorted())
  }

  /// Finds the best assignment of the problem as it is now.
  ///
  /// - Throws: ``SessionError``.
  /// - Complexity: as a fresh solve the first time; then a shortest path for each person freed.
  public func solve() throws(SessionError) -> AssignmentOutcome {
    if let outcome = warmOutcome() { return outcome }
    let problem: AssignmentProblem
    do { problem = try currentProblem() } catch { throw .problem(error) }
    restart(problem)
    if let outcome = warmOutcome() { return outcome }
    core = nil
    do { return try solver.solve(problem) } catch { throw .notANetwork(error) }
  }

  private func warmOutcome() -> AssignmentOutcome? {
    guard let core, var terms, core.settle() != .exhausted else { return nil }
    terms.fixed = fixed.sorted()
    terms.fixedTotal = fixed.reduce(0) { $0 + (edits.points($1) ?? 0) }
    return core.outcome(terms)
  }

  /// Begins anew from the problem as it is.
  private func restart(_ problem: AssignmentProblem) {
    core = nil
    // A rule that says nothing now may say something after a change.
    guard !problem.hasSideRules, let lazy = LazyProblem(problem), lazy.duty != .everyColumn else {
      return
    }
    edits = ProblemEdits(problem.table)
    range = problem.table.points.range
    pairLimit = 2 * min(problem.menteeCount, problem.mentorCount) + 2
    var terms = lazy.terms
    if lazy.duty == .mostRows {
      // Twice what is needed now, so that somebody may come and points may change a little.
      terms.bonus = max(terms.bonus, 2 * weight(range, pairLimit))
      terms.coverageWeight = terms.bonus
    }
    self.terms = terms
    core = SessionFactory(lazy: lazy, edits: edits, solver: solver)
      .makeCore(unmatchedCost: lazy.duty == .everyRow ? nil : terms.bonus)
  }

  private func weight(_ range: ClosedRange<Int>, _ length: Int) -> Int {
    length * (range.upperBound - range.lowerBound) - min(0, range.lowerBound) + 1
  }

  /// Gives the search up where it was made for smaller numbers.
  func makeRoom(for points: [Int?]) {
    guard let terms else { return }
    for case let value? in points where !range.contains(value) {
      let wider = min(range.lowerBound, value)...max(range.upperBound, value)
      // First of all, for the weight of larger numbers might not fit 64 bits.
      if max(wider.lowerBound.magnitude, wider.upperBound.magnitude) > 1 << 26 {
        return core = nil
      }
      if terms.duty == .mostRows,
        weight(wider, min(menteeCount, mentorCount)) > terms.coverageWeight
      {
        return core = nil
      }
      range = wider
    }
    if min(menteeCount, mentorCount) >= pairLimit { core = nil }
  }

  func row(_ pair: Pair) -> Int { terms?.isTransposed == true ? pair.mentor : pair.mentee }
  func column(_ pair: Pair) -> Int {
    terms?.isTransposed == true ? pair.mentee : pair.mentor
  }
}

/// Why a change or a solve of a session could not be carried out.
public enum SessionError: Error, Equatable, Sendable {
  case problem(ProblemError)
  case notANetwork(NotANetwork)
  /// There is no person of this index.
  case nobody(index: Int, count: Int)
}
