public import Policies

/// What policies made of the same instances.
public struct ComparisonReport: Equatable, Sendable {
  /// One instance or season.
  public struct Entry: Equatable, Sendable {
    public let file: String
    /// Of the bytes read, or of a season's inputs.
    public let hash: String
    public let menteeCount: Int
    public let mentorCount: Int
    public let pairCount: Int
    public let preferences: Market.Preferences
    /// The names of the groups by which coverage is told.
    public let groups: [String]
  }

  /// What became of a policy.
  public enum Status: String, Sendable {
    /// The policy's definition is met.
    case optimal
    /// A limit was reached with an answer.
    case feasible
    /// A limit was reached without one.
    case unknown
    case infeasible
    /// There are assignments, and none is what the policy asks for.
    case nonexistent
    /// The policy does not know a rule of the instance, or failed.
    case error

    /// Whether there are pairs to measure.
    public var hasPairs: Bool { self == .optimal || self == .feasible }
  }

  /// One policy on one instance.
  public struct Row: Equatable, Sendable {
    /// An index into the entries.
    public let instance: Int
    public let policy: String
    public let status: Status
    /// Whether the independent checker accepted the pairs.
    public let isVerified: Bool
    /// `duals`, `bound`, `definition`.
    public let proof: String?
    public let values: [Metric: Double]
    /// By goal: how far its value is from the best of all policies that were compared.
    public let regrets: [Metric: Double]
    /// What the answer owes to chance and candour; empty where nobody was asked.
    public let probes: [PolicyProbe.Question: Double]
    /// By group of the entry.
    public let coverages: [Double?]
    public let profiles: Profiles
    public let seconds: Double
    /// Why there are no pairs.
    public let message: String?
  }

  /// By place, from the first: how many people have a partner there; of lotteries on average.
  public struct Profiles: Equatable, Sendable {
    public var mentees: [Double] = []
    public var mentors: [Double] = []
  }

  public let version: String
  public let seed: Int
  public let policies: [String]
  public let metrics: [Metric]
  /// How many people of a side are asked what else they could say; 0 = none.
  public let probeSize: Int
  public internal(set) var entries: [Entry]
  /// Instance by instance, policies in the order asked for.
  public internal(set) var rows: [Row]

  public func rows(of policy: String) -> [Row] { rows.filter { $0.policy == policy } }
}

extension Metric {
  /// What other policies strive for, so that missing it is a price.
  public static let goals: [Metric] = [
    .matched, .total, .leastPoints, .meanRank, .firstChoices, .blocking, .giniLoad,
  ]
}
