public import Problems
import Solvers

/// Whether pairs have the property that defines a mechanism.
///
/// Stability is looked for pair by pair, popularity by a vote against the best rival; what a procedure alone defines is run
/// again, with equals in canonical order and by the seed's lots.
public struct PolicyAudit: Sendable {
  private let market: Market
  private let seed: Int

  public init(_ market: Market, seed: Int) {
    self.market = market
    self.seed = seed
  }

  /// Whether a policy may claim some pairs; `true` for goals, which have proofs of their own.
  ///
  /// - Complexity: that of the policy.
  public func accepts(_ pairs: [Pair], of policy: Policy) -> Bool {
    guard let mechanism = policy.mechanism else { return true }
    let free = pairs.filter { !market.ranked.fixed.contains($0) }
    func blocks(_ stability: Stability) -> Bool {
      BlockingPairs(market.ranked, of: free).first(stability) != nil
    }
    guard free.count + market.ranked.fixed.count == pairs.count else { return false }
    if mechanism.isStable {
      guard free.allSatisfy({ market.ranked.table.entry(of: $0) != nil }) else { return false }
    }
    switch mechanism {
    case .stable(let kind): return !blocks(kind == .strongly ? .strong : .superStable)
    case .popular:
      return free.allSatisfy { market.ranked.table.entry(of: $0) != nil }
        && PopularVote(market.ranked, on: free).result().map { $0.margin <= 0 } ?? false
    case .deferredAcceptance, .promotingAcceptance, .bestStable:
      return !blocks(.weak) && isReplayed(pairs, mechanism)
    case .serialDictatorship, .randomSerialDictatorship, .probabilisticSerial,
      .immediateAcceptance, .topTradingCycles, .greedy, .firstCome, .random, .byHand:
      return isReplayed(pairs, mechanism)
    }
  }

  private func isReplayed(_ pairs: [Pair], _ mechanism: Mechanism) -> Bool {
    let claimed = pairs.sorted()
    return [false, true].contains { drawsTies in
      let run = PolicyRun(seed: seed, drawsTies: drawsTies)
      return switch try? mechanism.result(in: market, run) {
      case .pairs(let found, _)?: found.sorted() == claimed
      case .limitReached(let found?)?: found.sorted() == claimed
      case .lottery(let lottery)?: lottery.tickets.contains { $0.pairs.sorted() == claimed }
      case .nonexistent?, .infeasible?, .limitReached(nil)?, nil: false
      }
    }
  }
}
