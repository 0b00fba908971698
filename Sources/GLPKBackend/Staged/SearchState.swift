import Solvers

/// What the steps of one search share: the best answer, the cutoff and the bound, all in whole units of the
/// divided objective.
final class SearchState {
  let program: CompactProgram
  let structure: ProgramStructure
  let question: StopQuestion
  let effort: Effort
  /// What the objective can reach in magnitude.
  let reach: Int

  /// How far a search goes.
  enum Effort {
    case full
    /// As far as the bound of the linear relaxation.
    case relaxation
    /// With small trees, and no time spent on better answers.
    case limited(nodes: Int)
  }

  private let report: (SearchProgress.Phase, _ best: Int?, _ bound: Int?) -> Void
  /// What double precision may be wrong by in an objective; whole numbers leave room for it.
  let slack: Double
  private(set) var best: [Bool]?
  private(set) var bestValue: Int?
  /// Only answers above this are looked for; `nil` = any answer.
  private(set) var cutoff: Int?
  /// No answer is better than this; `nil` = nothing is known.
  private(set) var bound: Int?
  var phase = SearchProgress.Phase.presolve

  /// Begins without an answer: the divided objective can reach `reach` in magnitude, and `report` is told
  /// phase, best and bound when one of them changes.
  init(
    _ program: CompactProgram, reach: Int, question: StopQuestion, effort: Effort = .full,
    report: @escaping (SearchProgress.Phase, Int?, Int?) -> Void
  ) {
    self.program = program
    structure = ProgramStructure(program)
    self.question = question
    self.effort = effort
    self.reach = reach
    self.report = report
    // As for `NumericLimits`: with reach ≤ 2³³ this stays below 0.002.
    slack = 1e-5 + Double(reach) * 0x1p-43
  }

  /// Nodes of one tree.
  var nodeLimit: Int {
    if case .limited(let nodes) = effort { return nodes }
    return .max
  }

  /// What an objective must reach to be of interest.
  var threshold: Double { cutoff.map { Double($0) + 1 - slack } ?? -.infinity }

  /// By how much a relaxation with this value may fall before nothing of interest is left.
  func room(below value: Double) -> Double {
    cutoff.map { value - (Double($0) + 1) + slack } ?? .infinity
  }

  /// Looks only for answers above a value from now on, whether or not one is known.
  func aim(above value: Int?) { cutoff = value }

  /// Takes an answer if it satisfies the rows.
  ///
  /// - Returns: whether it does.
  func offer(_ values: [Bool]) -> Bool {
    guard let value = program.objective(of: values) else { return false }
    if let bestValue, value <= bestValue { return true }
    best = values
    bestValue = value
    if cutoff.map({ value > $0 }) ?? true { cutoff = value }
    tell()
    return true
  }

  /// No answer is above `value`.
  func lowerBound(to value: Int) {
    if let bound, bound <= value { return }
    bound = value
    tell()
  }

  /// The value of a relaxation as a bound in whole numbers.
  func lowerBound(to value: Double) {
    guard value < 0x1p60, value > -0x1p60 else { return }
    lowerBound(to: Int((value + slack).rounded(.down)))
  }

  var isProven: Bool {
    guard let bestValue, let bound else { return false }
    return bestValue >= bound
  }

  func tell() { report(phase, bestValue, bound) }
}
