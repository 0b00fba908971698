/// What of an assignment problem a program's rows look like.
///
/// Nothing here is needed for correctness: every program has a structure, if an empty one. *Items* are
/// disjoint sets of columns of which at most one is chosen (the pairs of a mentee); *groups* are columns that
/// share places (the pairs of a mentor), often with a column that says whether the group is open; *lazy
/// rows* are of the kind that is seldom tight (two who do not meet).
struct ProgramStructure: Sendable {
  struct Group: Sendable {
    /// The column that must be 1 for any member to be; `nil` = the group is always open.
    let open: Int?
    /// Σ sizes of the chosen members ≤ capacity · open.
    let capacity: Int
    let upperRow: Int
    /// Σ sizes of the chosen members ≥ minimum · open.
    let minimum: Int
    let lowerRow: Int?
    let members: [Int32]
    /// Whether all members have size 1 or 2 and somebody 2: then parity matters.
    let hasPairs: Bool
  }

  /// A row Σ weights · x ≤ limit · open with weights above 2; what 1 and 2 make fractional, parity mends.
  struct Knapsack: Sendable {
    let row: Int
    /// `nil` = the limit always holds.
    let open: Int?
    let limit: Int
    /// What is taken from all weights: a multiple of Σ x ≥ minimum · open is added to the row.
    var discount = 0
  }

  /// By column; −1 = none.
  private(set) var itemOf: [Int32]
  private(set) var items: [[Int32]] = []
  private(set) var itemRows: [Int] = []
  /// By column; −1 = none.
  private(set) var groupOf: [Int32]
  private(set) var groups: [Group] = []
  /// By column: places taken in its group, 1 outside of groups.
  private(set) var sizes: [Int32]
  /// By column: whether it opens a group.
  private(set) var isOpening: [Bool]
  /// By row.
  private(set) var isLazy: [Bool]
  private(set) var knapsacks: [Knapsack] = []
  /// Whether members of a row take more than two units: rounding leaves gaps there.
  private(set) var hasWeights = false

  /// - Complexity: O(entries), times the logarithm of the number of rows for an order.
  init(_ program: CompactProgram) {
    let count = program.columnCount
    itemOf = Array(repeating: -1, count: count)
    groupOf = Array(repeating: -1, count: count)
    sizes = Array(repeating: 1, count: count)
    isOpening = Array(repeating: false, count: count)
    isLazy = Array(repeating: false, count: program.rowCount)
    let shapes = (0..<program.rowCount).map { RowShape(program, row: $0) }
    findOpenGroups(program, shapes)
    findItems(program, shapes)
    findPlainGroups(program, shapes)
    for row in 0..<program.rowCount where shapes[row].isPacking && program.lower[row] <= 0 {
      isLazy[row] = true
    }
    hasWeights = shapes.contains { $0.largest > 2 }
    findKnapsacks(program, shapes)
    for row in itemRows { isLazy[row] = false }
    for group in groups { isLazy[group.upperRow] = false }
  }

  /// Whether sifting leaves the column out until its price speaks for it.
  func isSiftable(_ column: Int) -> Bool { itemOf[column] >= 0 && !isOpening[column] }

  /// What to branch on first: openings, then members of several places, then the rest.
  func priority(_ column: Int) -> Int {
    isOpening[column] ? 3 : sizes[column] > 1 ? 2 : 0
  }

  private mutating func findOpenGroups(_ program: CompactProgram, _ shapes: [RowShape]) {
    var widest: [Int: Int] = [:]
    for row in shapes.indices where shapes[row].isBelowOpening {
      guard let open = shapes[row].open else { continue }
      let best = widest[open] ?? row
      widest[open] = program.rows.range(row).count > program.rows.range(best).count ? row : best
    }
    var lowerRows: [Int: [Int]] = [:]
    for row in shapes.indices where shapes[row].isAboveOpening {
      if let open = shapes[row].open { lowerRows[open, default: []].append(row) }
    }
    for row in widest.values.sorted() {
      guard let open = shapes[row].open, program.rows.range(row).count > 2 else { continue }
      add(program, row: row, open: open, lowerRows: lowerRows[open] ?? [])
    }
  }

  private mutating func findItems(_ program: CompactProgram, _ shapes: [RowShape]) {
    for row in shapes.indices where shapes[row].isPacking && shapes[row].open == nil {
      let columns = program.rows.indices[program.rows.range(row)]
      guard columns.count > 1,
        columns.allSatisfy({ itemOf[Int($0)] < 0 && !isOpening[Int($0)] })
      else { continue }
      for column in columns { itemOf[Int(column)] = Int32(truncatingIfNeeded: items.count) }
      items.append(Array(columns))
      itemRows.append(row)
    }
  }

  /// Capacities without an opening: at most one column of an item each.
  private mutating func findPlainGroups(_ program: CompactProgram, _ shapes: [RowShape]) {
    var lastRow = Array(repeating: -1, count: items.count)
    let itemRowSet = Set(itemRows)
    for row in shapes.indices where shapes[row].isCapacity && !itemRowSet.contains(row) {
      let columns = program.rows.indices[program.rows.range(row)]
      // Two columns are a conflict, not a group.
      guard columns.count > 2 else { continue }
      var isGroup = true
      for column in columns {
        let item = Int(itemOf[Int(column)])
        guard item >= 0, groupOf[Int(column)] < 0, lastRow[item] != row else {
          isGroup = false
          break
        }
        lastRow[item] = row
      }
      if isGroup { add(program, row: row, open: nil, lowerRows: []) }
    }
  }

  private mutating func findKnapsacks(_ program: CompactProgram, _ shapes: [RowShape]) {
    for row in shapes.indices where shapes[row].largest > 2 {
      let open = shapes[row].open
      let knapsack: Knapsack
      if shapes[row].isCapacity {
        knapsack = Knapsack(row: row, open: nil, limit: Int(program.upper[row]))
      } else if let open, shapes[row].isBelowOpening {
        knapsack = Knapsack(row: row, open: open, limit: Int(-shapes[row].slope))
      } else {
        continue
      }
      knapsacks.append(knapsack)
      if let discounted = discounted(knapsack, program) { knapsacks.append(discounted) }
    }
  }

  /// The knapsack less its smallest weight times a minimum of its group, where all members have size 1.
  private func discounted(_ knapsack: Knapsack, _ program: CompactProgram) -> Knapsack? {
    let range = program.rows.range(knapsack.row)
    let members = program.rows.indices[range].filter { Int($0) != knapsack.open }
    guard let first = members.first, groupOf[Int(first)] >= 0 else { return nil }
    let group = groups[Int(groupOf[Int(first)])]
    guard group.open == knapsack.open, group.minimum > 0, group.members == members,
      group.upperRow != knapsack.row, members.allSatisfy({ sizes[Int($0)] == 1 })
    else { return nil }
    let weights = range.lazy.map { program.rows.coefficients[$0] }.filter { $0 > 0 }
    let smallest = Int(weights.min() ?? 0)
    guard smallest > 0, knapsack.limit > smallest * group.minimum else { return nil }
    return Knapsack(
      row: knapsack.row, open: knapsack.open, limit: knapsack.limit - smallest * group.minimum,
      discount: smallest)
  }

  private mutating func add(
    _ program: CompactProgram, row: Int, open: Int?, lowerRows: [Int]
  ) {
    let range = program.rows.range(row)
    let members = program.rows.indices[range].filter { Int($0) != open }
    guard members.allSatisfy({ groupOf[Int($0)] < 0 && !isOpening[Int($0)] }),
      open.map({ groupOf[$0] < 0 }) ?? true
    else { return }
    var capacity = open == nil ? Int(program.upper[row]) : 0
    for entry in range {
      let column = Int(program.rows.indices[entry])
      if column == open {
        capacity = Int(-program.rows.coefficients[entry])
      } else {
        groupOf[column] = Int32(truncatingIfNeeded: groups.count)
        sizes[column] = Int32(truncatingIfNeeded: Int(program.rows.coefficients[entry]))
      }
    }
    var minimum = 0
    let lowerRow = lowerRows.first { program.isSame($0, row, besides: open) }
    if let lowerRow {
      for entry in program.rows.range(lowerRow)
      where Int(program.rows.indices[entry]) == open {
        minimum = Int(-program.rows.coefficients[entry])
      }
    } else if open == nil, program.lower[row] > 0 {
      minimum = Int(program.lower[row])
    }
    if let open { isOpening[open] = true }
    let largest = members.reduce(1) { max($0, sizes[Int($1)]) }
    groups.append(
      Group(
        open: open, capacity: capacity, upperRow: row, minimum: minimum, lowerRow: lowerRow,
        members: members, hasPairs: largest == 2))
  }
}

/// What a row looks like at a glance.
private struct RowShape {
  /// The only column with a negative coefficient.
  private(set) var open: Int?
  /// At most one of the columns is chosen, or none unless the opening column is.
  private(set) var isPacking = false
  private(set) var isBelowOpening = false
  private(set) var isAboveOpening = false
  private(set) var isCapacity = false
  /// The largest positive coefficient.
  private(set) var largest = 0.0
  /// The negative coefficient.
  private(set) var slope = 0.0

  init(_ program: CompactProgram, row: Int) {
    var (negativeCount, areUnits) = (0, true)
    for entry in program.rows.range(row) {
      let coefficient = program.rows.coefficients[entry]
      if coefficient < 0 {
        negativeCount += 1
        open = Int(program.rows.indices[entry])
        slope = coefficient
      } else {
        largest = max(largest, coefficient)
        if coefficient != 1 { areUnits = false }
      }
    }
    let (lower, upper) = (program.lower[row], program.upper[row])
    if negativeCount == 0 {
      isPacking = areUnits && upper == 1
      isCapacity = upper >= 1 && upper < .infinity
    } else if negativeCount == 1 {
      isBelowOpening = upper == 0 && lower == -.infinity
      isAboveOpening = lower == 0 && upper == .infinity
      isPacking = isBelowOpening && areUnits && slope == -1
    }
    if negativeCount != 1 { open = nil }
  }
}

extension CompactProgram {
  /// Whether two rows have the same columns with the same coefficients, but for one column.
  fileprivate func isSame(_ one: Int, _ other: Int, besides column: Int?) -> Bool {
    let (left, right) = (rows.range(one), rows.range(other))
    guard left.count == right.count else { return false }
    for (entry, twin) in zip(left, right) {
      guard rows.indices[entry] == rows.indices[twin] else { return false }
      if Int(rows.indices[entry]) == column { continue }
      guard rows.coefficients[entry] == rows.coefficients[twin] else { return false }
    }
    return true
  }
}
