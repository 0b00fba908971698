import Problems

extension TightRow {
  /// Replaces "at most so many of these" by "at most so many of these, and none unless open" where all
  /// columns belong to the same opening column.
  ///
  /// x ≤ y holds for every member x of a row Σ sizes · x ≤ capacity · y, so Σ a · x ≤ b may be written
  /// Σ a · x ≤ b · y, which cuts off fractional y.
  ///
  /// - Complexity: O(entries).
  static func strengthened(_ rows: [TightRow], columnCount: Int) -> [TightRow] {
    var openOf = [Int32](repeating: -1, count: columnCount)
    for row in rows {
      guard row.upper == 0, row.lower == nil, row.columns.count > 1 else { continue }
      let negatives = row.coefficients.indices.filter { row.coefficients[$0] < 0 }
      guard negatives.count == 1 else { continue }
      let open = row.columns[negatives[0]]
      for column in row.columns where column != open && openOf[column] < 0 {
        openOf[column] = Int32(truncatingIfNeeded: open)
      }
    }
    return rows.map { row in
      guard let upper = row.upper, upper > 0, row.lower == nil, let first = row.columns.first,
        openOf[first] >= 0, row.coefficients.allSatisfy({ $0 > 0 }),
        row.columns.allSatisfy({ openOf[$0] == openOf[first] && $0 != Int(openOf[first]) })
      else { return row }
      return TightRow(
        BinaryProgram.Row(
          columns: row.columns + [Int(openOf[first])], coefficients: row.coefficients + [-upper],
          lower: nil, upper: 0))
    }
  }
}
