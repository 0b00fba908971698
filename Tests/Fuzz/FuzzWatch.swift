import Foundation
import FuzzSupport
import Synchronization

/// Ends the run when one file takes too long, and keeps the file that a crash would take along.
final class FuzzWatch: Sendable {
  private static let limit = 5.0

  private let state = Mutex(State())

  private struct State {
    var started: Date?
    var slowest = 0.0
    var format = FuzzFormat.csv
  }

  var slowest: Double { state.withLock { $0.slowest } }

  func start() {
    Thread.detachNewThread { [self] in
      while true {
        Thread.sleep(forTimeInterval: 0.2)
        let (started, format) = state.withLock { ($0.started, $0.format) }
        guard let started, Date().timeIntervalSince(started) > Self.limit else { continue }
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
      $0.started = Date()
    }
  }

  func end() {
    state.withLock { state in
      if let started = state.started {
        state.slowest = max(state.slowest, Date().timeIntervalSince(started))
      }
      state.started = nil
    }
  }
}
