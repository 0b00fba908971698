/// What is left of a relaxation when the columns that cannot change are taken out: the program of a tree
/// search, with an optimal basis.
///
/// A fixed column leaves with its value in the bounds of its rows if it stands outside of the basis; or
/// together with a row of which nothing else is left. So what stays of the basis is one.
struct TreeProgram {
  let session: LinearSession
  /// By column of the session: its column of the program.
  private(set) var columns: [Int32] = []
  private(set) var columnLower: [Double] = []
  private(set) var columnUpper: [Double] = []
  private(set) var rowLower: [Double] = []
  private(set) var rowUpper: [Double] = []
  /// By row of the session: whether to branch on it, for its activity is a whole number.
  private(set) var isBranchRow: [Bool] = []
  /// The columns outside, by column of the program.
  private(set) var values: [Bool]
  /// What the columns outside add to the objective.
  private(set) var constant = 0.0

  /// - Returns: `nil` when the fixed columns break a row.
  init?(_ relaxation: SiftedRelaxation) throws(LinearTrouble) {
    let program = relaxation.program
    var reduction = try TreeReduction(relaxation)
    guard reduction.run() else { return nil }
    values = Array(repeating: false, count: program.columnCount)
    session = try LinearSession(question: relaxation.state.question, memoryMegabytes: 0)
    var newPlace = [Int32](repeating: -1, count: relaxation.columns.count)
    for index in relaxation.columns.indices {
      let column = relaxation.columns[index]
      if reduction.dropsColumn[index] {
        let isChosen = relaxation.lower[index] > 0.5
        values[Int(column)] = isChosen
        if isChosen { constant += Double(program.objective[Int(column)]) }
      } else {
        newPlace[index] = Int32(truncatingIfNeeded: columns.count)
        columns.append(column)
        columnLower.append(relaxation.lower[index])
        columnUpper.append(relaxation.upper[index])
      }
    }
    var rows = EntryLists()
    var basis = Basis(rows: [], columns: [])
    for row in reduction.dropsRow.indices where !reduction.dropsRow[row] {
      for entry in reduction.matrix.range(row) {
        let place = newPlace[Int(reduction.matrix.indices[entry])]
        if place >= 0 { rows.append(Int(place), reduction.matrix.coefficients[entry]) }
      }
      rows.endList()
      rowLower.append(reduction.rowLower[row] - reduction.shift[row])
      rowUpper.append(reduction.rowUpper[row] - reduction.shift[row])
      isBranchRow.append(reduction.isBranchRow[row])
      basis.rows.append(reduction.basis.rows[row])
    }
    for index in relaxation.columns.indices where newPlace[index] >= 0 {
      basis.columns.append(reduction.basis.columns[index])
    }
    let empty = EntryLists(
      starts: Array(repeating: 0, count: columns.count + 1), indices: [], coefficients: [])
    try session.addColumns(
      empty, objective: columns.map { Double(program.objective[Int($0)]) }, lower: columnLower,
      upper: columnUpper)
    try session.addRows(rows, lower: rowLower, upper: rowUpper)
    try session.setBasis(basis)
  }
}

/// Decides which columns and rows of a relaxation leave.
private struct TreeReduction {
  let relaxation: SiftedRelaxation
  let matrix: EntryLists
  var basis: Basis
  var dropsColumn: [Bool]
  var dropsRow: [Bool]
  /// By row: what the columns that left add up to.
  var shift: [Double]
  var rowLower: [Double] = []
  var rowUpper: [Double] = []
  var isBranchRow: [Bool]

  init(_ relaxation: SiftedRelaxation) throws(LinearTrouble) {
    self.relaxation = relaxation
    matrix = try relaxation.session.matrix()
    basis = try relaxation.session.basis()
    dropsColumn = Array(repeating: false, count: relaxation.columns.count)
    dropsRow = Array(repeating: false, count: matrix.count)
    shift = Array(repeating: 0, count: matrix.count)
    (rowLower, rowUpper) = (relaxation.rowLower, relaxation.rowUpper)
    isBranchRow = Array(repeating: false, count: matrix.count)
  }

  /// - Returns: `false` when a row is broken.
  mutating func run() -> Bool {
    for index in dropsColumn.indices where relaxation.lower[index] == relaxation.upper[index] {
      dropsColumn[index] = basis.columns[index] != .basic
    }
    dropFinishedRows()
    for row in dropsRow.indices {
      for entry in matrix.range(row) {
        let index = Int(matrix.indices[entry])
        if dropsColumn[index] { shift[row] += matrix.coefficients[entry] * relaxation.lower[index] }
      }
    }
    for row in dropsRow.indices {
      let isEmpty = matrix.range(row).allSatisfy { dropsColumn[Int(matrix.indices[$0])] }
      if isEmpty, basis.rows[row] == .basic { dropsRow[row] = true }
      let isBroken = shift[row] < rowLower[row] - 0.5 || shift[row] > rowUpper[row] + 0.5
      if isEmpty, isBroken { return false }
    }
    mergeGroupRows()
    markBranchRows()
    return true
  }

  /// Rows that only have fixed columns, exactly one of them basic, leave with that column.
  private mutating func dropFinishedRows() {
    for row in dropsRow.indices where basis.rows[row] != .basic {
      var partner: Int?
      var isFinished = true
      for entry in matrix.range(row) {
        let index = Int(matrix.indices[entry])
        if dropsColumn[index] && basis.columns[index] != .basic { continue }
        guard basis.columns[index] == .basic, !dropsColumn[index], partner == nil,
          relaxation.lower[index] == relaxation.upper[index]
        else {
          isFinished = false
          break
        }
        partner = index
      }
      guard isFinished, let partner else { continue }
      dropsRow[row] = true
      dropsColumn[partner] = true
    }
  }

  /// Where a group is open for good its two rows are one with two bounds.
  private mutating func mergeGroupRows() {
    for group in relaxation.structure.groups {
      guard let open = group.open, let lowerRow = group.lowerRow,
        let above = relaxation.place(ofRow: group.upperRow),
        let below = relaxation.place(ofRow: lowerRow), !dropsRow[above], !dropsRow[below],
        isOpenForGood(open)
      else { continue }
      let (isAboveBasic, isBelowBasic) = (
        basis.rows[above] == .basic, basis.rows[below] == .basic
      )
      guard isAboveBasic || isBelowBasic else { continue }
      rowLower[above] = shift[above] + rowLower[below] - shift[below]
      dropsRow[below] = true
      if isAboveBasic && !isBelowBasic { basis.rows[above] = .atLower }
      isBranchRow[above] = true
    }
  }

  private func isOpenForGood(_ column: Int) -> Bool {
    guard relaxation.isPresent(column) else { return false }
    let index = Int(relaxation.place[column])
    return dropsColumn[index] && relaxation.lower[index] > 0.5
  }

  private mutating func markBranchRows() {
    let program = relaxation.program
    for (place, tag) in relaxation.tags.enumerated() where !dropsRow[place] {
      guard case .program(let row) = tag, !relaxation.structure.isLazy[Int(row)] else { continue }
      let hasOpening = program.rows.range(Int(row)).contains {
        relaxation.structure.isOpening[Int(program.rows.indices[$0])]
      }
      if !hasOpening { isBranchRow[place] = true }
    }
  }
}
