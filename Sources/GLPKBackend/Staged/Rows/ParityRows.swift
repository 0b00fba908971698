/// A row about a group in which some members take two places.
///
/// Let z be the sum of the members of size 2, S a set of t members of size 1.
/// - Above: z + x(S) ≤ (capacity + t − 1)/2 · y where capacity − t is odd: half of
///   2z + x(S) ≤ capacity · y and x(S) ≤ t · y, rounded down.
/// - Below: z + x(outside of S) ≥ (minimum − t + 1)/2 · y where minimum − t is odd: half of
///   2z + x ≥ minimum · y, less x(S) ≤ t · y, rounded up.
///
/// Source: A. Caprara, M. Fischetti, "{0, 1/2}-Chvátal–Gomory cuts", Mathematical Programming 74, 1996,
/// doi:10.1007/BF02592196.
struct ParityRow: Hashable {
  enum Side: Hashable { case above, below }

  let group: Int
  let side: Side
  /// The members of S, ascending.
  let inside: [Int32]
  let right: Int

  /// - size: of a member of the group.
  func coefficient(of column: Int32, size: Int32) -> Double {
    let isInside = inside.contains(column)
    switch side {
    case .above: return size == 2 || isInside ? 1 : 0
    case .below: return size == 2 || !isInside ? 1 : 0
    }
  }
}

/// Finds the parity rows of every group that a point breaks most.
struct ParityRows: Separator {
  func brokenRows(at point: RelaxationPoint, tolerance: Double) -> [CutRow] {
    var rows: [CutRow] = []
    for (index, group) in point.structure.groups.enumerated() where group.hasPairs {
      var pairs = 0.0
      var singles: [(value: Double, column: Int32)] = []
      for column in group.members {
        let value = point.values[Int(column)]
        guard value > 1e-9 else { continue }
        if point.structure.sizes[Int(column)] == 2 {
          pairs += value
        } else {
          singles.append((value, column))
        }
      }
      guard pairs > 0 else { continue }
      singles.sort { ($1.value, $0.column) < ($0.value, $1.column) }
      let search = GroupSearch(
        index: index, group: group, opening: point.opening(of: group), pairs: pairs,
        singles: singles, tolerance: tolerance)
      if let row = search.above() { rows.append(cut(row, group, point)) }
      if let row = search.below() { rows.append(cut(row, group, point)) }
    }
    return rows
  }

  private func cut(
    _ row: ParityRow, _ group: ProgramStructure.Group, _ point: RelaxationPoint
  ) -> CutRow {
    var cut = CutRow(columns: [], coefficients: [], origin: .parity(row))
    for column in group.members {
      let coefficient = row.coefficient(of: column, size: point.structure.sizes[Int(column)])
      guard coefficient != 0 else { continue }
      cut.columns.append(column)
      cut.coefficients.append(coefficient)
    }
    var limit = Double(row.right)
    if let open = group.open {
      cut.columns.append(Int32(truncatingIfNeeded: open))
      cut.coefficients.append(-limit)
      limit = 0
    }
    switch row.side {
    case .above: cut.upper = limit
    case .below: cut.lower = limit
    }
    return cut
  }
}

private struct GroupSearch {
  let index: Int
  let group: ProgramStructure.Group
  let opening: Double
  let pairs: Double
  /// The largest first.
  let singles: [(value: Double, column: Int32)]
  let tolerance: Double

  func above() -> ParityRow? {
    best(side: .above, limit: group.capacity) { inside, count in
      (pairs + inside) - Double((group.capacity + count - 1) / 2) * opening
    }
  }

  func below() -> ParityRow? {
    let all = singles.reduce(0) { $0 + $1.value }
    return best(side: .below, limit: group.minimum) { inside, count in
      Double((group.minimum - count + 1) / 2) * opening - pairs - (all - inside)
    }
  }

  private func best(
    side: ParityRow.Side, limit: Int, violation: (Double, Int) -> Double
  ) -> ParityRow? {
    var (inside, most) = (0.0, tolerance)
    var bestCount: Int?
    for count in 0...max(0, min(singles.count, limit - 1)) where count < limit {
      if count > 0 { inside += singles[count - 1].value }
      guard (limit - count) % 2 == 1 else { continue }
      let broken = violation(inside, count)
      if broken > most { (most, bestCount) = (broken, count) }
    }
    guard let bestCount else { return nil }
    let right = side == .above ? (limit + bestCount - 1) / 2 : (limit - bestCount + 1) / 2
    return ParityRow(
      group: index, side: side, inside: singles.prefix(bestCount).map(\.column).sorted(),
      right: right)
  }
}
