package import Problems

/// Probabilistic serial: all mentees eat at once, each from the best mentor of whom something is left.
///
/// ```swift
/// let shares = ProbabilisticSerial(market).shares()
/// shares.probability(of: entry)     // what was eaten
/// MatchingLottery(shares).draws     // assignments with these probabilities
/// ```
///
/// With equals in canonical order (or by lot) and one mentor for each mentee, nobody would rather have the chances of
/// another who seeks the same acceptable mentors, and no exchange of chances is better for all who take part (by the
/// lists as they then stand). Mentees may gain by false lists. Who asks for several goes on eating at the same speed
/// until all is eaten, from each mentor at most one.
///
/// Chances are whole numbers of a common part, which is made finer whenever somebody would finish between two parts.
/// They are exact as long as the parts of one fit; afterwards single parts go to who comes first, and
/// ``Shares/roundedParts`` says how many.
///
/// Source: A. Bogomolnaia, H. Moulin, "A new solution to the random assignment problem", Journal of Economic Theory
/// 100(2), 2001, doi:10.1006/jeth.2000.2710; F. Kojima, "Random assignment of multiple indivisible objects",
/// Mathematical Social Sciences 57(1), 2009, doi:10.1016/j.mathsocsci.2008.08.003 (several).
package struct ProbabilisticSerial {
  private let market: RankedMarket

  /// The most parts of one.
  private let mostParts: Int

  /// - Parameters:
  ///   - market: mentors' places are not looked at; fixed pairs are not in the result.
  ///   - mostParts: how fine the common part may become.
  package init(_ market: RankedMarket, mostParts: Int = 1 << 50) {
    self.market = market
    // All that is eaten must fit.
    self.mostParts = max(1, min(mostParts, .max / 4 / max(1, market.table.pairCount)))
  }

  /// Lets all eat, with equals in canonical order or by the lots of a seed.
  ///
  /// - Complexity: O(*e* · people + pairCount · log degree), where *e* ≤ mentees + mentors + pairs is how often somebody
  ///   has to turn elsewhere, mostly about mentorCount.
  package func shares(tieLot: UInt64? = nil) -> Shares {
    let lists = MarketLists(market, TieOrder(seed: tieLot))
    var meal = Meal(lists, mostParts: mostParts)
    while meal.eat() {}
    return Shares(
      market: market, parts: meal.parts, amounts: meal.amounts,
      roundedParts: meal.roundedParts)
  }
}

/// The chance of every pair.
package struct Shares: Equatable, Sendable {
  package let market: RankedMarket
  /// How many parts are one.
  package let parts: Int
  /// By entry: the parts of its probability.
  package let amounts: [Int]
  /// How many parts went to who comes first because nothing finer was to be had.
  package let roundedParts: Int

  /// Whether all probabilities are exact.
  package var isExact: Bool { roundedParts == 0 }

  package func probability(of entry: Int) -> Double { Double(amounts[entry]) / Double(parts) }
}

/// What is left and who eats from whom.
private struct Meal {
  private(set) var parts = 1
  private(set) var amounts: [Int]
  private(set) var roundedParts = 0

  private let lists: MarketLists
  private let mostParts: Int
  private var hunger: [Int]
  private var left: [Int]
  private var next: [Int]

  init(_ lists: MarketLists, mostParts: Int) {
    (self.lists, self.mostParts) = (lists, mostParts)
    let market = lists.market
    amounts = Array(repeating: 0, count: market.table.pairCount)
    // Nobody eats more than one from each, so that sums stay small.
    hunger = zip(market.demands, 0...).map { min($0, market.table.entries(of: $1).count) }
    left = zip(market.capacities, 0...).map { min($0, lists.mentors[$1].count) }
    next = Array(lists.mentees.starts.dropLast())
  }

  /// Lets all eat until somebody has to turn elsewhere.
  ///
  /// - Returns: whether anybody eats.
  mutating func eat() -> Bool {
    let eaten = next.indices.compactMap { target(of: $0) }
    guard !eaten.isEmpty else { return false }
    var eaters = [Int](repeating: 0, count: left.count)
    for entry in eaten { eaters[Int(lists.people.mentors[entry])] += 1 }
    refine(eaten, eaters)
    let bite = bite(eaten, eaters)
    for entry in eaten {
      let mentor = Int(lists.people.mentors[entry])
      if bite > 0 {
        take(bite, entry)
      } else if left[mentor] > 0, left[mentor] < eaters[mentor] {
        // What is left cannot be divided: the first get it. Each leaves one eater less and one part less.
        take(1, entry)
        eaters[mentor] -= 1
        roundedParts += 1
      }
    }
    return true
  }

  /// The mentor of whom a mentee eats, as an entry.
  private mutating func target(of mentee: Int) -> Int? {
    guard hunger[mentee] > 0 else { return nil }
    while next[mentee] < lists.mentees.starts[mentee + 1] {
      let entry = Int(lists.mentees.entries[next[mentee]])
      if left[Int(lists.people.mentors[entry])] > 0, amounts[entry] < parts { return entry }
      next[mentee] += 1
    }
    return nil
  }

  /// How long all can go on, in whole parts.
  private func bite(_ eaten: [Int], _ eaters: [Int]) -> Int {
    eaten.reduce(Int.max) { bite, entry in
      let mentor = Int(lists.people.mentors[entry])
      return min(
        bite, parts - amounts[entry], hunger[Int(lists.people.mentees[entry])],
        left[mentor] / eaters[mentor])
    }
  }

  /// Makes parts finer where the mentor who is finished next would be so between two of them.
  private mutating func refine(_ eaten: [Int], _ eaters: [Int]) {
    let bite = bite(eaten, eaters)
    let next = left.indices.filter { eaters[$0] > 0 && left[$0] / eaters[$0] == bite }
      .min { one, other in
        // Of fractions with the same whole part, by what is over.
        (left[one] % eaters[one]) * eaters[other] < (left[other] % eaters[other]) * eaters[one]
      }
    guard let next, left[next] % eaters[next] > 0, !isWhole(bite, eaten) else { return }
    let factor = eaters[next] / Self.commonDivisor(left[next], eaters[next])
    guard parts <= mostParts / factor else { return }
    parts *= factor
    for entry in amounts.indices { amounts[entry] *= factor }
    for mentee in hunger.indices { hunger[mentee] *= factor }
    for mentor in left.indices { left[mentor] *= factor }
  }

  /// Whether a mentee turns elsewhere, or has enough, before any mentor is finished.
  private func isWhole(_ bite: Int, _ eaten: [Int]) -> Bool {
    eaten.contains { entry in
      parts - amounts[entry] == bite || hunger[Int(lists.people.mentees[entry])] == bite
    }
  }

  private mutating func take(_ bite: Int, _ entry: Int) {
    amounts[entry] += bite
    hunger[Int(lists.people.mentees[entry])] -= bite
    left[Int(lists.people.mentors[entry])] -= bite
  }

  private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
    other == 0 ? one : commonDivisor(other, one % other)
  }
}
