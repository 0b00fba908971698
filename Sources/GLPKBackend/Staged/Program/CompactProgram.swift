import Problems
import Solvers

/// An independent part of a presolved program, by row and by column.
struct CompactProgram: Sendable {
  /// By column, divided by ``divisor``.
  let objective: [Int]
  let divisor: Int
  /// By row: columns with coefficients, columns ascending.
  let rows: EntryLists
  /// By column: rows with coefficients, rows ascending.
  let columns: EntryLists
  /// By row; ±infinity = unbounded.
  let lower: [Double]
  let upper: [Double]
  /// By column: its number in the whole program.
  let original: [Int]

  var columnCount: Int { objective.count }
  var rowCount: Int { lower.count }

  /// Takes the rows of one part: `original` are its columns, ascending, and `position` tells the place
  /// there of a column of the whole program.
  init(rows tight: [TightRow], original: [Int], position: [Int], objective: [Int]) {
    let own = original.map { objective[$0] }
    let divisor = max(1, own.reduce(0) { greatestCommonDivisor($0, $1) })
    self.divisor = divisor
    self.objective = own.map { $0 / divisor }
    self.original = original
    lower = tight.map { $0.lower.map(Double.init) ?? -.infinity }
    upper = tight.map { $0.upper.map(Double.init) ?? .infinity }
    var rows = EntryLists()
    var counts = [Int32](repeating: 0, count: original.count + 1)
    let entryCount = tight.reduce(0) { $0 + $1.columns.count }
    rows.indices.reserveCapacity(entryCount)
    rows.coefficients.reserveCapacity(entryCount)
    for row in tight {
      let row = row.inOrder
      for index in row.columns.indices {
        let column = position[row.columns[index]]
        rows.append(column, Double(row.coefficients[index]))
        counts[column + 1] += 1
      }
      rows.endList()
    }
    for column in 1..<counts.count { counts[column] += counts[column - 1] }
    var columns = EntryLists(
      starts: counts, indices: Array(repeating: 0, count: rows.indices.count),
      coefficients: Array(repeating: 0, count: rows.indices.count))
    for row in 0..<rows.count {
      for entry in rows.range(row) {
        let column = Int(rows.indices[entry])
        let place = Int(counts[column])
        columns.indices[place] = Int32(truncatingIfNeeded: row)
        columns.coefficients[place] = rows.coefficients[entry]
        counts[column] += 1
      }
    }
    self.rows = rows
    self.columns = columns
  }

  /// The objective of values, divided by ``divisor``; `nil` when they break a row.
  ///
  /// Sums of these integers are exact in double precision.
  func objective(of values: [Bool]) -> Int? {
    for row in 0..<rowCount {
      var activity = 0.0
      for entry in rows.range(row) where values[Int(rows.indices[entry])] {
        activity += rows.coefficients[entry]
      }
      guard activity >= lower[row], activity <= upper[row] else { return nil }
    }
    var total = 0
    for column in values.indices where values[column] { total += objective[column] }
    return total
  }
}

extension TightRow {
  /// The same row with its columns ascending.
  fileprivate var inOrder: TightRow {
    guard zip(columns, columns.dropFirst()).contains(where: { $0 > $1 }) else { return self }
    let order = columns.indices.sorted { columns[$0] < columns[$1] }
    return TightRow(
      BinaryProgram.Row(
        columns: order.map { columns[$0] }, coefficients: order.map { coefficients[$0] },
        lower: lower, upper: upper))
  }
}

package func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
  var (large, small) = (left.magnitude, right.magnitude)
  while small != 0 { (large, small) = (small, large % small) }
  return Int(truncatingIfNeeded: min(large, UInt(Int.max)))
}

extension CompactProgram {
  /// Splits the free columns of a program into parts that share no row.
  ///
  /// - Returns: the parts in the order of their first columns.
  /// - Complexity: O(entries · α) with the inverse Ackermann function α, and sorting inside rows.
  static func parts(of rows: [TightRow], columnCount: Int, objective: [Int]) -> [CompactProgram] {
    var sets = DisjointSets(count: columnCount)
    for row in rows {
      guard let first = row.columns.first else { continue }
      for column in row.columns.dropFirst() { sets.join(first, column) }
    }
    var isUsed = [Bool](repeating: false, count: columnCount)
    for row in rows { for column in row.columns { isUsed[column] = true } }
    var partOfRoot: [Int: Int] = [:]
    var members: [[Int]] = []
    var position = Array(repeating: -1, count: columnCount)
    for column in 0..<columnCount where isUsed[column] {
      let root = sets.root(of: column)
      let part = partOfRoot[root] ?? members.count
      if part == members.count {
        partOfRoot[root] = part
        members.append([])
      }
      position[column] = members[part].count
      members[part].append(column)
    }
    var rowsOfPart = Array(repeating: [TightRow](), count: members.count)
    for row in rows {
      guard let first = row.columns.first, let part = partOfRoot[sets.root(of: first)] else {
        continue
      }
      rowsOfPart[part].append(row)
    }
    return members.indices.map {
      CompactProgram(
        rows: rowsOfPart[$0], original: members[$0], position: position, objective: objective)
    }
  }
}
