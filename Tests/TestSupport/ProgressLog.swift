public import GLPKBackend
import Synchronization

/// Remembers what a backend reports.
public final class ProgressLog: Sendable {
  private let stored = Mutex<[ProgramProgress]>([])

  public init() {}

  public var entries: [ProgramProgress] { stored.withLock { $0 } }

  public var watch: ProgramWatch {
    ProgramWatch(report: { progress in self.stored.withLock { $0.append(progress) } })
  }
}
