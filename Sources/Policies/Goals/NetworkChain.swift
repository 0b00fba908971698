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

  /// By an entry of the face at its start: what an entry of the problem's table has.
  private func atStart(_ value: @escaping (_ entry: Int) -> Int) -> (_ entry: Int) -> Int {
    guard let given = slots?.entries else { return value }
    return { value(given[$0]) }
  }

  private var points: (_ entry: Int) -> Int {
    let points = goals.problem.table.points
    return atStart { points[$0] }
  }

  /// Goes to the face of a goal; `nil` = done.
  private mutating func take(_ goal: Goal) throws(OptimalFace.Trouble) -> ChainEnd? {
    switch goal {
    case .worst: return try takeWorst()
    case .leximin, .rankProfile, .generous:
      guard let classes = goals.classes(of: goal) else { return nil }
      return try take(classes)
    case .load:
      guard let slots else { return nil }
      return try maximise { -slots.costs[$0] }
    case .matched, .points, .nash, .ranks, .bothRanks, .firstChoices, .changes, .waiting,
      .blockingPairs:
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
    /// All pairs that are left are of classes up to the floor.
    case none
    case stopped
  }

  private mutating func takeWorst() throws(OptimalFace.Trouble) -> ChainEnd? {
    // Whether there is any assignment, and a witness if not, is for the first step to say.
    if best == nil, let end = try maximise({ _ in 0 }) { return end }
    let points = points
    switch try threshold(points, above: nil) {
    case .found(let least): try face.keep { points($0) >= least }
    case .none: break
    case .stopped: return .limitReached(pairs)
    }
    return nil
  }

  /// Fewest pairs of the first class, or most, then of the next, and so on: as many classes in one step as one sum can
  /// tell apart, and none that pairs can do without.
  private mutating func take(_ goal: ClassGoal) throws(OptimalFace.Trouble) -> ChainEnd? {
    if best == nil, let end = try maximise({ _ in 0 }) { return end }
    let weights = ClassWeights(goals.problem) { [problem = goals.problem] mostPairs in
      // Bonuses of people who must be full come on top, and sums along paths: all in 64 bits.
      1 << 58 / ((1 + mostPairs) * (1 + problem.menteeCount + problem.mentorCount))
    }
    let classOf = atStart(goal.classOf)
    var floor: Int?
    while true {
      if goal.isFewest, classes(classOf, above: floor).count > 4 * weights.width {
        switch try threshold(classOf, above: floor) {
        case .found(let least):
          try face.keep { classOf($0) >= least || classOf($0) <= floor ?? .min }
        case .none: break
        case .stopped: return .limitReached(pairs)
        }
      }
      let classes = classes(classOf, above: floor).prefix(weights.width)
      guard let last = classes.last else { return nil }
      let weightOf = weights.weights(of: classes)
      let sign = goal.isFewest ? -1 : 1
      if let end = try maximise({ sign * (weightOf[classOf($0)] ?? 0) }) { return end }
      floor = last
    }
  }

  /// The classes of the pairs that are left to choose from, ascending.
  private func classes(_ classOf: (_ entry: Int) -> Int, above floor: Int?) -> [Int] {
    let fixed = Set(face.problem.fixed)
    var found: Set<Int> = []
    face.problem.table.forEachPair { pair, entry in
      let value = classOf(face.entries[entry])
      if value > floor ?? .min, !fixed.contains(pair) { found.insert(value) }
    }
    return found.sorted()
  }

  /// The highest class such that an assignment is left whose pairs are of it or above, or no higher than `floor`.
  ///
  /// - Complexity: that of ``AssignmentSolver`` for each of O(log pairCount) guesses.
  private func threshold(
    _ classOf: (_ entry: Int) -> Int, above floor: Int?
  ) throws(OptimalFace.Trouble) -> Threshold {
    let pinned = face.problem.fixed.compactMap { pair in
      face.problem.table.entry(of: pair).map { classOf(face.entries[$0]) }
    }
    let most = pinned.filter { $0 > floor ?? .min }.min() ?? .max
    let values = Set(face.entries.map(classOf)).filter { $0 > floor ?? .min && $0 <= most }
      .sorted()
    var (good, bad) = (0, values.count)
    guard bad > 0 else { return .none }
    while bad - good > 1 {
      let middle = (good + bad) / 2
      let isFeasible = try face.isFeasible { entry in
        classOf(entry) >= values[middle] || classOf(entry) <= floor ?? .min
      }
      guard let isFeasible else { return .stopped }
      if isFeasible { good = middle } else { bad = middle }
    }
    return .found(values[good])
  }
}
