package import Problems

/// An assignment that wins or draws a vote of the mentees against every other; there may be none.
///
/// ```swift
/// PopularMatching(market).answer()  // .found(pairs), or .none(crowd)
/// ```
///
/// In a vote each mentee is for the assignment in which its mentor stands in the better place; having none is worse
/// than having any. An assignment is popular exactly when it serves as many first choices as possible, and everybody
/// else has a best of those mentors who are not needed for first choices. Of all popular ones this has most pairs.
///
/// Mentors' wishes count only in who is acceptable. Votes are about one mentor each: a market in which somebody asks
/// for more is out of the definition.
///
/// Source: D. J. Abraham, R. W. Irving, T. Kavitha, K. Mehlhorn, "Popular matchings", SIAM Journal on Computing 37(4),
/// 2007, doi:10.1137/06067328X; D. F. Manlove, C. T. S. Sng, "Popular matchings in the capacitated house allocation
/// problem", ESA 2006, doi:10.1007/11841036_45.
package struct PopularMatching {
  package enum Answer: Equatable, Sendable {
    case found([Pair])
    case none(Crowd)
    /// A mentee asks for several mentors.
    case undefined
  }

  /// Why there is none: these mentees can only have these mentors in a popular assignment, and are too many.
  package struct Crowd: Equatable, Sendable {
    package let mentees: [Int]
    package let mentors: [Int]
    /// Of the mentors together, fewer than mentees.
    package let places: Int
  }

  private let market: RankedMarket

  /// - Parameter market: fixed pairs are not in the result.
  package init(_ market: RankedMarket) { self.market = market }

  /// A popular assignment with most pairs, or why there is none.
  ///
  /// - Complexity: O(menteeCount · pairCount).
  package func answer() -> Answer {
    guard market.demands.allSatisfy({ $0 <= 1 }) else { return .undefined }
    var choices = PopularChoices(market)
    var matching = choices.matching
    matching.choices = choices.allowed()
    let seekers = market.demands.indices.filter { market.demands[$0] > 0 }
    matching.augmentAll(seekers)
    // Who may stay without a mentor gives the seat to somebody who may not.
    for mentee in seekers where matching.seat[mentee] == nil && !choices.mayStayIdle[mentee] {
      let reached = matching.reached(from: [mentee])
      guard let idle = reached.people.first(where: { choices.mayStayIdle[$0] }) else {
        let places = reached.others.reduce(0) { $0 + market.capacities[$1] }
        return .none(Crowd(mentees: reached.people, mentors: reached.others, places: places))
      }
      matching.unseat(idle)
      matching.augment(mentee)
    }
    return .found(
      seekers.compactMap { mentee in
        matching.seat[mentee].map { Pair(mentee: mentee, mentor: $0) }
      })
  }
}

/// Whom every mentee can have in a popular assignment.
private struct PopularChoices {
  private(set) var matching: SeatMatching
  /// By mentee: whether none of the mentors comes before staying without one.
  private(set) var mayStayIdle: [Bool]

  private enum Label { case even, odd, unreachable }

  private let market: RankedMarket
  private let tiers: [[[Int]]]

  init(_ market: RankedMarket) {
    self.market = market
    tiers = (0..<market.menteeCount).map { mentee in
      guard market.demands[mentee] > 0 else { return [] }
      let entries = market.table.entries(of: mentee).filter {
        market.capacities[market.table.mentor(of: $0, mentee: mentee)] > 0
      }
      let byPlace = Dictionary(grouping: entries) { market.places.ofMentors[$0] }
      return byPlace.sorted { $0.key < $1.key }.map { tier in
        tier.value.map { market.table.mentor(of: $0, mentee: mentee) }
      }
    }
    mayStayIdle = Array(repeating: false, count: market.menteeCount)
    matching = SeatMatching(
      choices: tiers.map { $0.first ?? [] }, capacities: market.capacities)
    matching.augmentAll(tiers.indices)
  }

  /// First choices that a largest matching of them can use, and the best of what it does not need.
  mutating func allowed() -> [[Int]] {
    let (mentees, mentors) = labels()
    return tiers.indices.map { mentee in
      let first = (tiers[mentee].first ?? []).filter { mentor in
        // Of a largest matching every pair has one even end at least, or none is reachable.
        mentees[mentee] == .even || mentors[mentor] == .even
          || mentees[mentee] == .unreachable && mentors[mentor] == .unreachable
      }
      let second = tiers[mentee].first { $0.contains { mentors[$0] == .even } }
      mayStayIdle[mentee] = second == nil && (first.isEmpty || mentees[mentee] == .even)
      // An odd or unreachable mentee has a first choice in every popular assignment.
      guard mentees[mentee] == .even else { return first }
      let other = (second ?? []).filter { mentors[$0] == .even }
      return first + other.filter { !first.contains($0) }
    }
  }

  /// Even: some largest matching of first choices leaves it out; odd: next to such a one.
  private func labels() -> (mentees: [Label], mentors: [Label]) {
    var mentees = [Label](repeating: .unreachable, count: tiers.count)
    var mentors = [Label](repeating: .unreachable, count: market.mentorCount)
    let free = tiers.indices.filter { !tiers[$0].isEmpty && matching.seat[$0] == nil }
    let reached = matching.reached(from: free)
    for mentee in reached.people { mentees[mentee] = .even }
    for mentor in reached.others { mentors[mentor] = .odd }
    var wanting = [[Int]](repeating: [], count: market.mentorCount)
    for (mentee, tiers) in tiers.enumerated() {
      for mentor in tiers.first ?? [] { wanting[mentor].append(mentee) }
    }
    var queue = mentors.indices.filter { matching.hasRoom($0) }
    for mentor in queue { mentors[mentor] = .even }
    while let mentor = queue.popLast() {
      for mentee in wanting[mentor] where mentees[mentee] == .unreachable {
        mentees[mentee] = .odd
        guard let seat = matching.seat[mentee], mentors[seat] == .unreachable else { continue }
        mentors[seat] = .even
        queue.append(seat)
      }
    }
    return (mentees, mentors)
  }
}
