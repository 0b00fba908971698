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

  let encoding: AssignmentEncoding
  let fixed: Set<Pair>
  /// By free pair.
  let arcs: [Pair: Int]
  var rows: [BinaryProgram.Row]
  var columnCount: Int
  /// By arc.
  var isClosed: [Bool]
  /// What was reached so far.
  var held: [Held] = []
  /// An answer to start from, by column; whatever it does not know is 0.
  var start: [Bool]?
  /// The number of free pairs, where an earlier goal decided it.
  package private(set) var freeCount: Int?
  let mostPairs: Int
  let limits: SolverLimits
  let deadline: Deadline
  let watch: SolverWatch

  struct Held {
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
      hold(objective, reachedBy: answer, isCount: isCount)
      return .optimal(encoding.assignment(answer).pairs)
    }
  }

  /// Keeps only the answers that reach what a goal can have at most, where the start is one of them.
  ///
  /// - Parameters:
  ///   - measure: what the goal counts.
  ///   - isCount: whether it counts every pair once.
  ///   - most: no answer has more, fixed pairs included.
  /// - Returns: the pairs of the start; `nil` where it is no answer, or has less.
  package mutating func takeStart(_ measure: Measure, isCount: Bool, most: Int) -> [Pair]? {
    let objective = objective(measure)
    let fixedValue = fixed.reduce(0) { $0 + measure.value($1) }
    guard let start = paddedStart,
      let answer = try? program(objective: objective).answer(start),
      held.allSatisfy({ $0.isReached(by: answer) }),
      objective.value(of: answer) + fixedValue == most
    else { return nil }
    hold(objective, reachedBy: answer, isCount: isCount)
    return encoding.assignment(answer).pairs
  }

  private mutating func hold(_ objective: [Int], reachedBy answer: ProgramAnswer, isCount: Bool) {
    let goal = Held(objective: objective, value: objective.value(of: answer))
    if objective.contains(where: { $0 != 0 }) { held.append(goal) }
    if isCount { freeCount = goal.value }
    start = answer.values
  }

  /// Numbers near 0 leave floating point the digits in which answers differ.
  func objective(_ measure: Measure) -> [Int] {
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

extension [Int] {
  func value(of answer: ProgramAnswer) -> Int {
    zip(self, answer.values).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
  }
}
