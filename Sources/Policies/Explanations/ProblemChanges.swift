public import Problems

/// Problems next to a given one: what the explanations ask about.
extension AssignmentProblem {
  func eligibleMentors(of mentee: Int) -> [Int] {
    table.entries(of: mentee).map { table.mentor(of: $0, mentee: mentee) }
  }

  /// The points, and of equally good assignments the one that keeps most pairs of a list.
  func preferring(_ pairs: [Pair]) throws(ProblemError) -> AssignmentProblem {
    let (unit, kept) = (pairs.count + 1, Set(pairs))
    return try replacing(
      table: table.mapped { pair, entry in
        table.points[entry] * unit + (kept.contains(pair) ? 1 : 0)
      }.table)
  }

  /// First of all a pair for one mentee, then the points, then as many pairs of an assignment kept as
  /// possible: one number each, so large that the later ones cannot outweigh it.
  func forcing(_ mentee: Int, near best: Assignment) throws(ProblemError) -> AssignmentProblem {
    let kept = Set(best.pairs)
    let unit = min(menteeCount, mentorCount) + kept.count + 1
    let largest = table.points.reduce(1) { max($0, abs($1)) }
    let bonus = 2 * (largest + 1) * unit * unit
    return try replacing(
      table: table.mapped { pair, entry in
        table.points[entry] * unit + (kept.contains(pair) ? 1 : 0)
          + (pair.mentee == mentee ? bonus : 0)
      }.table)
  }

  /// Coverage of everybody else, people with fewer eligible mentors before those with more.
  func preferringNarrow(without left: Int) throws(ProblemError) -> AssignmentProblem {
    let order = (0..<menteeCount).sorted {
      (table.entries(of: $0).count, $0) < (table.entries(of: $1).count, $1)
    }
    var priority = [Int](repeating: 0, count: menteeCount)
    for (position, mentee) in order.enumerated() { priority[mentee] = menteeCount - position }
    return try replacing(
      table: table.mapped { pair, _ in pair.mentee == left ? nil : priority[pair.mentee] }.table,
      coverage: .first)
  }

  /// More places for one mentor, in the capacity and in every quota around it, and no pairs but those
  /// of some mentees and the fixed ones.
  func adding(
    _ places: Int, placesTo mentor: Int, onlyFor mentees: Set<Int>
  ) throws(ProblemError) -> AssignmentProblem {
    let fixed = Set(fixed)
    var limits = mentors
    limits[mentor] = MentorLimits(
      capacity: limits[mentor].capacity + places, minimum: limits[mentor].minimum)
    return try replacing(
      table: table.mapped { pair, entry in
        mentees.contains(pair.mentee) || fixed.contains(pair) ? table.points[entry] : nil
      }.table,
      mentors: limits,
      quotas: quotas.map { quota in
        guard quota.mentors?.contains(mentor) == true, let atMost = quota.atMost else {
          return quota
        }
        return quota.bounded(atLeast: quota.atLeast, atMost: atMost + places)
      },
      coverage: .first)
  }

  /// One place more for a mentor, in the capacity and in some quotas; all other rules as they are.
  ///
  /// - Throws: ``ProblemError`` as the initializer.
  /// - Complexity: as the initializer.
  public func addingPlace(
    to mentor: Int, widening widened: [Int]
  ) throws(ProblemError) -> AssignmentProblem {
    var (limits, quotas) = (mentors, quotas)
    limits[mentor] = MentorLimits(
      capacity: limits[mentor].capacity + 1, minimum: limits[mentor].minimum)
    for index in widened {
      quotas[index] = quotas[index].bounded(
        atLeast: quotas[index].atLeast, atMost: quotas[index].atMost.map { $0 + 1 })
    }
    return try replacing(mentors: limits, quotas: quotas)
  }

  /// The same with no places for some mentors, and nothing asked of them.
  func closing(_ closed: Range<Int>) throws(ProblemError) -> AssignmentProblem {
    try replacing(
      mentors: mentors.enumerated().map { mentor, limits in
        closed.contains(mentor) ? MentorLimits(capacity: 0) : limits
      })
  }
}
