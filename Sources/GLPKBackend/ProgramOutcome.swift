/// What a solver found out about a 0–1 program.
public enum ProgramOutcome: Equatable, Sendable {
  case optimal(ProgramAnswer)
  case infeasible
  /// The time limit or a cancellation; no answer has an objective above `bound`.
  case limitReached(ProgramAnswer?, bound: Int)
}

/// Values of the columns that satisfy every row, and the objective that they have.
public struct ProgramAnswer: Equatable, Sendable {
  /// By column: whether x = 1.
  public let values: [Bool]
  public let objective: Int

  public init(values: [Bool], objective: Int) {
    self.values = values
    self.objective = objective
  }
}
