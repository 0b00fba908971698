import Foundation

/// The time that some work took.
public struct WorkTime {
  /// Processor time of all threads, in the kernel too: what both sides of a comparison are measured in.
  public let processor: Double
  public let wall: Double

  /// Runs some work, and says what it took.
  public static func measure<Value, Failure: Error>(
    _ work: () throws(Failure) -> Value
  ) throws(Failure) -> (value: Value, time: WorkTime) {
    let (wall, processor) = (seconds(CLOCK_MONOTONIC), processorSeconds)
    let value = try work()
    return (
      value,
      WorkTime(
        processor: processorSeconds - processor,
        wall: seconds(CLOCK_MONOTONIC) - wall)
    )
  }

  /// Of this process until now, all threads together.
  public static var processorSeconds: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
