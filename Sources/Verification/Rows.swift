import Problems

/// The rules of a problem as one list of bounds.
///
/// First the mentees' demands, then the mentors' capacities and minimums, then the quotas: dual
/// prices, joined in that order, are one price a row.
struct Rows {
  let problem: AssignmentProblem
  /// What each row counts at least where it must, `nil` where nothing asks; minimums that ask
  /// "nobody or enough" are no bounds.
  private(set) var lowers: [Int?] = []
  /// What each row counts at most; `nil` where nothing limits it.
  private(set) var uppers: [Int?] = []
  /// By quota, who counts; `nil` = all.
  private let members: [(mentees: Set<Int>?, mentors: Set<Int>?)]

  init(_ problem: AssignmentProblem) {
    self.problem = problem
    for demand in problem.demands {
      lowers.append(problem.coverage == .everyMentee ? demand : nil)
      uppers.append(demand)
    }
    for limits in problem.mentors {
      let minimum = problem.minimumRule == .always && limits.minimum > 0 ? limits.minimum : nil
      lowers.append(problem.coverage == .everyMentor ? limits.capacity : minimum)
      uppers.append(limits.capacity)
    }
    for quota in problem.quotas {
      lowers.append(quota.atLeast > 0 ? quota.atLeast : nil)
      uppers.append(quota.atMost)
    }
    members = problem.quotas.map { ($0.mentees.map(Set.init), $0.mentors.map(Set.init)) }
  }

  func row(mentor: Int) -> Int { problem.menteeCount + mentor }
  func row(quota: Int) -> Int { problem.menteeCount + problem.mentorCount + quota }

  func rule(of row: Int) -> Rule {
    if row < problem.menteeCount { return .demand(mentee: row) }
    let mentor = row - problem.menteeCount
    return mentor < problem.mentorCount
      ? .capacity(mentor: mentor) : .quota(mentor - problem.mentorCount)
  }

  func isCounted(mentee: Int, mentor: Int, quota: Int) -> Bool {
    members[quota].mentees?.contains(mentee) ?? true
      && members[quota].mentors?.contains(mentor) ?? true
  }

  /// How many of some eligible pairs count in each row.
  func counts(_ pairs: [Pair]) -> [Int] {
    var counts = Array(repeating: 0, count: uppers.count)
    for pair in pairs {
      counts[pair.mentee] += 1
      counts[row(mentor: pair.mentor)] += 1
      for quota in members.indices
      where isCounted(mentee: pair.mentee, mentor: pair.mentor, quota: quota) {
        counts[row(quota: quota)] += 1
      }
    }
    return counts
  }

  /// Holds an assignment against every rule and recomputes its value.
  func problems(of assignment: Assignment) -> [Verdict.Problem] {
    var problems: [Verdict.Problem] = []
    var seen: Set<Pair> = []
    var total: Int128 = 0
    for pair in assignment.pairs {
      let points = problem.table.points(of: pair)
      if points == nil { problems.append(.notEligible(pair)) }
      if !seen.insert(pair).inserted { problems.append(.chosenTwice(pair)) }
      total += Int128(points ?? 0)
    }
    problems += problem.fixed.filter { !seen.contains($0) }.map { .fixedMissing($0) }
    let counts = counts(assignment.pairs.filter { problem.table.entry(of: $0) != nil })
    for (row, count) in counts.enumerated()
    where count < lowers[row] ?? 0 || count > uppers[row] ?? .max {
      problems.append(.broken(rule(of: row), count: count))
    }
    for (mentor, limits) in problem.mentors.enumerated() {
      let count = counts[row(mentor: mentor)]
      if count < limits.minimum, count > 0 || problem.minimumRule == .always {
        problems.append(.broken(.minimum(mentor: mentor), count: count))
      }
    }
    let (claimed, matched) = (assignment.objective, assignment.pairs.count)
    if claimed.matched != matched || Int128(claimed.total) != total {
      let actual = Int(exactly: total).map { Objective(matched: matched, total: $0) }
      problems.append(.objective(claimed: claimed, actual: actual))
    }
    return problems
  }
}
