import Problems

/// A matching and what is left to do about it after changes.
final class Session<Base: CostRows> {
  private var matching: Matching<EditedRows<Base>>
  private let rows: EditedRows<Base>
  /// Rows that have to find a place again.
  private var free: [Int] = []

  /// Solves from scratch; `nil` where these numbers do not suffice or the search was stopped.
  ///
  /// Where rows may stay unmatched it is tried without first: mostly that is not needed, and all
  /// strategies are open. Where it is known to be in vain it is not tried.
  init?(
    _ base: Base, _ lazy: LazyProblem, edits: ProblemEdits, unmatchedCost: Int?,
    hasRoom: Bool, solver: AssignmentSolver
  ) {
    rows = EditedRows(base: base, edits: edits, isTransposed: lazy.isTransposed)
    let cost = unmatchedCost.map { Base.Cost(whole: $0) }
    let triesWithout = hasRoom && lazy.duty == .mostRows && lazy.active.count <= lazy.placeCount
    matching = Matching(
      rows, capacities: lazy.capacities, unmatchedCost: triesWithout ? nil : cost)
    var end = matching.run(
      lazy.active, strategy: solver.strategy, threads: solver.threads)
    if triesWithout {
      matching.unmatchedCost = cost
      matching.normalizePrices()
      if end != .matched || !isContent {
        matching = Matching(rows, capacities: lazy.capacities, unmatchedCost: cost)
        end = matching.run(lazy.active, strategy: solver.strategy, threads: solver.threads)
      }
    }
    switch end {
    case .matched: matching.normalizePrices()
    case .blocked:
      matching.normalizePrices()
      free = matching.active.map { Int($0) }.filter { matching.rows.base[$0].column == -1 }
    case .exhausted, .cancelled: return nil
    }
  }

  /// Whether no row would rather stay unmatched.
  private var isContent: Bool {
    guard let cost = matching.unmatchedCost else { return true }
    return matching.active.allSatisfy { row in
      let seat = matching.rows.base[Int(row)]
      return seat.column >= 0 && seat.cost &- matching.prices.base[Int(seat.column)] <= cost
    }
  }

  func apply(_ change: SessionChange) {
    switch change {
    case .unlist(let row, let column): unlist(row, column)
    case .relist(let row, let column): relist(row, column)
    case .activate(let row): activate(row)
    case .deactivate(let row): deactivate(row)
    case .places(let column, let places): setPlaces(of: column, to: places)
    case .row(let row): rowChanged(row)
    case .column(let column): columnChanged(column)
    case .addRow: matching.addRow()
    case .addColumn: matching.addColumn()
    }
  }

  private func release(_ row: Int) {
    matching.unseat(row)
    if !free.contains(row) { free.append(row) }
  }

  private func isActive(_ row: Int) -> Bool { matching.active.contains(Int32(row)) }

  private func unlist(_ row: Int, _ column: Int) {
    matching.relist(column, by: row, at: nil)
    if Int(matching.rows.base[row].column) == column { release(row) }
  }

  private func relist(_ row: Int, _ column: Int) {
    matching.relist(column, by: row, at: rows.costIfEligible(row, column))
    if isActive(row) { release(row) }
  }

  private func activate(_ row: Int) {
    guard !isActive(row) else { return }
    matching.active.append(Int32(row))
    matching.rebuild(row, size: 15)
    release(row)
  }

  private func deactivate(_ row: Int) {
    matching.unseat(row)
    matching.active.removeAll { Int($0) == row }
    free.removeAll { $0 == row }
  }

  private func setPlaces(of column: Int, to capacity: Int) {
    let places = Int32(truncatingIfNeeded: min(capacity, LazyProblem.largestCapacity))
    for loser in matching.setCapacity(of: column, to: places) { release(loser) }
  }

  private func rowChanged(_ row: Int) {
    matching.rebuild(row, size: 15)
    if isActive(row) { release(row) }
  }

  private func columnChanged(_ column: Int) {
    var occupant = matching.heads.base[column]
    while occupant >= 0 {
      let row = Int(occupant)
      occupant = matching.rows.base[row].next
      release(row)
    }
    matching.lowerPrice(of: column) { rows.costIfEligible($0, $1) }
    for row in 0..<matching.rows.count {
      matching.relist(column, by: row, at: rows.costIfEligible(row, column))
    }
  }

  func settle() -> SessionEnd {
    var blocked: [Int] = []
    for row in free where matching.augment(from: row) == .blocked { blocked.append(row) }
    free = blocked
    for column in 0..<matching.columns.count {
      while matching.rooms.base[column] > 0, matching.prices.base[column] < 0 {
        matching.fillPlace(in: column) { rows.costIfEligible($0, $1) }
      }
    }
    if matching.isExhausted { return .exhausted }
    guard let row = blocked.first else { return .matched }
    return .blocked(row: row)
  }

  func outcome(_ terms: LazyTerms) -> AssignmentOutcome? {
    if let row = free.first {
      _ = matching.augment(from: row)
      guard case .blocked(let violator?) = matching.violator(at: row, terms) else { return nil }
      return .infeasible(.hall(violator))
    }
    let solution = matching.solution(terms)
    return solution.prices.map { .optimal(solution.assignment, .duals($0)) }
  }
}
