import Foundation
public import InstanceFiles
public import Policies
public import Problems
public import Solvers
import Verification

/// The use case of a researcher: an abstract instance in, a verified solution out.
public struct SolveInstance: Sendable {
  private let policy: Policy?
  private let backend: Backend
  private let limits: SolverLimits
  private let seed: Int
  private let isCancelled: @Sendable () -> Bool

  /// Makes the use case; without a policy the instance's own coverage decides.
  public init(
    policy: Policy? = nil, backend: Backend = .auto, limits: SolverLimits = .init(),
    seed: Int = 1, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.policy = policy
    self.backend = backend
    self.limits = limits
    self.seed = seed
    self.isCancelled = isCancelled
  }

  /// Solves an instance and checks the answer.
  ///
  /// - Parameters:
  ///   - instance: the instance as read.
  ///   - reading: what reading it cost, `nil` = leave all timings out (equal inputs, equal bytes).
  ///   - report: told from time to time how far a long search is.
  /// - Returns: the solution, verified.
  /// - Throws: ``OfficeError``; a result that the checker rejects is never returned.
  public func solution(
    of instance: Instance, reading: Stopwatch.Reading?,
    report: (@Sendable (SolverProgress) -> Void)? = nil
  ) throws(OfficeError) -> SolutionFile {
    let problem = instance.problem
    if let policy, !policy.agrees(with: problem.coverage) {
      throw .policyConflict(policy, coverage: problem.coverage == .first ? "first" : "ignore")
    }
    var watch = Stopwatch()
    let router = BackendRouter(
      backend: backend, limits: limits,
      watch: SolverWatch(isCancelled: isCancelled, report: report))
    let answer: BackendRouter.Answer
    do throws(BackendError) {
      answer = try router.solve(problem)
    } catch {
      throw .backend(error)
    }
    let solving = watch.lap()
    let verdict = Verdict(checking: answer.outcome, of: problem, threads: limits.threads)
    guard verdict.accepted else { throw .rejected(verdict.problems) }
    let verifying = watch.lap()
    // Where nothing was found there is nothing that could have been checked.
    let isAnswer = if case .limitReached(nil, _) = answer.outcome { false } else { true }
    let facts = SolutionFile.Facts(
      version: Office.version, seed: seed,
      policy: (policy ?? Policy(following: problem.coverage)).rawValue,
      backend: answer.backend.rawValue, verified: isAnswer,
      seconds: reading.map { .init(read: $0.wall, solve: solving.wall, verify: verifying.wall) },
      cpuSeconds: reading.map { .init(read: $0.cpu, solve: solving.cpu, verify: verifying.cpu) })
    var solution = SolutionFile(answer.outcome, of: instance, facts: facts)
    if solution.status == .infeasible, let changes = router.checkedRelaxation(of: problem) {
      solution.set(changes, of: instance)
    }
    return solution
  }
}

/// Measures wall and processor time, lap by lap.
public struct Stopwatch {
  /// Seconds of one lap.
  public struct Reading: Sendable {
    public let wall: Double
    public let cpu: Double
  }

  private var wall = ContinuousClock.now
  private var cpu = Self.processorSeconds()

  public init() {}

  /// The time since the last lap, or since the start.
  public mutating func lap() -> Reading {
    let now = ContinuousClock.now
    let processor = Self.processorSeconds()
    defer { (wall, cpu) = (now, processor) }
    return Reading(wall: now.seconds(since: wall), cpu: processor - cpu)
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
