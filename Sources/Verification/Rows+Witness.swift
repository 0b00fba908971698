import Problems

extension Rows {
  /// Recomputes a Hall violator by the definition of ``HallViolator``.
  func problems(of violator: HallViolator) -> [Verdict.Problem] {
    let isForMentees = violator.side == .mentees
    var problems = strangers(.mentees, violator.mentees) + strangers(.mentors, violator.mentors)
    guard problems.isEmpty else { return problems }
    let (mentees, mentors) = (Set(violator.mentees), Set(violator.mentors))
    let fixed = Set(problem.fixed)
    let fixedCounts = counts(problem.fixed)
    var partners = Array(repeating: 0, count: uppers.count)
    for mentee in 0..<problem.menteeCount where !isForMentees || mentees.contains(mentee) {
      for entry in problem.table.entries(of: mentee) {
        let pair = Pair(mentee: mentee, mentor: problem.table.mentor(of: entry, mentee: mentee))
        guard isForMentees || mentors.contains(pair.mentor), !fixed.contains(pair) else { continue }
        partners[isForMentees ? row(mentor: pair.mentor) : mentee] += 1
        if !mentees.contains(mentee) || !mentors.contains(pair.mentor) {
          problems.append(.witnessLeavesOut(pair))
        }
      }
    }
    let needy = isForMentees ? violator.mentees : violator.mentors.map(row(mentor:))
    if needy.allSatisfy({ lowers[$0] == nil }) { problems.append(.witnessSide(violator.side)) }
    let needed = needy.reduce(0) { $0 + max(0, (lowers[$1] ?? 0) - fixedCounts[$1]) }
    let gifts = partners.indices.map {
      min(max(0, (uppers[$0] ?? 0) - fixedCounts[$0]), partners[$0])
    }
    let places = isForMentees ? throughQuotas(gifts, fixedCounts) : gifts.reduce(0, +)
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

  /// What mentors give together when upper quotas over whole mentors bound their sums.
  private func throughQuotas(_ gifts: [Int], _ fixedCounts: [Int]) -> Int {
    let bounded = problem.quotas.indices.filter {
      uppers[row(quota: $0)] != nil && QuotaForest([$0], problem) != nil
    }
    guard let forest = QuotaForest(bounded, problem) else { return gifts.reduce(0, +) }
    // The last one collects what leaves the outermost quotas.
    var sums = Array(repeating: 0, count: problem.quotas.count + 1)
    for mentor in problem.mentors.indices {
      sums[forest.innermost[mentor] ?? problem.quotas.count] += gifts[row(mentor: mentor)]
    }
    for quota in forest.largestFirst.reversed() {
      let left = max(0, uppers[row(quota: quota)] ?? .max) - fixedCounts[row(quota: quota)]
      sums[forest.parents[quota] ?? problem.quotas.count] += min(sums[quota], max(0, left))
    }
    return sums[problem.quotas.count]
  }
}

/// Quotas over whole mentors whose sets are nested or disjoint: the ones that a network can hold.
struct QuotaForest {
  /// By mentor: the smallest quota that counts this mentor.
  private(set) var innermost: [Int?]
  /// By quota: the next larger one around it.
  private(set) var parents: [Int: Int] = [:]
  let largestFirst: [Int]

  /// Fails when a quota is over some mentees only, or two sets cross.
  init?(_ quotas: [Int], _ problem: AssignmentProblem) {
    let sets = problem.quotas.map { $0.mentors ?? Array(problem.mentors.indices) }
    innermost = Array(repeating: nil, count: problem.mentorCount)
    largestFirst = quotas.sorted { (sets[$1].count, $0) < (sets[$0].count, $1) }
    for quota in largestFirst {
      let around = Set(sets[quota].map { innermost[$0] })
      guard around.count <= 1,
        problem.quotas[quota].mentees?.count ?? problem.menteeCount == problem.menteeCount
      else { return nil }
      if case let parent?? = around.first { parents[quota] = parent }
      for mentor in sets[quota] { innermost[mentor] = quota }
    }
  }
}
