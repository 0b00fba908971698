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

/// The narrowest cells for whole numbers.
package enum CellWidth: Sendable {
  case uint8, uint16, int32, int64

  package init(holding range: ClosedRange<Int>) {
    self =
      if range.lowerBound >= 0, range.upperBound <= UInt8.max {
        .uint8
      } else if range.lowerBound >= 0, range.upperBound <= UInt16.max {
        .uint16
      } else if range.lowerBound >= Int32.min, range.upperBound <= Int32.max {
        .int32
      } else {
        .int64
      }
  }
}

extension ClosedRange<Int> {
  /// The range of the negated numbers; what 64 bits do not hold becomes the largest that they do.
  var negated: ClosedRange {
    let bounds = [lowerBound, upperBound].map { $0 == Int.min ? Int.max : -$0 }
    return bounds[1]...bounds[0]
  }
}

extension UnsafeMutablePointer where Pointee: FixedWidthInteger {
  /// Copies cells into wider ones: negated with a flip of −1, as they are with 0.
  ///
  /// Without a product, which many processors have no vectors of 64 bits for.
  @inline(__always)
  func widen<Cell: BinaryInteger>(_ cells: UnsafePointer<Cell>, count: Int, flip: Pointee) {
    for index in 0..<count {
      self[index] = (Pointee(truncatingIfNeeded: cells[index]) ^ flip) &- flip
    }
  }
}
