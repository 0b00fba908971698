package import Problems
package import Solvers

/// One program after the other over the pairs of one problem: each goal among the best answers of those
/// before.
///
/// Rules that only a policy knows come as rows and columns of its own.
package struct ProgramChain {
  /// What a step came to.
  package enum Step {
    /// The largest value of the goal, fixed pairs included, with pairs that have it.
    case optimal([Pair], value: Int)
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
  /// By mentor and mentee of a free pair: its arc.
  private let arcs: [Pair: Int]
  private var rows: [BinaryProgram.Row]
  private var columnCount: Int
  /// By arc.
  private var isClosed: [Bool]
  /// The number of free pairs, where an earlier goal decided it.
  private var freeCount: Int?
  private let limits: SolverLimits
  private let deadline: Deadline
  private let watch: SolverWatch

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
    return switch try part.solve(objective: Array(repeating: 0, count: columnCount)) {
    case .optimal: true
    case .infeasible: false
    case .limitReached: nil
    }
  }

  /// Finds the most that a goal can reach, and keeps only the answers that do.
  ///
  /// - Throws: ``GLPKError``.
  /// - Complexity: exponential at worst.
  package mutating func maximise(
    _ measure: Measure, isCount: Bool = false
  ) throws(GLPKError) -> Step {
    var values = (0..<encoding.arcs.count).map { arc in
      encoding.arcs.pairs(of: arc).reduce(0) { $0 + measure.value($1) }
    }
    // Numbers near 0 leave floating point the digits in which answers differ.
    var base = 0
    if let freeCount {
      let arcs = encoding.arcs
      let top = values.indices.lazy.filter { arcs.pairCount(of: $0) == 1 }.map { values[$0] }.max()
      if let top {
        for arc in values.indices { values[arc] -= top * arcs.pairCount(of: arc) }
        base = top * freeCount
      }
    }
    var objective = values + Array(repeating: 0, count: columnCount - values.count)
    for (column, value) in measure.columns { objective[column] += value }
    switch try solve(objective: objective) {
    case .infeasible: return .infeasible
    case .limitReached(let answer, _):
      return .limitReached(answer.map { encoding.assignment($0).pairs })
    case .optimal(let answer):
      hold(objective, at: answer.objective)
      if isCount { freeCount = answer.objective }
      let pinned = fixed.reduce(0) { $0 + measure.value($1) }
      return .optimal(
        encoding.assignment(answer).pairs, value: pinned + base + answer.objective)
    }
  }

  /// No answer has more, so only those that have as much are left.
  private mutating func hold(_ objective: [Int], at value: Int) {
    let columns = objective.indices.filter { objective[$0] != 0 }
    guard !columns.isEmpty else { return }
    rows.append(
      .init(
        columns: columns, coefficients: columns.map { objective[$0] }, lower: value, upper: value))
  }

  private func solve(objective: [Int]) throws(GLPKError) -> ProgramOutcome {
    let closed = isClosed.indices.filter { isClosed[$0] }
    let bans =
      closed.isEmpty
      ? []
      : [
        BinaryProgram.Row(
          columns: closed, coefficients: closed.map { _ in 1 }, lower: nil, upper: 0)
      ]
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
    return try StagedSolver().solve(
      BinaryProgram(objective: objective, rows: rows + bans), limits: limits,
      watch: ProgramWatch(isCancelled: watch.isCancelled, report: report))
  }
}
