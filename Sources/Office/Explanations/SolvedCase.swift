import Foundation
public import InstanceFiles
public import Mentorship
public import Policies
public import Problems
public import Solvers
import Verification

/// A season or an instance with its checked optimum: what questions are asked about.
///
/// Both are the same to the questions: people are indices of the problem, and only names and numbers differ.
public struct SolvedCase: Sendable {
  enum Origin: Sendable {
    case season(Encoding)
    case instance(Instance)
  }

  /// How a case is solved.
  public struct Settings: Sendable {
    public var aim: Aim?
    public var backend = Backend.auto
    public var limits = SolverLimits()
    public var isCancelled: @Sendable () -> Bool = { false }
    public var report: (@Sendable (SolverProgress) -> Void)?

    public init() {}
  }

  public private(set) var solved: SolvedProblem
  let origin: Origin
  public let backend: Backend
  let settings: Settings

  public var problem: AssignmentProblem { solved.problem }
  public var best: Assignment { solved.best }

  /// Solves what is at a path: a season's folder, or an instance file.
  ///
  /// - Throws: ``OfficeError``.
  public static func open(
    _ path: String, reader: InstanceReader = InstanceReader(), settings: Settings = Settings()
  ) throws(OfficeError) -> SolvedCase {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return try SolvedCase(try Office.readInstance(path, using: reader), settings) }
    let reading = try Office.read(path)
    guard let season = reading.season else { throw .findings(reading.findings) }
    return try SolvedCase(season, findings: reading.findings, settings)
  }

  /// The same case around another of its optima.
  func around(_ other: SolvedProblem) -> SolvedCase {
    var copy = self
    copy.solved = other
    return copy
  }

  /// Solves an instance.
  ///
  /// - Throws: ``OfficeError``; ``OfficeError/noAnswer(_:)`` where nothing satisfies its rules.
  public init(_ instance: Instance, _ settings: Settings = Settings()) throws(OfficeError) {
    let isFirst = instance.problem.coverage == .first
    try self.init(
      .instance(instance), instance.problem, settings, coverage: isFirst ? "first" : "ignore"
    ) { nil }
  }

  /// Solves a season.
  ///
  /// - Throws: ``OfficeError``; ``OfficeError/noAnswer(_:)`` where nothing satisfies its rules.
  public init(
    _ season: Season, findings: [Finding] = [], _ settings: Settings = Settings()
  ) throws(OfficeError) {
    let scored = ScoredSeason(season)
    let all = (findings + scored.findings).sorted { $0.place < $1.place }
    if all.contains(where: { $0.kind.severity == .error }) { throw .findings(all) }
    let encoding = Encoding(scored)
    let problem: AssignmentProblem
    do { problem = try encoding.problem() } catch { throw .problem(error) }
    try self.init(
      .season(encoding), problem, settings, coverage: season.coverage.rawValue
    ) { MatchSeason().impossibility(season) }
  }

  private init(
    _ origin: Origin, _ problem: AssignmentProblem, _ settings: Settings, coverage: String,
    impossibility: () -> Impossibility?
  ) throws(OfficeError) {
    let aim = settings.aim ?? .policy(Policy(following: problem.coverage))
    guard aim.agrees(with: problem.coverage) else {
      throw .policyConflict(aim.name, coverage: coverage)
    }
    let run = AimedSolve(
      problem, aim: aim, backend: settings.backend, limits: settings.limits,
      watch: SolverWatch(isCancelled: settings.isCancelled, report: settings.report))
    guard run.isPlain else { throw .notPriced(aim.name) }
    let answer: AimedSolve.Answer
    do { answer = try run.answer() } catch { throw .backend(error) }
    try run.check(answer, threads: settings.limits.threads)
    switch answer.outcome {
    case .optimal(let best, let proof)?:
      let router = BackendRouter(
        backend: .auto, limits: settings.limits,
        watch: SolverWatch(isCancelled: settings.isCancelled))
      solved = SolvedProblem(run.problem, best, proof, router: router)
    case .infeasible?, nil: throw .noAnswer(impossibility())
    case .limitReached?: throw .limitReached
    }
    self.origin = origin
    self.settings = settings
    backend = answer.backend ?? settings.backend
  }
}
