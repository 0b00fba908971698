package import Problems

/// How much two people must gain to leave an assignment for each other.
package enum Stability: String, CaseIterable, Sendable {
  /// No two both gain.
  case weak
  /// Nobody gains with somebody who does not lose.
  case strong
  /// No two who are not together would lose nothing by it: stable in whatever order equals stand.
  case superStable
}

/// The pairs that would rather be together than keep to an assignment.
///
/// ```swift
/// BlockingPairs(market, of: pairs).pairs(.weak)  // [] of a weakly stable assignment
/// ```
///
/// A person gains by a new partner with room left, or when some partner stands in a later place; and loses nothing
/// when some partner stands in the same place. Who may have nobody never gains.
///
/// Source: R. W. Irving, "Stable marriage and indifference", Discrete Applied Mathematics 48(3), 1994,
/// doi:10.1016/0166-218X(92)00179-P.
package struct BlockingPairs {
  private let market: RankedMarket
  private let people: EntryPeople
  private let isChosen: [Bool]
  /// By person: the place of the worst partner, `openPlace` with room left, 0 for whoever may have nobody.
  private let worstOfMentees: [Int32]
  private let worstOfMentors: [Int32]

  private static let openPlace = Int32.max

  /// - Parameters:
  ///   - market: what the people want.
  ///   - pairs: of the market's table, fixed ones left out; others are not looked at.
  /// - Complexity: O(pairCount).
  package init(_ market: RankedMarket, of pairs: [Pair]) {
    self.market = market
    people = EntryPeople(market.table)
    var isChosen = [Bool](repeating: false, count: market.table.pairCount)
    var counts = (
      mentees: [Int](repeating: 0, count: market.menteeCount),
      mentors: [Int](repeating: 0, count: market.mentorCount)
    )
    var worst = (
      mentees: [Int32](repeating: 0, count: market.menteeCount),
      mentors: [Int32](repeating: 0, count: market.mentorCount)
    )
    for pair in pairs {
      guard let entry = market.table.entry(of: pair) else { continue }
      isChosen[entry] = true
      counts.mentees[pair.mentee] += 1
      counts.mentors[pair.mentor] += 1
      worst.mentees[pair.mentee] = max(
        worst.mentees[pair.mentee], market.places.ofMentors[entry])
      worst.mentors[pair.mentor] = max(
        worst.mentors[pair.mentor], market.places.ofMentees[entry])
    }
    for mentee in counts.mentees.indices where counts.mentees[mentee] < market.demands[mentee] {
      worst.mentees[mentee] = Self.openPlace
    }
    for mentor in counts.mentors.indices where counts.mentors[mentor] < market.capacities[mentor] {
      worst.mentors[mentor] = Self.openPlace
    }
    self.isChosen = isChosen
    (worstOfMentees, worstOfMentors) = worst
  }

  /// The blocking pairs, in canonical order.
  ///
  /// - Complexity: O(pairCount).
  package func pairs(_ stability: Stability) -> [Pair] {
    isChosen.indices.lazy.filter { blocks($0, stability) }.map { people.pair($0) }
  }

  /// The first blocking pair in canonical order.
  ///
  /// - Complexity: O(pairCount).
  package func first(_ stability: Stability) -> Pair? {
    isChosen.indices.first { blocks($0, stability) }.map { people.pair($0) }
  }

  private func blocks(_ entry: Int, _ stability: Stability) -> Bool {
    guard !isChosen[entry] else { return false }
    let mentee = Gain(
      market.places.ofMentors[entry], insteadOf: worstOfMentees[Int(people.mentees[entry])])
    let mentor = Gain(
      market.places.ofMentees[entry], insteadOf: worstOfMentors[Int(people.mentors[entry])])
    return stability.isBroken(by: mentee, mentor)
  }
}

/// What a person gets from a new partner.
enum Gain {
  case loss, nothing, gain

  init(_ place: Int32, insteadOf worst: Int32) {
    self = place < worst ? .gain : place == worst ? .nothing : .loss
  }
}

extension Stability {
  func isBroken(by one: Gain, _ other: Gain) -> Bool {
    guard one != .loss, other != .loss else { return false }
    return switch self {
    case .weak: one == .gain && other == .gain
    case .strong: one == .gain || other == .gain
    case .superStable: true
    }
  }
}
