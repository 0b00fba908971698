import Solvers

/// Proves an optimum by guessing how far it is below the relaxation, and guessing again.
///
/// A stage assumes that an answer above a cutoff exists and keeps only columns whose reduced cost allows for
/// it: exact for that cutoff. A tree search that completes with an answer has found an optimum; one that
/// completes without has proven that nothing is above the cutoff, and the next stage guesses lower. So a
/// proof does not need a good answer to start with.
///
/// Reduced-cost fixing: G. Dantzig, R. Fulkerson, S. Johnson, "Solution of a large-scale
/// traveling-salesman problem", Operations Research 2(4), 1954, doi:10.1287/opre.2.4.393.
struct CutoffStages {
  enum End {
    /// The best answer is optimal; without one there is none.
    case proven
    case limit
    case failed
  }

  let state: SearchState
  let relaxation: SiftedRelaxation
  private let value: Double
  private let costs: [Double]

  /// Columns per item in the core of the first stage.
  private static let startDensity = 1.6
  private static let cutRounds = 40
  private static let cutsPerRound = 100

  /// - Parameter relaxation: solved; is not changed.
  init(_ relaxation: SiftedRelaxation) {
    state = relaxation.state
    self.relaxation = relaxation
    value = relaxation.value
    costs = relaxation.reducedCosts()
  }

  // The tree of one stage has so many nodes at most.
  func run(nodeLimit: Int) throws(LinearTrouble) -> End {
    let order = costs.map { -$0 }.sorted()
    // A stage that leaves out less than a third of the columns gains nothing on the last one.
    let widest = order.isEmpty ? 0 : order[min(order.count - 1, order.count * 7 / 10)]
    let count = Int(Self.startDensity * Double(state.structure.items.count))
    var allowance = order.isEmpty ? 1 : max(3, order[min(order.count - 1, count)])
    if count == 0 { allowance = widest }
    while true {
      let gap = state.bestValue.map { value - Double($0) } ?? .infinity
      let isLast = allowance * 1.25 >= gap || allowance >= widest
      let guess = max(-0x1p60, (value - allowance).rounded(.up) - 1)
      let target = isLast ? state.bestValue : max(state.bestValue ?? .min, Int(guess))
      state.aim(above: target)
      var nodeCount = 0
      let end = try stage(&nodeCount, nodeLimit)
      switch end {
      case .limit(let bound):
        if bound.isFinite {
          state.lowerBound(to: max(bound, state.cutoff.map(Double.init) ?? bound))
        }
        return .limit
      case .failed: return .failed
      case .complete: break
      }
      if isLast || (state.bestValue ?? .min) > (target ?? .min) {
        if let best = state.bestValue { state.lowerBound(to: best) }
        return .proven
      }
      if let target { state.lowerBound(to: target) }
      if state.isProven { return .proven }
      allowance *= nodeCount < 50 ? 2.2 : 1.4
    }
  }

  private func stage(
    _ nodeCount: inout Int, _ nodeLimit: Int
  ) throws(LinearTrouble) -> TreeSearch.End {
    let room = state.room(below: value)
    guard room >= 0 else { return .complete }
    let core = try relaxation.copy()
    try core.addColumns(
      costs.indices.filter { costs[$0] >= -room && !core.isPresent($0) }
        .map { Int32(truncatingIfNeeded: $0) })
    guard case .optimal = try core.optimise(.primal) else { return .failed }
    try core.fixByReducedCost()
    try core.dropFixedColumns()
    state.phase = .cuts
    state.tell()
    if let end = try cut(core) { return end }
    try core.fixByReducedCost()
    try core.dropFixedColumns()
    try core.addLazyRows()
    switch try core.optimise(.dualThenPrimal) {
    case .infeasible: return .complete
    case .optimal: break
    default: return .failed
    }
    if core.value < state.threshold { return .complete }
    try core.fixByReducedCost()
    try core.fixRowsByReducedCost()
    state.phase = .tree
    state.tell()
    guard let tree = try TreeProgram(core) else { return .complete }
    var search = TreeSearch(tree, state: state, nodeLimit: nodeLimit)
    let end = try search.run()
    nodeCount = search.nodeCount
    return end
  }

  /// Adds rows while they move the value; `nil` when the tree search has to go on.
  private func cut(_ core: SiftedRelaxation) throws(LinearTrouble) -> TreeSearch.End? {
    var last = core.value
    var stallCount = 0
    let hasKnapsacks = !state.structure.knapsacks.isEmpty
    let patience = hasKnapsacks ? 3 : 1
    for round in 0..<Self.cutRounds {
      let halves = try ZeroHalfRows(
        core, most: Self.cutsPerRound, seed: UInt64(round) &* 0x9e37_79b9_7f4a_7c15 &+ 12345)
      var count =
        try core.addRows(halves.brokenRows(at: core.relaxationPoint, tolerance: 0.05))
        + core.separate(tolerance: 0.01)
      if hasKnapsacks, count == 0 || stallCount > 0 {
        let patterns = PatternRows(question: state.question)
        count += try core.addRows(
          patterns.brokenRows(at: core.relaxationPoint, tolerance: 0.005))
      }
      guard count > 0 else { return nil }
      switch try core.optimise(.dualThenPrimal) {
      case .infeasible: return .complete
      case .optimal: break
      default: return .failed
      }
      if core.value < state.threshold { return .complete }
      try core.fixByReducedCost()
      try core.dropLooseRows()
      try core.dropFixedColumns()
      let isStalling = last - core.value < 0.05 * state.room(below: core.value)
      last = core.value
      stallCount = isStalling ? stallCount + 1 : 0
      if stallCount >= patience { return nil }
    }
    return nil
  }
}
