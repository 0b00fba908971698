/// Values for the columns of a program, and the rows that they break, the wish for a better objective as one of them.
struct BrokenAnswer {
  private let program: CompactProgram
  private let structure: ProgramStructure
  private(set) var values: [Bool]
  /// By row, the wish last.
  private var activity: [Double]
  private var weights: [Double]
  /// By row: a coefficient of usual size, in which is counted what is missing.
  private let units: [Double]
  private var broken: IndexSet
  /// By item: the chosen column; −1 = none.
  private var chosen: [Int32]
  /// What the objective should reach; `nil` = any will do.
  var wish: Double? { didSet { update(wishRow) } }

  /// What a row counts that is broken ever so little.
  private static let brokenAtAll = 0.5

  /// Takes the values, but of an item the first column that is chosen only.
  init(_ program: CompactProgram, _ structure: ProgramStructure, _ start: [Bool]) {
    self.program = program
    self.structure = structure
    values = Array(repeating: false, count: program.columnCount)
    activity = Array(repeating: 0, count: program.rowCount + 1)
    weights = Array(repeating: 1, count: program.rowCount + 1)
    units = Self.units(program)
    chosen = Array(repeating: -1, count: structure.items.count)
    broken = IndexSet(count: program.rowCount + 1)
    for row in 0..<program.rowCount { update(row) }
    for column in start.indices where start[column] {
      let item = Int(structure.itemOf[column])
      if item < 0 || chosen[item] < 0 { turn(column, nil) }
    }
  }

  private static func units(_ program: CompactProgram) -> [Double] {
    var units = (0..<program.rowCount).map { row in
      let range = program.rows.range(row)
      let sum = range.reduce(0) { $0 + abs(program.rows.coefficients[$1]) }
      return max(1, sum / Double(max(1, range.count)))
    }
    let sum = program.objective.reduce(0) { $0 + abs(Double($1)) }
    units.append(max(1, sum / Double(max(1, program.columnCount))))
    return units
  }

  var wishRow: Int { program.rowCount }

  var brokenRows: [Int] { broken.elements }

  /// Whether it is an answer, if perhaps not the one that is wished for.
  var breaksNothing: Bool { brokenRows.isEmpty || brokenRows == [wishRow] }

  /// The objective.
  var value: Int { Int(activity[wishRow]) }

  func needsMore(_ row: Int) -> Bool { activity[row] < program.lower[row] }

  /// The column that has to be turned as well, so that an item keeps to one.
  func partner(of column: Int) -> Int? {
    let item = Int(structure.itemOf[column])
    return item >= 0 && !values[column] && chosen[item] >= 0 ? Int(chosen[item]) : nil
  }

  /// Makes rows more important.
  mutating func stress(_ rows: [Int]) { for row in rows { weights[row] += 1 } }

  /// What one or two turns do to what is broken, by weight.
  ///
  /// - Complexity: O(entries of the columns).
  func change(_ first: Int, _ second: Int?) -> Double {
    var sum = 0.0
    let columns = program.columns
    var (one, other) = (columns.range(first), second.map(columns.range) ?? 0..<0)
    let signs = (values[first] ? -1.0 : 1, second.map { values[$0] } ?? false ? -1.0 : 1)
    // Both lists of rows ascend.
    while !one.isEmpty || !other.isEmpty {
      let oneRow = one.isEmpty ? Int32.max : columns.indices[one.lowerBound]
      let otherRow = other.isEmpty ? Int32.max : columns.indices[other.lowerBound]
      var difference = 0.0
      if oneRow <= otherRow {
        difference += signs.0 * columns.coefficients[one.lowerBound]
        one = one.dropFirst()
      }
      if otherRow <= oneRow {
        difference += signs.1 * columns.coefficients[other.lowerBound]
        other = other.dropFirst()
      }
      if difference != 0 { sum += rise(Int(min(oneRow, otherRow)), difference) }
    }
    let gain =
      signs.0 * Double(program.objective[first])
      + (second.map { signs.1 * Double(program.objective[$0]) } ?? 0)
    return gain == 0 ? sum : sum + rise(wishRow, gain)
  }

  private func rise(_ row: Int, _ difference: Double) -> Double {
    weights[row]
      * (violation(row, activity[row] + difference) - violation(row, activity[row]))
  }

  /// In units of the row.
  private func violation(_ row: Int, _ activity: Double) -> Double {
    let missing =
      row == wishRow
      ? wish.map { $0 - activity } ?? 0
      : max(program.lower[row] - activity, activity - program.upper[row])
    return missing > 0 ? Self.brokenAtAll + missing / units[row] : 0
  }

  mutating func turn(_ first: Int, _ second: Int?) {
    turn(first)
    if let second { turn(second) }
    // What is chosen now counts, whichever came first.
    for column in [first, second].compactMap(\.self) where structure.itemOf[column] >= 0 {
      let item = Int(structure.itemOf[column])
      if values[column] {
        chosen[item] = Int32(truncatingIfNeeded: column)
      } else if chosen[item] == column {
        chosen[item] = -1
      }
    }
  }

  private mutating func turn(_ column: Int) {
    values[column].toggle()
    let sign = values[column] ? 1.0 : -1
    for entry in program.columns.range(column) {
      let row = Int(program.columns.indices[entry])
      activity[row] += sign * program.columns.coefficients[entry]
      update(row)
    }
    activity[wishRow] += sign * Double(program.objective[column])
    update(wishRow)
  }

  private mutating func update(_ row: Int) {
    if violation(row, activity[row]) > 0 { broken.insert(row) } else { broken.remove(row) }
  }
}

/// A set of small numbers from which one can be drawn.
private struct IndexSet {
  private(set) var elements: [Int] = []
  /// By number; −1 = not in the set.
  private var place: [Int]

  init(count: Int) { place = Array(repeating: -1, count: count) }

  mutating func insert(_ element: Int) {
    guard place[element] < 0 else { return }
    place[element] = elements.count
    elements.append(element)
  }

  mutating func remove(_ element: Int) {
    let hole = place[element]
    guard hole >= 0, let last = elements.popLast() else { return }
    place[element] = -1
    guard last != element else { return }
    elements[hole] = last
    place[last] = hole
  }
}
