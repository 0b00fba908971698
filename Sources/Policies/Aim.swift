public import Problems

/// What to look for: a policy by its name, or any chain of goals.
public enum Aim: Equatable, Sendable {
  case policy(Policy)
  case goals(GoalChain)

  private static let prefix = "goals:"

  /// Reads the ``name`` back; `nil` for what is none.
  public init?(named name: String) {
    if let policy = Policy(rawValue: name) {
      self = .policy(policy)
    } else if name.hasPrefix(Self.prefix),
      let chain = GoalChain(parsing: String(name.dropFirst(Self.prefix.count)))
    {
      self = .goals(chain)
    } else {
      return nil
    }
  }

  /// A policy's name, or `goals:matched,worst`.
  public var name: String {
    switch self {
    case .policy(let policy): policy.rawValue
    case .goals(let chain): Self.prefix + chain.text
    }
  }

  /// `nil` where a procedure says who gets whom.
  public var chain: GoalChain? {
    switch self {
    case .policy(let policy): policy.chain
    case .goals(let chain): chain
    }
  }

  /// Whether it looks at the places that people give each other.
  public var looksAtRanks: Bool {
    switch self {
    case .policy(let policy): policy.looksAtRanks
    case .goals(let chain): chain.looksAtRanks
    }
  }

  /// Whether it can be asked of a problem with this coverage rule; goals say themselves what they want.
  public func agrees(with coverage: Coverage) -> Bool {
    switch self {
    case .policy(let policy): policy.agrees(with: coverage)
    case .goals: true
    }
  }

  /// The coverage rule that says all of it; `nil` where goals beyond pairs and points are asked for.
  ///
  /// Who must be served must be served whatever the goals are.
  public func plainCoverage(_ coverage: Coverage) -> Coverage? {
    switch chain {
    case GoalChain([.matched, .points]): coverage == .ignore ? .first : coverage
    case GoalChain([.points]): coverage == .first ? .ignore : coverage
    default: nil
    }
  }
}
