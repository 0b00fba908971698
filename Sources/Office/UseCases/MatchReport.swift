public import Mentorship
public import Policies
public import Problems

/// A matched season: what the curator sees, the web page shows and the files hold.
public struct MatchReport: Sendable {
  public let season: Season
  public let outcome: Outcome
  public let aim: Aim
  /// `nil` where a procedure found the pairs.
  public let backend: Backend?
  /// Whether dual prices prove the optimum, which were recomputed; else it is the word of a solver.
  public let isCertified: Bool
  /// The hash of the inputs, see `SeasonFingerprint`.
  public let inputsHash: String
  /// What pairs made by hand would come to; `nil` without a proposal.
  public let byHand: HandMade?
  /// Findings of reading and scoring, by place.
  public let findings: [Finding]
  /// Wall time from the season to the checked answer.
  public let seconds: Double

  /// What came of the season.
  public enum Outcome: Equatable, Sendable {
    /// Checked twice: against the problem, and against the people.
    case proposed(Proposal, isOptimal: Bool)
    case impossible(Impossibility)
    /// A limit was reached before any answer.
    case limitReached
  }
}

/// What somebody with a list and a pencil would have reached, see ``ByHand``.
public struct HandMade: Equatable, Sendable {
  public let objective: Objective
  /// Whether these pairs follow all rules of the season; nobody with a pencil sees to that.
  public let keepsRules: Bool
}

/// Why a season that must serve everybody, or keep its rules, cannot.
public enum Impossibility: Equatable, Sendable {
  /// These mentees need more places than these mentors have.
  case shortage(Shortage)
  /// These rules cannot hold together.
  case conflict(RuleConflict)
  /// Under these rules some two would always both rather have each other.
  case nothingStable
}

/// Rules that cannot all hold.
public struct RuleConflict: Equatable, Sendable {
  public let rules: [SeasonRule]
  /// Whether they could without any one of them; else the time was up before that was known.
  public let isMinimal: Bool
  /// Enough to change, checked, and as little as was found in time; empty where nothing was.
  public let changes: [RuleChange]
}

/// Mentees who together need more places than all their eligible mentors have.
public struct Shortage: Equatable, Sendable {
  public let mentees: [Seat]
  public let mentors: [Seat]
  public let needed: Int
  public let places: Int
  /// Enough to change, checked, and as little as was found in time; empty where nothing was.
  public let changes: [RuleChange]
}
