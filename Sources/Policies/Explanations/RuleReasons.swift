import Problems

/// Finds, where side rules bind, what bringing an unmatched mentee in costs, or which rules forbid it.
///
/// The question is put to the solver as two quotas more: this mentee has a mentor, and as many pairs as
/// before are made. What then cannot be comes with a minimal set of rules that cannot hold together:
/// those that leave the mentee out.
struct RuleReasons {
  enum Answer: Equatable {
    /// Some best assignment with the mentee in it, of as many pairs as before.
    case possible([Pair])
    /// Pairs would be lost, because of these rules.
    case costsPairs(Int, [Rule])
    case impossible([Rule])
    /// The search was stopped.
    case unknown
  }

  /// One part of a problem, see ``ProblemComponents``.
  let part: AssignmentProblem
  /// The pairs of the proposal that belong to it.
  let kept: [Pair]
  let solve: (AssignmentProblem) throws(BackendError) -> AssignmentOutcome

  /// - Complexity: one or two solves; where rules forbid it, as many again as a conflict takes.
  func answer(for mentee: Int) throws -> Answer {
    let forced = part.quotas + [Quota(name: "mentee", mentees: [mentee], atLeast: 1)]
    let all = forced + [Quota(name: "pairs", atLeast: kept.count)]
    let isFirst = part.coverage == .first
    // Of equal ones the assignment that keeps most pairs: it explains itself.
    let question = try part.preferring(kept).replacing(
      quotas: isFirst ? all : forced, coverage: isFirst ? .ignore : part.coverage)
    switch try solve(question) {
    case .optimal(let best, _): return .possible(best.pairs)
    case .limitReached, .infeasible(.unisolated): return .unknown
    case .infeasible(let witness):
      guard isFirst else { return .impossible(witness.rules) }
      return try loss(part.replacing(quotas: forced), because: witness.rules)
    }
  }

  /// How many pairs fewer there are with the mentee among them.
  private func loss(_ question: AssignmentProblem, because rules: [Rule]) throws -> Answer {
    switch try solve(question) {
    case .optimal(let best, _): .costsPairs(kept.count - best.objective.matched, rules)
    case .limitReached, .infeasible(.unisolated): .unknown
    case .infeasible(let witness): .impossible(witness.rules)
    }
  }
}

extension Witness {
  fileprivate var rules: [Rule] {
    if case .conflict(let rules) = self { rules } else { [] }
  }
}
