import BenchmarkSupport
import InstanceFiles
import Policies
import Problems
import Solvers
import Verification

/// What the router found within a limit of processor seconds, checked, in the numbers of the file.
struct ProgramAnswer {
  /// The checker does not believe the answer: the benchmark has to stop.
  struct Rejected: Error {
    let problems: [Verdict.Problem]
  }

  private enum Status: String {
    case optimal, feasible, unknown, infeasible
  }

  private let status: Status
  private let best: Assignment?
  private let objective: Int?
  private let bound: Int?
  /// Whether both count points, which a file may have in fractions.
  private let countsPoints: Bool
  private let backend: Backend
  private let time: WorkTime
  private let instance: Instance

  /// Solves an instance on one thread; the time is that of the solve call alone.
  ///
  /// - Throws: `BackendError`; ``Rejected`` when the independent checker refuses the answer.
  init(solving instance: Instance, for aim: Aim, limit: Double) throws {
    // Like the peers it is stopped by processor time: on a busy machine the wall clock runs ahead.
    let end = WorkTime.processorSeconds + limit
    let watch = SolverWatch(isCancelled: { WorkTime.processorSeconds >= end })
    let data = GoalData(rankings: instance.rankings, waiting: instance.waiting)
    let solve = AimedSolve(instance.problem, aim: aim, data: data, watch: watch)
    let (answer, time) = try WorkTime.measure { () throws(BackendError) in try solve.answer() }
    let outcome = answer.outcome
    if let outcome {
      let verdict = Verdict(checking: outcome, of: solve.problem)
      guard verdict.accepted else { throw Rejected(problems: Array(verdict.problems.prefix(3))) }
    }
    (self.instance, self.time, backend) = (instance, time, answer.backend ?? .auto)
    switch outcome {
    case .optimal(let best, _)?: (status, self.best) = (.optimal, best)
    case .limitReached(let best, _)?:
      (status, self.best) = (best == nil ? .unknown : .feasible, best)
    case .infeasible?, nil: (status, best) = (.infeasible, nil)
    }
    if let goal = answer.goals?.last {
      // A limit bounds the points, which are another goal's.
      (objective, bound) = (goal.numbers.first, nil)
      countsPoints = goal.goal.countsPoints
    } else {
      (objective, bound) = (best?.objective.total, outcome?.bound)
      countsPoints = true
    }
  }

  /// One line for the driver; `pairs` let it hold the answer against its own rows.
  var json: JSONValue {
    JSONValue([
      ("status", .string(status.rawValue)),
      ("objective", number(objective)),
      ("bound", number(bound)),
      ("pairs", best.map { JSONValue($0.pairs.map(Self.pair)) } ?? .null),
      ("backend", .string(backend.rawValue)),
      ("seconds", JSONValue(time.processor)),
      ("wall", JSONValue(time.wall)),
    ])
  }

  private func number(_ total: Int?) -> JSONValue {
    guard let total else { return .null }
    return countsPoints ? .number(instance.number(total: total)) : JSONValue(total)
  }

  private static func pair(_ pair: Pair) -> JSONValue {
    [JSONValue(pair.mentee), JSONValue(pair.mentor)]
  }
}

extension AssignmentOutcome {
  /// What no assignment exceeds; `nil` where that is not known.
  fileprivate var bound: Int? {
    switch self {
    case .optimal(let best, _): best.objective.total
    case .limitReached(_, let bound): bound.total == .max ? nil : bound.total
    case .infeasible: nil
    }
  }
}
