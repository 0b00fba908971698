package import Problems

/// The assignments of a network that are best for one goal after the other.
///
/// ```swift
/// var face = OptimalFace(problem)
/// try face.maximise { _ in 1 }            // as many pairs as possible
/// try face.maximise { table.points[$0] }  // and then as many points as possible
/// ```
///
/// The optimal solutions of a linear program are those that satisfy complementary slackness with *one*
/// dual optimum: pairs that cost less than their prices are in none, pairs that are worth more are in all,
/// people with a positive price are full. So the optima of a goal are the assignments of a smaller
/// network, and a chain of goals is a chain of assignment problems; no weight has to make one goal
/// outweigh the next. People who must be full get a bonus for every pair, which all optima collect.
///
/// Source: A. Schrijver, *Combinatorial Optimization*, 2003, §§5.4 and 18.5b.
package struct OptimalFace {
  /// What a step came to.
  package enum Step {
    /// The best value of the goal, with an assignment that has it and all earlier ones.
    case optimal(Assignment, value: Int)
    case infeasible(Witness)
    case limitReached(Assignment?)
  }

  /// Why a step could not be made.
  package enum Trouble: Error {
    case notANetwork(NotANetwork)
    /// Sums could leave 64 bits.
    case tooLarge(ProblemError)
  }

  /// The rules of what is left; the points are the caller's.
  package private(set) var problem: AssignmentProblem
  /// By entry of the table of what is left: its entry at the start.
  package private(set) var entries: [Int]
  private var isFull: (mentees: [Bool], mentors: [Bool])
  private let threads: Int
  private let watch: SolverWatch

  /// Begins with all assignments; points and coverage first mean nothing here.
  package init(_ problem: AssignmentProblem, threads: Int = 1, watch: SolverWatch = .none) {
    self.problem = problem
    self.threads = threads
    self.watch = watch
    entries = Array(0..<problem.table.pairCount)
    isFull = (
      problem.demands.map { _ in false }, problem.mentors.map { _ in false }
    )
  }

  /// Leaves out pairs by their entry at the start; fixed ones stay.
  ///
  /// The caller knows that some assignment is left.
  package mutating func keep(_ isKept: (_ entry: Int) -> Bool) throws(Trouble) {
    (problem, entries) = try kept(isKept)
  }

  /// Whether some assignment is left without certain pairs.
  ///
  /// - Parameter isKept: by entry at the start.
  /// - Returns: `nil` when the search was stopped.
  /// - Throws: ``Trouble``.
  /// - Complexity: that of ``AssignmentSolver``.
  package func isFeasible(keeping isKept: (_ entry: Int) -> Bool) throws(Trouble) -> Bool? {
    var part = self
    try part.keep(isKept)
    let (bonus, full) = (part.bonus, fullCount)
    switch try part.solve({ pair, _ in bonus(pair) }) {
    case .optimal(let best, _):
      return best.pairs.reduce(0) { $0 + bonus($1) } == full
    case .infeasible: return false
    case .limitReached: return nil
    }
  }

  /// Finds the most that a goal can reach, and keeps only the assignments that do.
  ///
  /// - Parameter value: what a pair adds to the goal, by its entry at the start.
  /// - Returns: the best value with an assignment, a witness, or what was found before a stop.
  /// - Throws: ``Trouble``.
  /// - Complexity: that of ``AssignmentSolver``.
  package mutating func maximise(_ value: (_ entry: Int) -> Int) throws(Trouble) -> Step {
    let values = entries.map(value)
    let weight = try weight(values)
    let bonus = bonus
    switch try solve({ pair, entry in values[entry] + weight * bonus(pair) }) {
    case .optimal(let best, let proof):
      guard case .duals(let prices) = proof else { return .limitReached(best) }
      let total = best.pairs.reduce(0) { sum, pair in
        sum + (problem.table.entry(of: pair).map { values[$0] } ?? 0)
      }
      try cut(by: prices, best) { pair, entry in values[entry] + weight * bonus(pair) }
      return .optimal(best, value: total)
    case .infeasible(let witness): return .infeasible(witness)
    case .limitReached(let best, _): return .limitReached(best)
    }
  }
}

extension OptimalFace {
  private func kept(
    _ isKept: (Int) -> Bool
  ) throws(Trouble) -> (problem: AssignmentProblem, entries: [Int]) {
    let fixed = Set(problem.fixed)
    let (table, kept) = problem.table.mapped { pair, entry in
      isKept(entries[entry]) || fixed.contains(pair) ? problem.table.points[entry] : nil
    }
    do {
      return (try problem.replacing(table: table), kept.map { entries[$0] })
    } catch {
      throw .tooLarge(error)
    }
  }

  /// How many of its people must be full.
  private var bonus: (Pair) -> Int {
    let (mentees, mentors) = isFull
    return { (mentees[$0.mentee] ? 1 : 0) + (mentors[$0.mentor] ? 1 : 0) }
  }

  /// The sum of all bonuses of an assignment in which everybody is full who must be.
  private var fullCount: Int {
    problem.demands.indices.reduce(0) { $0 + (isFull.mentees[$1] ? problem.demands[$1] : 0) }
      + problem.mentors.indices.reduce(0) {
        $0 + (isFull.mentors[$1] ? problem.mentors[$1].capacity : 0)
      }
  }

  /// More than any two assignments can differ by in a goal.
  private func weight(_ values: [Int]) throws(Trouble) -> Int {
    let table = problem.table
    var degrees = [Int](repeating: 0, count: problem.mentorCount)
    table.forEachPair { pair, _ in degrees[pair.mentor] += 1 }
    let pairCount = min(
      problem.demands.indices.reduce(0) {
        $0 + min(problem.demands[$1], table.entries(of: $1).count)
      },
      degrees.indices.reduce(0) { $0 + min(problem.mentors[$1].capacity, degrees[$1]) })
    let spread = max(0, values.max() ?? 0).subtractingReportingOverflow(min(0, values.min() ?? 0))
    let (weight, overflow) = pairCount.multipliedReportingOverflow(by: spread.partialValue)
    guard !spread.overflow, !overflow, weight < .max / 4 else {
      let entry = values.indices.max { values[$0].magnitude < values[$1].magnitude } ?? 0
      throw .tooLarge(.numbersTooLarge(pair: table.pair(of: entry), points: values[entry]))
    }
    return weight + 1
  }

  private func solve(
    _ points: (Pair, _ entry: Int) -> Int
  ) throws(Trouble) -> AssignmentOutcome {
    let stage: AssignmentProblem
    do {
      stage = try problem.replacing(
        table: problem.table.mapped(points).table,
        coverage: problem.coverage == .first ? .ignore : problem.coverage)
    } catch {
      throw .tooLarge(error)
    }
    do {
      return try AssignmentSolver(threads: threads).solve(stage, watching: watch)
    } catch {
      throw .notANetwork(error)
    }
  }

  /// Keeps what satisfies complementary slackness with the prices.
  private mutating func cut(
    by prices: DualPrices, _ best: Assignment, _ points: (Pair, _ entry: Int) -> Int
  ) throws(Trouble) {
    // The quotas of a network count the pairs of whole mentors.
    var mentorPrices = prices.mentors
    for (quota, price) in zip(problem.quotas, prices.quotas) where price != 0 {
      for mentor in quota.mentors ?? Array(problem.mentors.indices) {
        mentorPrices[mentor] += price
      }
    }
    var fixed = Set(problem.fixed)
    let chosen = Set(best.pairs)
    let (table, kept) = problem.table.mapped { pair, entry in
      if fixed.contains(pair) { return problem.table.points[entry] }
      let excess = points(pair, entry) - prices.mentees[pair.mentee] - mentorPrices[pair.mentor]
      if excess > 0, chosen.contains(pair) { fixed.insert(pair) }
      return excess < 0 ? nil : problem.table.points[entry]
    }
    do {
      problem = try problem.replacing(
        table: table, mentors: limits(by: prices), quotas: quotas(by: prices),
        fixed: fixed.sorted())
    } catch {
      throw .tooLarge(error)
    }
    entries = kept.map { entries[$0] }
    isFull = (prices.mentees.map { $0 > 0 }, prices.mentors.map { $0 > 0 })
  }

  /// A mentor with a negative price stands at the least load.
  private func limits(by prices: DualPrices) -> [MentorLimits] {
    var fixedCounts = [Int](repeating: 0, count: problem.mentorCount)
    for pair in problem.fixed { fixedCounts[pair.mentor] += 1 }
    return problem.mentors.indices.map { mentor in
      let limits = problem.mentors[mentor]
      guard prices.mentors[mentor] < 0, problem.coverage != .everyMentor else { return limits }
      return MentorLimits(
        capacity: max(limits.minimum, fixedCounts[mentor]), minimum: limits.minimum)
    }
  }

  /// A quota with a price is an equation.
  private func quotas(by prices: DualPrices) -> [Quota] {
    problem.quotas.indices.map { index in
      let quota = problem.quotas[index]
      let price = prices.quotas.indices.contains(index) ? prices.quotas[index] : 0
      guard price != 0 else { return quota }
      let pinned = problem.fixed.count { quota.counts($0) }
      let bound = max(pinned, price > 0 ? quota.atMost ?? pinned : quota.atLeast)
      return Quota(
        name: quota.name, mentees: quota.mentees, mentors: quota.mentors, atLeast: bound,
        atMost: bound)
    }
  }
}
