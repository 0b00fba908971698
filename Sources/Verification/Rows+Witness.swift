import Problems

extension Rows {
  /// Recomputes a Hall violator by the definition of ``HallViolator``.
  func problems(of violator: HallViolator) -> [Verdict.Problem] {
    var problems = strangers(.mentees, violator.mentees) + strangers(.mentors, violator.mentors)
    guard problems.isEmpty else { return problems }
    let isForMentees = violator.side == .mentees
    let (mentees, mentors) = (Set(violator.mentees), Set(violator.mentors.map(row(mentor:))))
    let (takers, givers) = isForMentees ? (mentees, mentors) : (mentors, mentees)
    var partners = Array(repeating: 0, count: uppers.count)
    let fixed = Set(problem.fixed)
    problem.table.forEachPair { pair, _ in
      let (mentee, mentor) = (pair.mentee, row(mentor: pair.mentor))
      let (taker, giver) = isForMentees ? (mentee, mentor) : (mentor, mentee)
      guard takers.contains(taker), !fixed.contains(pair) else { return }
      partners[giver] += 1
      if !givers.contains(giver), problems.count < 1000 { problems.append(.witnessLeavesOut(pair)) }
    }
    if takers.allSatisfy({ lowers[$0] == nil }) { problems.append(.witnessSide(violator.side)) }
    let fixedCounts = counts(problem.fixed)
    let needed = takers.reduce(0) { $0 + max(0, (lowers[$1] ?? 0) - fixedCounts[$1]) }
    let left = zip(uppers, fixedCounts).map { max(0, max(0, $0 ?? .max) - $1) }
    var gifts = zip(left, partners).map { min($0, $1) }
    if isForMentees { limit(&gifts, left) }
    let places = gifts.reduce(0, +)
    if needed <= places || needed != violator.needed || places != violator.places {
      problems.append(.witnessNumbers(needed: needed, places: places))
    }
    return problems
  }

  /// The people listed who do not exist, or not any more.
  private func strangers(_ side: Side, _ people: [Int]) -> [Verdict.Problem] {
    var left = Set(side == .mentees ? problem.demands.indices : problem.mentors.indices)
    return people.filter { left.remove($0) == nil }.map { .witnessPerson(side, $0) }
  }

  /// Bounds gifts by upper quotas over whole mentors, inner sets first: one mentor of a set then hands
  /// over what all of it may, so that the sets around count it once.
  private func limit(_ gifts: inout [Int], _ left: [Int]) {
    let bounded = problem.quotas.indices
      .filter { uppers[row(quota: $0)] != nil && problem.areNested([$0]) }
      .sorted { members[$0].mentors.count < members[$1].mentors.count }
    for quota in problem.areNested(bounded) ? bounded : [] {
      let givers = members[quota].mentors.map(row(mentor:))
      let sum = givers.reduce(0) { $0 + gifts[$1] }
      for giver in givers { gifts[giver] = 0 }
      if let first = givers.first { gifts[first] = min(sum, left[row(quota: quota)]) }
    }
  }
}
