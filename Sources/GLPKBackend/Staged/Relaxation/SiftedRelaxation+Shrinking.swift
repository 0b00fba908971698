extension SiftedRelaxation {
  /// Drops columns that stand outside of the basis at 0 for good.
  func dropFixedColumns() throws(LinearTrouble) {
    let basis = try session.basis()
    var (dropped, kept) = ([Int32](), [Int32]())
    var (keptLower, keptUpper) = ([Double](), [Double]())
    for (index, column) in columns.enumerated() {
      if upper[index] == 0, basis.columns[index] != .basic {
        dropped.append(Int32(truncatingIfNeeded: index))
        place[Int(column)] = -1
        point[Int(column)] = 0
      } else {
        place[Int(column)] = Int32(truncatingIfNeeded: kept.count)
        kept.append(column)
        keptLower.append(lower[index])
        keptUpper.append(upper[index])
      }
    }
    guard !dropped.isEmpty else { return }
    try session.deleteColumns(dropped)
    (columns, lower, upper) = (kept, keptLower, keptUpper)
    try session.readColumns(primal: &primal, dual: &dual)
  }

  /// Drops rows beside the standing ones that are not tight.
  ///
  /// Not before a tree search: a lazy row that is not tight here may be broken there.
  func dropLooseRows() throws(LinearTrouble) {
    let basis = try session.basis()
    var dropped: [Int32] = []
    var kept: [RowTag] = []
    var (keptLower, keptUpper) = ([Double](), [Double]())
    for (index, tag) in tags.enumerated() {
      var isStanding = false
      if case .program(let row) = tag { isStanding = !structure.isLazy[Int(row)] }
      guard basis.rows[index] == .basic, !isStanding else {
        kept.append(tag)
        keptLower.append(rowLower[index])
        keptUpper.append(rowUpper[index])
        continue
      }
      dropped.append(Int32(truncatingIfNeeded: index))
    }
    guard !dropped.isEmpty else { return }
    try session.deleteRows(dropped)
    (rowLower, rowUpper) = (keptLower, keptUpper)
    retag(kept)
    try session.readRows(primal: &rowActivity, dual: &rowDual)
  }

  private func retag(_ kept: [RowTag]) {
    tags = kept
    for row in rowPlace.indices { rowPlace[row] = -1 }
    for column in hasStrongRow.indices { hasStrongRow[column] = false }
    for group in parityRowsOfGroup.indices { parityRowsOfGroup[group] = [] }
    (knownParity, knapsackRows) = ([], [:])
    for (index, tag) in tags.enumerated() {
      switch tag {
      case .program(let row): rowPlace[Int(row)] = Int32(truncatingIfNeeded: index)
      case .strong(let column): hasStrongRow[Int(column)] = true
      case .parity(let parity):
        knownParity.insert(parity)
        parityRowsOfGroup[parity.group].append(index)
      case .knapsack(let knapsack): knapsackRows[knapsack.origin, default: []].append(index)
      case .core: break
      }
    }
  }

  func fix(_ index: Int, at bound: Double) throws(LinearTrouble) {
    (lower[index], upper[index]) = (bound, bound)
    try session.bound(column: index, bound, bound)
  }

  /// Fixes columns whose reduced cost is larger than what the value may fall by; returns how many.
  @discardableResult
  func fixByReducedCost() throws(LinearTrouble) -> Int {
    let room = state.room(below: value)
    var count = 0
    for index in columns.indices where lower[index] < upper[index] {
      if dual[index] < -room, primal[index] < 0.5 {
        try fix(index, at: 0)
        count += 1
      } else if dual[index] > room, primal[index] > 0.5 {
        try fix(index, at: 1)
        count += 1
      }
    }
    return count
  }

  /// Makes rows equations that cannot leave their bound: one unit would cost more than there is room for.
  func fixRowsByReducedCost() throws(LinearTrouble) {
    let room = state.room(below: value)
    for (index, tag) in tags.enumerated() where rowLower[index] < rowUpper[index] {
      guard case .program = tag, index < rowDual.count else { continue }
      let bound: Double
      if rowDual[index] > room {
        bound = rowUpper[index]
      } else if rowDual[index] < -room {
        bound = rowLower[index]
      } else {
        continue
      }
      guard bound.isFinite else { continue }
      (rowLower[index], rowUpper[index]) = (bound, bound)
      try session.bound(row: index, bound, bound)
    }
  }
}
