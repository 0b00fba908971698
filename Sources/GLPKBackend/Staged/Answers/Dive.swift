/// Rounds an optimum of the relaxation to an answer: fixes some of the columns that are nearly 1, solves again,
/// and so on; openings before members.
///
/// Source: T. Berthold, *Primal Heuristics for Mixed Integer Programs*, 2006, §2 (diving).
struct Dive {
  let state: SearchState
  /// Columns above this are fixed, at least one a round.
  let threshold: Double

  private struct Choice {
    let index: Int
    let value: Double
  }

  /// Dives once and offers what it finds; `relaxation` was solved and is changed, so pass a copy.
  func run(_ relaxation: SiftedRelaxation) throws(LinearTrouble) {
    guard case .optimal = try relaxation.optimise(.dualThenPrimal) else { return }
    var failureCount = 0
    for _ in 0..<400 {
      let choices = choices(relaxation)
      guard !choices.isEmpty else { break }
      for choice in choices { try relaxation.fix(choice.index, at: choice.value) }
      if try isHopeful(relaxation) { continue }
      failureCount += 1
      guard failureCount <= 20 else { return }
      // The opposite of the first choice, and none of the others.
      for (order, choice) in choices.enumerated() {
        if order == 0 {
          try relaxation.fix(choice.index, at: 1 - choice.value)
        } else {
          try relaxation.release(choice.index)
        }
      }
      guard try isHopeful(relaxation) else { return }
    }
    _ = state.offer(relaxation.roundedPoint())
  }

  private func isHopeful(_ relaxation: SiftedRelaxation) throws(LinearTrouble) -> Bool {
    guard case .optimal = try relaxation.optimise(.dualThenPrimal) else { return false }
    return relaxation.value >= state.threshold
  }

  private func choices(_ relaxation: SiftedRelaxation) -> [Choice] {
    var (openings, members) = ([(value: Double, index: Int)](), [(value: Double, index: Int)]())
    for (index, column) in relaxation.columns.enumerated() {
      let value = relaxation.primal[index]
      guard value > 1e-6, value < 1 - 1e-6 else { continue }
      if state.structure.isOpening[Int(column)] {
        openings.append((value, index))
      } else {
        members.append((value, index))
      }
    }
    if openings.isEmpty {
      members.sort { ($1.value, $0.index) < ($0.value, $1.index) }
      return leading(members, part: 10).map { Choice(index: $0.index, value: 1) }
    }
    openings.sort { ($1.value, $0.index) < ($0.value, $1.index) }
    guard let first = openings.first, let last = openings.last else { return [] }
    if first.value >= 1 - last.value || first.value > 0.6 {
      return leading(openings, part: 5).map { Choice(index: $0.index, value: 1) }
    }
    return leading(openings.reversed().map { (1 - $0.value, $0.index) }, part: 5)
      .map { Choice(index: $0.index, value: 0) }
  }

  /// The first, and those after it above the threshold, up to a part of all.
  private func leading(
    _ sorted: [(value: Double, index: Int)], part: Int
  ) -> [(value: Double, index: Int)] {
    let most = max(1, sorted.count / part)
    return sorted.prefix(most).enumerated()
      .filter { $0.offset == 0 || $0.element.value > threshold }.map(\.element)
  }
}

extension SiftedRelaxation {
  func release(_ index: Int) throws(LinearTrouble) {
    (lower[index], upper[index]) = (0, 1)
    try session.bound(column: index, 0, 1)
  }

  /// The optimum read last as an answer, absent columns 0.
  func roundedPoint() -> [Bool] { point.map { $0 > 0.5 } }
}
