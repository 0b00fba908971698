public import Problems
import Solvers

/// Measures assignments of one market, straight from the definitions of ``Metric``.
///
/// ```swift
/// let meter = MarketMeter(market)
/// meter.values(of: pairs)[.blocking]  // 0
/// ```
///
/// It shares nothing with the policies but the market.
public struct MarketMeter: Sendable {
  let market: Market
  /// By entry of the problem's table; `Int32.max` = not listed.
  let places: Places
  /// By person: the place after the last that was given.
  let lastPlaces: (ofMentees: [Int32], ofMentors: [Int32])
  private let most: (matched: Int?, total: Int?)

  /// - Complexity: O(pairCount + length of the rankings), and two solves of the assignment problem.
  public init(_ market: Market) {
    self.market = market
    places = Places(market.problem.table, market.rankings)
    func last(_ lists: [Rankings.Tiers?], _ count: Int) -> [Int32] {
      (0..<count).map { person in
        let tiers = lists.indices.contains(person) ? lists[person] : nil
        return Int32(truncatingIfNeeded: (tiers?.count ?? 1) + 1)
      }
    }
    lastPlaces = (
      last(market.rankings.mentees, market.problem.menteeCount),
      last(market.rankings.mentors, market.problem.mentorCount)
    )
    func best(_ coverage: Coverage) -> Objective? {
      guard let problem = market.problem.covering(coverage),
        case .optimal(let best, _)? = try? AssignmentSolver().solve(problem)
      else { return nil }
      return best.objective
    }
    most = (best(.first)?.matched, best(.ignore)?.total)
  }

  /// Everything that can be said of pairs; what has no value is not there.
  ///
  /// - Parameters:
  ///   - pairs: eligible ones.
  ///   - metrics: which ones are wanted.
  /// - Returns: the values by metric.
  /// - Complexity: O(pairCount), and with ``Metric/pareto`` one solve of the assignment problem.
  public func values(
    of pairs: [Pair], _ metrics: [Metric] = Metric.allCases
  ) -> [Metric: Double] {
    let measured = MeasuredPairs(self, pairs)
    var values: [Metric: Double] = [:]
    for metric in metrics { values[metric] = value(metric, measured) }
    return values
  }

  /// How many mentees have their mentor in the first place, in the second, and so on; and the same for mentors.
  public func profiles(of pairs: [Pair]) -> (ofMentees: [Int], ofMentors: [Int]) {
    let measured = MeasuredPairs(self, pairs)
    func counts(_ places: [Int32]) -> [Int] {
      var counts = [Int](repeating: 0, count: Int(places.max() ?? 0))
      for place in places { counts[Int(place) - 1] += 1 }
      return counts
    }
    return (counts(measured.mentorPlaces), counts(measured.menteePlaces))
  }

  /// Coverage by group, in the order of the market's groups; `nil` = nobody of the group asks for a mentor.
  public func coverages(of pairs: [Pair]) -> [(group: String, coverage: Double?)] {
    let measured = MeasuredPairs(self, pairs)
    return market.groups.map { ($0.name, measured.coverage(of: $0.mentees)) }
  }

  private func value(_ metric: Metric, _ measured: MeasuredPairs) -> Double? {
    let count = measured.pairs.count
    func share(_ part: Int) -> Double? { count == 0 ? nil : Double(part) / Double(count) }
    switch metric {
    case .matched: return Double(count)
    case .coverage: return measured.coverage(of: Array(0..<market.problem.menteeCount))
    case .total: return Double(measured.total)
    case .meanPoints: return count == 0 ? nil : Double(measured.total) / Double(count)
    case .leastPoints: return measured.points.first.map(Double.init)
    case .points10: return measured.points.quantile(10)
    case .points25: return measured.points.quantile(25)
    case .points50: return measured.points.quantile(50)
    case .points75: return measured.points.quantile(75)
    case .points90: return measured.points.quantile(90)
    case .firstChoices: return Double(measured.mentorPlaces.count { $0 == 1 })
    case .mentorFirstChoices: return Double(measured.menteePlaces.count { $0 == 1 })
    case .meanRank: return measured.meanRank
    case .meanRankMatched: return measured.mentorPlaces.mean
    case .mentorMeanRank: return measured.menteePlaces.mean
    case .mutualFirst:
      return share(
        zip(measured.mentorPlaces, measured.menteePlaces).count { $0 == 1 && $1 == 1 })
    case .mutualChoice: return share(measured.pairs.count(where: isMutualChoice))
    case .vetoed: return Double(measured.pairs.count { !isListed($0) })
    case .blocking: return Double(measured.blocking(isStrong: false).count)
    case .blockingStrong: return Double(measured.blocking(isStrong: true).count)
    case .blockingPeople:
      let blocking = measured.blocking(isStrong: false)
      return Double(Set(blocking.map(\.mentee)).count + Set(blocking.map(\.mentor)).count)
    case .envy: return Double(measured.enviousCount)
    case .giniPoints: return measured.pointsByMentee.gini
    case .giniLoad:
      let places = market.problem.mentors.map(\.capacity)
      return measured.loads.indices.filter { places[$0] > 0 }.map { measured.loads[$0] }.gini
    case .disparityCoverage:
      return market.groups.compactMap { measured.coverage(of: $0.mentees) }.spread
    case .disparityPoints:
      return market.groups.compactMap { measured.meanPoints(of: $0.mentees) }.spread
    case .pareto: return ParetoCheck(self, measured).isEfficient.map { $0 ? 1 : 0 }
    case .lostPairs: return most.matched.map { Double($0 - count) }
    case .pricePoints:
      return most.total.flatMap { most in
        most > 0 ? Double(most - measured.total) / Double(most) : nil
      }
    }
  }

  /// Whether nobody of a pair answered and left the other out.
  private func isListed(_ pair: Pair) -> Bool {
    market.problem.table.entry(of: pair).map(places.isAcceptable) ?? false
  }

  private func isMutualChoice(_ pair: Pair) -> Bool {
    func has(_ lists: [Rankings.Tiers?], _ owner: Int) -> Bool {
      lists.indices.contains(owner) && lists[owner] != nil
    }
    return has(market.rankings.mentees, pair.mentee) && has(market.rankings.mentors, pair.mentor)
      && isListed(pair)
  }
}
