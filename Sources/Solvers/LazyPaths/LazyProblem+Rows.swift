import Problems

extension LazyProblem {
  /// The costs, negated points, in numbers of 32 bits; `nil` where some do not fit.
  func narrowMatrix(_ transposed: TransposedCells?) -> MatrixRows<Int32>? {
    let points = problem.table.points
    switch transposed?.cells ?? points.cells {
    case .uint8(let cells): return matrix(cells, .uint8)
    case .uint16(let cells): return matrix(cells, .uint16)
    case .int32(let cells): return matrix(cells, .int32)
    case .int64, .double: return nil
    case .scores(let scores):
      return switch scores.lanes {
      case .uint8(let lanes): matrix(lanes, .uint8) { Int32($0) }
      case .bytes(let lanes): matrix(lanes, .uint16) { Int32($0) }
      case .uint16(let lanes): matrix(lanes, .uint16) { Int32($0) }
      case .int32(let lanes): matrix(lanes, .int32) { $0 }
      }
    }
  }

  private var costRange: ClosedRange<Int> {
    let range = problem.table.points.range
    return (0 - range.upperBound)...(0 - range.lowerBound)
  }

  func realMatrix(_ transposed: TransposedCells?) -> MatrixRows<Double>? {
    guard case .double(let cells) = transposed?.cells ?? problem.table.points.cells else {
      return nil
    }
    return matrix(cells, .double)
  }

  func wideMatrix(_ transposed: TransposedCells?) -> MatrixRows<Int> {
    switch transposed?.cells ?? problem.table.points.cells {
    case .uint8(let cells): matrix(cells, .uint8)
    case .uint16(let cells): matrix(cells, .uint16)
    case .int32(let cells): matrix(cells, .int32)
    case .int64(let cells): matrix(cells, .int64)
    case .double(let cells): matrix(cells, .double)
    case .scores(let scores):
      switch scores.lanes {
      case .uint8(let lanes): matrix(lanes, .uint8) { Int($0) }
      case .bytes(let lanes): matrix(lanes, .uint16) { Int($0) }
      case .uint16(let lanes): matrix(lanes, .uint16) { Int($0) }
      case .int32(let lanes): matrix(lanes, .int32) { Int($0) }
      }
    }
  }

  private func matrix<Cell, Cost>(
    _ cells: CellBuffer<Cell>, _ passes: LanePasses<Cost>
  ) -> MatrixRows<Cost> {
    MatrixRows(
      rowCount: rowCount, columnCount: columnCount, cells: cells, passes: passes,
      isNegated: problem.table.points.isNegated, costRange: costRange)
  }

  private func matrix<Feature, Score, Cost>(
    _ lanes: ProfileLanes<Feature, Score>, _ passes: LanePasses<Cost>,
    _ cost: @escaping @Sendable (Score) -> Cost
  ) -> MatrixRows<Cost> {
    let computation = MatrixRows<Cost>.Computation(
      stride: lanes.stride,
      rows: { lanes.computeRows($0, into: $1.assumingMemoryBound(to: Score.self)) },
      cell: { cost(lanes.score($0, $1)) })
    return MatrixRows(
      rowCount: rowCount, columnCount: columnCount, computation: computation, passes: passes,
      isNegated: problem.table.points.isNegated, costRange: costRange)
  }

  /// The costs of the eligible pairs.
  ///
  /// - Complexity: O(pairCount + rowCount + columnCount).
  func sparseRows<Cost: CostNumber>() -> SparseRows<Cost> {
    let table = problem.table
    let mentors = table.mentors ?? []
    let costs = costs(of: table.points, as: Cost.self)
    guard isTransposed else {
      return SparseRows(
        columnCount: columnCount, starts: table.rowStarts, columns: mentors, costs: costs,
        costRange: costRange)
    }
    var starts = [Int](repeating: 0, count: rowCount + 1)
    for mentor in mentors { starts[Int(mentor) + 1] += 1 }
    for row in 0..<rowCount { starts[row + 1] += starts[row] }
    var next = starts
    var columns = [Int32](repeating: 0, count: mentors.count)
    var turned = [Cost](repeating: 0, count: mentors.count)
    for mentee in 0..<table.menteeCount {
      for entry in table.entries(of: mentee) {
        let row = Int(mentors[entry])
        columns[next[row]] = Int32(truncatingIfNeeded: mentee)
        turned[next[row]] = costs[entry]
        next[row] += 1
      }
    }
    return SparseRows(
      columnCount: columnCount, starts: starts, columns: columns, costs: turned,
      costRange: costRange)
  }

  private func costs<Cost: CostNumber>(of points: Points, as type: Cost.Type) -> [Cost] {
    func convert<Cell>(_ cells: CellBuffer<Cell>, _ whole: (Cell) -> Int) -> [Cost] {
      let sign = points.isNegated ? 1 : -1
      return cells.cells.map { Cost(whole: whole($0) &* sign) }
    }
    return switch points.cells {
    case .uint8(let cells): convert(cells) { Int($0) }
    case .uint16(let cells): convert(cells) { Int($0) }
    case .int32(let cells): convert(cells) { Int($0) }
    case .int64(let cells): convert(cells) { $0 }
    case .double(let cells): convert(cells) { Int($0) }
    case .scores: points.map { Cost(whole: 0 - $0) }
    }
  }
}

/// The cells of a complete table, mentor by mentor.
struct TransposedCells {
  let cells: Points.Cells

  /// - Complexity: O(cells), of computed ones O(profiles).
  init(_ table: PairTable) {
    let (rows, columns) = (table.menteeCount, table.mentorCount)
    cells =
      switch table.points.cells {
      case .uint8(let cells): .uint8(Self.transposed(cells, rows, columns))
      case .uint16(let cells): .uint16(Self.transposed(cells, rows, columns))
      case .int32(let cells): .int32(Self.transposed(cells, rows, columns))
      case .int64(let cells): .int64(Self.transposed(cells, rows, columns))
      case .double(let cells): .double(Self.transposed(cells, rows, columns))
      case .scores(let scores): .scores(scores.transposed)
      }
  }

  /// In square tiles, so that both sides of the copy stay in the caches.
  private static func transposed<Cell>(
    _ cells: CellBuffer<Cell>, _ rows: Int, _ columns: Int
  ) -> CellBuffer<Cell> {
    let tile = 32
    return CellBuffer(count: cells.count) { result in
      for firstRow in stride(from: 0, to: rows, by: tile) {
        for firstColumn in stride(from: 0, to: columns, by: tile) {
          for column in firstColumn..<min(columns, firstColumn + tile) {
            for row in firstRow..<min(rows, firstRow + tile) {
              result[column &* rows &+ row] = cells.base[row &* columns &+ column]
            }
          }
        }
      }
    }
  }
}
