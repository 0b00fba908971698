/// The end of the time that a chain of solves may take together.
struct Deadline {
  private let instant: ContinuousClock.Instant?

  /// - Parameter limit: from now on; `nil` = no limit.
  init(_ limit: Duration?) { instant = limit.map { ContinuousClock.now.advanced(by: $0) } }

  var hasPassed: Bool { instant.map { ContinuousClock.now >= $0 } ?? false }

  /// `nil` = no limit.
  var timeLeft: Duration? { instant.map { max(.zero, ContinuousClock.now.duration(to: $0)) } }

  /// What is left in the milliseconds that GLPK counts in; its largest number when there is no limit.
  var milliseconds: Int32 {
    guard let instant else { return .max }
    let left = ContinuousClock.now.duration(to: instant) / .milliseconds(1)
    return Int32(max(1, min(left, Double(Int32.max))))
  }
}
