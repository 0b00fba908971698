public import Problems

/// A `nastavnik.solution/1` file as a value: what a solver claims, in the numbers of the instance.
///
/// ```swift
/// let file = SolutionFile(outcome, of: instance, facts: facts)
/// file.json.text()                                  // {"schema":"nastavnik.solution/1",…}
/// try SolutionFile(bytes: bytes).outcome(of: instance) == outcome
/// ```
///
/// Invariant: `SolutionFile(bytes:)` of the written text equals the file, so that a checker needs
/// nothing but the two files.
public struct SolutionFile: Equatable, Sendable {
  public enum Status: String, CaseIterable, Sendable {
    case optimal, feasible, unknown, infeasible, error
  }

  public enum ProofKind: String, CaseIterable, Sendable {
    case duals, bound, definition
  }

  /// A value in the numbers and the sense of the instance.
  public struct Value: Equatable, Sendable {
    public var matched: Int
    public var total: JSONNumber

    public init(matched: Int, total: JSONNumber) {
      self.matched = matched
      self.total = total
    }
  }

  /// Dual prices in the numbers of the instance.
  public struct Certificate: Equatable, Sendable {
    public var coverageWeight: JSONNumber
    public var mentees: [JSONNumber]
    public var mentors: [JSONNumber]
    public var quotas: [JSONNumber] = []

    public init(
      coverageWeight: JSONNumber, mentees: [JSONNumber], mentors: [JSONNumber],
      quotas: [JSONNumber] = []
    ) {
      self.coverageWeight = coverageWeight
      self.mentees = mentees
      self.mentors = mentors
      self.quotas = quotas
    }
  }

  public enum FileWitness: Equatable, Sendable {
    /// `needed` may be missing in the files of others.
    case hall(side: Side, mentees: [Int], mentors: [Int], places: Int, needed: Int?)
    /// Rules by their path in the instance file; `isMinimal` = none can be spared.
    case conflict(rules: [String], isMinimal: Bool = true)
    case nonexistent(policy: String)
  }

  /// By how much a bound would have to move for an answer to exist; see ``Problems/Relaxation``.
  public struct Change: Equatable, Sendable {
    /// The path of the rule in the instance file.
    public var rule: String
    /// In the numbers of the file.
    public var by: JSONNumber

    public init(rule: String, by: JSONNumber) {
      self.rule = rule
      self.by = by
    }
  }

  /// What the pairs are worth to one goal of a policy, in the numbers of the file.
  public struct GoalClaim: Equatable, Sendable {
    public var goal: String
    /// One number, or the points of all pairs; none where a goal says nothing of no pairs.
    public var values: [JSONNumber]

    public init(goal: String, values: [JSONNumber]) {
      self.goal = goal
      self.values = values
    }
  }

  /// One outcome of a lottery.
  public struct Ticket: Equatable, Sendable {
    public var probability: Double
    public var pairs: [Pair]

    public init(probability: Double, pairs: [Pair]) {
      self.probability = probability
      self.pairs = pairs
    }
  }

  /// Seconds of each step.
  public struct Timing: Equatable, Sendable {
    public var read: Double
    public var solve: Double
    public var verify: Double

    public init(read: Double, solve: Double, verify: Double) {
      self.read = read
      self.solve = solve
      self.verify = verify
    }
  }

  /// What a run knows beside its outcome.
  public struct Facts: Equatable, Sendable {
    public var version: String
    public var seed: Int
    public var policy: String
    /// Where a rank-based policy took preferences from; `nil` for others.
    public var preferences: String?
    public var backend: String
    public var verified: Bool
    /// `nil` on a stream: equal inputs give equal bytes.
    public var seconds: Timing?
    public var cpuSeconds: Timing?

    public init(
      version: String, seed: Int, policy: String, preferences: String? = nil, backend: String,
      verified: Bool,
      seconds: Timing? = nil, cpuSeconds: Timing? = nil
    ) {
      self.version = version
      self.seed = seed
      self.policy = policy
      self.preferences = preferences
      self.backend = backend
      self.verified = verified
      self.seconds = seconds
      self.cpuSeconds = cpuSeconds
    }
  }

  public static let schema = "nastavnik.solution/1"

  public var id: JSONValue?
  /// `nil` in files of others that do not name their instance.
  public var instanceHash: String?
  public var facts: Facts
  public var status: Status
  public var objective: Value?
  public var bound: Value?
  public var pairs: [Pair]
  public var proof: ProofKind?
  public var certificate: Certificate?
  public var witness: FileWitness?
  /// Changes that would make an infeasible instance feasible; `nil` = none are known.
  public var relaxation: [Change]?
  /// Whether no smaller changes would; means nothing without any.
  public var relaxationIsCheapest: Bool
  /// By goal of the policy; `nil` where pairs and points are all there is.
  public var goals: [GoalClaim]?
  public var tolerance: Double?
  /// The draw of which ``pairs`` is one outcome; `nil` where nothing was drawn.
  public var lottery: [Ticket]?

  public init(
    id: JSONValue?, instanceHash: String?, facts: Facts, status: Status, objective: Value? = nil,
    bound: Value? = nil, pairs: [Pair] = [], proof: ProofKind? = nil,
    certificate: Certificate? = nil, witness: FileWitness? = nil, relaxation: [Change]? = nil,
    relaxationIsCheapest: Bool = true, goals: [GoalClaim]? = nil, tolerance: Double? = nil,
    lottery: [Ticket]? = nil
  ) {
    self.id = id
    self.instanceHash = instanceHash
    self.facts = facts
    self.status = status
    self.objective = objective
    self.bound = bound
    self.pairs = pairs
    self.proof = proof
    self.certificate = certificate
    self.witness = witness
    self.relaxation = relaxation
    self.relaxationIsCheapest = relaxationIsCheapest
    self.goals = goals
    self.tolerance = tolerance
    self.lottery = lottery
  }
}
