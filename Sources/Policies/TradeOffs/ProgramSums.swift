import GLPKBackend
import Problems
import Solvers

/// Sums of two goals under any rules: each question is an integer program.
struct ProgramSums: TradeOffSource {
  private let goals: GoalProblem
  private let values: TradeOffValues
  private let chain: ProgramChain
  /// What the goals count beside the pairs.
  private let columns: (first: [Column], second: [Column])

  private typealias Column = (column: Int, value: Int)

  /// Takes a problem with two goals; `nil` where its rules contradict each other before anything is chosen.
  ///
  /// Only assignments with so many `matched` pairs count, where that is said; the limits are for all questions
  /// together.
  init?(
    _ goals: GoalProblem, _ first: Goal, _ second: Goal, matched: Int?, limits: SolverLimits,
    watch: SolverWatch
  ) {
    guard var chain = ProgramChain(goals.problem, limits: limits, watch: watch) else { return nil }
    if let matched { chain.settle(matched, of: goals.problem.table) }
    func columns(of goal: Goal) -> [Column] {
      switch goal {
      case .load: chain.addLoads(of: goals.problem)
      case .blockingPairs:
        StabilityRows(goals).addBlocking(to: &chain).values.sorted().map { ($0, -1) }
      case .matched, .points, .worst, .leximin, .nash, .ranks, .bothRanks, .rankProfile, .generous,
        .firstChoices, .changes, .waiting:
        []
      }
    }
    self.columns = (columns(of: first), columns(of: second))
    self.goals = goals
    self.chain = chain
    values = TradeOffValues(goals, first, second)
  }

  /// - Complexity: exponential at worst.
  func best(
    _ weights: TradeOffWeights, floor: Int?
  ) throws(BackendError) -> TradeOffAnswer {
    let table = goals.problem.table
    let sums = try weights.sums(values, of: table)
    var own: [Int: Int] = [:]
    for (column, value) in columns.first { own[column, default: 0] += weights.first * value }
    for (column, value) in columns.second { own[column, default: 0] += weights.second * value }
    var part = chain
    if let floor { part.close { (table.points(of: $0) ?? .max) < floor } }
    let measure = ProgramChain.Measure(
      columns: own.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    ) { pair in
      table.entry(of: pair).map { sums[$0] } ?? 0
    }
    return try part.best(measure)
  }
}

extension ProgramChain {
  /// Lets only assignments count that have so many pairs.
  mutating func settle(_ matched: Int, of table: PairTable) {
    var terms: [Term] = []
    terms.reserveCapacity(table.pairCount)
    table.forEachPair { pair, _ in terms.append(Term(pair, 1)) }
    addRow(terms, lower: matched, upper: matched)
  }

  /// The best pairs for a measure.
  ///
  /// - Throws: ``BackendError``.
  mutating func best(_ measure: Measure) throws(BackendError) -> TradeOffAnswer {
    do throws(GLPKError) {
      switch try maximise(measure) {
      case .optimal(let pairs): return .best(pairs)
      case .infeasible: return .nothing
      case .limitReached: return .stopped
      }
    } catch {
      throw BackendError(error)
    }
  }
}
