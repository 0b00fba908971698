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
  var place: [Int32]
  /// By column of the session.
  var columns: [Int32] = []
  var lower: [Double] = []
  var upper: [Double] = []
  var rowPlace: [Int32]
  /// By row of the session.
  var tags: [RowTag] = []
  var rowLower: [Double] = []
  var rowUpper: [Double] = []
  var parityRowsOfGroup: [[Int]]
  var knownParity: Set<ParityRow> = []
  /// By row of the program.
  var knapsackRows: [Int: [Int]] = [:]
  var hasStrongRow: [Bool]

  private(set) var value = 0.0
  /// By column of the session.
  var primal: [Double] = []
  var dual: [Double] = []
  /// By row of the session.
  var rowActivity: [Double] = []
  var rowDual: [Double] = []
  /// By column of the program; 0 where the column is absent.
  var point: [Double]

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
