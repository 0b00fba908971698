import Solvers

/// The way of one independent part through the stages.
struct ComponentSearch {
  enum End {
    case optimal([Bool])
    case infeasible
    /// The best answer so far.
    case limit([Bool]?)
    /// Some linear program could not be solved.
    case failed
  }

  let state: SearchState
  /// With so few items nodes are quick, and a tree often done before answers are found otherwise.
  private static let fewItems = 60
  /// Nodes of a tree before more answers are looked for; with many items a node takes long.
  private static let firstNodeLimits = (few: 200, many: 50)

  /// Solves on the calling thread, which holds nothing of GLPK's before and after.
  func run(memoryMegabytes: Int) -> End {
    defer { LinearSession.endThread() }
    do {
      return try search(memoryMegabytes: memoryMegabytes)
    } catch {
      switch error {
      case .stopped: return .limit(state.best)
      case .fault(let message): return message.isAboutMemory ? .limit(state.best) : .failed
      }
    }
  }

  /// The same for a search around this one, which hears of all trouble.
  func search(memoryMegabytes: Int) throws(LinearTrouble) -> End {
    state.phase = .relaxation
    state.tell()
    let session = try LinearSession(question: state.question, memoryMegabytes: memoryMegabytes)
    let relaxation = SiftedRelaxation(state, session: session)
    try relaxation.prepare(StartPrices(state.program, state.structure))
    switch try relaxation.sift() {
    case .optimal: break
    case .infeasible: return .infeasible
    default: return .failed
    }
    try relaxation.addLazyRows()
    switch try relaxation.optimise(.dualThenPrimal) {
    case .optimal: break
    case .infeasible: return .infeasible
    default: return .failed
    }
    state.lowerBound(to: relaxation.value)
    if relaxation.isIntegral, state.offer(relaxation.roundedPoint()), let best = state.best,
      state.isProven
    {
      return .optimal(best)
    }
    if case .relaxation = state.effort { return .limit(state.best) }
    try findAnswers(relaxation)
    if state.isProven, let best = state.best { return .optimal(best) }
    switch try prove(relaxation) {
    case .proven: return state.best.map(End.optimal) ?? .infeasible
    case .limit: return .limit(state.best)
    case .failed: return .failed
    }
  }

  private func findAnswers(_ relaxation: SiftedRelaxation) throws(LinearTrouble) {
    state.phase = .dive
    try Dive(state: state, threshold: 0.7).run(relaxation.copy())
    if state.best == nil { try Dive(state: state, threshold: 0.99).run(relaxation.copy()) }
    if state.best == nil {
      var greedy = GreedyAnswer(state, point: relaxation.point)
      greedy.build()
    }
    guard case .full = state.effort else { return }
    state.phase = .neighbourhood
    if state.best == nil || state.structure.hasWeights && hasManyItems {
      try RepairSearch.run(
        state, from: state.best ?? relaxation.roundedPoint(), state.best == nil ? .long : .short)
    }
    let neighbourhood = Neighbourhood(state: state, nodeLimit: 100)
    for _ in 0..<3 where !state.isProven {
      guard try neighbourhood.improve(relaxation) else { break }
    }
  }

  private func improve(_ relaxation: SiftedRelaxation) throws(LinearTrouble) {
    state.aim(above: state.bestValue)
    state.phase = .neighbourhood
    var groups = GroupNeighbourhood(relaxation)
    try groups.improve()
  }

  private var hasManyItems: Bool { state.structure.items.count > Self.fewItems }

  /// Proves the optimum.
  ///
  /// Knapsacks that a small tree does not finish with are worth a look for better answers.
  private func prove(_ relaxation: SiftedRelaxation) throws(LinearTrouble) -> CutoffStages.End {
    let stages = CutoffStages(relaxation)
    guard case .full = state.effort, state.structure.hasWeights,
      !state.structure.items.isEmpty
    else { return try stages.run(nodeLimit: state.nodeLimit) }
    if hasManyItems { try improve(relaxation) }
    if state.isProven { return .proven }
    let limits = Self.firstNodeLimits
    let end = try stages.run(nodeLimit: hasManyItems ? limits.many : limits.few)
    guard case .limit = end, !state.question.ask() else { return end }
    if let best = state.best {
      try RepairSearch.run(state, from: best, hasManyItems ? .long : .short)
    }
    try improve(relaxation)
    return state.isProven ? .proven : try stages.run(nodeLimit: .max)
  }
}

extension SiftedRelaxation {
  var isIntegral: Bool { primal.allSatisfy { abs($0 - $0.rounded()) < 1e-6 } }
}
