/// A procedure that says who gets whom step by step, rather than a goal that the result is best for.
///
/// All look at the places that people give each other, but for the baselines, which look at points.
enum Mechanism: Sendable {
  /// Deferred acceptance with the mentees proposing, or the mentors.
  case deferredAcceptance(proposing: ProposingSide)
  /// The same with a second and a third try for mentees whom all refuse.
  case promotingAcceptance
  /// An assignment that stands where people would not mind a change.
  case stable(StableKind)
  /// Of all stable assignments, one that is best for a cost.
  case bestStable(StableCost)
  case popular
  case serialDictatorship
  case randomSerialDictatorship
  case probabilisticSerial
  case immediateAcceptance
  case topTradingCycles
  /// The pair with most points, then the next that is left.
  case greedy
  /// Mentee by mentee in the order of the list, each the best that is left.
  case firstCome
  case random
  case byHand

  enum ProposingSide: Sendable { case mentees, mentors }
  enum StableKind: Sendable { case strongly, superStable }
  enum StableCost: Sendable { case minimumRegret, sexEqual }

  /// Whether it needs one mentor for each mentee at most.
  var isForSingles: Bool {
    switch self {
    case .popular: true
    case .deferredAcceptance, .promotingAcceptance, .stable, .bestStable, .serialDictatorship,
      .randomSerialDictatorship, .probabilisticSerial, .immediateAcceptance, .topTradingCycles,
      .greedy, .firstCome, .random, .byHand:
      false
    }
  }

  /// The stability that its results have, where they have one.
  var isStable: Bool {
    switch self {
    case .deferredAcceptance, .promotingAcceptance, .stable, .bestStable: true
    case .popular, .serialDictatorship, .randomSerialDictatorship, .probabilisticSerial,
      .immediateAcceptance, .topTradingCycles, .greedy, .firstCome, .random, .byHand:
      false
    }
  }
}
