extension Matching {
  /// Row reduction for columns of several places and rows that may stay unmatched.
  ///
  /// Of the rows that want a full column, the present ones and the new one, the one with the highest
  /// *indifference price* loses: the price at which its second choice is as good. That price becomes
  /// the price of the column; everybody who stays still likes it best.
  ///
  /// - Parameters:
  ///   - free: the free rows in the order of their turns; afterwards those that are still free.
  ///   - limit: the most turns; afterwards rows take only what is free.
  mutating func reduceRowsSharing(_ free: inout [Int32], limit: Int) {
    let columns = columns.base
    var (turn, kept, turns) = (0, 0, 0)
    while turn < free.count {
      let row = Int(free[turn])
      turn += 1
      turns += 1
      if turns & 0xFFF == 0, pause(.auction) { break }
      let choice = twoBest(of: row)
      let column = Int(choice.best.column)
      if let unmatchedCost, unmatchedCost <= choice.least {
        rows.base[row].column = Self.unmatched
        rows.base[row].cost = unmatchedCost
        continue
      }
      guard column >= 0 else {
        free[kept] = Int32(truncatingIfNeeded: row)
        kept += 1
        continue
      }
      let occupant = occupants.base[column]
      if occupant < 0 {
        place(row, in: column, at: choice.best.cost)
        continue
      }
      guard turns <= limit, occupant != Self.nobody else {
        free[kept] = Int32(truncatingIfNeeded: row)
        kept += 1
        continue
      }
      var loser = row
      var price = choice.best.cost &- min(choice.second, unmatchedCost ?? .unreached)
      var other = occupant
      while other >= 0 {
        let sitting = Int(other)
        let indifference =
          rows.base[sitting].cost &- leastReducedCost(of: sitting, without: choice.best.column)
        if indifference > price { (loser, price) = (sitting, indifference) }
        other = rows.base[sitting].next
      }
      // A price far below means that nobody has another choice: then it would fall without end.
      let isLower = price < columns[column].price && price >= Cost.lowestPrice
      if isLower { setPrice(price, of: column) }
      if loser != row {
        remove(loser)
        place(row, in: column, at: choice.best.cost)
      }
      if isLower {
        turn -= 1
        free[turn] = Int32(truncatingIfNeeded: loser)
      } else {
        free[kept] = Int32(truncatingIfNeeded: loser)
        kept += 1
      }
    }
    free.removeLast(free.count - kept)
  }

  /// The least reduced cost of a row in all columns but one.
  private mutating func leastReducedCost(of row: Int, without column: Int32) -> Cost {
    let columns = columns.base
    while true {
      let list = rows.base[row].list
      let count = Int(rows.base[row].listCount)
      var least = unmatchedCost ?? .unreached
      for index in 0..<count where list[index].column != column {
        least = min(least, list[index].cost &- columns[Int(list[index].column)].price)
      }
      if least <= rows.base[row].threshold { return least }
      rebuild(row, size: max(8, count))
    }
  }
}
