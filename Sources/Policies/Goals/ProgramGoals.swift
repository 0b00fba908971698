import GLPKBackend
import Problems
import Solvers

/// Solves a chain of goals by integer programs, whatever the rules are.
struct ProgramGoals {
  private let goals: GoalProblem
  private var chain: ProgramChain
  private var best: [Pair]?
  private let table: PairTable

  /// - Returns: `nil` where the rules contradict each other before anything is chosen.
  init?(_ goals: GoalProblem, limits: SolverLimits, watch: SolverWatch) {
    guard let chain = ProgramChain(goals.problem, limits: limits, watch: watch) else { return nil }
    self.goals = goals
    self.chain = chain
    table = goals.problem.table
    if goals.chain.isStable {
      StabilityRows(goals).add(to: &self.chain)
      if let start = goals.stableStart() { self.chain.start(from: start) }
    }
  }

  /// - Throws: `GLPKError`.
  mutating func solve() throws(GLPKError) -> ChainEnd? {
    for goal in goals.chain.goals {
      if let end = try take(goal) { return end }
    }
    if best == nil, let end = try maximise({ _, _ in 0 }) { return end }
    return best.map(ChainEnd.optimal)
  }

  /// Goes on to the assignments that are best for a goal; `nil` = done.
  private mutating func take(_ goal: Goal) throws(GLPKError) -> ChainEnd? {
    switch goal {
    case .worst: return try takeWorst()
    case .leximin, .rankProfile, .generous: return try takeClasses(goal)
    case .load:
      let goals = goals
      return try maximise({ _, _ in 0 }) { $0.addLoads(of: goals.problem) }
    case .blockingPairs: return try takeBlocking()
    case .matched, .points, .nash, .ranks, .bothRanks, .firstChoices, .changes, .waiting:
      guard let value = goals.value(of: goal) else { return nil }
      return try maximise(value, isCount: goal == .matched)
    }
  }

  private mutating func maximise(
    _ value: @escaping (Pair, _ entry: Int) -> Int, isCount: Bool = false,
    columns: (inout ProgramChain) -> [(column: Int, value: Int)] = { _ in [] }
  ) throws(GLPKError) -> ChainEnd? {
    let table = table
    let own = columns(&chain)
    let measure = ProgramChain.Measure(columns: own) { pair in
      table.entry(of: pair).map { value(pair, $0) } ?? 0
    }
    if goals.chain.isStable {
      if isCount, let most = mostPairs,
        let pairs = chain.takeStart(measure, isCount: true, most: most)
      {
        best = pairs
        return nil
      }
      tighten(measure) { _ in nil }
    }
    switch try chain.maximise(measure, isCount: isCount) {
    case .optimal(let pairs):
      best = pairs
      return nil
    case .infeasible: return .infeasible(nil)
    case .limitReached(let pairs): return .limitReached(pairs ?? best)
    }
  }
}

extension ProgramGoals {
  /// The most pairs there can be, stable or not; `nil` where the rules are no network.
  private var mostPairs: Int? {
    guard let problem = goals.problem.covering(.first),
      case .optimal(let best, _)? = try? AssignmentSolver().solve(problem)
    else { return nil }
    return best.objective.matched
  }
}

// Goals that are no sum over pairs.
extension ProgramGoals {
  private mutating func takeBlocking() throws(GLPKError) -> ChainEnd? {
    let columns = StabilityRows(goals).addBlocking(to: &chain)
    if let best {
      chain.start(from: best, columns: goals.blockingPairs(of: best).compactMap { columns[$0] })
    }
    let costs = columns.values.sorted().map { ($0, -1) }
    tighten(ProgramChain.Measure(columns: costs) { _ in 0 }) { columns[$0] }
    return try maximise({ _, _ in 0 }, columns: { _ in costs })
  }

  /// Makes the rows of stability sharper where the relaxation of a goal breaks them.
  private mutating func tighten(
    _ measure: ProgramChain.Measure, _ excuse: (Pair) -> Int?
  ) {
    let rows = StabilityRows(goals)
    chain.tighten(measure) { value, column in
      rows.brokenCombs(value) { pair in excuse(pair).map { ($0, column($0)) } }
    }
  }

  /// Halves the list of all points until the worst pair has no more.
  private mutating func takeWorst() throws(GLPKError) -> ChainEnd? {
    if best == nil, let end = try maximise({ _, _ in 0 }) { return end }
    let pinned = goals.problem.fixed.compactMap(table.points).min() ?? .max
    // What has been found so far is a start: nothing worse needs to be tried.
    let known = best.flatMap { $0.compactMap(table.points).min() } ?? .min
    let values = Set(table.points).filter { known <= $0 && $0 <= pinned }.sorted()
    var (good, bad) = (0, values.count)
    while bad - good > 1 {
      let middle = (good + bad) / 2
      let isFeasible = try chain.isFeasible { pair in
        (table.points(of: pair) ?? .max) < values[middle]
      }
      guard let isFeasible else { return .limitReached(best) }
      if isFeasible { good = middle } else { bad = middle }
    }
    guard values.indices.contains(good) else { return nil }
    let least = values[good]
    chain.close { [table] pair in (table.points(of: pair) ?? .max) < least }
    return try maximise { _, _ in 0 }
  }

  /// Fewest pairs of the first class, or most, then of the next, and so on.
  private mutating func takeClasses(_ goal: Goal) throws(GLPKError) -> ChainEnd? {
    guard let counted = goals.classes(of: goal) else { return nil }
    if goal == .leximin, let end = try takeWorst() { return end }
    // Such weights may stand in a row, and their sums leave GLPK the digits in which answers differ.
    let weights = ClassWeights(goals.problem) { min(1 << 20, 1 << 26 / max(1, $0)) }
    var classes = Set((0..<table.pairCount).map(counted.classOf)).sorted()[...]
    if goal == .leximin, let worst = best.flatMap({ $0.compactMap(table.points).min() }) {
      classes = classes.drop { $0 < worst }
    }
    while !classes.isEmpty {
      let weightOf = weights.weights(of: classes.prefix(weights.width))
      classes = classes.dropFirst(weights.width)
      let sign = counted.isFewest ? -1 : 1
      let end = try maximise { _, entry in sign * (weightOf[counted.classOf(entry)] ?? 0) }
      if let end { return end }
    }
    return nil
  }
}

extension ProgramChain {
  /// The load of every mentor as a sum of columns that count 1, 3, 5, …: squares.
  ///
  /// Where the number of pairs is settled 0, 1, 2, … say the same, and a bound that is rounded to whole
  /// numbers says more.
  mutating func addLoads(of problem: AssignmentProblem) -> [(column: Int, value: Int)] {
    var mentees = Array(repeating: [Int](), count: problem.mentorCount)
    problem.table.forEachPair { pair, _ in mentees[pair.mentor].append(pair.mentee) }
    let (first, step) = freeCount == nil ? (1, 2) : (0, 1)
    var costs: [(column: Int, value: Int)] = []
    for (mentor, mentees) in mentees.enumerated() {
      let places = addColumns(min(problem.mentors[mentor].capacity, mentees.count))
      guard !places.isEmpty else { continue }
      addRow(
        mentees.map { .init(Pair(mentee: $0, mentor: mentor), 1) }
          + places.map { .init(column: $0, -1) }, lower: 0, upper: 0)
      costs += places.enumerated().map { ($1, -(first + step * $0)) }
    }
    return costs
  }
}
