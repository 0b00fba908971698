import Problems
import Solvers

extension Mechanism {
  /// How many stable assignments are looked at for the best of them.
  private static let stableLimit = 20_000

  /// Runs the procedure; fixed pairs stand, whatever else.
  ///
  /// - Throws: ``PolicyError``, also where the pairs break a rule that the procedure does not know.
  func result(in market: Market, _ run: PolicyRun) throws(PolicyError) -> PolicyResult {
    if isForSingles, let mentee = market.problem.demands.firstIndex(where: { $0 > 1 }) {
      throw .severalMentors(mentee: mentee)
    }
    if let witness = try contradiction(in: market.problem) { return .infeasible(witness) }
    let result = try outcome(in: market, run)
    let sets: [[Pair]] =
      switch result {
      case .pairs(let pairs, _): [pairs]
      case .lottery(let lottery): lottery.tickets.map(\.pairs)
      case .limitReached(let pairs): pairs.map { [$0] } ?? []
      case .nonexistent, .infeasible: []
      }
    // Pairs that keep every rule are what the procedure promises among all that do.
    for pairs in sets {
      if let rule = market.problem.ruleBroken(by: pairs) { throw .unknownRule(rule) }
    }
    return result
  }

  /// Why fixed pairs, which stand in every answer, take more places than there are.
  private func contradiction(in problem: AssignmentProblem) throws(PolicyError) -> Witness? {
    let isOverfull =
      Dictionary(grouping: problem.fixed, by: \.mentor)
      .contains { $1.count > problem.mentors[$0].capacity }
      || Dictionary(grouping: problem.fixed, by: \.mentee)
        .contains { $1.count > problem.demands[$0] }
    guard isOverfull else { return nil }
    do throws(BackendError) {
      let router = BackendRouter(backend: .auto)
      guard case .infeasible(let witness) = try router.solve(problem).outcome else { return nil }
      return witness
    } catch {
      throw .backend(error)
    }
  }

  private func outcome(
    in market: Market, _ run: PolicyRun
  ) throws(PolicyError) -> PolicyResult {
    let ranked = market.ranked
    func found(_ pairs: [Pair]) -> PolicyResult {
      .pairs((ranked.fixed + pairs).sorted(), .definition)
    }
    switch self {
    case .deferredAcceptance(let side):
      let acceptance = DeferredAcceptance(
        ranked, proposing: side == .mentees ? .mentees : .mentors)
      return found(acceptance.pairs(tieLot: run.tieLot))
    case .promotingAcceptance:
      return found(DeferredAcceptance(ranked, isPromoting: true).pairs(tieLot: run.tieLot))
    case .stable(let kind):
      let stability: Stability = kind == .strongly ? .strong : .superStable
      switch IndifferentStability(ranked, stability).answer() {
      case .found(let pairs): return found(pairs)
      case .none: return .nonexistent
      case .undecided: return .limitReached(nil)
      }
    case .bestStable(let cost):
      let goal: StableGoal = cost == .minimumRegret ? .minimumRegret : .sexEqual
      let best = StableMatchings(ranked, equals: .ordered(lot: run.tieLot))
        .best(goal, limit: Self.stableLimit)
      guard let best else { return .nonexistent }
      return best.isProven
        ? found(best.pairs) : .limitReached((ranked.fixed + best.pairs).sorted())
    case .popular:
      switch PopularMatching(ranked).answer() {
      case .found(let pairs): return found(pairs)
      case .none: return .nonexistent
      case .undefined: throw .severalMentors(mentee: ranked.demands.firstIndex { $0 > 1 } ?? 0)
      }
    case .serialDictatorship:
      return found(SerialDictatorship(ranked, tieLot: run.tieLot).pairs())
    case .randomSerialDictatorship:
      return found(SerialDictatorship(ranked, tieLot: run.tieLot).pairs(orderLot: run.lot))
    case .probabilisticSerial:
      let lottery = MatchingLottery(ProbabilisticSerial(ranked).shares(tieLot: run.tieLot))
      return .lottery(Lottery(lottery, fixed: ranked.fixed))
    case .immediateAcceptance:
      return found(ImmediateAcceptance(ranked).pairs(tieLot: run.tieLot))
    case .topTradingCycles:
      return found(TopTradingCycles(ranked).pairs(tieLot: run.tieLot))
    case .greedy, .firstCome, .random:
      return .pairs(Baseline(problem: market.problem).pairs(self, seed: run.seed), .definition)
    case .byHand:
      let places = Places(market.problem.table, market.rankings)
      let hand = ByHand(market.problem) { pair in
        market.problem.table.entry(of: pair).map {
          places.ofMentors[$0] == 1 && places.ofMentees[$0] == 1
        } ?? false
      }
      return .pairs(hand.pairs, .definition)
    }
  }
}

extension AssignmentProblem {
  /// The first rule beside places that pairs break; `nil` where they keep all.
  ///
  /// Who must be served is no such rule: a mechanism is what it is.
  ///
  /// - Complexity: O(pairs · rules).
  func ruleBroken(by pairs: [Pair]) -> Rule? {
    let byMentor = Dictionary(grouping: pairs, by: \.mentor).mapValues { Set($0.map(\.mentee)) }
    let served = Set(pairs.map(\.mentee))
    for (index, quota) in quotas.enumerated() where !quota.isVacuous {
      if let when = quota.when, served.isDisjoint(with: when) { continue }
      let count = pairs.count(where: quota.counts)
      if count < quota.atLeast || quota.atMost.map({ count > $0 }) ?? false { return .quota(index) }
    }
    for mentor in mentors.indices {
      let load = byMentor[mentor]?.count ?? 0
      let mayBeEmpty = minimumRule == .ifOpen && load == 0
      if load < mentors[mentor].minimum, !mayBeEmpty { return .minimum(mentor: mentor) }
      if let limit = hours.limits[mentor] {
        let taken = pairs.filter { $0.mentor == mentor }.reduce(0) { $0 + hours.hours(of: $1) }
        if taken > limit { return .hours(mentor: mentor) }
      }
    }
    for (index, set) in apart.enumerated()
    where byMentor.values.contains(where: { $0.intersection(set).count > 1 }) {
      return .apart(index)
    }
    for (index, set) in together.enumerated() {
      let isSplit = byMentor.values.contains { 1..<set.count ~= $0.intersection(set).count }
      if isSplit { return .together(index) }
    }
    return nil
  }
}

extension Lottery {
  fileprivate init(_ lottery: MatchingLottery, fixed: [Pair]) {
    self.init(
      tickets: lottery.draws.map {
        Ticket(
          probability: Double($0.parts) / Double(max(1, lottery.parts)),
          pairs: (fixed + $0.pairs).sorted())
      }.sorted { $0.probability > $1.probability },
      tolerance: 1e-12)
  }
}
