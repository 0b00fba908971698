/// The linear relaxation over a few columns of a program, and the prices that speak for all others.
///
/// Columns of items are absent until their reduced cost is positive; lazy rows, strong rows and parity
/// rows until a point breaks them. At the end of ``solve()`` the value is that of all columns and rows
/// seen, and the reduced cost of *every* column is known.
///
/// Source: R. E. Bixby et al., "Very large-scale linear programming: a case study in combining interior
/// point and simplex methods", Operations Research 40(5), 1992, doi:10.1287/opre.40.5.885.
final class SiftedRelaxation {
  enum RowTag {
    case program(Int32)
    case parity(ParityRow)
    case strong(Int32)
    case knapsack(KnapsackRow)
    case core
  }

  let state: SearchState
  let session: LinearSession
  var program: CompactProgram { state.program }
  var structure: ProgramStructure { state.structure }
  /// By column of the program: its place in the session, −1 = absent.
  private(set) var place: [Int32]
  /// By column of the session.
  private(set) var columns: [Int32] = []
  var lower: [Double] = []
  var upper: [Double] = []
  private var rowPlace: [Int32]
  /// By row of the session.
  private(set) var tags: [RowTag] = []
  private(set) var rowLower: [Double] = []
  private(set) var rowUpper: [Double] = []
  private var parityRowsOfGroup: [[Int]]
  private var knownParity: Set<ParityRow> = []
  /// By row of the program.
  private var knapsackRows: [Int: [Int]] = [:]
  private var hasStrongRow: [Bool]

  private(set) var value = 0.0
  /// By column of the session.
  private(set) var primal: [Double] = []
  private(set) var dual: [Double] = []
  /// By row of the session.
  private(set) var rowActivity: [Double] = []
  private(set) var rowDual: [Double] = []
  /// By column of the program; 0 where the column is absent.
  private(set) var point: [Double]

  init(_ state: SearchState, session: LinearSession) {
    self.state = state
    self.session = session
    let count = state.program.columnCount
    place = Array(repeating: -1, count: count)
    point = Array(repeating: 0, count: count)
    hasStrongRow = Array(repeating: false, count: count)
    rowPlace = Array(repeating: -1, count: state.program.rowCount)
    parityRowsOfGroup = Array(repeating: [], count: state.structure.groups.count)
  }

  private init(copying other: SiftedRelaxation, session: LinearSession) {
    (state, self.session) = (other.state, session)
    (place, columns, lower, upper) = (other.place, other.columns, other.lower, other.upper)
    (rowPlace, tags) = (other.rowPlace, other.tags)
    (rowLower, rowUpper) = (other.rowLower, other.rowUpper)
    (parityRowsOfGroup, knownParity) = (other.parityRowsOfGroup, other.knownParity)
    (hasStrongRow, knapsackRows) = (other.hasStrongRow, other.knapsackRows)
    (value, primal, dual, point) = (other.value, other.primal, other.dual, other.point)
    (rowActivity, rowDual) = (other.rowActivity, other.rowDual)
  }

  func copy() throws(LinearTrouble) -> SiftedRelaxation {
    SiftedRelaxation(copying: self, session: try session.copy())
  }

  var relaxationPoint: RelaxationPoint {
    RelaxationPoint(
      program: program, structure: structure, values: point, isPresent: place.map { $0 >= 0 },
      hasRow: rowPlace.map { $0 >= 0 }, hasStrongRow: hasStrongRow)
  }

  func isPresent(_ column: Int) -> Bool { place[column] >= 0 }

  /// The place of a row of the program, `nil` while it waits outside.
  func place(ofRow row: Int) -> Int? { rowPlace[row] >= 0 ? Int(rowPlace[row]) : nil }

  // MARK: Growing

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

  // MARK: Shrinking

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

  // MARK: Solving

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

  /// Solves as it stands and reads the optimum.
  func optimise(_ method: LinearSession.Method) throws(LinearTrouble) -> LinearEnd {
    let end = try session.solveSurely(method)
    guard case .optimal = end else { return end }
    value = session.objective
    try session.readColumns(primal: &primal, dual: &dual)
    try session.readRows(primal: &rowActivity, dual: &rowDual)
    for (index, column) in columns.enumerated() { point[Int(column)] = primal[index] }
    return end
  }

  /// The reduced costs of all columns of the program at the optimum read last.
  ///
  /// - Complexity: O(entries).
  func reducedCosts() -> [Double] {
    let program = program
    var prices = [Double](repeating: 0, count: program.rowCount)
    for row in prices.indices where rowPlace[row] >= 0 { prices[row] = rowDual[Int(rowPlace[row])] }
    var costs = program.objective.map(Double.init)
    program.columns.starts.withUnsafeBufferPointer { starts in
      program.columns.indices.withUnsafeBufferPointer { rows in
        program.columns.coefficients.withUnsafeBufferPointer { coefficients in
          for column in costs.indices {
            var cost = costs[column]
            for entry in Int(starts[column])..<Int(starts[column + 1]) {
              cost -= coefficients[entry] * prices[Int(rows[entry])]
            }
            costs[column] = cost
          }
        }
      }
    }
    for (group, rows) in parityRowsOfGroup.enumerated() {
      for row in rows where rowDual[row] != 0 {
        guard case .parity(let parity) = tags[row] else { continue }
        for column in structure.groups[group].members where place[Int(column)] < 0 {
          costs[Int(column)] -=
            rowDual[row] * parity.coefficient(of: column, size: structure.sizes[Int(column)])
        }
      }
    }
    for (row, tag) in tags.enumerated() where rowDual[row] != 0 {
      guard case .knapsack(let knapsack) = tag else { continue }
      for (column, coefficient) in knapsack.coefficients where place[Int(column)] < 0 {
        costs[Int(column)] -= rowDual[row] * Double(coefficient)
      }
    }
    for (index, column) in columns.enumerated() { costs[Int(column)] = dual[index] }
    return costs
  }
}
