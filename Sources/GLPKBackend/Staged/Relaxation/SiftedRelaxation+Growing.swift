extension SiftedRelaxation {
  func addColumns(_ new: [Int32]) throws(LinearTrouble) {
    guard !new.isEmpty else { return }
    var lists = EntryLists()
    for column in new {
      place[Int(column)] = Int32(truncatingIfNeeded: columns.count)
      columns.append(column)
      for entry in program.columns.range(Int(column)) {
        let original = Int(program.columns.indices[entry])
        let row = rowPlace[original]
        if row >= 0 { lists.append(Int(row), program.columns.coefficients[entry]) }
        for row in knapsackRows[original] ?? [] {
          guard case .knapsack(let knapsack) = tags[row] else { continue }
          let coefficient = knapsack.coefficient(of: column)
          if coefficient != 0 { lists.append(row, coefficient) }
        }
      }
      let group = Int(structure.groupOf[Int(column)])
      if group >= 0 {
        for row in parityRowsOfGroup[group] {
          guard case .parity(let parity) = tags[row] else { continue }
          let coefficient = parity.coefficient(
            of: column, size: structure.sizes[Int(column)])
          if coefficient != 0 { lists.append(row, coefficient) }
        }
      }
      lists.endList()
    }
    let zeros = [Double](repeating: 0, count: new.count)
    let ones = [Double](repeating: 1, count: new.count)
    lower += zeros
    upper += ones
    try session.addColumns(
      lists, objective: new.map { Double(program.objective[Int($0)]) }, lower: zeros, upper: ones)
  }

  /// Adds rows; entries of absent columns are left out.
  ///
  /// - Returns: how many were new.
  @discardableResult
  func addRows(_ rows: [CutRow]) throws(LinearTrouble) -> Int {
    var lists = EntryLists()
    var (lowers, uppers) = ([Double](), [Double]())
    for row in rows {
      let index = tags.count
      switch row.origin {
      case .program(let original):
        guard rowPlace[Int(original)] < 0 else { continue }
        rowPlace[Int(original)] = Int32(truncatingIfNeeded: index)
        tags.append(.program(original))
      case .strong(let column):
        guard !hasStrongRow[Int(column)] else { continue }
        hasStrongRow[Int(column)] = true
        tags.append(.strong(column))
      case .parity(let parity):
        guard knownParity.insert(parity).inserted else { continue }
        parityRowsOfGroup[parity.group].append(index)
        tags.append(.parity(parity))
      case .knapsack(let knapsack):
        knapsackRows[knapsack.origin, default: []].append(index)
        tags.append(.knapsack(knapsack))
      case .core: tags.append(.core)
      }
      for (column, coefficient) in zip(row.columns, row.coefficients)
      where place[Int(column)] >= 0 {
        lists.append(Int(place[Int(column)]), coefficient)
      }
      lists.endList()
      lowers.append(row.lower)
      uppers.append(row.upper)
    }
    rowLower += lowers
    rowUpper += uppers
    try session.addRows(lists, lower: lowers, upper: uppers)
    return lists.count
  }

  /// Adds all rows of the program that are not lazy; the first thing to do.
  func addStandingRows() throws(LinearTrouble) {
    let rows = (0..<program.rowCount).filter { !structure.isLazy[$0] }
    try addRows(
      rows.map { row in
        CutRow(
          columns: [], coefficients: [], lower: program.lower[row], upper: program.upper[row],
          origin: .program(Int32(truncatingIfNeeded: row)))
      })
  }
}
