package import Problems
package import Solvers

/// One program after the other over the pairs of one problem: each goal among the best answers of those
/// before.
///
/// Rules that only a policy knows come as rows and columns of its own. What was reached is held by a row, or, where
/// the numbers stay small, by a weight that outweighs everything after: an objective that is kept
/// guides a search better than a row that must be met.
package struct ProgramChain {
  /// What a step came to.
  package enum Step {
    /// Pairs that are best for the goal.
    case optimal([Pair])
    case infeasible
    case limitReached([Pair]?)
  }

  /// A pair, or a column beside the pairs, and how much it counts.
  package struct Term {
    package enum Subject { case pair(Pair), column(Int) }

    package let subject: Subject
    package let coefficient: Int

    package init(_ pair: Pair, _ coefficient: Int) {
      (subject, self.coefficient) = (.pair(pair), coefficient)
    }

    package init(column: Int, _ coefficient: Int) {
      (subject, self.coefficient) = (.column(column), coefficient)
    }
  }

  /// What a goal counts: the pairs, and columns beside them.
  package struct Measure {
    package let value: (Pair) -> Int
    package let columns: [(column: Int, value: Int)]

    package init(columns: [(column: Int, value: Int)] = [], value: @escaping (Pair) -> Int) {
      self.value = value
      self.columns = columns
    }
  }

  private let encoding: AssignmentEncoding
  private let fixed: Set<Pair>
  /// By free pair.
  private let arcs: [Pair: Int]
  private var rows: [BinaryProgram.Row]
  private var columnCount: Int
  /// By arc.
  private var isClosed: [Bool]
  /// What was reached so far.
  private var held: [Held] = []
  /// An answer to start from, by column; whatever it does not know is 0.
  private var start: [Bool]?
  /// The number of free pairs, where an earlier goal decided it.
  private var freeCount: Int?
  private let mostPairs: Int
  private let limits: SolverLimits
  private let deadline: Deadline
  private let watch: SolverWatch

  fileprivate struct Held {
    /// By column; columns that came later count nothing.
    let objective: [Int]
    let value: Int
  }

  /// - Returns: `nil` where the rules contradict each other before anything is chosen.
  /// - Complexity: as ``GLPKAssignmentSolver`` without the search.
  package init?(_ problem: AssignmentProblem, limits: SolverLimits, watch: SolverWatch) {
    guard let free = try? FreeProblem(problem) else { return nil }
    encoding = AssignmentEncoding(free)
    fixed = Set(problem.fixed)
    var arcs: [Pair: Int] = [:]
    for arc in 0..<encoding.arcs.count {
      for pair in encoding.arcs.pairs(of: arc) { arcs[pair] = arc }
    }
    self.arcs = arcs
    rows = encoding.rows
    columnCount = encoding.columnCount
    isClosed = Array(repeating: false, count: encoding.arcs.count)
    mostPairs = min(
      free.mentees.indices.reduce(0) {
        $0 + min(free.mentees[$1].upper, free.table.entries(of: $1).count)
      }, free.mentors.reduce(0) { $0 + $1.upper })
    self.limits = limits
    deadline = Deadline(limits.time)
    self.watch = watch
  }

  /// Columns beside the pairs, 0 or 1.
  package mutating func addColumns(_ count: Int) -> Range<Int> {
    columnCount += count
    return columnCount - count..<columnCount
  }

  /// Adds lower ≤ Σ terms ≤ upper; pairs that are not eligible count as not chosen.
  package mutating func addRow(_ terms: [Term], lower: Int? = nil, upper: Int? = nil) {
    var (sums, constant): ([Int: Int], Int) = ([:], 0)
    for term in terms {
      switch term.subject {
      case .column(let column): sums[column, default: 0] += term.coefficient
      case .pair(let pair):
        if fixed.contains(pair) {
          constant += term.coefficient
        } else if let arc = arcs[pair] {
          sums[arc, default: 0] += term.coefficient
        }
      }
    }
    let columns = sums.keys.filter { sums[$0] != 0 }.sorted()
    rows.append(
      .init(
        columns: columns, coefficients: columns.map { sums[$0] ?? 0 },
        lower: lower.map { $0 - constant }, upper: upper.map { $0 - constant }))
  }

  /// Names pairs, and columns that are 1, to start from; where they break a rule that is no matter.
  package mutating func start(from pairs: [Pair], columns: [Int] = []) {
    var values = [Bool](repeating: false, count: columnCount)
    var loads = Set<Int>()
    for pair in pairs {
      loads.insert(pair.mentor)
      if let arc = arcs[pair] { values[arc] = true }
    }
    for (mentor, column) in encoding.openColumns where loads.contains(mentor) {
      values[column] = true
    }
    for column in columns { values[column] = true }
    start = values
  }

  /// Leaves out pairs, with all that must stay together with one of them; fixed ones stay.
  package mutating func close(_ isOut: (Pair) -> Bool) {
    for arc in isClosed.indices where !isClosed[arc] {
      isClosed[arc] = encoding.arcs.pairs(of: arc).contains(where: isOut)
    }
  }

  /// Whether some answer is left without certain pairs; `nil` when the search was stopped.
  package func isFeasible(without isOut: (Pair) -> Bool) throws(GLPKError) -> Bool? {
    var part = self
    part.close(isOut)
    switch try part.solve(objective: Array(repeating: 0, count: columnCount)) {
    case .optimal(let answer): return held.allSatisfy { $0.isReached(by: answer) }
    case .infeasible: return false
    case .limitReached: return nil
    }
  }

  /// Finds the most that a goal can reach, and keeps only the answers that do.
  ///
  /// - Parameters:
  ///   - measure: what the goal counts.
  ///   - isCount: whether it counts every pair once.
  /// - Returns: the best pairs, or what was found before a stop.
  /// - Throws: ``GLPKError``.
  /// - Complexity: exponential at worst.
  package mutating func maximise(
    _ measure: Measure, isCount: Bool = false
  ) throws(GLPKError) -> Step {
    let objective = objective(measure)
    switch try solve(objective: objective) {
    case .infeasible: return .infeasible
    case .limitReached(let answer, _):
      return .limitReached(answer.map { encoding.assignment($0).pairs })
    case .optimal(let answer):
      guard held.allSatisfy({ $0.isReached(by: answer) }) else { throw .notOptimal }
      let goal = Held(objective: objective, value: objective.value(of: answer))
      if objective.contains(where: { $0 != 0 }) { held.append(goal) }
      if isCount { freeCount = goal.value }
      start = answer.values
      return .optimal(encoding.assignment(answer).pairs)
    }
  }

  /// Numbers near 0 leave floating point the digits in which answers differ.
  private func objective(_ measure: Measure) -> [Int] {
    let arcs = encoding.arcs
    var values = (0..<arcs.count).map { arc in
      arcs.pairs(of: arc).reduce(0) { $0 + measure.value($1) }
    }
    if freeCount != nil {
      let top = values.indices.lazy.filter { arcs.pairCount(of: $0) == 1 }.map { values[$0] }.max()
      for arc in values.indices { values[arc] -= (top ?? 0) * arcs.pairCount(of: arc) }
    }
    values += Array(repeating: 0, count: columnCount - values.count)
    for (column, value) in measure.columns { values[column] += value }
    return values
  }
}

extension ProgramChain {
  /// Weighted objectives stay far below what GLPK's arithmetic can tell apart.
  private static let largestReach = 1 << 31

  private func solve(objective: [Int]) throws(GLPKError) -> ProgramOutcome {
    try solve(program(objective: objective))
  }

  /// The program of a goal, what was reached before held by weights or rows.
  private func program(objective: [Int]) -> BinaryProgram {
    var (objective, rows) = (objective, rows)
    var reach = reach(of: objective)
    var earlier = held
    while let goal = earlier.last {
      let (weight, own) = (reach + 1, self.reach(of: goal.objective))
      guard own < Self.largestReach / weight else { break }
      for column in goal.objective.indices { objective[column] += weight * goal.objective[column] }
      reach += weight * own
      earlier.removeLast()
    }
    rows += earlier.map(\.row)
    let closed = isClosed.indices.filter { isClosed[$0] }
    if !closed.isEmpty {
      rows.append(
        .init(columns: closed, coefficients: closed.map { _ in 1 }, lower: nil, upper: 0))
    }
    return BinaryProgram(objective: objective, rows: rows)
  }

  /// Adds rows that the linear relaxation of a goal breaks, round by round, until they move its optimum no more.
  ///
  /// - Parameters:
  ///   - measure: the goal that is to come.
  ///   - broken: rows that every answer satisfies and a point, by pair and by column, does not.
  /// - Throws: ``GLPKError``.
  package mutating func tighten(
    _ measure: Measure,
    broken: (_ pair: (Pair) -> Double, _ column: (Int) -> Double) -> [(terms: [Term], lower: Int)]
  ) throws(GLPKError) {
    let program = program(objective: objective(measure))
    let known = start.map { start in
      zip(program.objective, start).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    }
    let fixed = fixed
    let arcs = arcs
    let ends = deadline
    let watch = watch
    let question = StopQuestion { ends.hasPassed || watch.isCancelled() }
    defer { LinearSession.endThread() }
    do {
      let relaxation = try WholeRelaxation(program, question: question)
      var last = Double.infinity
      for _ in 0..<Self.mostRounds {
        guard let point = try relaxation.solve() else { return }
        guard last - relaxation.value > 1e-3 * max(1, abs(last)) || last == .infinity else {
          return
        }
        last = relaxation.value
        // Nothing is better than what is known: there is nothing to cut off.
        if let known, last < Double(known) + 0.99 { return }
        let rows = broken(
          { pair in fixed.contains(pair) ? 1 : arcs[pair].map { point[$0] } ?? 0 }, { point[$0] })
        if rows.isEmpty { return }
        let first = self.rows.count
        for row in rows { addRow(row.terms, lower: row.lower) }
        try relaxation.add(self.rows[first...])
      }
    } catch {
      // Without the rows the search is slower, and no less right.
      return
    }
  }

  private static let mostRounds = 30

  /// No two answers differ by more.
  private func reach(of objective: [Int]) -> Int {
    let arcs = encoding.arcs
    var (least, most, others) = (0, 0, 0)
    for (column, value) in objective.enumerated() {
      if column < arcs.count {
        let each = value / max(1, arcs.pairCount(of: column))
        (least, most) = (min(least, each - 1), max(most, each + 1))
        if value == 0 { continue }
      } else {
        others = others.addingClamped(abs(value))
      }
    }
    guard objective.contains(where: { $0 != 0 }) else { return 0 }
    return mostPairs.multipliedClamped(most - least).addingClamped(others)
  }

  private func solve(_ program: BinaryProgram) throws(GLPKError) -> ProgramOutcome {
    var limits = limits
    limits.time = deadline.timeLeft
    let report = watch.report.map { report in
      { @Sendable (progress: ProgramProgress) in
        report(
          .search(
            SearchProgress(
              phase: progress.phase, measure: .other, best: progress.best, bound: progress.bound)))
      }
    }
    let start = start.map { $0 + Array(repeating: false, count: columnCount - $0.count) }
    return try StagedSolver().solve(
      program, from: start, limits: limits,
      watch: ProgramWatch(isCancelled: watch.isCancelled, report: report))
  }
}

extension ProgramChain.Held {
  /// No answer has more, so only those that have as much are left.
  fileprivate var row: BinaryProgram.Row {
    let columns = objective.indices.filter { objective[$0] != 0 }
    return BinaryProgram.Row(
      columns: columns, coefficients: columns.map { objective[$0] }, lower: value, upper: value)
  }

  fileprivate func isReached(by answer: ProgramAnswer) -> Bool {
    objective.value(of: answer) == value
  }
}

extension [Int] {
  fileprivate func value(of answer: ProgramAnswer) -> Int {
    zip(self, answer.values).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
  }
}

extension Int {
  fileprivate func addingClamped(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max / 2 : Swift.min(sum, .max / 2)
  }

  fileprivate func multipliedClamped(_ other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max / 2 : Swift.min(product, .max / 2)
  }
}
