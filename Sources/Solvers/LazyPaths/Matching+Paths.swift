extension Matching {
  /// How the search from a row ended.
  enum SearchEnd {
    /// The row found a place, others may have moved.
    case matched
    /// There is none: the columns scanned are full, and their rows have no other eligible column.
    case blocked
  }

  /// Matches a free row along a shortest augmenting path.
  ///
  /// Dijkstra's algorithm over the columns, on the lists alone. A row whose list may not tell enough is
  /// entered as an *event* under its threshold; when the event is the nearest of all that is open, the
  /// list is built anew, twice as long, and the row looks again. Columns come before events at equal
  /// distance, and what is no farther than where the search stands does not go through the heap: among ties
  /// the first free place ends the search.
  ///
  /// A full column passes the search on to all its rows; nothing is replicated. Staying unmatched is a way
  /// out of every row, at a price, not a column.
  ///
  /// Source: R. Jonker, A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear
  /// assignment problems", Computing 38, 1987, doi:10.1007/BF02278710; the lists after
  /// A. Volgenant, "Linear and semi-assignment problems: a core oriented approach", Comput. Oper. Res.
  /// 23(10), 1996, doi:10.1016/0305-0548(96)00010-X.
  @inline(never)
  mutating func augment(from start: Int) -> SearchEnd {
    let rows = rows.base
    let columns = columns.base
    let predecessors = predecessors.base
    let occupants = occupants.base
    heap.removeAll()
    events.removeAll()
    ready.removeAll()
    scanned.removeAll()
    touched.removeAll()

    var best = Cost.unreached
    var bestColumn = -1
    var bestRow = -1
    var row = start
    var distance: Cost = 0
    // The rows of the column that was scanned last and did not have their turn yet.
    var waiting: Int32 = -1
    var price: Cost = 0
    let least = leastReducedCost(of: start)
    guard least < .unreached else { return .blocked }
    rows[start].base = 0 &- least

    search: while true {
      let base = rows[row].base
      let list = rows[row].list
      let count = Int(rows[row].listCount)
      if let unmatchedCost, unmatchedCost &+ base < best {
        best = unmatchedCost &+ base
        bestColumn = -1
        bestRow = row
      }
      var index = 0
      while index < count {
        let entry = list[index]
        let column = Int(entry.column)
        let reached = entry.cost &- columns[column].price &+ base
        if reached < columns[column].distance, reached < best {
          if columns[column].distance == .unreached { touched.push(entry.column) }
          columns[column].distance = reached
          predecessors[column] = Int32(truncatingIfNeeded: row)
          if occupants[column] < 0 {
            best = reached
            bestColumn = column
            if reached <= distance { break search }
          } else if reached <= distance {
            ready.push(entry.column)
          } else {
            heap.push(reached, entry.column)
          }
        }
        index &+= 1
      }
      let event = rows[row].threshold &+ base
      if rows[row].threshold < .unreached, event < best {
        events.push(event, Int32(truncatingIfNeeded: row))
      }

      // The next row: of the same column, of the nearest column, or one that must look again.
      while true {
        if waiting >= 0 {
          row = Int(waiting)
          waiting = rows[row].next
          rows[row].base = distance &- (rows[row].cost &- price)
          continue search
        }
        var nearest = ready.pop()
        if nearest == nil {
          guard heap.leastKey <= events.leastKey else {
            if events.leastKey >= best { break search }
            let event = events.pop()
            distance = event.cost
            row = Int(event.column)
            lookAgain(row)
            continue search
          }
          if heap.leastKey >= best { break search }
          let top = heap.pop()
          guard top.cost == columns[Int(top.column)].distance else { continue }
          distance = top.cost
          nearest = top.column
        }
        guard let nearest else { break search }
        scanned.push(nearest)
        price = columns[Int(nearest)].price
        let occupant = occupants[Int(nearest)]
        waiting = occupant == Self.nobody ? -1 : occupant
      }
    }
    guard best < .unreached else {
      forgetDistances()
      return .blocked
    }
    lowerScannedPrices(best)
    forgetDistances()
    flip(from: start, to: bestColumn, unmatching: bestRow)
    return .matched
  }

  private func leastReducedCost(of row: Int) -> Cost {
    min(leastListedCost(of: row), rows.base[row].threshold, unmatchedCost ?? .unreached)
  }

  func leastListedCost(of row: Int) -> Cost {
    var least = Cost.unreached
    for index in 0..<Int(rows.base[row].listCount) {
      let entry = rows.base[row].list[index]
      least = min(least, entry.cost &- columns.base[Int(entry.column)].price)
    }
    return least
  }

  private func forgetDistances() {
    for index in 0..<touched.count { columns.base[Int(touched[index])].distance = .unreached }
  }

  /// Builds the list of a row anew, so that it reaches beyond its threshold and its best entry.
  ///
  /// A list grows by a quarter of its range of reduced costs, among small whole numbers by two: so whole
  /// levels of ties come at once, and lists stay short.
  private mutating func lookAgain(_ row: Int) {
    let threshold = rows.base[row].threshold
    let least = leastListedCost(of: row)
    let count = rows.base[row].listCount
    let size = max(8, 2 * Int(count))
    if least < .unreached {
      let (low, high) = (min(threshold, least), max(threshold, least))
      rebuild(row, size: size, reaching: high &+ Cost(whole: 2 + (high &- low).whole / 4))
      if rows.base[row].threshold >= .unreached { return }
      // Across a gap in the costs such steps would be many; and not every source goes by the bound.
      let isFarther = rows.base[row].threshold > threshold || rows.base[row].listCount > count
      if isFarther, lists(row, from: threshold) { return }
    }
    rebuild(row, size: size)
  }

  private func lists(_ row: Int, from reduced: Cost) -> Bool {
    (0..<Int(rows.base[row].listCount)).contains { index in
      let entry = rows.base[row].list[index]
      return entry.cost &- columns.base[Int(entry.column)].price >= reduced
    }
  }

  private mutating func lowerScannedPrices(_ best: Cost) {
    for index in 0..<scanned.count {
      let column = Int(scanned[index])
      let price = columns.base[column].price &+ columns.base[column].distance &- best
      if price < Cost.lowestPrice { isExhausted = true }
      setPrice(price, of: column)
    }
  }

  /// Moves every row of the path on by one column; the last one goes to a free place or stays unmatched.
  private func flip(from start: Int, to end: Int, unmatching last: Int) {
    var row = end >= 0 ? Int(predecessors.base[end]) : last
    var column = end
    while true {
      let left = Int(rows.base[row].column)
      if row != start { remove(row) }
      if column >= 0 {
        place(row, in: column, at: source.cost(row, column))
      } else {
        rows.base[row].column = Self.unmatched
        rows.base[row].cost = unmatchedCost ?? 0
      }
      guard row != start else { return }
      column = left
      row = Int(predecessors.base[column])
    }
  }
}
