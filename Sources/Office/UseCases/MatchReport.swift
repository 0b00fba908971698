public import Mentorship
public import Policies

/// A matched season: what the curator sees, the web page shows and the files hold.
public struct MatchReport: Sendable {
  public let season: Season
  public let outcome: Outcome
  public let policy: Policy
  public let backend: Backend
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

/// Why a season that must serve everybody, or keep its pins, cannot.
public enum Impossibility: Equatable, Sendable {
  /// These mentees need more places than these mentors have.
  case shortage(Shortage)
  /// The pins do not fit into the limits of these people.
  case pins(pairs: [NamedPair], limits: [PersonID])
}

/// Mentees who together need more places than all their eligible mentors have.
public struct Shortage: Equatable, Sendable {
  public let mentees: [Seat]
  public let mentors: [Seat]
  public let needed: Int
  public let places: Int
}

/// Two people of a pair, whatever the form.
public struct NamedPair: Equatable, Sendable {
  public let mentee: PersonID
  public let mentor: PersonID
}
