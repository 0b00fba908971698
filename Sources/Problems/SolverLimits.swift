/// What a solve may take.
public struct SolverLimits: Equatable, Sendable {
  /// From the call on; `nil` = no limit.
  public var time: Duration?
  /// For all that GLPK holds, all threads together; `nil` = no limit.
  public var memoryMegabytes: Int?
  /// The most threads; no answer depends on their number.
  public var threads: Int

  public init(time: Duration? = nil, memoryMegabytes: Int? = nil, threads: Int = 1) {
    self.time = time
    self.memoryMegabytes = memoryMegabytes
    self.threads = threads
  }

  /// What is left of them for one more step of a call that began at a moment.
  package func left(since start: ContinuousClock.Instant) -> SolverLimits {
    var limits = self
    limits.time = time.map { max(.zero, $0 - (ContinuousClock.now - start)) }
    return limits
  }
}
