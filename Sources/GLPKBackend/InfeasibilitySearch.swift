import Problems
import Solvers

/// The search for the reason why a problem that GLPK called infeasible is.
///
/// People first: too needy a set of people of a network, found on the elastic program. Then rules: a
/// minimal set of minimums, quotas, hours, sets of mentees and fixed pairs. Linear relaxations judge the parts
/// as long as they can, for they are quick; what is left is tried without every single rule, unless that are many rules of a large problem. Of a part that
/// a search does not decide quickly nobody says that it is infeasible: then a rule stays that perhaps
/// could go, but the conflict is one.
struct InfeasibilitySearch {
  /// Why there is no witness.
  enum Interruption: Error {
    case trouble(GLPKError)
    /// The time is up, or the caller gave up.
    case limit
  }

  /// Nodes of all trees that look at single rules.
  private static let nodeCount = 400
  /// More rules than these of a large problem are not looked at one by one: they are many hours or
  /// minimums that are too tight in sum, of which the relaxation can spare none.
  private static let mostSingleRules = 12
  /// A problem is large whose columns times the rules of its conflict are more.
  private static let mostSingleWork = 5000

  /// One linear program with all columns is quick up to so many; beyond, many that grow by prices are quicker.
  private static let mostElasticColumns = 8000

  let run: AssignmentRun

  private var problem: AssignmentProblem { run.free.problem }

  func witness() throws(Interruption) -> Witness {
    let filter = ConflictFilter(problem)
    for part in filter.weakerProblems {
      if let violator = try elasticViolator(of: part) { return .hall(violator) }
    }
    guard try isRelaxationInfeasible(problem) else {
      return .conflict(
        try filter.minimalConflict { part throws(Interruption) in
          try isInfeasible(part, nodes: Self.nodeCount / 4)
        })
    }
    var rules = try relaxationConflict(filter)
    let nodes = max(4, Self.nodeCount / max(1, rules.count))
    let work = rules.count * AssignmentEncoding(run.free).columnCount
    guard rules.count <= Self.mostSingleRules || work <= Self.mostSingleWork else {
      return .conflict(rules)
    }
    for rule in rules where rules.count > 1 {
      let others = rules.filter { $0 != rule }
      guard let part = filter.problem(keeping: Set(others)) else { continue }
      if try isInfeasible(part, nodes: nodes) { rules = others }
    }
    return .conflict(rules)
  }

  private func elasticViolator(
    of part: AssignmentProblem
  ) throws(Interruption) -> HallViolator? {
    guard let free = try? FreeProblem(part) else { return nil }
    let encoding = AssignmentEncoding(free, elasticity: .needs)
    switch try solve(encoding.elasticProgram) {
    case .infeasible: return nil
    case .limitReached: throw .limit
    case .optimal(let answer):
      let pairs = encoding.assignment(answer).pairs
      return NetworkCertifier().recoverViolator(from: pairs, of: part)
    }
  }

  /// A conflict that linear relaxations see: its limits on one linear program, the rest part by part.
  private func relaxationConflict(_ filter: ConflictFilter) throws(Interruption) -> [Rule] {
    if let limits = try elasticConflict(filter) {
      let sets = filter.rules.filter { !$0.isLimit }
      let rules = try filter.minimalConflict(with: limits, among: sets) {
        part throws(Interruption) in
        try isRelaxationInfeasible(part)
      }
      // The two programs are not the same; both have to say so.
      if let part = filter.problem(keeping: Set(rules)), try isRelaxationInfeasible(part) {
        return rules
      }
    }
    return try filter.minimalConflict { part throws(Interruption) in
      try isRelaxationInfeasible(part)
    }
  }

  /// The limits of a conflict, as one linear program sees them; `nil` where it sees none, or would take long.
  private func elasticConflict(_ filter: ConflictFilter) throws(Interruption) -> [Rule]? {
    let question = StopQuestion { run.isStopped }
    defer { LinearSession.endThread() }
    do {
      let encoding = AssignmentEncoding(run.free, elasticity: .rules)
      guard encoding.columnCount <= Self.mostElasticColumns else { return nil }
      return try ElasticFilter(encoding, question: question, memoryMegabytes: run.memoryMegabytes)
        .minimalConflict(among: filter.rules)
    } catch {
      switch error {
      case .stopped: throw .limit
      // There is another way.
      case .fault: return nil
      }
    }
  }

  private func isRelaxationInfeasible(_ part: AssignmentProblem) throws(Interruption) -> Bool {
    guard let free = try? FreeProblem(part) else { return true }
    let encoding = AssignmentEncoding(free)
    // Points are of no account, but their prices show which columns matter: ten times as quick.
    let points = RelativePoints(free, matched: nil).values
    var program = encoding.program { points[$0] }
    if (try? NumericLimits(program)) == nil { program = encoding.program { _ in 0 } }
    do {
      if try run.bounds(of: program) == nil { return true }
    } catch {
      throw .trouble(error)
    }
    // Nothing is known of a part that was not looked at to the end.
    guard !run.isStopped else { throw .limit }
    return false
  }

  /// `false` also where nothing is known after so many nodes.
  private func isInfeasible(
    _ part: AssignmentProblem, nodes: Int
  ) throws(Interruption) -> Bool {
    guard let free = try? FreeProblem(part) else { return true }
    let program = AssignmentEncoding(free).program { _ in 0 }
    return try solve(program, effort: .limited(nodes: nodes)) == .infeasible
  }

  private func solve(
    _ program: BinaryProgram, effort: SearchState.Effort = .full
  ) throws(Interruption) -> ProgramOutcome {
    do {
      let outcome = try run.solve(program, effort: effort)
      if case .limitReached = outcome, run.isStopped { throw Interruption.limit }
      return outcome
    } catch let error as GLPKError {
      throw .trouble(error)
    } catch {
      throw .limit
    }
  }
}

extension Rule {
  /// Whether it bounds a number, which an elastic program can let go of.
  fileprivate var isLimit: Bool {
    switch self {
    case .minimum, .quota, .hours, .capacity, .demand: true
    case .fixed, .apart, .together: false
    }
  }
}
