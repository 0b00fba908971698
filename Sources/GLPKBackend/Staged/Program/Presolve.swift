import Problems

/// What is left of a program when all that one row or one column decides alone is decided.
///
/// Rows fix columns that cannot take one of their values; columns that no row holds back take their better
/// value; rows that cannot be broken any more disappear.
///
/// Source: A. L. Brearley, G. Mitra, H. P. Williams, "Analysis of mathematical programming problems prior
/// to applying the simplex algorithm", Mathematical Programming 8, 1975, doi:10.1007/BF01580428.
struct Presolve {
  /// By column; `nil` = not decided.
  private(set) var values: [Bool?]
  private let rows: [TightRow]
  private let objective: [Int]
  /// By column: its rows with its coefficients there, `useStarts[column]..<useStarts[column + 1]`.
  private let useStarts: [Int32]
  private let useRows: [Int32]
  private let useCoefficients: [Int32]
  /// By row: what its columns can add up to at least and at most.
  private var least: [Int]
  private var most: [Int]
  private var largest: [Int]
  private var fixedCount: [Int32]
  private var pending: [Int] = []
  private var isPending: [Bool]

  /// - Returns: `nil` when no values satisfy the rows.
  /// - Complexity: O(entries) a round; few rounds as a rule.
  init?(_ program: BinaryProgram, rows: [TightRow]) {
    self.rows = rows
    objective = program.objective
    values = Array(repeating: nil, count: program.columnCount)
    (useStarts, useRows, useCoefficients) = Self.uses(rows, columnCount: program.columnCount)
    least = []
    most = []
    largest = []
    for row in rows {
      var (low, high, large) = (0, 0, 0)
      for coefficient in row.coefficients {
        if coefficient < 0 { low += coefficient } else { high += coefficient }
        large = max(large, abs(coefficient))
      }
      least.append(low)
      most.append(high)
      largest.append(large)
    }
    fixedCount = Array(repeating: 0, count: rows.count)
    pending = Array(rows.indices.reversed())
    isPending = Array(repeating: true, count: rows.count)
    repeat {
      guard propagate() else { return nil }
    } while takeFreeColumns()
  }

  private static func uses(
    _ rows: [TightRow], columnCount: Int
  ) -> (starts: [Int32], rows: [Int32], coefficients: [Int32]) {
    var ends = [Int32](repeating: 0, count: columnCount + 1)
    var entryCount = 0
    for row in rows {
      for column in row.columns { ends[column + 1] += 1 }
      entryCount += row.columns.count
    }
    for column in 0..<columnCount { ends[column + 1] += ends[column] }
    let starts = ends
    var useRows = [Int32](repeating: 0, count: entryCount)
    var coefficients = useRows
    for (index, row) in rows.enumerated() {
      for (column, coefficient) in zip(row.columns, row.coefficients) {
        let place = Int(ends[column])
        useRows[place] = Int32(truncatingIfNeeded: index)
        coefficients[place] = Int32(truncatingIfNeeded: coefficient)
        ends[column] += 1
      }
    }
    return (starts, useRows, coefficients)
  }

  private func uses(of column: Int) -> Range<Int> {
    Int(useStarts[column])..<Int(useStarts[column + 1])
  }

  private func canBreakAbove(_ row: Int) -> Bool { rows[row].upper.map { most[row] > $0 } ?? false }

  private func canBreakBelow(_ row: Int) -> Bool {
    rows[row].lower.map { least[row] < $0 } ?? false
  }

  /// The binding rows over the free columns.
  func remainingRows() -> [TightRow] {
    rows.indices.compactMap { index in
      guard canBreakAbove(index) || canBreakBelow(index) else { return nil }
      let row = rows[index]
      if fixedCount[index] == 0 && !row.coefficients.contains(0) { return row }
      var columns: [Int] = []
      var coefficients: [Int] = []
      var constant = 0
      for (column, coefficient) in zip(row.columns, row.coefficients) where coefficient != 0 {
        guard let value = values[column] else {
          columns.append(column)
          coefficients.append(coefficient)
          continue
        }
        if value { constant += coefficient }
      }
      return TightRow(
        BinaryProgram.Row(
          columns: columns, coefficients: coefficients, lower: row.lower.map { $0 - constant },
          upper: row.upper.map { $0 - constant }))
    }
  }

  private mutating func fix(_ column: Int, _ value: Bool) {
    values[column] = value
    for use in uses(of: column) {
      let (row, coefficient) = (Int(useRows[use]), Int(useCoefficients[use]))
      switch (value, coefficient > 0) {
      case (true, true): least[row] += coefficient
      case (true, false): most[row] += coefficient
      case (false, true): most[row] -= coefficient
      case (false, false): least[row] -= coefficient
      }
      fixedCount[row] += 1
      if !isPending[row] {
        isPending[row] = true
        pending.append(row)
      }
    }
  }

  /// - Returns: whether the rows can still be satisfied, as far as each one shows.
  private mutating func propagate() -> Bool {
    while let index = pending.popLast() {
      isPending[index] = false
      let row = rows[index]
      let (lower, upper) = (row.lower ?? .min / 2, row.upper ?? .max / 2)
      guard least[index] <= upper, most[index] >= lower else { return false }
      // No column of this row is large enough to matter.
      guard least[index] + largest[index] > upper || most[index] - largest[index] < lower else {
        continue
      }
      for (column, coefficient) in zip(row.columns, row.coefficients)
      where coefficient != 0 && values[column] == nil {
        let magnitude = abs(coefficient)
        let canRise = least[index] + magnitude <= upper
        let canFall = most[index] - magnitude >= lower
        switch (canRise, canFall) {
        case (true, true): continue
        case (false, true): fix(column, coefficient < 0)
        case (true, false): fix(column, coefficient > 0)
        case (false, false): return false
        }
      }
    }
    return true
  }

  /// Gives columns that no row holds back their better value; says whether there were any.
  private mutating func takeFreeColumns() -> Bool {
    // Bit 0: more of the row may break it, bit 1: less.
    let breaks = rows.indices.map { row -> UInt8 in
      (canBreakAbove(row) ? 1 : 0) | (canBreakBelow(row) ? 2 : 0)
    }
    var free: [(column: Int, value: Bool)] = []
    for column in values.indices where values[column] == nil {
      var (mayRise, mayFall) = (true, true)
      for use in uses(of: column) where useCoefficients[use] != 0 {
        let kind = breaks[Int(useRows[use])]
        let isPositive = useCoefficients[use] > 0
        if kind & (isPositive ? 1 : 2) != 0 { mayRise = false }
        if kind & (isPositive ? 2 : 1) != 0 { mayFall = false }
      }
      if mayRise && objective[column] >= 0 {
        free.append((column, true))
      } else if mayFall && objective[column] <= 0 {
        free.append((column, false))
      }
    }
    for (column, value) in free { fix(column, value) }
    return !free.isEmpty
  }
}
