package import Problems

extension AssignmentProblem {
  /// A network with the same assignments, where the side rules of this problem amount to one.
  ///
  /// ```swift
  /// // Mentor 0 has 6 hours and takes 3 mentees, each for 2 hours: a capacity of 3, no more.
  /// // Mentees 0 and 1 are together and no mentor is eligible for both: both stay unmatched.
  /// ```
  ///
  /// Pairs that the side rules rule out one by one go; hours that are equal for all of a mentor's pairs
  /// become places. Prices of the network say nothing about this problem, its optimum does.
  ///
  /// - Returns: `nil` where something else is left, or a fixed pair is ruled out.
  /// - Complexity: O(rounds · sizes of the rules · mentorCount); every round rules out pairs.
  package var networkEquivalent: AssignmentProblem? {
    guard hasSideRules, !mentors.indices.contains(where: hasOpeningRule) else { return nil }
    var simpler = self
    while true {
      let impossible = simpler.pairsRuledOut
      guard impossible.isDisjoint(with: fixed) else { return nil }
      if impossible.isEmpty { break }
      guard let next = try? simpler.replacing(table: simpler.table.removing(impossible)) else {
        return nil
      }
      simpler = next
    }
    guard let network = simpler.withPlacesForHours,
      NotANetwork.obstacle(in: network) == nil
    else { return nil }
    return network
  }

  /// Pairs that take more hours than there are, and those of mentees who would be alone where they must
  /// be together.
  private var pairsRuledOut: Set<Pair> {
    var ruledOut: Set<Pair> = []
    for (mentor, limit) in hours.limits {
      for mentee in demands.indices {
        let pair = Pair(mentee: mentee, mentor: mentor)
        if hours.hours(of: pair) > limit, table.entry(of: pair) != nil { ruledOut.insert(pair) }
      }
    }
    for set in together {
      let isServed = set.allSatisfy { demands[$0] > 0 }
      for mentor in mentors.indices {
        let pairs = set.map { Pair(mentee: $0, mentor: mentor) }
        let eligible = pairs.filter { table.entry(of: $0) != nil }
        let fits = isServed && mentors[mentor].capacity >= set.count
        if eligible.count < set.count || !fits { ruledOut.formUnion(eligible) }
      }
    }
    return ruledOut
  }

  /// The same with limits of hours as capacities, where all pairs of a mentor take the same.
  private var withPlacesForHours: AssignmentProblem? {
    var (capacities, limits) = (mentors.map(\.capacity), hours.limits)
    for (mentor, limit) in hours.limits {
      let all = Set(
        demands.indices.map { Pair(mentee: $0, mentor: mentor) }
          .filter { table.entry(of: $0) != nil }.map(hours.hours(of:)))
      guard all.count <= 1 else { continue }
      limits[mentor] = nil
      if let each = all.first, each > 0 {
        capacities[mentor] = min(capacities[mentor], limit / each)
      }
    }
    // Where every mentor must be filled, fewer places would be another rule.
    guard coverage != .everyMentor || capacities == mentors.map(\.capacity) else { return nil }
    return try? replacing(
      mentors: zip(capacities, mentors).map { MentorLimits(capacity: $0, minimum: $1.minimum) },
      hours: MentorHours(limits: limits, mentees: hours.mentees, pairs: hours.pairs))
  }
}
