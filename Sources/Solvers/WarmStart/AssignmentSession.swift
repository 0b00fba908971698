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
  private var demands: [Int]
  private var mentors: [MentorLimits]
  private var fixed: Set<Pair>
  private var edits: ProblemEdits
  /// `nil` until the next solve, or where every solve is from scratch.
  private var core: SessionCore?
  private var terms: LazyTerms?
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
  private func makeRoom(for points: [Int?]) {
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

  private func row(_ pair: Pair) -> Int { terms?.isTransposed == true ? pair.mentor : pair.mentee }
  private func column(_ pair: Pair) -> Int {
    terms?.isTransposed == true ? pair.mentee : pair.mentor
  }
}

extension AssignmentSession {
  /// Chooses a pair whatever it costs.
  ///
  /// - Throws: ``SessionError/problem(_:)`` for a pair that is not eligible, or locked already.
  public func lock(_ pair: Pair) throws(SessionError) {
    guard edits.points(pair) != nil else { throw .problem(.fixedNotEligible(pair)) }
    guard fixed.insert(pair).inserted else { throw .problem(.fixedTwice(pair)) }
    let load = load(of: pair)
    // More pins than places: only a fresh look can say what contradicts what.
    guard load.mentee <= demands[pair.mentee], load.mentor <= mentors[pair.mentor].capacity else {
      return core = nil
    }
    core?.apply(.deactivate(row: row(pair)))
    updatePlaces(besides: pair)
  }

  /// Takes a lock back; does nothing where there is none.
  public func unlock(_ pair: Pair) {
    guard fixed.remove(pair) != nil else { return }
    updatePlaces(besides: pair)
    core?.apply(.activate(row: row(pair)))
  }

  /// Makes a pair ineligible.
  ///
  /// - Throws: ``SessionError/problem(_:)`` for a pair that is locked.
  public func forbid(_ pair: Pair) throws(SessionError) {
    guard !fixed.contains(pair) else { throw .problem(.fixedNotEligible(pair)) }
    guard edits.points(pair) != nil else { return }
    edits.forbid(pair)
    core?.apply(.unlist(row: row(pair), column: column(pair)))
  }

  /// Takes a ban back.
  public func allow(_ pair: Pair) {
    guard edits.forbidden.contains(pair) else { return }
    edits.allow(pair)
    core?.apply(.relist(row: row(pair), column: column(pair)))
  }

  /// Replaces all points of a mentee.
  ///
  /// Bans of the mentee stay.
  ///
  /// - Parameters:
  ///   - points: one for each mentor; `nil` = not eligible.
  ///   - mentee: whose.
  /// - Throws: ``SessionError/problem(_:)`` when the points are not as many as mentors, or a locked pair
  ///   would not be eligible.
  public func setPoints(_ points: [Int?], ofMentee mentee: Int) throws(SessionError) {
    try check(points, mentorCount, mentee, menteeCount)
    for pair in fixed where pair.mentee == mentee && points[pair.mentor] == nil {
      throw .problem(.fixedNotEligible(pair))
    }
    edits.setMentee(mentee, points)
    makeRoom(for: points)
    core?.apply(terms?.isTransposed == true ? .column(mentee) : .row(mentee))
  }

  /// Replaces all points of a mentor.
  ///
  /// Bans of the mentor stay.
  ///
  /// - Parameters:
  ///   - points: one for each mentee; `nil` = not eligible.
  ///   - mentor: whose.
  /// - Throws: as ``setPoints(_:ofMentee:)``.
  public func setPoints(_ points: [Int?], ofMentor mentor: Int) throws(SessionError) {
    try check(points, menteeCount, mentor, mentorCount)
    for pair in fixed where pair.mentor == mentor && points[pair.mentee] == nil {
      throw .problem(.fixedNotEligible(pair))
    }
    edits.setMentor(mentor, points)
    makeRoom(for: points)
    core?.apply(terms?.isTransposed == true ? .row(mentor) : .column(mentor))
  }

  /// Changes how many mentees a mentor takes; 0 = the mentor left.
  ///
  /// - Throws: ``SessionError/problem(_:)`` below 0, or for nobody.
  public func setCapacity(_ capacity: Int, ofMentor mentor: Int) throws(SessionError) {
    try check([], 0, mentor, mentorCount)
    guard capacity >= 0 else {
      throw .problem(.negativeCapacity(mentor: mentor, capacity: capacity))
    }
    mentors[mentor] = MentorLimits(capacity: capacity, minimum: mentors[mentor].minimum)
    change(mentor, of: .mentors, to: capacity)
  }

  /// Changes how many mentors a mentee takes; 0 = the mentee left.
  ///
  /// - Throws: ``SessionError/problem(_:)`` below 0, or for nobody.
  public func setDemand(_ demand: Int, ofMentee mentee: Int) throws(SessionError) {
    try check([], 0, mentee, menteeCount)
    guard demand >= 0 else { throw .problem(.negativeDemand(mentee: mentee, demand: demand)) }
    demands[mentee] = demand
    change(mentee, of: .mentees, to: demand)
  }

  /// Adds a mentee at the end.
  ///
  /// - Returns: the index.
  /// - Throws: ``SessionError/problem(_:)`` when the points are not as many as mentors.
  @discardableResult
  public func addMentee(points: [Int?], demand: Int = 1) throws(SessionError) -> Int {
    try check(points, mentorCount, 0, 1)
    guard demand >= 0 else {
      throw .problem(.negativeDemand(mentee: menteeCount, demand: demand))
    }
    let mentee = menteeCount
    demands.append(0)
    edits.setMentee(mentee, points)
    makeRoom(for: points)
    if terms?.isTransposed == true {
      core?.apply(.addColumn)
      core?.apply(.column(mentee))
    } else {
      core?.apply(.addRow)
    }
    try setDemand(demand, ofMentee: mentee)
    return mentee
  }

  /// Adds a mentor at the end.
  ///
  /// - Returns: the index.
  /// - Throws: ``SessionError/problem(_:)`` when the points are not as many as mentees.
  @discardableResult
  public func addMentor(points: [Int?], capacity: Int = 1) throws(SessionError) -> Int {
    try check(points, menteeCount, 0, 1)
    guard capacity >= 0 else {
      throw .problem(.negativeCapacity(mentor: mentorCount, capacity: capacity))
    }
    let mentor = mentorCount
    mentors.append(MentorLimits(capacity: 0))
    edits.setMentor(mentor, points)
    makeRoom(for: points)
    if terms?.isTransposed == true {
      core?.apply(.addRow)
    } else {
      core?.apply(.addColumn)
      core?.apply(.column(mentor))
    }
    try setCapacity(capacity, ofMentor: mentor)
    return mentor
  }

  /// Tells the search how many places locks leave in the column of a pair.
  private func updatePlaces(besides pair: Pair) {
    let load = load(of: pair)
    let places =
      terms?.isTransposed == true
      ? demands[pair.mentee] - load.mentee : mentors[pair.mentor].capacity - load.mentor
    core?.apply(.places(column: column(pair), places))
  }

  private func change(_ person: Int, of side: Side, to new: Int) {
    guard let terms, core != nil else { return }
    let isRow = (side == .mentors) == terms.isTransposed
    let load = fixed.count { (side == .mentees ? $0.mentee : $0.mentor) == person }
    guard new >= load, !isRow || new <= 1 else { return core = nil }
    guard isRow else {
      core?.apply(.places(column: person, new - load))
      return
    }
    core?.apply(new - load > 0 ? .activate(row: person) : .deactivate(row: person))
  }

  private func load(of pair: Pair) -> (mentee: Int, mentor: Int) {
    (
      fixed.count { $0.mentee == pair.mentee },
      fixed.count { $0.mentor == pair.mentor }
    )
  }

  private func check(
    _ points: [Int?], _ expected: Int, _ person: Int, _ count: Int
  ) throws(SessionError) {
    guard points.count == expected else {
      throw .problem(.raggedRow(row: person, count: points.count, expected: expected))
    }
    guard 0..<count ~= person else { throw .nobody(index: person, count: count) }
  }
}

/// Why a change or a solve of a session could not be carried out.
public enum SessionError: Error, Equatable, Sendable {
  case problem(ProblemError)
  case notANetwork(NotANetwork)
  /// There is no person of this index.
  case nobody(index: Int, count: Int)
}
