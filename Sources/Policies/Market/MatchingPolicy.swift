public import Problems
public import Solvers

/// A rule that says which pairs are best: what a comparison compares.
///
/// ```swift
/// struct FirstListed: MatchingPolicy {
///   let name = "first-listed"
///   func result(in market: Market, _ run: PolicyRun) throws(PolicyError) -> PolicyResult {
///     .pairs(market.ranked.fixed, .definition)
///   }
/// }
/// ```
///
/// Equal markets and seeds give equal results.
public protocol MatchingPolicy: Sendable {
  /// Letters, digits and hyphens; no two policies of a comparison have the same.
  var name: String { get }

  /// What the policy says of a market.
  ///
  /// - Returns: a result; that there is none of the kind asked for is one too.
  /// - Throws: ``PolicyError`` where the question could not be answered.
  func result(in market: Market, _ run: PolicyRun) throws(PolicyError) -> PolicyResult
}

/// How a policy is run.
public struct PolicyRun: Sendable {
  /// Of lots.
  public var seed: Int
  public var backend: Backend
  public var limits: SolverLimits
  public var watch: SolverWatch

  public init(
    seed: Int = 1, backend: Backend = .auto, limits: SolverLimits = .init(),
    watch: SolverWatch = .none
  ) {
    self.seed = seed
    self.backend = backend
    self.limits = limits
    self.watch = watch
  }
}

/// What a policy says of a market.
public enum PolicyResult: Equatable, Sendable {
  /// Why the pairs are what the policy promises.
  public enum Proof: Equatable, Sendable {
    /// Prices that anybody can check by hand.
    case duals(DualPrices)
    /// A solver's word that nothing is better.
    case bound
    /// The pairs have the property that defines the policy, which was checked.
    case definition
  }

  case pairs([Pair], Proof)
  /// A draw between assignments.
  case lottery(Lottery)
  /// There are assignments, and none is what the policy asks for.
  case nonexistent
  /// No assignment satisfies the rules.
  case infeasible(Witness)
  /// Stopped, with the best so far.
  case limitReached([Pair]?)
}

/// A draw between assignments.
public struct Lottery: Equatable, Sendable {
  /// One assignment and how likely it is.
  public struct Ticket: Equatable, Sendable {
    public let probability: Double
    public let pairs: [Pair]

    public init(probability: Double, pairs: [Pair]) {
      self.probability = probability
      self.pairs = pairs
    }
  }

  /// The likeliest first; the probabilities add up to 1 within ``tolerance``.
  public let tickets: [Ticket]
  public let tolerance: Double

  public init(tickets: [Ticket], tolerance: Double) {
    self.tickets = tickets
    self.tolerance = tolerance
  }
}

/// Why a policy could not be run.
public enum PolicyError: Error, Equatable, Sendable {
  case backend(BackendError)
  /// The policy is defined for places alone, and this rule binds.
  case unknownRule(Rule)
  /// The policy is defined for one mentor each, and this mentee wants several.
  case severalMentors(mentee: Int)
}
