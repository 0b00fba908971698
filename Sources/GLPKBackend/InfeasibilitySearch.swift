import Problems
import Solvers

/// The search for the reason why a problem that GLPK called infeasible is.
///
/// People first: too needy a set of people of a network, found on the elastic program. Then rules: a
/// minimal set of minimums, quotas, hours, sets of mentees and fixed pairs, with GLPK as the judge of
/// every part.
struct InfeasibilitySearch {
  /// Why there is no witness.
  enum Interruption: Error {
    case trouble(GLPKError)
    /// The time is up, or the caller gave up.
    case limit
  }

  let run: AssignmentRun

  private var problem: AssignmentProblem { run.free.problem }

  func witness() throws(Interruption) -> Witness {
    let filter = ConflictFilter(problem)
    for part in filter.weakerProblems {
      if let violator = try elasticViolator(of: part) { return .hall(violator) }
    }
    let rules = try filter.minimalConflict { part throws(Interruption) in
      try isInfeasible(part)
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

  private func isInfeasible(_ part: AssignmentProblem) throws(Interruption) -> Bool {
    guard let free = try? FreeProblem(part) else { return true }
    return switch try solve(AssignmentEncoding(free).program { _ in 0 }) {
    case .infeasible: true
    case .optimal: false
    case .limitReached: throw .limit
    }
  }

  private func solve(_ program: BinaryProgram) throws(Interruption) -> ProgramOutcome {
    do {
      return try run.solve(program)
    } catch {
      throw .trouble(error)
    }
  }
}
