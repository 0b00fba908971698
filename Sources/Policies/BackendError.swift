import GLPKBackend
public import Problems
import Solvers

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
  /// The same for the goals of a policy.
  case goalsDisagree(hungarian: [GoalValue], glpk: [GoalValue])
  /// The Hungarian method was asked for a policy that no network holds.
  case needsPrograms
  /// A policy does not know what the problem asks for.
  indirect case policy(PolicyError)
  /// ``Goal/nash`` was asked about points below 0.
  case negativePoints(Pair)
  /// The numbers of the problem and of the goals are too large together.
  case problem(ProblemError)
  /// GLPK failed, with its own words.
  case failed(String)
  /// The numbers are too large for GLPK's floating point to be exact.
  case numbersTooLarge(limit: Int)
}

extension BackendError {
  init(_ obstacle: NotANetwork) {
    switch obstacle {
    case .minimumIfOpen(let mentor): self = .notANetwork(rule: .minimum(mentor: mentor))
    case .quotaOverSomeMentees(let quota): self = .notANetwork(rule: .quota(quota))
    case .quotaUnderCondition(let quota): self = .notANetwork(rule: .quota(quota))
    case .crossingQuotas(_, let quota): self = .notANetwork(rule: .quota(quota))
    case .apart(let index): self = .notANetwork(rule: .apart(index))
    case .together(let index): self = .notANetwork(rule: .together(index))
    case .hours(let mentor): self = .notANetwork(rule: .hours(mentor: mentor))
    }
  }

  init(_ error: GLPKError) {
    switch error {
    case .objectiveTooLarge(_, let limit), .rowTooLarge(_, let limit):
      self = .numbersTooLarge(limit: limit)
    case .fault(let message): self = .failed(message)
    case .unevenRow, .columnOutOfRange, .columnTwice, .programTooLarge, .gaveUp, .wrongAnswer,
      .notOptimal:
      self = .failed(String(describing: error))
    }
  }
}
