import Problems

/// The linear relaxation of a whole program, to which rows are added.
final class WholeRelaxation {
  private let session: LinearSession
  private var point: [Double] = []
  private var prices: [Double] = []
  /// The optimum found last.
  private(set) var value = Double.infinity

  init(
    _ program: BinaryProgram, question: StopQuestion, memoryMegabytes: Int?
  ) throws(LinearTrouble) {
    session = try LinearSession(question: question, memoryMegabytes: memoryMegabytes ?? 0)
    let count = program.columnCount
    try session.addColumns(
      EntryLists(starts: Array(repeating: 0, count: count + 1), indices: [], coefficients: []),
      objective: program.objective.map(Double.init), lower: Array(repeating: 0, count: count),
      upper: Array(repeating: 1, count: count))
    try add(program.rows[...])
  }

  func add(_ rows: ArraySlice<BinaryProgram.Row>) throws(LinearTrouble) { try session.add(rows) }

  /// - Returns: the values of the columns at the optimum; `nil` where there is none.
  func solve() throws(LinearTrouble) -> [Double]? {
    guard case .optimal = try session.solveSurely(.dualThenPrimal) else { return nil }
    value = session.objective
    try session.readColumns(primal: &point, dual: &prices)
    return point
  }
}
