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
  /// By column: its rows and places in them.
  private var uses: [[(row: Int32, coefficient: Int)]]
  /// By row: what its columns can add up to at least and at most.
  private var least: [Int]
  private var most: [Int]
  private var largest: [Int]
  private var pending: [Int] = []
  private var isPending: [Bool]

  /// - Returns: `nil` when no values satisfy the rows.
  /// - Complexity: O(entries) a round; few rounds as a rule.
  init?(_ program: BinaryProgram, rows: [TightRow]) {
    self.rows = rows
    objective = program.objective
    values = Array(repeating: nil, count: program.columnCount)
    uses = Array(repeating: [], count: program.columnCount)
    least = rows.map { $0.coefficients.reduce(0) { $0 + min(0, $1) } }
    most = rows.map { $0.coefficients.reduce(0) { $0 + max(0, $1) } }
    largest = rows.map { $0.coefficients.reduce(0) { max($0, abs($1)) } }
    for (index, row) in rows.enumerated() {
      for (column, coefficient) in zip(row.columns, row.coefficients) where coefficient != 0 {
        uses[column].append((Int32(truncatingIfNeeded: index), coefficient))
      }
    }
    pending = Array(rows.indices.reversed())
    isPending = Array(repeating: true, count: rows.count)
    repeat {
      guard propagate() else { return nil }
    } while takeFreeColumns()
  }

  /// Whether some values of the free columns break the row.
  func isBinding(_ row: Int) -> Bool {
    rows[row].lower.map { least[row] < $0 } ?? false
      || rows[row].upper.map { most[row] > $0 } ?? false
  }

  /// The binding rows over the free columns.
  func remainingRows() -> [TightRow] {
    rows.indices.compactMap { index in
      guard isBinding(index) else { return nil }
      let row = rows[index]
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
    for (row, coefficient) in uses[column] {
      let row = Int(row)
      switch (value, coefficient > 0) {
      case (true, true): least[row] += coefficient
      case (true, false): most[row] += coefficient
      case (false, true): most[row] -= coefficient
      case (false, false): least[row] -= coefficient
      }
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
    let isBinding = rows.indices.map { self.isBinding($0) }
    var hasChanged = false
    for column in values.indices where values[column] == nil {
      var (mayRise, mayFall) = (true, true)
      for (row, coefficient) in uses[column] where isBinding[Int(row)] {
        let row = Int(row)
        let breaksAbove = rows[row].upper.map { most[row] > $0 } ?? false
        let breaksBelow = rows[row].lower.map { least[row] < $0 } ?? false
        if coefficient > 0 ? breaksAbove : breaksBelow { mayRise = false }
        if coefficient > 0 ? breaksBelow : breaksAbove { mayFall = false }
      }
      if mayRise && objective[column] >= 0 {
        fix(column, true)
        hasChanged = true
      } else if mayFall && objective[column] <= 0 {
        fix(column, false)
        hasChanged = true
      }
    }
    return hasChanged
  }
}
