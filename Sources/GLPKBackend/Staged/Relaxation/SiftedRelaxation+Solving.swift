extension SiftedRelaxation {
  /// Columns an item starts with; members of several places, which have fewer good places, get twice as many.
  private static let startWidth = 6
  /// The most columns of an item that one look at the prices adds.
  private static let growth = 3

  /// Rounds of rows that do not move the value: where many optima tie there would be no end.
  private static let patience = 4

  /// Adds the standing rows and the first columns, and makes a basis of the start prices.
  func prepare(_ prices: StartPrices?) throws(LinearTrouble) {
    try addStandingRows()
    let structure = structure
    var chosen = (0..<program.columnCount).map { !structure.isSiftable($0) }
    var leaders = [Int32](repeating: -1, count: structure.items.count)
    for (item, members) in structure.items.enumerated() {
      let order = ranked(members, prices)
      let isMerged = members.contains { structure.sizes[Int($0)] > 1 }
      for column in order.prefix(isMerged ? 2 * Self.startWidth : Self.startWidth) {
        chosen[Int(column.column)] = true
      }
      if let prices, prices.chosen[item] >= 0 {
        leaders[item] = prices.chosen[item]
        chosen[Int(leaders[item])] = true
      } else if prices != nil, isMerged, let first = order.first, first.worth > 0 {
        leaders[item] = first.column
      }
    }
    for case .column(let column) in prices?.links ?? [] { chosen[Int(column)] = true }
    try addColumns(chosen.indices.filter { chosen[$0] }.map { Int32(truncatingIfNeeded: $0) })
    if let prices { try crash(prices, leaders) }
  }

  /// Columns of an item by what they are worth at the start prices, the best first.
  private func ranked(
    _ members: [Int32], _ prices: StartPrices?
  ) -> [(worth: Int, column: Int32)] {
    members.map { column in
      let group = Int(structure.groupOf[Int(column)])
      let price = group < 0 ? 0 : prices?.prices[group] ?? 0
      let size = Int(structure.sizes[Int(column)])
      return (program.objective[Int(column)] - size * price, column)
    }
    .sorted { ($1.worth, $0.column) < ($0.worth, $1.column) }
  }

  /// The forest of tight pairs as a basis: all rows of price 0 are basic, all others have a column.
  private func crash(_ prices: StartPrices, _ leaders: [Int32]) throws(LinearTrouble) {
    var basis = Basis(
      rows: Array(repeating: .basic, count: tags.count),
      columns: columns.map { structure.isOpening[Int($0)] ? .atUpper : .atLower })
    func enter(_ column: Int32, leaving row: Int) {
      guard let row = place(ofRow: row), isPresent(Int(column)) else { return }
      basis.rows[row] = .atUpper
      basis.columns[Int(place[Int(column)])] = .basic
    }
    for (item, column) in leaders.enumerated() where column >= 0 {
      enter(column, leaving: structure.itemRows[item])
    }
    for (group, link) in prices.links.enumerated() {
      let row = structure.groups[group].upperRow
      switch link {
      case .root: break
      case .column(let column): enter(column, leaving: row)
      case .item(let item):
        guard let group = place(ofRow: row),
          let item = place(ofRow: structure.itemRows[Int(item)])
        else { continue }
        basis.rows[group] = .atUpper
        basis.rows[item] = .basic
      }
    }
    try session.setBasis(basis)
  }

  /// Solves over all columns, with the rows that the optimum breaks.
  ///
  /// - Returns: `optimal`, `infeasible`, or `failed`.
  func sift() throws(LinearTrouble) -> LinearEnd {
    var method = LinearSession.Method.dualThenPrimal
    var width = 4 * Self.startWidth
    var (last, idleCount) = (Double.infinity, 0)
    for round in 0... {
      switch try optimise(method) {
      case .optimal: break
      case .infeasible:
        // Too few columns to satisfy the rows, perhaps.
        guard try widen(to: width) else { return .infeasible }
        width *= 4
        method = .dualThenPrimal
        continue
      case let end: return end
      }
      let newColumns = attractive()
      try addColumns(newColumns)
      var newRowCount = 0
      if newColumns.count < structure.items.count / 50 + 3, idleCount < Self.patience {
        idleCount = last - value < 1e-6 * max(1, abs(value)) ? idleCount + 1 : 0
        last = value
        newRowCount = try separate(tolerance: round < 8 ? 0.02 : 0.005)
      }
      if newColumns.isEmpty && newRowCount == 0 { return .optimal }
      method = newRowCount > 0 ? .dualThenPrimal : .primal
    }
    return .failed
  }

  /// Adds the columns of every item up to a number; says whether there were any left.
  private func widen(to width: Int) throws(LinearTrouble) -> Bool {
    var new: [Int32] = []
    for members in structure.items {
      let absent = ranked(members, nil).filter { !isPresent(Int($0.column)) }
      let presentCount = members.count - absent.count
      new += absent.prefix(max(0, width - presentCount)).map(\.column)
    }
    if new.isEmpty {
      new = place.indices.filter { place[$0] < 0 }.map { Int32(truncatingIfNeeded: $0) }
    }
    try addColumns(new)
    return !new.isEmpty
  }

  /// The absent columns of largest positive reduced cost, a few of every item.
  private func attractive() -> [Int32] {
    let costs = reducedCosts()
    var result: [Int32] = []
    for members in structure.items {
      var best: [(cost: Double, column: Int32)] = []
      for column in members where place[Int(column)] < 0 && costs[Int(column)] > 1e-6 {
        let cost = costs[Int(column)]
        var at = best.count
        while at > 0, best[at - 1].cost < cost { at -= 1 }
        guard at < Self.growth else { continue }
        best.insert((cost, column), at: at)
        if best.count > Self.growth { best.removeLast() }
      }
      result += best.map(\.column)
    }
    return result
  }

  /// Adds the rows that the optimum read last breaks; returns how many.
  func separate(tolerance: Double) throws(LinearTrouble) -> Int {
    let point = relaxationPoint
    return try addRows(
      StrongRows().brokenRows(at: point, tolerance: tolerance)
        + LazyRows().brokenRows(at: point, tolerance: tolerance)
        + ParityRows().brokenRows(at: point, tolerance: tolerance)
        + KnapsackRows().brokenRows(at: point, tolerance: tolerance))
  }

  /// Adds all lazy rows that the columns present could break.
  func addLazyRows() throws(LinearTrouble) {
    try addRows(LazyRows().relevantRows(relaxationPoint))
  }
}
