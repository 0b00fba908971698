public import InstanceFiles
public import Policies
import Problems
import Solvers

extension CaseJSON {
  /// Solutions of an instance are `nastavnik.solution/1`; those of a season name people.
  public func value(
    _ report: AlternativesReport, _ robustness: Robustness? = nil, seed: Int = 1
  ) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("solutions", JSONValue(report.solutions.map { solution($0, seed: seed) })),
      ("complete", .bool(!report.isStopped)),
    ]
    if let classes = report.classes {
      members += [("every", people(classes.every)), ("some", people(classes.some))]
      if case .season = solvedCase.origin {
        members.append(("forms", ["every": forms(classes.every), "some": forms(classes.some)]))
      }
    }
    if let robustness { members.append(("robustness", value(robustness))) }
    return JSONValue(members)
  }

  private func people(_ pairs: [Pair]) -> JSONValue { JSONValue(pairs.map(words.people)) }

  /// By place in the list of pairs.
  private func forms(_ pairs: [Pair]) -> JSONValue {
    JSONValue(pairs.flatMap { words.form(of: $0).map(\.1) })
  }

  private func solution(_ assignment: Assignment, seed: Int) -> JSONValue {
    let outcome = solvedCase.outcome(of: assignment)
    guard case .instance(let instance) = solvedCase.origin else {
      let isBest = if case .optimal = outcome { true } else { false }
      let exchange = solvedCase.exchange(to: assignment)
      return [
        "status": .string(isBest ? "optimal" : "feasible"),
        "objective": words.json(assignment.objective), "pairs": words.json(assignment.pairs),
        "price": words.json(exchange.change), "changes": words.json(words.moves(of: exchange)),
      ]
    }
    let facts = SolutionFile.Facts(
      version: Office.version, seed: seed,
      policy: Policy(following: solvedCase.problem.coverage).rawValue,
      backend: solvedCase.backend.rawValue, verified: true)
    return SolutionFile(outcome, of: instance, facts: facts).json
  }
}
