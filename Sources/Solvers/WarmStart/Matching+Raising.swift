extension Matching {
  /// Fills, or prices at 0, a place that became free in a column whose price is below 0.
  ///
  /// The mirror image of ``augment(from:)``: Dijkstra's algorithm from the column over the rows that would
  /// rather sit there, and on to the columns that they would leave. It ends where a price rises to 0 and the
  /// place may stay free, or with a row that was unmatched. Prices *rise* here, by as much as the
  /// end is farther than the column; whoever overlooks a column therefore because it is not in its list
  /// gets a lower threshold.
  ///
  /// - Complexity: O(rows) for every column it looks at, and the heap.
  mutating func fillPlace(
    in start: Int, cost: (_ row: Int, _ column: Int) -> Cost?
  ) {
    guard prices.base[start] < 0 else { return }
    let count = columns.count
    var distance = [Cost](repeating: .unreached, count: count)
    var isDone = [Bool](repeating: false, count: count)
    // The row that leaves a column, and the column that it leaves it for.
    var leaver = [Int32](repeating: -1, count: count)
    var target = [Int32](repeating: -1, count: count)
    var looked: [(column: Int, costs: [Cost])] = []
    distance[start] = 0
    heap.removeAll()
    heap.push(0, Int32(truncatingIfNeeded: start))
    var best = 0 &- prices.base[start]
    var end = start
    var newcomer = -1

    while heap.leastKey < best {
      let top = heap.pop()
      let column = Int(top.column)
      guard !isDone[column], top.cost == distance[column] else { continue }
      isDone[column] = true
      var costs = [Cost](repeating: .unreached, count: rows.count)
      for row in 0..<rows.count {
        let seat = rows.base[row].column
        guard let cost = cost(row, column) else { continue }
        costs[row] = cost
        // Who has no seat and wants none only has to see the price rise.
        if seat == Self.free || Int(seat) == column { continue }
        let own = seat >= 0 ? rows.base[row].cost &- prices.base[Int(seat)] : rows.base[row].cost
        let reached = top.cost &+ (cost &- prices.base[column] &- own)
        guard reached < best else { continue }
        if seat < 0 {
          (best, end, newcomer) = (reached, column, row)
        } else if reached < distance[Int(seat)] {
          distance[Int(seat)] = reached
          leaver[Int(seat)] = Int32(truncatingIfNeeded: row)
          target[Int(seat)] = Int32(truncatingIfNeeded: column)
          heap.push(reached, seat)
          if reached &- prices.base[Int(seat)] < best {
            (best, end, newcomer) = (reached &- prices.base[Int(seat)], Int(seat), -1)
          }
        }
      }
      looked.append((column, costs))
    }
    for (column, costs) in looked where distance[column] < best {
      raise(column, to: prices.base[column] &+ best &- distance[column], costs)
    }
    moveInto(start, from: end, newcomer: newcomer, leaver, target, cost)
  }

  /// Raises a price and lowers the thresholds of the rows that do not list the column.
  private func raise(_ column: Int, to price: Cost, _ costs: [Cost]) {
    setPrice(price, of: column)
    for row in 0..<rows.count {
      guard costs[row] < .unreached, costs[row] &- price < rows.base[row].threshold,
        !isListed(column, by: row)
      else { continue }
      rows.base[row].threshold = costs[row] &- price
    }
  }

  func isListed(_ column: Int, by row: Int) -> Bool {
    (0..<Int(rows.base[row].listCount)).contains {
      Int(rows.base[row].list[$0].column) == column
    }
  }

  private func moveInto(
    _ start: Int, from end: Int, newcomer: Int, _ leaver: [Int32], _ target: [Int32],
    _ cost: (Int, Int) -> Cost?
  ) {
    var open = end
    var moves: [(row: Int, column: Int)] = newcomer >= 0 ? [(newcomer, end)] : []
    while open != start {
      moves.append((Int(leaver[open]), Int(target[open])))
      open = Int(target[open])
    }
    // From the start on, so that there is always a place where somebody moves to.
    for (row, column) in moves.reversed() {
      if rows.base[row].column >= 0 { remove(row) }
      place(row, in: column, at: cost(row, column) ?? 0)
    }
  }
}
