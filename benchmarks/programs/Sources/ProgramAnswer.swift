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
  private let bound: Int?
  private let backend: Backend
  private let time: WorkTime
  private let instance: Instance

  /// Solves an instance on one thread; the time is that of the solve call alone.
  ///
  /// - Throws: `BackendError`; ``Rejected`` when the independent checker refuses the answer.
  init(solving instance: Instance, limit: Double) throws {
    // Like the peers it is stopped by processor time: on a busy machine the wall clock runs ahead.
    let end = WorkTime.processorSeconds + limit
    let watch = SolverWatch(isCancelled: { WorkTime.processorSeconds >= end })
    let router = BackendRouter(backend: .auto, watch: watch)
    let (answer, time) = try WorkTime.measure { () throws(BackendError) in
      try router.solve(instance.problem)
    }
    let verdict = Verdict(checking: answer.outcome, of: instance.problem)
    guard verdict.accepted else { throw Rejected(problems: Array(verdict.problems.prefix(3))) }
    (self.instance, self.time, backend) = (instance, time, answer.backend)
    switch answer.outcome {
    case .optimal(let best, _):
      (status, self.best, bound) = (.optimal, best, best.objective.total)
    case .limitReached(let best, let limit):
      status = best == nil ? .unknown : .feasible
      // A bound that bounds nothing is none.
      (self.best, bound) = (best, limit.total == .max ? nil : limit.total)
    case .infeasible: (status, best, bound) = (.infeasible, nil, nil)
    }
  }

  /// One line for the driver; `pairs` let it hold the answer against its own rows.
  var json: JSONValue {
    JSONValue([
      ("status", .string(status.rawValue)),
      ("objective", number(best?.objective.total)),
      ("bound", number(bound)),
      ("pairs", best.map { JSONValue($0.pairs.map(Self.pair)) } ?? .null),
      ("backend", .string(backend.rawValue)),
      ("seconds", JSONValue(time.processor)),
      ("wall", JSONValue(time.wall)),
    ])
  }

  private func number(_ total: Int?) -> JSONValue {
    total.map { .number(instance.number(total: $0)) } ?? .null
  }

  private static func pair(_ pair: Pair) -> JSONValue {
    [JSONValue(pair.mentee), JSONValue(pair.mentor)]
  }
}
