/// The points of all entries of a ``PairTable``, in cells as narrow as they came.
///
/// ```swift
/// Points([3, 5, 4])[1]                                     // 5, in a cell of one byte
/// Points([-3, -5])[1]                                      // −5, in a cell of one byte that holds 5
/// Points(.int32(CellBuffer(costs)), isNegated: true)[0]    // −costs[0]
/// ```
///
/// A matrix of 5000 × 5000 questionnaire scores takes 25 MB this way and not 200: what limits exact
/// solvers is how fast the matrix comes from memory. Costs are read where they are, with the sign
/// turned on the way.
public struct Points: RandomAccessCollection, Sendable {
  public enum Cells: Sendable {
    case uint8(CellBuffer<UInt8>)
    case uint16(CellBuffer<UInt16>)
    case int32(CellBuffer<Int32>)
    case int64(CellBuffer<Int>)
    /// Whole numbers of at most 2⁵³ in magnitude: reals on a grid.
    case double(CellBuffer<Double>)
    /// Nothing is stored: every cell is computed from two profiles.
    case scores(ProfileScores)
  }

  public let cells: Cells
  /// Whether the cells are costs: points = −cell.
  public let isNegated: Bool
  /// Holds all points, 0...0 without entries.
  ///
  /// No narrower range does, unless the cells are computed.
  public let range: ClosedRange<Int>

  /// Takes cells as they are.
  ///
  /// - Complexity: O(count), computed cells O(1).
  public init(_ cells: Cells, isNegated: Bool = false) {
    let range = cells.range
    self.init(cells, isNegated: isNegated, range: isNegated ? range.negated : range)
  }

  /// Copies numbers into the narrowest cells that hold all of them, or all of them negated.
  ///
  /// - Complexity: O(count).
  public init(_ points: [Int]) {
    let range = points.withUnsafeBufferPointer { $0.valueRange { $0 } }
    // Costs are points below 0: with the sign turned they fit the cells without one.
    let isNegated = range.upperBound <= 0 && range.lowerBound < 0 && range.lowerBound > Int.min
    let kept = isNegated ? range.negated : range
    let cells: Cells =
      switch CellWidth(holding: kept) {
      case .uint8: .uint8(Self.narrowed(points, isNegated))
      case .uint16: .uint16(Self.narrowed(points, isNegated))
      case .int32: .int32(Self.narrowed(points, isNegated))
      case .int64: .int64(Self.narrowed(points, isNegated))
      }
    self.init(cells, isNegated: isNegated, range: range)
  }

  private init(_ cells: Cells, isNegated: Bool, range: ClosedRange<Int>) {
    self.cells = cells
    self.isNegated = isNegated
    self.range = range
  }

  private static func narrowed<Cell: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ points: [Int], _ isNegated: Bool
  ) -> CellBuffer<Cell> {
    CellBuffer(count: points.count) { cells in
      for (index, value) in points.enumerated() {
        cells[index] = Cell(truncatingIfNeeded: isNegated ? 0 &- value : value)
      }
    }
  }

  /// The same cells with the sign turned: costs for points, points for costs.
  public var negated: Points { Points(cells, isNegated: !isNegated, range: range.negated) }

  public var startIndex: Int { 0 }
  public var endIndex: Int { cells.count }

  public subscript(index: Int) -> Int {
    let cell =
      switch cells {
      case .uint8(let cells): Int(cells[index])
      case .uint16(let cells): Int(cells[index])
      case .int32(let cells): Int(cells[index])
      case .int64(let cells): cells[index]
      case .double(let cells): Int(cells[index])
      case .scores(let scores): scores[index]
      }
    return isNegated ? 0 &- cell : cell
  }

  /// The first entry with the largest magnitude; of computed cells just the first.
  ///
  /// - Complexity: O(count).
  package var indexOfLargest: Int {
    if case .scores = cells { return 0 }
    let largest =
      range.lowerBound.magnitude > range.upperBound.magnitude ? range.lowerBound : range.upperBound
    return firstIndex { $0.magnitude >= largest.magnitude } ?? 0
  }

  /// Copies the points of a run of entries, widened, to the start of a row that is long enough.
  ///
  /// Computed cells come many at a time here, and one by one through the subscript.
  ///
  /// - Complexity: O(entries), times the dimensions of computed cells.
  public func copy(_ entries: Range<Int>, to row: inout [Int]) {
    row.withUnsafeMutableBufferPointer { widen(entries, to: $0) }
  }

  /// The same in 32 bits, where those hold ``range``.
  public func copy(_ entries: Range<Int>, to row: inout [Int32]) {
    precondition(range.lowerBound >= Int32.min && range.upperBound <= Int32.max)
    row.withUnsafeMutableBufferPointer { widen(entries, to: $0) }
  }

  @inline(__always)
  private func widen<Wide: FixedWidthInteger>(
    _ entries: Range<Int>, to row: UnsafeMutableBufferPointer<Wide>
  ) {
    precondition(entries.count <= row.count && entries.lowerBound >= 0)
    precondition(entries.upperBound <= count)
    guard let target = row.baseAddress else { return }
    let (first, count, flip): (Int, Int, Wide) =
      (entries.lowerBound, entries.count, isNegated ? -1 : 0)
    switch cells {
    case .uint8(let cells): target.widen(cells.base + first, count: count, flip: flip)
    case .uint16(let cells): target.widen(cells.base + first, count: count, flip: flip)
    case .int32(let cells): target.widen(cells.base + first, count: count, flip: flip)
    case .int64(let cells): target.widen(cells.base + first, count: count, flip: flip)
    case .double(let cells):
      for offset in 0..<count {
        target[offset] =
          (Wide(truncatingIfNeeded: Int(cells.base[first + offset])) ^ flip) &- flip
      }
    case .scores(let scores): scores.copy(entries, to: target, flip: flip)
    }
  }
}

extension Points: Equatable {
  /// Whether the numbers are equal, whatever the cells.
  public static func == (left: Points, right: Points) -> Bool { left.elementsEqual(right) }
}

extension Points: ExpressibleByArrayLiteral {
  public init(arrayLiteral points: Int...) { self.init(points) }
}

extension Points.Cells {
  var count: Int {
    switch self {
    case .uint8(let cells): cells.count
    case .uint16(let cells): cells.count
    case .int32(let cells): cells.count
    case .int64(let cells): cells.count
    case .double(let cells): cells.count
    case .scores(let scores): scores.count
    }
  }

  fileprivate var range: ClosedRange<Int> {
    switch self {
    case .uint8(let cells): cells.cells.valueRange { Int($0) }
    case .uint16(let cells): cells.cells.valueRange { Int($0) }
    case .int32(let cells): cells.cells.valueRange { Int($0) }
    case .int64(let cells): cells.cells.valueRange { $0 }
    case .double(let cells): cells.cells.valueRange { Int($0) }
    case .scores(let scores): scores.range
    }
  }
}

extension UnsafeBufferPointer where Element: Comparable {
  /// The least range that holds all elements, 0...0 without any.
  @inline(__always)
  fileprivate func valueRange(_ value: (Element) -> Int) -> ClosedRange<Int> {
    guard var least = first else { return 0...0 }
    var most = least
    for element in self {
      least = Swift.min(least, element)
      most = Swift.max(most, element)
    }
    return value(least)...value(most)
  }
}
