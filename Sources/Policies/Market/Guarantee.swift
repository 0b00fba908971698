/// What a policy can promise of every market with strict lists, one mentor for each mentee and any number of places.
///
/// Pairs that somebody left out are taken as not eligible, so that all policies look at the same pairs. Of a lottery every
/// outcome must have the property.
public enum Guarantee: String, CaseIterable, Sendable {
  /// There always is an answer, whoever is tied.
  case existence
  /// No two would both rather have each other.
  case stability
  /// No mentee would rather have a mentor who has somebody that the mentor likes less.
  case fairness
  /// Nobody among the mentees could be better off without another being worse off.
  case efficiency
  /// As many pairs as there can be.
  case coverage
  /// No mentee ever gains by another list than the true one.
  case candour
}

extension Policy {
  /// Whether the policy keeps a promise; `nil` where it means nothing: who does not look at lists gives nobody a reason
  /// to bend them.
  ///
  /// Every `true` is held against random markets, every `false` stands by a counterexample in `samples/policies`.
  public func keeps(_ guarantee: Guarantee) -> Bool? {
    switch guarantee {
    case .existence: ![.popular, .stronglyStable, .superStable].contains(self)
    case .stability: isAlwaysStable
    case .fairness: isAlwaysStable
    case .efficiency: isAlwaysEfficient
    case .coverage: isAlwaysLargest
    case .candour: looksAtRanks ? isStrategyProof : nil
    }
  }

  private var isAlwaysStable: Bool {
    switch self {
    case .maxSizeStable, .egalitarianStable, .stableMentee, .stableMentor, .kiralyStable,
      .stronglyStable, .superStable, .minimumRegretStable, .sexEqualStable:
      true
    default: false
    }
  }

  private var isAlwaysEfficient: Bool {
    switch self {
    case .rankMaximal, .greedyMaximum, .generous, .minRankSum, .popular, .serialDictatorship,
      .randomSerialDictatorship, .probabilisticSerial, .immediateAcceptance, .topTradingCycles:
      true
    default: false
    }
  }

  private var isAlwaysLargest: Bool {
    switch self {
    case .coverageFirst, .bottleneck, .leximin, .evenLoad, .nash, .greedyMaximum, .generous,
      .minRankSum, .minBlocking:
      true
    default: false
    }
  }

  private var isStrategyProof: Bool {
    switch self {
    // Where nobody is tied, all of the stable ones here are what the first is.
    case .stableMentee, .kiralyStable, .maxSizeStable, .stronglyStable, .superStable,
      .serialDictatorship, .randomSerialDictatorship, .topTradingCycles:
      true
    default: false
    }
  }
}
