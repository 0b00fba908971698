/// Looks for a better answer by repairing one that breaks rows: the wish for something better is a row as well.
///
/// A broken row is drawn by lot, and of the moves that mend it the one is made that breaks least elsewhere;
/// where every move breaks more than it mends, the broken rows gain weight. A move puts an item into
/// another place, or takes it out, or turns a column that belongs to no item.
///
/// It fills knapsacks to the last hour, where rounding a relaxation leaves gaps; it proves nothing.
///
/// Source: Z. Lei, S. Cai, C. Luo, H. Hoos, "Efficient local search for pseudo Boolean optimization", SAT
/// 2021, doi:10.1007/978-3-030-80223-3_23.
struct RepairSearch {
  private let state: SearchState
  private let program: CompactProgram
  private let structure: ProgramStructure
  private var values: [Bool]
  /// By row, the wish last.
  private var activity: [Double]
  private var weights: [Double]
  /// By row: a coefficient of usual size, the unit of what is broken.
  private let units: [Double]
  private var broken: IndexSet
  /// By item: the chosen column; −1 = none.
  private var chosen: [Int32]
  /// By column: the step before which it is not moved again.
  private var restUntil: [Int]
  /// What the objective should reach; `nil` = any answer will do.
  private var wish: Double?
  private let share: Double
  private var lot: Scatter
  private var step = 0

  /// How much of what is still possible is wished for, round by round.
  private static let shares = [0.5, 0.25, 1, 0.1, 0]
  private static let mostRounds = 15
  /// Moves that are compared for one.
  private static let mostCandidates = 80
  /// Other places of an item that are tried.
  private static let mostPlaces = 8
  private static let shortestRest = 1
  private static let restSpread = 3
  /// What a row counts that is broken ever so little.
  private static let brokenAtAll = 0.5

  /// How long to try.
  struct Effort {
    /// Rounds without a better answer, one after the other.
    let failures: Int
    /// In a round.
    let moves: Int

    static let short = Effort(failures: 2, moves: 10_000)
    static let long = Effort(failures: 5, moves: 30_000)
  }

  /// Starts from an answer, or from what is to become one, round by round until none helps.
  static func run(
    _ state: SearchState, from start: [Bool], _ effort: Effort
  ) throws(LinearTrouble) {
    var (round, failureCount) = (0, 0)
    while round < mostRounds, failureCount < effort.failures, !state.isProven {
      let before = state.bestValue
      var search = RepairSearch(state, from: state.best ?? start, round: round)
      try search.run(moves: effort.moves)
      failureCount = state.bestValue == before ? failureCount + 1 : 0
      round += 1
    }
  }

  private init(_ state: SearchState, from start: [Bool], round: Int) {
    self.state = state
    program = state.program
    structure = state.structure
    share = Self.shares[round % Self.shares.count]
    lot = Scatter(state: 0x9e37_79b9_7f4a_7c15 &+ UInt64(round))
    values = Array(repeating: false, count: program.columnCount)
    activity = Array(repeating: 0, count: program.rowCount + 1)
    weights = Array(repeating: 1, count: program.rowCount + 1)
    units = Self.units(program)
    chosen = Array(repeating: -1, count: structure.items.count)
    restUntil = Array(repeating: 0, count: program.columnCount)
    broken = IndexSet(count: program.rowCount + 1)
    for column in start.indices where start[column] {
      let item = Int(structure.itemOf[column])
      if item >= 0 {
        guard chosen[item] < 0 else { continue }
        chosen[item] = Int32(truncatingIfNeeded: column)
      }
      turn(column)
    }
    for row in 0..<program.rowCount { update(row) }
    hope()
  }

  private static func units(_ program: CompactProgram) -> [Double] {
    var units = (0..<program.rowCount).map { row in
      let range = program.rows.range(row)
      let sum = range.reduce(0) { $0 + abs(program.rows.coefficients[$1]) }
      return max(1, sum / Double(max(1, range.count)))
    }
    let sum = program.objective.reduce(0) { $0 + abs(Double($1)) }
    units.append(max(1, sum / Double(max(1, program.columnCount))))
    return units
  }

  /// - Complexity: O(1) a move where columns have few entries.
  private mutating func run(moves: Int) throws(LinearTrouble) {
    while step < moves, !state.isProven {
      if step % 256 == 0, state.question.ask() { throw .stopped }
      step += 1
      if isBetter {
        guard state.offer(values) else { return }
        hope()
      }
      guard let row = broken.element(at: draw(below: broken.count)) else { return }
      guard let move = bestMove(mending: row) else {
        weights[row] += 1
        continue
      }
      if move.change >= 0 { for row in broken.elements { weights[row] += 1 } }
      make(move)
    }
  }

  private var wishRow: Int { program.rowCount }

  /// Whether nothing is broken, but perhaps the wish, and the answer better than the best.
  private var isBetter: Bool {
    guard broken.count == 0 || broken.elements == [wishRow] else { return false }
    return state.bestValue.map { activity[wishRow] > Double($0) } ?? true
  }

  private mutating func hope() {
    wish = state.bestValue.map { best in
      let room = Double(state.bound.map { $0 - best } ?? 1)
      return Double(best) + max(1, (room * share).rounded(.down))
    }
    update(wishRow)
  }

  private mutating func draw(below count: Int) -> Int {
    count == 0 ? 0 : Int(lot.next() % UInt64(count))
  }

  // MARK: Moves

  private struct Move {
    /// Columns to turn.
    let first: Int
    let second: Int?
    let change: Double
  }

  private mutating func bestMove(mending row: Int) -> Move? {
    var best: Move?
    func consider(_ first: Int, _ second: Int?) {
      guard restUntil[first] <= step, second.map({ restUntil[$0] <= step }) ?? true else { return }
      let change = change(first, second)
      if change < best?.change ?? .infinity {
        best = Move(first: first, second: second, change: change)
      }
    }
    if row == wishRow {
      for _ in 0..<Self.mostCandidates {
        let column = draw(below: program.columnCount)
        if values[column] == (program.objective[column] < 0) { considerMove(column, consider) }
      }
      return best
    }
    let needsMore = activity[row] < program.lower[row]
    let range = program.rows.range(row)
    // All of a short row, some of a long one.
    let start = draw(below: range.count)
    var left = Self.mostCandidates
    for offset in 0..<range.count where left > 0 {
      let entry = range.lowerBound + (start + offset) % range.count
      let column = Int(program.rows.indices[entry])
      let isUp = program.rows.coefficients[entry] > 0
      guard values[column] != (isUp == needsMore) else { continue }
      left -= 1
      considerMove(column, consider)
      let item = Int(structure.itemOf[column])
      guard values[column], item >= 0 else { continue }
      // Out of this row into another place.
      let members = structure.items[item]
      for _ in 0..<min(members.count, Self.mostPlaces) where left > 0 {
        let other = Int(members[draw(below: members.count)])
        guard !values[other] else { continue }
        left -= 1
        consider(column, other)
      }
    }
    return best
  }

  /// Turns a column, and with it the one that its item has now.
  private func considerMove(_ column: Int, _ consider: (Int, Int?) -> Void) {
    let item = Int(structure.itemOf[column])
    if item >= 0, !values[column], chosen[item] >= 0 {
      consider(column, Int(chosen[item]))
    } else {
      consider(column, nil)
    }
  }

  /// What two turns do to the weighted violation.
  private func change(_ first: Int, _ second: Int?) -> Double {
    var sum = 0.0
    let columns = program.columns
    var (one, other) = (columns.range(first), second.map(columns.range) ?? 0..<0)
    let signs = (values[first] ? -1.0 : 1, second.map { values[$0] } ?? false ? -1.0 : 1)
    // Both lists of rows ascend.
    while !one.isEmpty || !other.isEmpty {
      let oneRow = one.isEmpty ? Int32.max : columns.indices[one.lowerBound]
      let otherRow = other.isEmpty ? Int32.max : columns.indices[other.lowerBound]
      var difference = 0.0
      if oneRow <= otherRow {
        difference += signs.0 * columns.coefficients[one.lowerBound]
        one = one.dropFirst()
      }
      if otherRow <= oneRow {
        difference += signs.1 * columns.coefficients[other.lowerBound]
        other = other.dropFirst()
      }
      let row = Int(min(oneRow, otherRow))
      if difference != 0 { sum += rise(row, difference) }
    }
    let gain =
      signs.0 * Double(program.objective[first])
      + (second.map { signs.1 * Double(program.objective[$0]) } ?? 0)
    return gain == 0 ? sum : sum + rise(wishRow, gain)
  }

  private func rise(_ row: Int, _ difference: Double) -> Double {
    weights[row]
      * (violation(row, activity[row] + difference) - violation(row, activity[row]))
  }

  /// In units of the row.
  private func violation(_ row: Int, _ activity: Double) -> Double {
    let missing =
      row == wishRow
      ? wish.map { $0 - activity } ?? 0
      : max(program.lower[row] - activity, activity - program.upper[row])
    return missing > 0 ? Self.brokenAtAll + missing / units[row] : 0
  }

  private mutating func make(_ move: Move) {
    for column in [move.first, move.second].compactMap(\.self) {
      let item = Int(structure.itemOf[column])
      if item >= 0, values[column] { chosen[item] = -1 }
    }
    for column in [move.first, move.second].compactMap(\.self) {
      turn(column)
      let item = Int(structure.itemOf[column])
      if item >= 0, values[column] { chosen[item] = Int32(truncatingIfNeeded: column) }
      restUntil[column] = step + Self.shortestRest + draw(below: Self.restSpread)
      for entry in program.columns.range(column) { update(Int(program.columns.indices[entry])) }
    }
    update(wishRow)
  }

  private mutating func turn(_ column: Int) {
    values[column].toggle()
    let sign = values[column] ? 1.0 : -1
    for entry in program.columns.range(column) {
      activity[Int(program.columns.indices[entry])] += sign * program.columns.coefficients[entry]
    }
    activity[wishRow] += sign * Double(program.objective[column])
  }

  private mutating func update(_ row: Int) {
    if violation(row, activity[row]) > 0 { broken.insert(row) } else { broken.remove(row) }
  }
}

/// A set of small numbers from which one can be drawn.
private struct IndexSet {
  private(set) var elements: [Int] = []
  private var place: [Int]

  init(count: Int) { place = Array(repeating: -1, count: count) }

  var count: Int { elements.count }

  func element(at index: Int) -> Int? { elements.isEmpty ? nil : elements[index] }

  mutating func insert(_ element: Int) {
    guard place[element] < 0 else { return }
    place[element] = elements.count
    elements.append(element)
  }

  mutating func remove(_ element: Int) {
    let hole = place[element]
    guard hole >= 0, let last = elements.popLast() else { return }
    place[element] = -1
    guard last != element else { return }
    elements[hole] = last
    place[last] = hole
  }
}
