public import Problems

extension Verdict {
  /// The pairs that stand in the way of weak stability: eligible, listed by both sides (or fixed), not chosen, and
  /// each of the two with a free place or with somebody strictly worse.
  ///
  /// Straight from the definition: D. F. Manlove, *Algorithmics of Matching Under Preferences*, 2013, §1.3.
  ///
  /// - Returns: in canonical order.
  /// - Complexity: O(pairCount · degree).
  public static func blockingPairs(
    of pairs: [Pair], in problem: AssignmentProblem, rankings: Rankings?
  ) -> [Pair] {
    let chosen = Set(pairs)
    let mentors = Dictionary(grouping: chosen, by: \.mentee).mapValues { $0.map(\.mentor) }
    let mentees = Dictionary(grouping: chosen, by: \.mentor).mapValues { $0.map(\.mentee) }
    func tier(_ person: Int, _ tiers: Rankings.Tiers?) -> Int? {
      tiers.map { $0.firstIndex { $0.contains(person) } } ?? 0
    }
    func wants(_ person: Int, _ partners: [Int], _ places: Int, _ tiers: Rankings.Tiers?) -> Bool {
      guard places > 0, let own = tier(person, tiers) else { return false }
      return partners.count < places || partners.contains { tier($0, tiers) ?? .max > own }
    }
    var blocking: [Pair] = []
    problem.table.forEachPair { pair, _ in
      guard !chosen.contains(pair),
        wants(
          pair.mentor, mentors[pair.mentee] ?? [], problem.demands[pair.mentee],
          rankings?.mentees[pair.mentee]),
        wants(
          pair.mentee, mentees[pair.mentor] ?? [], problem.mentors[pair.mentor].capacity,
          rankings?.mentors[pair.mentor])
      else { return }
      blocking.append(pair)
    }
    return blocking
  }
}
