/// Best-first branch and bound over a ``TreeProgram`` on GLPK's dual simplex method.
///
/// A node is a change of bounds, of a column or of a row whose activity is a whole number; it starts from the
/// basis of its parent and ends at the objective limit. Below a node the search plunges into the better
/// child. Nodes are pruned when the relaxation is infeasible or below the limit, or ends in an answer as good as
/// it is.
///
/// Source: T. Achterberg, T. Koch, A. Martin, "Branching rules revisited", Operations Research Letters
/// 33(1), 2005, doi:10.1016/j.orl.2004.04.002.
struct TreeSearch {
  enum End {
    /// No answer above the cutoff is left, whether or not one was found.
    case complete
    /// No answer is above `bound`.
    case limit(bound: Double)
    /// A relaxation could not be solved, or an answer broke a row that it should not.
    case failed
  }

  struct Change {
    /// Columns first, then rows.
    let variable: Int
    let lower: Double
    let upper: Double
  }

  struct Node {
    var bound: Double
    let parent: Int
    var changes: [Change]
    var basis: Basis?
    /// How the node came to be, for the pseudocosts; `nil` at the root and after a look back.
    var branch: (variable: Int, isUp: Bool, distance: Double, parentValue: Double)?
  }

  let state: SearchState
  let tree: TreeProgram
  let nodeLimit: Int
  var nodes: [Node] = []
  private var open = NodeHeap()
  private(set) var nodeCount = 0
  private var applied: [Int] = []
  var lower: [Double]
  var upper: [Double]
  private let rootLower: [Double]
  private let rootUpper: [Double]
  var costs: Pseudocosts
  var primal: [Double] = []
  var dual: [Double] = []
  var activity: [Double] = []
  private var rowDual: [Double] = []

  init(_ tree: TreeProgram, state: SearchState, nodeLimit: Int = .max) {
    self.tree = tree
    self.state = state
    self.nodeLimit = nodeLimit
    lower = tree.columnLower + tree.rowLower
    upper = tree.columnUpper + tree.rowUpper
    (rootLower, rootUpper) = (lower, upper)
    costs = Pseudocosts(count: lower.count)
  }

  var columnCount: Int { tree.columns.count }

  func solve(iterations: Int = 0) throws(LinearTrouble) -> LinearEnd {
    let limit = state.threshold - tree.constant
    let end = try tree.session.solve(.dual, iterations: iterations, limit: limit)
    guard case .failed = end else { return end }
    return try tree.session.solveSurely(.dualThenPrimal, limit: limit)
  }

  var value: Double { tree.session.objective + tree.constant }

  mutating func run() throws(LinearTrouble) -> End {
    switch try solve() {
    case .optimal: break
    case .infeasible, .cutOff: return .complete
    case .unfinished, .failed: return .failed
    }
    nodes.append(
      Node(bound: value, parent: -1, changes: [], basis: try tree.session.basis(), branch: nil))
    var current: Int? = 0
    while true {
      if current == nil {
        guard let next = open.pop(), nodes[next].bound >= state.threshold else { return .complete }
        try moveTo(next)
        current = next
      }
      guard let node = current else { return .complete }
      if nodeCount >= nodeLimit || state.question.ask() {
        let best = max(nodes[node].bound, open.best ?? -.infinity)
        return .limit(bound: best)
      }
      if state.isProven { return .complete }
      nodeCount += 1
      switch try process(node) {
      case .done: current = nil
      case .again: current = node
      case .split(let first, let second):
        open.push(nodes[second].bound, second)
        for change in nodes[first].changes { try apply(change) }
        current = first
      case .failed: return .failed
      }
    }
  }

  private enum Step {
    case done
    /// A probe tightened the node.
    case again
    case split(first: Int, second: Int)
    case failed
  }

  private mutating func process(_ node: Int) throws(LinearTrouble) -> Step {
    switch try solve() {
    case .optimal: break
    case .infeasible, .cutOff: return .done
    case .unfinished, .failed: return .failed
    }
    let value = value
    nodes[node].bound = min(nodes[node].bound, value)
    if let branch = nodes[node].branch {
      costs.learn(
        branch.variable, isUp: branch.isUp, gain: max(0, branch.parentValue - value),
        distance: branch.distance)
    }
    try tree.session.readColumns(primal: &primal, dual: &dual)
    try tree.session.readRows(primal: &activity, dual: &rowDual)
    try fixByReducedCost(node, value: value)
    var candidates = candidates(tolerance: 1e-6)
    if candidates.isEmpty {
      let isAnswer = state.offer(answer())
      if isAnswer, value < state.threshold { return .done }
      // With large coefficients a millionth of a column can be worth more than a unit.
      candidates = self.candidates(tolerance: 1e-9)
      if candidates.isEmpty { return isAnswer ? .done : .failed }
    }
    let basis = try tree.session.basis()
    switch try choose(from: candidates, value: value, basis: basis) {
    case .dead: return .done
    case .tightened(let change):
      try apply(change)
      nodes[node].changes.append(change)
      nodes[node].branch = nil
      return .again
    case .branch(let candidate): return split(node, on: candidate, value: value, basis: basis)
    }
  }

  private mutating func split(
    _ node: Int, on candidate: Candidate, value: Double, basis: Basis
  ) -> Step {
    let variable = candidate.variable
    for isUp in [false, true] {
      let change = Change(
        variable: variable, lower: isUp ? candidate.value.rounded(.up) : lower[variable],
        upper: isUp ? upper[variable] : candidate.value.rounded(.down))
      nodes.append(
        Node(
          bound: nodes[node].bound, parent: node, changes: [change], basis: basis,
          branch: (
            variable, isUp, isUp ? 1 - candidate.fraction : candidate.fraction, value
          )))
    }
    nodes[node].basis = nil
    let (down, up) = (nodes.count - 2, nodes.count - 1)
    let goesDown =
      costs.estimate(variable, isUp: false) * candidate.fraction
      < costs.estimate(variable, isUp: true) * (1 - candidate.fraction)
    return goesDown ? .split(first: down, second: up) : .split(first: up, second: down)
  }

  private func answer() -> [Bool] {
    var values = tree.values
    for (index, column) in tree.columns.enumerated() { values[Int(column)] = primal[index] > 0.5 }
    return values
  }

  /// Fixes columns below this node whose reduced cost is larger than the room there is.
  private mutating func fixByReducedCost(_ node: Int, value: Double) throws(LinearTrouble) {
    let room = state.room(below: value)
    for column in 0..<columnCount where lower[column] < upper[column] {
      let bound: Double
      if dual[column] < -room, primal[column] < 0.5 {
        bound = 0
      } else if dual[column] > room, primal[column] > 0.5 {
        bound = 1
      } else {
        continue
      }
      let change = Change(variable: column, lower: bound, upper: bound)
      try apply(change)
      nodes[node].changes.append(change)
    }
  }

  // MARK: Bounds

  mutating func apply(_ change: Change) throws(LinearTrouble) {
    (lower[change.variable], upper[change.variable]) = (change.lower, change.upper)
    applied.append(change.variable)
    try bound(change.variable, change.lower, change.upper)
  }

  func bound(_ variable: Int, _ lower: Double, _ upper: Double) throws(LinearTrouble) {
    if variable < columnCount {
      try tree.session.bound(column: variable, lower, upper)
    } else {
      try tree.session.bound(row: variable - columnCount, lower, upper)
    }
  }

  private mutating func moveTo(_ node: Int) throws(LinearTrouble) {
    for variable in applied {
      (lower[variable], upper[variable]) = (rootLower[variable], rootUpper[variable])
      try bound(variable, lower[variable], upper[variable])
    }
    applied.removeAll(keepingCapacity: true)
    var path: [Int] = []
    var step = node
    while step >= 0 {
      path.append(step)
      step = nodes[step].parent
    }
    for step in path.reversed() { for change in nodes[step].changes { try apply(change) } }
    if let basis = nodes[node].basis { try tree.session.setBasis(basis) }
    nodes[node].basis = nil
  }
}

/// Open nodes, the best bound first; among equals the latest.
struct NodeHeap {
  private var entries: [(bound: Double, node: Int)] = []

  var best: Double? { entries.first?.bound }

  mutating func push(_ bound: Double, _ node: Int) {
    entries.append((bound, node))
    var place = entries.count - 1
    while place > 0, entries[(place - 1) / 2] < entries[place] {
      entries.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> Int? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return first.node }
    entries[0] = last
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < entries.count else { return first.node }
      if child + 1 < entries.count, entries[child] < entries[child + 1] { child += 1 }
      guard entries[place] < entries[child] else { return first.node }
      entries.swapAt(place, child)
      place = child
    }
  }
}
