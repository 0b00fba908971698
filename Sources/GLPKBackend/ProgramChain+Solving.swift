package import Problems
import Solvers

extension ProgramChain {
  /// Weighted objectives stay far below what GLPK's arithmetic can tell apart.
  private static let largestReach = 1 << 31

  func solve(objective: [Int]) throws(GLPKError) -> ProgramOutcome {
    try solve(program(objective: objective))
  }

  /// The program of a goal, what was reached before held by weights or rows.
  func program(objective: [Int]) -> BinaryProgram {
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
  package mutating func tighten(
    _ measure: Measure,
    broken: (_ pair: (Pair) -> Double, _ column: (Int) -> Double) -> [(terms: [Term], lower: Int)]
  ) {
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
      let relaxation = try WholeRelaxation(
        program, question: question, memoryMegabytes: limits.memoryMegabytes)
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

  /// The start with the columns that came later.
  var paddedStart: [Bool]? {
    start.map { $0 + Array(repeating: false, count: columnCount - $0.count) }
  }

  /// No two answers differ by more.
  private func reach(of objective: [Int]) -> Int {
    let arcs = encoding.arcs
    var (least, most, others) = (0, 0, 0)
    for (column, value) in objective.enumerated() where value != 0 {
      if column < arcs.count {
        let each = value / max(1, arcs.pairCount(of: column))
        (least, most) = (min(least, each - 1), max(most, each + 1))
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
    return try StagedSolver().solve(
      program, from: paddedStart, limits: limits,
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

  func isReached(by answer: ProgramAnswer) -> Bool {
    objective.value(of: answer) == value
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
