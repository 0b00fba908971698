import Problems

/// What a finished matching means for the problem.
struct LazySolution {
  let assignment: Assignment
  /// `nil` when a price has the wrong sign, so that the prices prove nothing here.
  let prices: DualPrices?
  let fillsColumns: Bool
}

extension Matching {
  /// Reads the pairs and the prices off.
  ///
  /// In terms of `DualPrices`: the price of the column is the negated price here, the price of the row what
  /// the best column leaves of the bonus.
  mutating func solution(_ terms: LazyTerms) -> LazySolution {
    LazySolution(
      assignment: assignment(terms), prices: dualPrices(terms),
      fillsColumns: (0..<columns.count).allSatisfy { rooms.base[$0] == 0 })
  }

  private func assignment(_ terms: LazyTerms) -> Assignment {
    var pairs = terms.fixed
    var total = terms.fixedTotal
    for row in 0..<rows.count where rows.base[row].column >= 0 {
      let column = Int(rows.base[row].column)
      pairs.append(
        terms.isTransposed ? Pair(mentee: column, mentor: row) : Pair(mentee: row, mentor: column))
      total -= rows.base[row].cost.whole
    }
    return Assignment(pairs: pairs, objective: Objective(matched: pairs.count, total: total))
  }

  /// What there is when the search was stopped.
  ///
  /// The pairs so far, and where everybody is eligible for every place, any pairs for those still free. No
  /// answer where somebody who must be matched is not.
  func bestSoFar(_ terms: LazyTerms) -> AssignmentOutcome {
    if source.isComplete, terms.duty != .worthwhile { fillUp() }
    let isWhole =
      switch terms.duty {
      case .everyRow: active.allSatisfy { rows.base[Int($0)].column >= 0 }
      case .everyColumn: (0..<columns.count).allSatisfy { rooms.base[$0] == 0 }
      case .mostRows, .worthwhile: true
      }
    let places = capacities.reduce(0) { $0 + Int($1) }
    let bound = Objective(
      matched: terms.fixed.count + min(active.count, places), total: totalBound)
    return .limitReached(isWhole ? assignment(terms) : nil, bound: bound)
  }

  private func fillUp() {
    var column = 0
    for row in active where rows.base[Int(row)].column < 0 {
      while column < columns.count, rooms.base[column] <= 0 { column += 1 }
      guard column < columns.count else { return }
      place(Int(row), in: column, at: source.cost(Int(row), column))
    }
  }

  private mutating func dualPrices(_ terms: LazyTerms) -> DualPrices? {
    // Only square problems have positive prices, and there all may be shifted together.
    var shift: Cost = 0
    for column in 0..<columns.count { shift = max(shift, prices.base[column]) }
    let bonus = terms.bonus
    let top = shift.whole
    var columnPrices = (0..<columns.count).map { top - prices.base[$0].whole }
    var isActive = Array(repeating: false, count: rows.count)
    for row in active { isActive[Int(row)] = true }
    var rowPrices: [Int] = []
    rowPrices.reserveCapacity(rows.count)
    for row in 0..<rows.count {
      let least = exactLeastReducedCost(of: row)
      // A row without any eligible column asks for nothing.
      var price = least >= .unreached ? 0 : bonus - least.whole - top
      let mayBeNegative = terms.duty == .everyRow
      if !mayBeNegative, price < 0 {
        guard !isActive[row] else { return nil }
        price = 0
      }
      rowPrices.append(price)
    }
    if terms.duty == .everyColumn { columnPrices = columnPrices.map { $0 - bonus } }
    let weight = terms.coverageWeight
    let (mentees, mentors) =
      terms.isTransposed ? (columnPrices, rowPrices) : (rowPrices, columnPrices)
    return DualPrices(
      coverageWeight: weight, mentees: mentees, mentors: mentors,
      quotas: Array(repeating: 0, count: terms.quotaCount))
  }

  private mutating func exactLeastReducedCost(of row: Int) -> Cost {
    switch rows.base[row].column {
    case Self.unmatched: return rows.base[row].cost
    case Self.free: break
    case let column:
      return rows.base[row].cost &- prices.base[Int(column)]
    }
    while true {
      var least = unmatchedCost ?? .unreached
      for index in 0..<Int(rows.base[row].listCount) {
        let entry = rows.base[row].list[index]
        least = min(least, entry.cost &- prices.base[Int(entry.column)])
      }
      if least <= rows.base[row].threshold { return least }
      rebuild(row, size: max(8, Int(rows.base[row].listCount)))
    }
  }

  /// The people in short, from a search that ended without a free place.
  ///
  /// Every column that one of the rows may take was scanned, and is full. Were one missing, its distance
  /// would have been too large for the type of numbers.
  mutating func violator(at start: Int, _ terms: LazyTerms) -> LazySolver.Attempt {
    var isScanned = [Bool](repeating: false, count: columns.count)
    var members = [start]
    for index in 0..<scanned.count {
      let column = Int(scanned[index])
      isScanned[column] = true
      var occupant = heads.base[column]
      while occupant >= 0 {
        members.append(Int(occupant))
        occupant = rows.base[Int(occupant)].next
      }
    }
    var partners = [Int](repeating: 0, count: columns.count)
    for row in members {
      guard rows.base[row].threshold >= .unreached else { return .exhausted }
      for index in 0..<Int(rows.base[row].listCount) {
        let column = Int(rows.base[row].list[index].column)
        guard isScanned[column] else { return .exhausted }
        partners[column] += 1
      }
    }
    guard terms.duty == .everyRow else { return .blocked(nil) }
    let people = isScanned.indices.filter { partners[$0] > 0 }
    let places = people.reduce(0) { $0 + min(Int(capacities[$1]), partners[$1]) }
    members.sort()
    return .blocked(
      terms.isTransposed
        ? HallViolator(
          side: .mentors, mentees: people, mentors: members, needed: members.count, places: places)
        : HallViolator(
          side: .mentees, mentees: members, mentors: people, needed: members.count, places: places))
  }
}
