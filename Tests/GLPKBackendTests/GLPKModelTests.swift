import Foundation
import GLPKBackend
import Problems
import Testing

@Suite("GLPK behind its guard")
struct GLPKModelTests {
  /// One column, one row x ≤ 1, an entry in a column of the caller's choice.
  private func model(column: Int) -> GLPKModel {
    var model = GLPKModel(objective: [1])
    model.addRow([(column, 1.0)], lower: -.infinity, upper: 1)
    return model
  }

  @Test("a bad index comes back as an error, and the next solve works")
  func survivesFault() {
    for _ in 0..<3 {
      guard
        case .fault(let message) = model(column: 98).solve(
          milliseconds: 1000, shouldStop: { false })
      else {
        Issue.record("no fault")
        return
      }
      #expect(!message.isEmpty)
      #expect(
        model(column: 0).solve(milliseconds: 1000, shouldStop: { false }) == .optimal([1]))
    }
  }

  @Test("eight threads solve at once, some of them into faults")
  func solvesOnThreads() {
    let results = Results()
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for _ in 0..<20 {
        let end = model(column: thread % 4 == 3 ? 98 : 0)
          .solve(milliseconds: 1000, shouldStop: { false })
        switch end {
        case .optimal([1]): results.add(optimal: 1, faults: 0)
        case .fault: results.add(optimal: 0, faults: 1)
        default: Issue.record("thread \(thread): \(end)")
        }
      }
    }
    #expect(results.counts == [120, 40])
  }
}

private final class Results: @unchecked Sendable {
  private let lock = NSLock()
  private var optimal = 0
  private var faults = 0

  func add(optimal: Int, faults: Int) {
    lock.withLock {
      self.optimal += optimal
      self.faults += faults
    }
  }

  var counts: [Int] { lock.withLock { [optimal, faults] } }
}
