import InstanceFiles
import Policies
import Problems
import Verification

extension AimedSolve {
  /// Lets nothing pass that the independent checker rejects.
  func check(_ answer: Answer, threads: Int) throws(OfficeError) {
    guard let outcome = answer.outcome else { return }
    let verdict = Verdict(checking: outcome, of: problem, threads: threads)
    guard verdict.accepted else { throw .rejected(verdict.problems) }
    guard case .optimal(let best, _) = outcome else { return }
    let blocking = pairsAgainst(best)
    guard blocking.isEmpty else { throw .backend(.failed("not stable: \(blocking)")) }
  }

  /// The answer as a file of an instance, whose problem this is.
  func file(_ answer: Answer, of instance: Instance, _ facts: SolutionFile.Facts) -> SolutionFile {
    guard let outcome = answer.outcome else {
      return SolutionFile(
        id: instance.id, instanceHash: instance.hash.text, facts: facts, status: .infeasible,
        witness: .nonexistent(policy: aim.name))
    }
    var solution = SolutionFile(outcome, of: instance, facts: facts)
    solution.lottery = answer.lottery?.tickets.map {
      SolutionFile.Ticket(probability: $0.probability, pairs: $0.pairs)
    }
    if let goals = answer.goals, !goals.isEmpty {
      solution.goals = goals.map { instance.claim($0) }
    }
    if solution.status == .infeasible, let advice = router.checkedRelaxation(of: problem) {
      solution.set(advice.changes, isCheapest: advice.isCheapest, of: instance)
    }
    return solution
  }
}

extension Instance {
  /// The value of a goal in the numbers of the file.
  func claim(_ value: GoalValue) -> SolutionFile.GoalClaim {
    SolutionFile.GoalClaim(
      goal: value.goal.rawValue,
      values: value.numbers.map {
        value.goal.countsPoints ? number(total: $0) : JSONNumber(integer: $0)
      })
  }
}
