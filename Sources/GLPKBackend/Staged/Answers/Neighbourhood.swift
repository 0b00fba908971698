/// Looks for a better answer near the best one: what relaxation and answer agree on stays, a small tree search
/// decides about the rest.
///
/// Source: E. Danna, E. Rothberg, C. Le Pape, "Exploring relaxation induced neighborhoods to improve MIP
/// solutions", Mathematical Programming 102, 2005, doi:10.1007/s10107-004-0518-7.
struct Neighbourhood {
  let state: SearchState
  let nodeLimit: Int

  /// Says whether a better answer was found; `relaxation` was solved and is not changed.
  func improve(_ relaxation: SiftedRelaxation) throws(LinearTrouble) -> Bool {
    guard let best = state.best, let value = state.bestValue else { return false }
    let copy = try relaxation.copy()
    try copy.fixByReducedCost()
    for members in state.structure.items { try fix(members, of: copy, to: best) }
    if state.structure.items.isEmpty { try fixAgreed(copy, with: best) }
    guard case .optimal = try copy.optimise(.dualThenPrimal), copy.value >= state.threshold,
      let tree = try TreeProgram(copy)
    else { return false }
    var search = TreeSearch(tree, state: state, nodeLimit: nodeLimit)
    _ = try search.run()
    return (state.bestValue ?? value) > value
  }

  /// An item whose chosen column the relaxation nearly chooses as well keeps it.
  private func fix(
    _ members: [Int32], of copy: SiftedRelaxation, to best: [Bool]
  ) throws(LinearTrouble) {
    guard let chosen = members.first(where: { best[Int($0)] }), copy.point[Int(chosen)] > 0.99
    else { return }
    for column in members where copy.isPresent(Int(column)) {
      try copy.fix(Int(copy.place[Int(column)]), at: column == chosen ? 1 : 0)
    }
    let group = Int(state.structure.groupOf[Int(chosen)])
    if group >= 0, let open = state.structure.groups[group].open, copy.isPresent(open) {
      try copy.fix(Int(copy.place[open]), at: 1)
    }
  }

  private func fixAgreed(
    _ copy: SiftedRelaxation, with best: [Bool]
  ) throws(LinearTrouble) {
    for (index, column) in copy.columns.enumerated() {
      let value = best[Int(column)] ? 1.0 : 0
      if abs(copy.point[Int(column)] - value) < 0.01 { try copy.fix(index, at: value) }
    }
  }
}
