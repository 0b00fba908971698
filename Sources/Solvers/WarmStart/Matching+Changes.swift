extension Matching {
  /// Shifts all prices so that none is above 0: between two searches a place that becomes free is then
  /// never cheaper than it may be.
  func normalizePrices() {
    var top: Cost = 0
    for column in 0..<columns.count { top = max(top, prices.base[column]) }
    guard top > 0 else { return }
    for column in 0..<columns.count { setPrice(prices.base[column] &- top, of: column) }
    for row in 0..<rows.count where rows.base[row].threshold < .unreached {
      rows.base[row].threshold = rows.base[row].threshold &+ top
    }
  }

  /// Takes a row out of its column or from among the unmatched.
  func unseat(_ row: Int) {
    if rows.base[row].column >= 0 { remove(row) }
    rows.base[row].column = Self.free
  }

  /// Changes how many places a column has.
  ///
  /// - Returns: the rows that lost their places.
  /// - Complexity: O(rows that lost their places).
  mutating func setCapacity(of column: Int, to capacity: Int32) -> [Int] {
    let occupied = capacities[column] - rooms.base[column]
    var losers: [Int] = []
    while occupied - Int32(truncatingIfNeeded: losers.count) > capacity {
      losers.append(Int(heads.base[column]))
      unseat(Int(heads.base[column]))
    }
    rooms.base[column] += capacity - capacities[column]
    capacities[column] = capacity
    let head = heads.base[column]
    occupants.base[column] = rooms.base[column] > 0 ? -1 : head >= 0 ? head : Self.nobody
    return losers
  }

  /// Puts the pair of a row and a column, whose cost changed, where the lists say so.
  ///
  /// - Parameters:
  ///   - column: whose cost changed.
  ///   - row: in whose list it is put.
  ///   - cost: `nil` = no longer eligible.
  func relist(_ column: Int, by row: Int, at cost: Cost?) {
    guard rows.base[row].threshold > 0 &- Cost.unreached else { return }
    var kept = 0
    for index in 0..<Int(rows.base[row].listCount) {
      let entry = rows.base[row].list[index]
      guard Int(entry.column) != column else { continue }
      rows.base[row].list[kept] = entry
      kept += 1
    }
    rows.base[row].listCount = Int32(truncatingIfNeeded: kept)
    guard let cost, cost &- prices.base[column] < rows.base[row].threshold else { return }
    lists.append(Entry(cost: cost, column: Int32(truncatingIfNeeded: column)), to: row)
  }

  /// Lowers the price of a column so far that no row would rather sit there.
  mutating func lowerPrice(of column: Int, cost: (_ row: Int, _ column: Int) -> Cost?) {
    var price = min(prices.base[column], 0)
    for number in active {
      let row = Int(number)
      let seat = rows.base[row].column
      guard seat != Self.free, Int(seat) != column, let cost = cost(row, column) else { continue }
      let own = seat >= 0 ? rows.base[row].cost &- prices.base[Int(seat)] : rows.base[row].cost
      price = min(price, cost &- own)
    }
    if price < Cost.lowestPrice { isExhausted = true }
    setPrice(price, of: column)
  }
}
