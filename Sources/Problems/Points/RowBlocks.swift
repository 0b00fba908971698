import Dispatch

extension Range<Int> {
  /// Cuts a range into blocks of equal size, works on them side by side, and gives the results in order.
  ///
  /// What a block gives must depend on its numbers alone: then the whole does not depend on the threads,
  /// as far as results that follow each other mean the same as the result of all.
  ///
  /// - Complexity: one call of `body` a thread, no more of them than numbers.
  package func mapBlocks<Result: Sendable>(
    threads: Int, _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let blockCount = Swift.max(1, Swift.min(threads, count))
    var results = [Result?](repeating: nil, count: blockCount)
    results.withUnsafeMutableBufferPointer { results in
      // Every iteration writes a place of its own.
      nonisolated(unsafe) let results = results
      DispatchQueue.concurrentPerform(iterations: blockCount) { index in
        results[index] = body(
          lowerBound + count * index / blockCount..<lowerBound + count * (index + 1) / blockCount)
      }
    }
    return results.compactMap(\.self)
  }
}
