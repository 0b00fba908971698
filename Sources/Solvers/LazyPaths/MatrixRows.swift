import CLanes
import Problems

/// Rows in which every pair is eligible: stored cells, or cells computed when a row is looked at.
struct MatrixRows<Cost: CostNumber>: CostRows {
  /// Cells that are computed when they are asked for.
  struct Computation: Sendable {
    /// Cells of a row, those behind the last column included.
    let stride: Int
    let rows: @Sendable (Range<Int>, UnsafeMutableRawPointer) -> Void
    let cell: @Sendable (_ row: Int, _ column: Int) -> Cost
  }

  let rowCount: Int
  let columnCount: Int
  var longestRow: Int { columnCount }
  var isComplete: Bool { true }
  let costRange: ClosedRange<Int>
  private let passes: LanePasses<Cost>
  private let isNegated: Bool
  private let flip: Cost
  private let strideBytes: Int
  private let source: Source
  /// Keeps stored cells alive: nobody else may use them any more while rows are looked at.
  private let owner: (any AnyObject & Sendable)?

  private enum Source: Sendable {
    /// The first cell.
    case stored(Address)
    case computed(Computation)
  }

  /// An address that may be shared, because nobody writes there.
  struct Address: @unchecked Sendable {
    // Sendable, because the cells behind it are immutable and kept alive by `owner`.
    let pointer: UnsafeRawPointer
  }

  /// Takes stored cells, row after row.
  init<Cell>(
    rowCount: Int, columnCount: Int, cells: CellBuffer<Cell>, passes: LanePasses<Cost>,
    isNegated: Bool, costRange: ClosedRange<Int>
  ) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.passes = passes
    self.isNegated = isNegated
    self.costRange = costRange
    flip = passes.flip(isNegated: isNegated)
    strideBytes = columnCount * passes.cellSize
    source = .stored(Address(pointer: UnsafeRawPointer(cells.base)))
    owner = cells
  }

  init(
    rowCount: Int, columnCount: Int, computation: Computation, passes: LanePasses<Cost>,
    isNegated: Bool, costRange: ClosedRange<Int>
  ) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.passes = passes
    self.isNegated = isNegated
    self.costRange = costRange
    flip = passes.flip(isNegated: isNegated)
    strideBytes = computation.stride * passes.cellSize
    source = .computed(computation)
    owner = nil
  }

  func cost(_ row: Int, _ column: Int) -> Cost {
    let cell =
      switch source {
      case .stored(let address): passes.cell(address.pointer + row &* strideBytes, column)
      case .computed(let computation): computation.cell(row, column)
      }
    return isNegated ? cell : 0 &- cell
  }

  func prepare(_ rows: Range<Int>, _ scratch: inout ListScratch<Cost>) {
    guard case .computed(let computation) = source else { return }
    scratch.reserve(cells: rows.count * strideBytes)
    computation.rows(rows, scratch.cells.base)
    scratch.bufferedRows = rows
  }

  private func cells(of row: Int, _ scratch: inout ListScratch<Cost>) -> UnsafeRawPointer {
    if case .stored(let address) = source { return address.pointer + row &* strideBytes }
    if !scratch.bufferedRows.contains(row) { prepare(row..<row + 1, &scratch) }
    return UnsafeRawPointer(
      scratch.cells.base + (row - scratch.bufferedRows.lowerBound) * strideBytes)
  }

  func lower(
    _ prices: UnsafeMutablePointer<Cost>, by row: Int, _ scratch: inout ListScratch<Cost>
  ) {
    passes.lower(cells(of: row, &scratch), flip, prices, columnCount)
  }

  func shortList(
    _ row: Int, size: Int, prices: UnsafePointer<Cost>, floor: Cost?, reaching hint: Cost?,
    _ scratch: inout ListScratch<Cost>
  ) -> Cost {
    let cells = cells(of: row, &scratch)
    guard size < columnCount else {
      scratch.reserve(entries: columnCount + Int(LANES_RUN))
      return collect(cells, prices, from: 0, below: .unreached, size: columnCount, &scratch)
    }
    // Rows that begin at different columns do not all choose the same ones among equals.
    let start = (row &* 0x9E37_79B1 &>> 7) % columnCount
    if let floor, fill(cells, prices, from: start, below: floor.successor, size: size, &scratch) {
      return floor
    }
    let bound = hint ?? rankBound(cells, prices, rank: size, &scratch).successor
    scratch.reserve(entries: 2 * size + 2 * Int(LANES_RUN))
    let threshold = collect(cells, prices, from: start, below: bound, size: size, &scratch)
    if scratch.count == columnCount { return .unreached }
    return scratch.count > 2 * size ? scratch.keepSmallest(size, prices) : threshold
  }

  /// Collects what is below a bound until there is enough.
  private func fill(
    _ cells: UnsafeRawPointer, _ prices: UnsafePointer<Cost>, from start: Int, below bound: Cost,
    size: Int, _ scratch: inout ListScratch<Cost>
  ) -> Bool {
    let room = size + Int(LANES_RUN)
    scratch.reserve(entries: room)
    scratch.count = 0
    _ = passes.collect(
      cells, flip, prices, start, columnCount, bound, scratch.entries.base, room, &scratch.count)
    if scratch.count >= size { return true }
    _ = passes.collect(
      cells, flip, prices, 0, start, bound, scratch.entries.base, room, &scratch.count)
    return scratch.count >= size
  }

  /// Collects what is below a bound; where that is more than there is room for, the smallest.
  ///
  /// - Returns: the bound that was kept to in the end.
  private func collect(
    _ cells: UnsafeRawPointer, _ prices: UnsafePointer<Cost>, from start: Int, below bound: Cost,
    size: Int, _ scratch: inout ListScratch<Cost>
  ) -> Cost {
    scratch.count = 0
    let top = collect(cells, prices, start..<columnCount, below: bound, size: size, &scratch)
    return collect(cells, prices, 0..<start, below: top, size: size, &scratch)
  }

  private func collect(
    _ cells: UnsafeRawPointer, _ prices: UnsafePointer<Cost>, _ part: Range<Int>,
    below bound: Cost, size: Int, _ scratch: inout ListScratch<Cost>
  ) -> Cost {
    var bound = bound
    var next = part.lowerBound
    while true {
      next = passes.collect(
        cells, flip, prices, next, part.upperBound, bound, scratch.entries.base,
        scratch.entries.count, &scratch.count)
      if next >= part.upperBound { return bound }
      bound = scratch.keepSmallest(size, prices)
    }
  }

  /// A reduced cost that at least `rank` columns do not exceed: that many groups have a member at most
  /// as large.
  private func rankBound(
    _ cells: UnsafeRawPointer, _ prices: UnsafePointer<Cost>, rank: Int,
    _ scratch: inout ListScratch<Cost>
  ) -> Cost {
    let groups = Int(LANES_GROUPS)
    let parts = (3 * rank + groups - 1) / groups
    scratch.reserve(minima: parts * groups)
    for part in 0..<parts {
      let from = columnCount * part / parts
      let to = columnCount * (part + 1) / parts
      passes.groups(
        cells + from * passes.cellSize, flip, prices + from, to - from, .unreached,
        scratch.minima.base + part * groups)
    }
    return scratch.smallMinimum(rank: rank, of: parts * groups)
  }
}
