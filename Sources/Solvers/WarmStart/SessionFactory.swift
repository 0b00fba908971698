import Problems

/// Solves a problem from scratch in the narrowest numbers that hold it, and keeps the matching.
struct SessionFactory {
  let lazy: LazyProblem
  let edits: ProblemEdits
  let solver: AssignmentSolver

  /// - Parameter unmatchedCost: the cost of leaving a row unmatched, `nil` = every row must be matched.
  /// - Returns: `nil` where 64 bits may not suffice.
  func makeCore(unmatchedCost: Int?) -> SessionCore? {
    let table = lazy.problem.table
    let range = table.points.range
    let largest = max(
      range.lowerBound.magnitude, range.upperBound.magnitude, unmatchedCost?.magnitude ?? 0)
    // Half of what the numbers hold is left for what may change.
    let fitsNarrow = largest <= Int32.largestCost / 2
    guard largest <= Int.largestCost / 2 else { return nil }
    if table.isComplete {
      let transposed = lazy.isTransposed ? TransposedCells(table) : nil
      if fitsNarrow, let rows = lazy.narrowMatrix(transposed),
        let core = session(rows, unmatchedCost)
      {
        return core
      }
      if largest <= Double.largestCost / 2, let rows = lazy.realMatrix(transposed),
        let core = session(rows, unmatchedCost)
      {
        return core
      }
      return session(lazy.wideMatrix(transposed), unmatchedCost)
    }
    if fitsNarrow {
      let rows: SparseRows<Int32> = lazy.sparseRows()
      if let core = session(rows, unmatchedCost, hasRoom: hasRoom(rows)) { return core }
    }
    let rows: SparseRows<Int> = lazy.sparseRows()
    return session(rows, unmatchedCost, hasRoom: hasRoom(rows))
  }

  private func hasRoom<Cost>(_ rows: SparseRows<Cost>) -> Bool {
    rows.haveRoom(for: lazy.active, in: lazy.capacities)
  }

  private func session<Rows: CostRows>(
    _ rows: Rows, _ unmatchedCost: Int?, hasRoom: Bool = true
  ) -> SessionCore? {
    Session(
      rows, lazy, edits: edits, unmatchedCost: unmatchedCost, hasRoom: hasRoom, solver: solver
    )
    .map { SessionCore($0) }
  }
}
