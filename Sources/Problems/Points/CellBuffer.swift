/// Immutable cells at a fixed place in memory, each in its own width.
///
/// An array would do, but for solvers that keep their place in a matrix from one call to the next: the
/// address stays valid as long as the buffer lives.
public final class CellBuffer<Cell: BitwiseCopyable & Sendable & Equatable>: @unchecked Sendable {
  // Sendable, because nothing changes after `init`.
  package let base: UnsafePointer<Cell>
  public let count: Int

  /// Makes `count` cells; `fill` must set every one of them.
  public init<Failure: Error>(
    count: Int, fill: (UnsafeMutableBufferPointer<Cell>) throws(Failure) -> Void
  ) throws(Failure) {
    let cells = UnsafeMutablePointer<Cell>.allocate(capacity: max(1, count))
    do {
      try fill(UnsafeMutableBufferPointer(start: cells, count: count))
    } catch {
      cells.deallocate()
      throw error
    }
    base = UnsafePointer(cells)
    self.count = count
  }

  deinit { base.deallocate() }

  public convenience init(_ cells: some Collection<Cell>) {
    self.init(count: cells.count) { _ = $0.initialize(from: cells) }
  }

  public subscript(index: Int) -> Cell {
    precondition(0..<count ~= index)
    return base[index]
  }

  package var cells: UnsafeBufferPointer<Cell> { UnsafeBufferPointer(start: base, count: count) }
}
