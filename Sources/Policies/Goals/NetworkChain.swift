import Problems
import Solvers

/// Solves a chain of goals over a network, goal by goal, on the optimal faces of the assignment problem.
struct NetworkChain {
  private let goals: GoalProblem
  private let slots: SlotProblem?
  private var face: OptimalFace
  /// The pairs of the best assignment so far, with places for mentors where there are slots.
  private var best: [Pair]?

  /// Whether a chain is for networks at all.
  static func takes(_ chain: GoalChain) -> Bool {
    !chain.isStable && !chain.goals.contains(.blockingPairs)
  }

  /// - Returns: `nil` where loads have to be counted and cannot.
  init?(_ goals: GoalProblem, threads: Int, watch: SolverWatch) throws(ProblemError) {
    self.goals = goals
    let countsLoads = goals.chain.goals.contains(.load)
    slots = countsLoads ? try SlotProblem(goals.problem) : nil
    if countsLoads, slots == nil { return nil }
    face = OptimalFace(slots?.problem ?? goals.problem, threads: threads, watch: watch)
  }

  /// - Throws: ``OptimalFace/Trouble``.
  mutating func solve() throws(OptimalFace.Trouble) -> ChainEnd {
    for goal in goals.chain.goals {
      if let end = try take(goal) { return end }
    }
    // Without a goal that is a sum nothing was chosen yet.
    if case let end? = try maximise({ _ in 0 }) { return end }
    return .optimal(pairs ?? [])
  }

  private var pairs: [Pair]? { best.map { slots?.given($0) ?? $0 } }

  /// By an entry of the face at its start: the points of the pair.
  private var points: (_ entry: Int) -> Int {
    let (points, given) = (goals.problem.table.points, slots?.entries)
    return { points[given?[$0] ?? $0] }
  }

  /// Goes to the face of a goal; `nil` = done.
  private mutating func take(_ goal: Goal) throws(OptimalFace.Trouble) -> ChainEnd? {
    switch goal {
    case .worst: return try takeWorst()
    case .leximin: return try takeLeximin()
    case .load:
      guard let slots else { return nil }
      return try maximise { -slots.costs[$0] }
    case .matched, .points, .ranks, .bothRanks, .firstChoices, .changes, .waiting, .blockingPairs:
      guard let value = goals.value(of: goal) else { return nil }
      let (table, given) = (goals.problem.table, slots?.entries)
      return try maximise { entry in
        let entry = given?[entry] ?? entry
        return value(table.pair(of: entry), entry)
      }
    }
  }

  private mutating func maximise(_ value: (Int) -> Int) throws(OptimalFace.Trouble) -> ChainEnd? {
    switch try face.maximise(value) {
    case .optimal(let assignment, _):
      best = assignment.pairs
      return nil
    // Rules of places are not those of the problem.
    case .infeasible(let witness): return .infeasible(slots == nil ? witness : nil)
    case .limitReached(let assignment): return .limitReached(pairs ?? assignment.map(pairs(of:)))
    }
  }

  private func pairs(of assignment: Assignment) -> [Pair] {
    slots?.given(assignment.pairs) ?? assignment.pairs
  }
}

// Goals that look at the worst pair first.
extension NetworkChain {
  private enum Threshold {
    case found(Int)
    /// All pairs that are left have points up to the floor.
    case none
    case stopped
  }

  private mutating func takeWorst() throws(OptimalFace.Trouble) -> ChainEnd? {
    // Whether there is any assignment, and a witness if not, is for the first step to say.
    if best == nil, let end = try maximise({ _ in 0 }) { return end }
    let points = points
    switch try threshold(above: nil) {
    case .found(let least): try face.keep { points($0) >= least }
    case .none: break
    case .stopped: return .limitReached(pairs)
    }
    return nil
  }

  /// Fewest pairs with the fewest points, then fewest of the next, and so on: as many numbers of points in
  /// one step as one sum can tell apart, and none that pairs can do without.
  private mutating func takeLeximin() throws(OptimalFace.Trouble) -> ChainEnd? {
    if best == nil, let end = try maximise({ _ in 0 }) { return end }
    let weights = LeximinWeights(goals.problem) { [problem = goals.problem] mostPairs in
      // Bonuses of people who must be full come on top, and sums along paths: all in 64 bits.
      1 << 58 / ((1 + mostPairs) * (1 + problem.menteeCount + problem.mentorCount))
    }
    let points = points
    var floor: Int?
    while true {
      if classes(above: floor).count > 4 * weights.width {
        switch try threshold(above: floor) {
        case .found(let least):
          try face.keep { points($0) >= least || points($0) <= floor ?? .min }
        case .none: break
        case .stopped: return .limitReached(pairs)
        }
      }
      let classes = classes(above: floor).prefix(weights.width)
      guard let last = classes.last else { return nil }
      let weightOf = weights.weights(of: classes)
      if let end = try maximise({ -(weightOf[points($0)] ?? 0) }) { return end }
      floor = last
    }
  }

  /// The points of the pairs that are left to choose from, ascending.
  private func classes(above floor: Int?) -> [Int] {
    let (fixed, points) = (Set(face.problem.fixed), points)
    var found: Set<Int> = []
    face.problem.table.forEachPair { pair, entry in
      let value = points(face.entries[entry])
      if value > floor ?? .min, !fixed.contains(pair) { found.insert(value) }
    }
    return found.sorted()
  }

  /// The largest points such that an assignment is left whose pairs have as many, or no more than `floor`.
  ///
  /// - Complexity: that of ``AssignmentSolver`` for each of O(log pairCount) guesses.
  private func threshold(above floor: Int?) throws(OptimalFace.Trouble) -> Threshold {
    let points = points
    let pinned = face.problem.fixed.compactMap { pair in
      face.problem.table.entry(of: pair).map { points(face.entries[$0]) }
    }
    let most = pinned.filter { $0 > floor ?? .min }.min() ?? .max
    let values = Set(face.entries.map(points)).filter { $0 > floor ?? .min && $0 <= most }
      .sorted()
    var (good, bad) = (0, values.count)
    guard bad > 0 else { return .none }
    while bad - good > 1 {
      let middle = (good + bad) / 2
      let isFeasible = try face.isFeasible { entry in
        points(entry) >= values[middle] || points(entry) <= floor ?? .min
      }
      guard let isFeasible else { return .stopped }
      if isFeasible { good = middle } else { bad = middle }
    }
    return .found(values[good])
  }
}
