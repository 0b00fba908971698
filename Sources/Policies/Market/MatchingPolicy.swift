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
  /// Of lots that are the policy's own.
  public var seed: Int
  /// Whether equals go by the lots of the seed; else in canonical order.
  public var drawsTies: Bool
  public var backend: Backend
  public var limits: SolverLimits
  public var watch: SolverWatch

  public init(
    seed: Int = 1, drawsTies: Bool = false, backend: Backend = .auto,
    limits: SolverLimits = .init(),
    watch: SolverWatch = .none
  ) {
    self.seed = seed
    self.drawsTies = drawsTies
    self.backend = backend
    self.limits = limits
    self.watch = watch
  }
}

extension PolicyRun {
  /// The seed as the start of a lot.
  var lot: UInt64 { UInt64(bitPattern: Int64(seed)) }

  /// The lots of equals; `nil` = canonical order.
  var tieLot: UInt64? { drawsTies ? lot : nil }
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

  /// The assignment that a seed draws.
  public func drawn(seed: Int) -> [Pair] {
    var generator = SeededGenerator(seed: seed, draw: 0)
    var left = Double.random(in: 0..<1, using: &generator)
    for ticket in tickets {
      left -= ticket.probability
      if left < 0 { return ticket.pairs }
    }
    return tickets.last?.pairs ?? []
  }

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
