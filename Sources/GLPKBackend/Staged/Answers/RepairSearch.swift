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
  private var answer: BrokenAnswer
  /// By column: the step before which it is not moved again.
  private var restUntil: [Int]
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
    answer = BrokenAnswer(state.program, state.structure, start)
    restUntil = Array(repeating: 0, count: start.count)
    share = Self.shares[round % Self.shares.count]
    lot = Scatter(state: 0x9e37_79b9_7f4a_7c15 &+ UInt64(round))
    hope()
  }

  /// - Complexity: O(1) a move where columns have few entries.
  private mutating func run(moves: Int) throws(LinearTrouble) {
    while step < moves, !state.isProven {
      if step % 256 == 0, state.question.ask() { throw .stopped }
      step += 1
      if answer.breaksNothing, state.bestValue.map({ answer.value > $0 }) ?? true {
        guard state.offer(answer.values) else { return }
        hope()
      }
      let broken = answer.brokenRows
      guard !broken.isEmpty else { return }
      let row = broken[draw(below: broken.count)]
      guard let move = bestMove(mending: row) else {
        answer.stress([row])
        continue
      }
      if move.change >= 0 { answer.stress(broken) }
      make(move)
    }
  }

  private mutating func hope() {
    answer.wish = state.bestValue.map { best in
      let room = Double(state.bound.map { $0 - best } ?? 1)
      return Double(best) + max(1, (room * share).rounded(.down))
    }
  }

  private mutating func draw(below count: Int) -> Int {
    count == 0 ? 0 : Int(lot.next() % UInt64(count))
  }
}

// Moves.
extension RepairSearch {
  private struct Move {
    /// Columns to turn.
    let first: Int
    let second: Int?
    let change: Double
  }

  private mutating func bestMove(mending row: Int) -> Move? {
    var best: Move?
    if row == answer.wishRow {
      for _ in 0..<Self.mostCandidates {
        let column = draw(below: restUntil.count)
        if answer.values[column] == (state.program.objective[column] < 0) {
          consider(column, answer.partner(of: column), &best)
        }
      }
    } else {
      considerMoves(in: row, &best)
    }
    return best
  }

  /// Turns columns of a row that is broken, all of a short row and some of a long one.
  private mutating func considerMoves(in row: Int, _ best: inout Move?) {
    let rows = state.program.rows
    let needsMore = answer.needsMore(row)
    let range = rows.range(row)
    let start = draw(below: range.count)
    var left = Self.mostCandidates
    for offset in 0..<range.count where left > 0 {
      let entry = range.lowerBound + (start + offset) % range.count
      let column = Int(rows.indices[entry])
      let isUp = rows.coefficients[entry] > 0
      guard answer.values[column] != (isUp == needsMore) else { continue }
      left -= 1
      consider(column, answer.partner(of: column), &best)
      let item = Int(state.structure.itemOf[column])
      guard answer.values[column], item >= 0 else { continue }
      // Out of this row into another place.
      let members = state.structure.items[item]
      for _ in 0..<min(members.count, Self.mostPlaces) where left > 0 {
        let other = Int(members[draw(below: members.count)])
        guard !answer.values[other] else { continue }
        left -= 1
        consider(column, other, &best)
      }
    }
  }

  private func consider(_ first: Int, _ second: Int?, _ best: inout Move?) {
    guard restUntil[first] <= step, second.map({ restUntil[$0] <= step }) ?? true else { return }
    let change = answer.change(first, second)
    if change < best?.change ?? .infinity {
      best = Move(first: first, second: second, change: change)
    }
  }

  private mutating func make(_ move: Move) {
    answer.turn(move.first, move.second)
    for column in [move.first, move.second].compactMap(\.self) {
      restUntil[column] = step + Self.shortestRest + draw(below: Self.restSpread)
    }
  }
}
