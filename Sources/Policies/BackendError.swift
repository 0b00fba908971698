public import Problems

/// Why a backend could not answer.
public enum BackendError: Error, Equatable, Sendable {
  /// What a backend said, as far as two can be compared.
  public enum Summary: Equatable, Sendable {
    case optimal(Objective)
    case limitReached
    case infeasible
  }

  /// The Hungarian method was asked for a problem whose rules form no network.
  case notANetwork(rule: Rule)
  /// The two backends contradict each other: a defect, never hidden.
  case disagreement(hungarian: Summary, glpk: Summary)
  /// GLPK failed, with its own words.
  case failed(String)
  /// The numbers are too large for GLPK's floating point to be exact.
  case numbersTooLarge(limit: Int)
}
