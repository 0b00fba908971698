public import Problems
public import Solvers

/// Something that solves 0–1 programs exactly.
///
/// Equal programs get equal answers when no limit is reached, on any number of threads.
public protocol ProgramBackend: Sendable {
  /// Finds the best values of the columns.
  ///
  /// - Parameters:
  ///   - program: with every column at most once in a row.
  ///   - limits: what the solve may take.
  ///   - watch: who looks on and may stop it.
  /// - Returns: `optimal`, `infeasible`, or `limitReached` with the best answer so far and a bound.
  /// - Throws: ``GLPKError``.
  func solve(
    _ program: BinaryProgram, limits: SolverLimits, watch: ProgramWatch
  ) throws(GLPKError) -> ProgramOutcome
}

/// Where a solve stands, in units of the program's objective.
public struct ProgramProgress: Equatable, Sendable {
  public let phase: SearchProgress.Phase
  /// The objective of the best answer so far.
  public let best: Int?
  /// No answer has a larger objective, where that is known yet.
  public let bound: Int?

  public init(phase: SearchProgress.Phase, best: Int?, bound: Int?) {
    self.phase = phase
    self.best = best
    self.bound = bound
  }
}

/// Who looks on while a backend works.
public struct ProgramWatch: Sendable {
  /// Asked some twenty times a second, from several threads at a time; yes stops the solve.
  public let isCancelled: @Sendable () -> Bool
  /// Told after every step that changed something, from several threads but one at a time.
  public let report: (@Sendable (ProgramProgress) -> Void)?

  public init(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    report: (@Sendable (ProgramProgress) -> Void)? = nil
  ) {
    self.isCancelled = isCancelled
    self.report = report
  }

  public static let none = ProgramWatch()
}
