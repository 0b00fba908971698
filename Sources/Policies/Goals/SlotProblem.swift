import Problems

/// A problem with every place of a mentor as a mentor of its own, so that the load of a mentor is a sum.
///
/// The *k*-th place counts 2k − 1: squares are sums of odd numbers, and as the numbers grow the first places are
/// filled first wherever that is best.
struct SlotProblem {
  let problem: AssignmentProblem
  /// By entry of the table: its entry in the table of the problem given.
  let entries: [Int]
  /// By entry: 2k − 1.
  let costs: [Int]
  /// By mentor of ``problem``.
  private let owners: [Int]

  /// - Returns: `nil` where a mentee takes more than one mentor, for two places of one are not two
  ///   mentors, where every mentor must be filled, or where there are too many places.
  /// - Complexity: O(Σ over pairs of the mentor's places).
  init?(_ given: AssignmentProblem) throws(ProblemError) {
    guard given.demands.allSatisfy({ $0 <= 1 }), given.coverage != .everyMentor else { return nil }
    var degrees = [Int](repeating: 0, count: given.mentorCount)
    given.table.forEachPair { pair, _ in degrees[pair.mentor] += 1 }
    let places = given.mentors.indices.map { min(given.mentors[$0].capacity, degrees[$0]) }
    let size = zip(places, degrees).reduce(0) { $0 + $1.0 * $1.1 }
    guard size <= Self.mostEntries else { return nil }
    var firsts: [Int] = []
    var count = 0
    for places in places {
      firsts.append(count)
      count += places
    }
    let slots = given.mentors.indices.map { firsts[$0]..<firsts[$0] + places[$0] }
    owners = slots.indices.flatMap { mentor in slots[mentor].map { _ in mentor } }
    var list: [(pair: Pair, points: Int)] = []
    var (entries, costs) = ([Int](), [Int]())
    list.reserveCapacity(size)
    given.table.forEachPair { pair, entry in
      for (place, slot) in slots[pair.mentor].enumerated() {
        list.append((Pair(mentee: pair.mentee, mentor: slot), 0))
        entries.append(entry)
        costs.append(2 * place + 1)
      }
    }
    (self.entries, self.costs) = (entries, costs)
    var taken = [Int](repeating: 0, count: given.mentorCount)
    var fixed: [Pair] = []
    for pair in given.fixed {
      // More fixed pairs than places are a contradiction that is found elsewhere.
      guard taken[pair.mentor] < places[pair.mentor] else { return nil }
      fixed.append(Pair(mentee: pair.mentee, mentor: firsts[pair.mentor] + taken[pair.mentor]))
      taken[pair.mentor] += 1
    }
    problem = try AssignmentProblem(
      table: PairTable(entries: list, menteeCount: given.menteeCount, mentorCount: count),
      demands: given.demands, mentors: Array(repeating: MentorLimits(capacity: 1), count: count),
      quotas: Self.quotas(given, slots, taken), fixed: fixed, coverage: given.coverage)
  }

  private static let mostEntries = 50_000_000

  private static func quotas(
    _ given: AssignmentProblem, _ slots: [Range<Int>], _ taken: [Int]
  ) -> [Quota] {
    let quotas = given.quotas.map { quota in
      Quota(
        name: quota.name, mentees: quota.mentees,
        mentors: quota.mentors.map { $0.flatMap { Array(slots[$0]) } }, atLeast: quota.atLeast,
        atMost: quota.atMost, when: quota.when)
    }
    let minimums = given.mentors.indices.compactMap { mentor -> Quota? in
      let minimum = given.mentors[mentor].minimum
      // A minimum of 1 where nobody at all is legal too says nothing, and others are no network.
      guard minimum > 0, given.minimumRule == .always || taken[mentor] > 0 else { return nil }
      return Quota(name: "", mentors: Array(slots[mentor]), atLeast: minimum)
    }
    return quotas + minimums
  }

  /// The pairs with mentors for places.
  func given(_ pairs: [Pair]) -> [Pair] {
    pairs.map { Pair(mentee: $0.mentee, mentor: owners[$0.mentor]) }.sorted()
  }
}
