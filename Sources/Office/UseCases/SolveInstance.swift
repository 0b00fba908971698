import Foundation
public import InstanceFiles
public import Policies
public import Problems
public import Solvers

/// The use case of a researcher: an abstract instance in, a verified solution out.
public struct SolveInstance: Sendable {
  private let aim: Aim?
  private let approved: Set<Pair>
  private let backend: Backend
  private let limits: SolverLimits
  private let seed: Int?
  private let preferences: Market.Preferences?
  private let isCancelled: @Sendable () -> Bool

  /// Makes the use case; without an aim the instance's own coverage decides.
  ///
  /// `approved`: the pairs that the goal of fewest changes holds on to. `seed`: of lots; with one equals are drawn
  /// too, `nil` = they go in canonical order. `preferences`: `nil` = rankings where there are any, else points.
  public init(
    aim: Aim? = nil, approved: Set<Pair> = [], backend: Backend = .auto,
    limits: SolverLimits = .init(),
    seed: Int? = nil, preferences: Market.Preferences? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.aim = aim
    self.approved = approved
    self.backend = backend
    self.limits = limits
    self.seed = seed
    self.preferences = preferences
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
    let aim = aim ?? .policy(Policy(following: instance.problem.coverage))
    guard aim.agrees(with: instance.problem.coverage) else {
      let isFirst = instance.problem.coverage == .first
      throw .policyConflict(aim.name, coverage: isFirst ? "first" : "ignore")
    }
    if aim.chain?.goals.contains(.changes) ?? false, approved.isEmpty { throw .nothingApproved }
    var watch = Stopwatch()
    let (data, preferences) = instance.data(for: aim, preferences, approved: approved)
    let run = AimedSolve(
      instance.problem, aim: aim, data: data, backend: backend, limits: limits,
      watch: SolverWatch(isCancelled: isCancelled, report: report), seed: seed ?? 1,
      drawsTies: seed != nil)
    let answer: AimedSolve.Answer
    do throws(BackendError) {
      answer = try run.answer()
    } catch {
      throw .backend(error)
    }
    let solving = watch.lap()
    try run.check(answer, threads: limits.threads)
    let verifying = watch.lap()
    let facts = SolutionFile.Facts(
      version: Office.version, seed: seed ?? 1, policy: aim.name,
      preferences: preferences?.rawValue, backend: answer.backendName, verified: answer.isAnswer,
      seconds: reading.map { .init(read: $0.wall, solve: solving.wall, verify: verifying.wall) },
      cpuSeconds: reading.map { .init(read: $0.cpu, solve: solving.cpu, verify: verifying.cpu) })
    return run.file(answer, of: instance, facts)
  }
}

extension Instance {
  /// What goals look at, and where rank-based aims take preferences from; `nil` for other aims.
  func data(
    for aim: Aim, _ preferences: Market.Preferences?, approved: Set<Pair> = []
  ) -> (data: GoalData, preferences: Market.Preferences?) {
    guard aim.looksAtRanks else {
      return (GoalData(rankings: rankings, approved: approved, waiting: waiting), nil)
    }
    let market = Market(
      problem, rankings: rankings, preferences: preferences, approved: approved, waiting: waiting)
    return (market.data, market.preferences)
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
