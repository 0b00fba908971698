import Problems

/// Rows with some eligible pairs only.
struct SparseRows<Cost: CostNumber>: CostRows {
  let columnCount: Int
  let longestRow: Int
  var isComplete: Bool { false }
  let costRange: ClosedRange<Int>
  private let starts: [Int]
  private let columns: [Int32]
  private let costs: [Cost]

  var rowCount: Int { starts.count - 1 }

  /// Takes compressed rows, columns ascending inside a row.
  init(
    columnCount: Int, starts: [Int], columns: [Int32], costs: [Cost], costRange: ClosedRange<Int>
  ) {
    self.columnCount = columnCount
    self.starts = starts
    self.columns = columns
    self.costs = costs
    self.costRange = costRange
    longestRow = zip(starts, starts.dropFirst()).reduce(0) { max($0, $1.1 - $1.0) }
  }

  /// Whether some rows can all have a place at once in columns with so many.
  func haveRoom(for active: [Int32], in capacities: [Int32]) -> Bool {
    var seating = RowSeating(starts: starts, columns: columns, capacities: capacities)
    return seating.seatsAll(active)
  }

  func cost(_ row: Int, _ column: Int) -> Cost {
    var range = starts[row]..<starts[row + 1]
    while range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      range =
        Int(columns[middle]) <= column ? middle..<range.upperBound : range.lowerBound..<middle
    }
    return costs[range.lowerBound]
  }

  func prepare(_ rows: Range<Int>, _ scratch: inout ListScratch<Cost>) {}

  func lower(
    _ prices: UnsafeMutablePointer<Cost>, by row: Int, _ scratch: inout ListScratch<Cost>
  ) {
    for entry in starts[row]..<starts[row + 1] {
      let column = Int(columns[entry])
      prices[column] = min(prices[column], costs[entry])
    }
  }

  func shortList(
    _ row: Int, size: Int, prices: UnsafePointer<Cost>, floor: Cost?, reaching hint: Cost?,
    _ scratch: inout ListScratch<Cost>
  ) -> Cost {
    let range = starts[row]..<starts[row + 1]
    scratch.reserve(entries: range.count)
    let base = scratch.entries.base
    columns.withUnsafeBufferPointer { columns in
      costs.withUnsafeBufferPointer { costs in
        for (index, entry) in range.enumerated() {
          base[index] = Entry(cost: costs[entry], column: columns[entry])
        }
      }
    }
    scratch.count = range.count
    return range.count <= 2 * size ? .unreached : scratch.keepSmallest(size, prices)
  }
}
