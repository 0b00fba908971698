import Foundation
import FuzzSupport
import Glibc
import Synchronization

/// Ends the run when one file takes too long, and keeps the file that a crash would take along.
final class FuzzWatch: Sendable {
  private static let limit = 5.0

  private let state = Mutex(State())

  private struct State {
    var started: Double?
    var slowest = 0.0
    var format = FuzzFormat.csv
  }

  /// Seconds of computing of this process: a busy machine is no fault of a file.
  static var clock: Double { Double(Glibc.clock()) / Double(CLOCKS_PER_SEC) }

  var slowest: Double { state.withLock { $0.slowest } }

  func start() {
    Thread.detachNewThread { [self] in
      while true {
        Thread.sleep(forTimeInterval: 0.2)
        let (started, format) = state.withLock { ($0.started, $0.format) }
        guard let started, Self.clock - started > Self.limit else { continue }
        print("\(format.rawValue): over \(Self.limit) s, kept as .fuzz/last.\(format.rawValue)")
        exit(1)
      }
    }
  }

  func begin(_ format: FuzzFormat, _ bytes: [UInt8]) {
    try? FileManager.default.createDirectory(atPath: ".fuzz", withIntermediateDirectories: true)
    try? Data(bytes).write(to: URL(filePath: ".fuzz/last.\(format.rawValue)"))
    state.withLock {
      $0.format = format
      $0.started = Self.clock
    }
  }

  func end() {
    state.withLock { state in
      if let started = state.started {
        state.slowest = max(state.slowest, Self.clock - started)
      }
      state.started = nil
    }
  }
}
