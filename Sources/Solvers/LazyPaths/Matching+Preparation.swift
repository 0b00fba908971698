import Dispatch
import Synchronization

extension Matching {
  private static var blockRows: Int { 8 }

  /// Lowers the prices, all `unreached` at first, to the least costs of the columns in some rows.
  ///
  /// Any prices are a sound beginning; those of all rows are the best, those of a sample are nearly
  /// as good and spare a pass over the matrix.
  ///
  /// - Parameters:
  ///   - step: every so many-th block of rows is looked at.
  ///   - threads: how many share the work; the result does not depend on it.
  func lowerPrices(everyBlock step: Int, threads: Int) {
    for column in 0..<columns.count { prices.base[column] = .unreached }
    let blocks = (rows.count + Self.blockRows - 1) / Self.blockRows
    let partial = Block<Cost>(repeating: .unreached, count: threads * columns.count)
    let source = self.source
    let (rowCount, columnCount) = (rows.count, columns.count)
    // Every worker writes a stretch of its own.
    nonisolated(unsafe) let base = partial.base
    Self.share((blocks + step - 1) / step, threads) { worker, next in
      var scratch = ListScratch<Cost>()
      while let turn = next() {
        let first = turn * step * Self.blockRows
        let block = first..<min(rowCount, first + Self.blockRows)
        source.prepare(block, &scratch)
        for row in block { source.lower(base + worker * columnCount, by: row, &scratch) }
      }
    }
    for column in 0..<columnCount {
      var price = Cost.unreached
      for worker in 0..<threads { price = min(price, base[worker * columnCount + column]) }
      // A column that no row of the sample may take.
      setPrice(price < .unreached ? price : 0, of: column)
    }
  }

  /// Builds the lists of all rows at the present prices.
  ///
  /// - Parameters:
  ///   - size: how many columns at least.
  ///   - floor: no reduced cost is below it, and many are equal; `nil` = nothing is known.
  ///   - threads: how many share the work.
  /// - Returns: whether all were built; not where the watch said to stop.
  func buildLists(size: Int, floor: Cost?, threads: Int) -> Bool {
    let blocks = (rows.count + Self.blockRows - 1) / Self.blockRows
    let (source, rowCount) = (self.source, rows.count)
    let isCancelled = watch.isCancelled
    let isStopped = Atomic<Bool>(false)
    // Prices are only read, and every block of rows, with its lists, belongs to one worker.
    nonisolated(unsafe) let prices = prices.base
    nonisolated(unsafe) let lists = lists
    Self.share(blocks, threads) { _, next in
      var scratch = ListScratch<Cost>()
      while let turn = next(), !isStopped.load(ordering: .relaxed) {
        // Heard once is enough, by whichever thread.
        if isCancelled() { return isStopped.store(true, ordering: .relaxed) }
        let first = turn * Self.blockRows
        let block = first..<min(rowCount, first + Self.blockRows)
        source.prepare(block, &scratch)
        // Where the floor is too low for one row it is for most, and looking for it in vain a whole pass.
        var floor = floor
        for row in block {
          let threshold = source.shortList(
            row, size: size, prices: prices, floor: floor, reaching: nil, &scratch)
          lists.keep(row, threshold, scratch)
          if threshold != floor { floor = nil }
        }
      }
    }
    return !isStopped.load(ordering: .relaxed)
  }

  /// Runs a body on some threads, which take turns from 0 on until there are no more.
  private static func share(
    _ turns: Int, _ threads: Int, _ body: @Sendable (_ worker: Int, _ next: () -> Int?) -> Void
  ) {
    let counter = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, turns))) { worker in
      body(worker) {
        let turn = counter.add(1, ordering: .relaxed).oldValue
        return turn < turns ? turn : nil
      }
    }
  }
}
