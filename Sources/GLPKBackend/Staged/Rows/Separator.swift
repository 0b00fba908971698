/// A row that every answer satisfies.
struct CutRow {
  /// Columns of the program.
  var columns: [Int32]
  var coefficients: [Double]
  var lower = -Double.infinity
  var upper = Double.infinity
  var origin: Origin

  enum Origin {
    /// A row of the program.
    case program(Int32)
    /// A parity row, which later columns of its group enter too.
    case parity(ParityRow)
    /// A lifted cover, which later columns of its row enter too.
    case knapsack(KnapsackRow)
    /// Coefficients of columns that come later are 0.
    case strong(Int32)
    /// Derived from the columns present: nothing is known about others.
    case core
  }
}

/// Finds rows that a fractional point breaks.
protocol Separator {
  /// - Parameters:
  ///   - point: an optimum of the relaxation as it is.
  ///   - tolerance: what a row must be broken by.
  /// - Returns: the rows, over columns of the program.
  func brokenRows(at point: RelaxationPoint, tolerance: Double) -> [CutRow]
}

/// A point of a relaxation, by column of the program.
struct RelaxationPoint {
  let program: CompactProgram
  let structure: ProgramStructure
  /// 0 where the column is absent.
  var values: [Double]
  var isPresent: [Bool]
  /// By row: whether the relaxation has it.
  var hasRow: [Bool]
  /// By column: whether the relaxation has x ≤ y for it.
  var hasStrongRow: [Bool]

  /// How far a group is open.
  func opening(of group: ProgramStructure.Group) -> Double { group.open.map { values[$0] } ?? 1 }
}

/// x ≤ y for a member x of a group that y opens.
struct StrongRows: Separator {
  func brokenRows(at point: RelaxationPoint, tolerance: Double) -> [CutRow] {
    var rows: [CutRow] = []
    for group in point.structure.groups {
      guard let open = group.open else { continue }
      let limit = point.values[open] + tolerance
      for column in group.members
      where point.values[Int(column)] > limit && !point.hasStrongRow[Int(column)] {
        rows.append(
          CutRow(
            columns: [column, Int32(truncatingIfNeeded: open)], coefficients: [1, -1], upper: 0,
            origin: .strong(column)))
      }
    }
    return rows
  }
}

/// Rows of the program that are seldom tight and so wait outside.
struct LazyRows: Separator {
  func brokenRows(at point: RelaxationPoint, tolerance: Double) -> [CutRow] {
    let program = point.program
    return point.structure.isLazy.indices.compactMap { row in
      guard point.structure.isLazy[row], !point.hasRow[row] else { return nil }
      var activity = 0.0
      for entry in program.rows.range(row) {
        activity +=
          program.rows.coefficients[entry] * point.values[Int(program.rows.indices[entry])]
      }
      return activity > program.upper[row] + tolerance ? Self.row(row, of: point) : nil
    }
  }

  /// All of them that the columns present can break.
  func relevantRows(_ point: RelaxationPoint) -> [CutRow] {
    point.structure.isLazy.indices.compactMap { row in
      guard point.structure.isLazy[row], !point.hasRow[row] else { return nil }
      var present: [Int] = []
      var open: Int?
      for entry in point.program.rows.range(row) {
        let column = Int(point.program.rows.indices[entry])
        if point.program.rows.coefficients[entry] < 0 {
          open = column
        } else if point.isPresent[column] {
          present.append(column)
        }
      }
      let canBreak =
        present.count > 1
        || present.contains { column in
          // Alone a column is held back by its group, if that is the one the row is about.
          guard let open else { return false }
          let group = Int(point.structure.groupOf[column])
          return group < 0 || point.structure.groups[group].open != open
        }
      return canBreak ? Self.row(row, of: point) : nil
    }
  }

  private static func row(_ row: Int, of point: RelaxationPoint) -> CutRow {
    let range = point.program.rows.range(row)
    return CutRow(
      columns: Array(point.program.rows.indices[range]),
      coefficients: Array(point.program.rows.coefficients[range]),
      upper: point.program.upper[row], origin: .program(Int32(truncatingIfNeeded: row)))
  }
}
