extension Matching {
  /// Lets free rows take the column they like best and pay for it as much as the second best is worse.
  ///
  /// With slack 0 this is augmenting row reduction, with more it is a forward auction in which every bid
  /// is that much higher. Only for columns of one place and rows that must be matched.
  ///
  /// Source: R. Jonker, A. Volgenant 1987; D. P. Bertsekas, "The auction algorithm: a distributed relaxation
  /// method for the assignment problem", Ann. Oper. Res. 14, 1988, doi:10.1007/BF02186476.
  ///
  /// - Parameters:
  ///   - free: the free rows in the order of their turns; afterwards those that are still free.
  ///   - slack: what every bid adds.
  ///   - limit: the most bids that lower a price; afterwards rows take only what is free.
  /// - Returns: whether the limit was reached.
  @discardableResult
  mutating func reduceRows(_ free: inout [Int32], slack: Cost, limit: Int) -> Bool {
    let columns = columns.base
    let occupants = occupants.base
    let rows = rows.base
    var (turn, kept, bids) = (0, 0, 0)
    let count = free.count
    free.withUnsafeMutableBufferPointer { free in
      while turn < count {
        let row = Int(free[turn])
        turn &+= 1
        bids &+= 1
        if bids & 0xFFF == 0, pause(.auction) { break }
        let choice = twoBest(of: row)
        var column = Int(choice.best.column)
        if column < 0 {
          // Nobody is eligible: the search will say so.
          free[kept] = Int32(truncatingIfNeeded: row)
          kept &+= 1
          continue
        }
        var cost = choice.best.cost
        if slack == 0, choice.least == choice.second, occupants[column] >= 0,
          let other = freeColumn(of: row, at: choice.least)
        {
          (column, cost) = (Int(other.column), other.cost)
        }
        let bid =
          choice.second >= .unreached
          ? columns[column].price
          : columns[column].price &- (choice.second &- choice.least) &- slack
        let isLower =
          bids < limit && bid < columns[column].price
          && column == Int(choice.best.column)
        if isLower {
          if bid < Cost.lowestPrice {
            isExhausted = true
            break
          }
          setPrice(bid, of: column)
        } else if bids < limit, occupants[column] >= 0, choice.secondBest.column >= 0 {
          (column, cost) = (Int(choice.secondBest.column), choice.secondBest.cost)
        }
        let displaced = occupants[column]
        if displaced >= 0 {
          rows[Int(displaced)].column = Self.free
          if isLower {
            turn &-= 1
            free[turn] = displaced
          } else {
            free[kept] = displaced
            kept &+= 1
          }
        }
        rows[row].column = Int32(truncatingIfNeeded: column)
        rows[row].cost = cost
        occupants[column] = Int32(truncatingIfNeeded: row)
      }
    }
    seatOccupants()
    free.removeLast(count - kept)
    return bids >= limit
  }

  struct Choice {
    var best: Entry<Cost>
    var secondBest: Entry<Cost>
    var least: Cost
    var second: Cost
  }

  /// The two columns of smallest reduced cost, from a list that is built anew where it does not suffice.
  @inline(__always)
  mutating func twoBest(of row: Int) -> Choice {
    let columns = columns.base
    while true {
      let list = rows.base[row].list
      let count = Int(rows.base[row].listCount)
      let none = Entry<Cost>(cost: 0, column: -1)
      var choice = Choice(best: none, secondBest: none, least: .unreached, second: .unreached)
      var index = 0
      if Cost.isNarrow, count >= 2 {
        var (first, next) = (Int.max, Int.max)
        while index < count {
          let reduced = list[index].cost &- columns[Int(list[index].column)].price
          let key = reduced.whole &<< 32 | index
          next = min(next, max(first, key))
          first = min(first, key)
          index &+= 1
        }
        choice.best = list[first & 0xFFFF_FFFF]
        choice.secondBest = list[next & 0xFFFF_FFFF]
        choice.least = choice.best.cost &- columns[Int(choice.best.column)].price
        choice.second = choice.secondBest.cost &- columns[Int(choice.secondBest.column)].price
      }
      while index < count {
        let entry = list[index]
        let reduced = entry.cost &- columns[Int(entry.column)].price
        if reduced < choice.second {
          if reduced < choice.least {
            choice.second = choice.least
            choice.secondBest = choice.best
            choice.least = reduced
            choice.best = entry
          } else {
            choice.second = reduced
            choice.secondBest = entry
          }
        }
        index &+= 1
      }
      if choice.second <= rows.base[row].threshold { return choice }
      // At the present prices the same length suffices: a new list tells of two at least.
      rebuild(row, size: max(8, count))
    }
  }

  private func freeColumn(of row: Int, at reduced: Cost) -> Entry<Cost>? {
    let columns = columns.base
    for index in 0..<Int(rows.base[row].listCount) {
      let entry = rows.base[row].list[index]
      let column = Int(entry.column)
      if occupants.base[column] < 0, entry.cost &- columns[column].price == reduced {
        return entry
      }
    }
    return nil
  }
}
