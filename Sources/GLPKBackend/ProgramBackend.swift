public import Problems

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
    _ program: BinaryProgram, limits: ProgramLimits, watch: ProgramWatch
  ) throws(GLPKError) -> ProgramOutcome
}

/// What a solve may take.
public struct ProgramLimits: Sendable {
  /// `nil` = no limit.
  public var time: Duration?
  /// For all that GLPK holds, all threads together; `nil` = no limit.
  public var memoryMegabytes: Int?
  /// The most threads; independent parts of a program are solved side by side.
  public var threads: Int

  public init(time: Duration? = nil, memoryMegabytes: Int? = nil, threads: Int = 1) {
    self.time = time
    self.memoryMegabytes = memoryMegabytes
    self.threads = threads
  }
}

/// Where a solve stands.
public struct ProgramProgress: Equatable, Sendable {
  public enum Phase: String, Sendable {
    case presolve, relaxation, dive, neighbourhood, cuts, tree
  }

  public let phase: Phase
  /// The objective of the best answer so far.
  public let best: Int?
  /// No answer has a larger objective, where that is known yet.
  public let bound: Int?

  public init(phase: Phase, best: Int?, bound: Int?) {
    self.phase = phase
    self.best = best
    self.bound = bound
  }

  /// How much better than the best answer another one may be.
  public var gap: Int? {
    guard let best, let bound else { return nil }
    let (gap, overflow) = bound.subtractingReportingOverflow(best)
    return overflow ? nil : gap
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
