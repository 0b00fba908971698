import Problems

/// The rules of a problem as one list of bounds: demands, capacities, quotas, like dual prices.
struct Rows {
  let problem: AssignmentProblem
  /// Those of the rows, then all others.
  let rules: [Rule]
  /// What each row counts at least; `nil` where nothing asks, or only for "nobody or enough".
  let lowers: [Int?]
  /// What each row counts at most; `nil` where nothing limits it, or only under a condition.
  let uppers: [Int?]
  let members: [(mentees: Set<Int>, mentors: Set<Int>)]

  init(_ problem: AssignmentProblem) {
    self.problem = problem
    rules = problem.rules
    let needs = problem.demands.map { problem.coverage == .everyMentee ? $0 : nil }
    let minimums = problem.mentors.map {
      if problem.coverage == .everyMentor { return $0.capacity as Int? }
      return problem.minimumRule == .always && $0.minimum > 0 ? $0.minimum : nil
    }
    let always = problem.quotas.map { $0.when == nil ? $0 : nil }
    lowers = needs + minimums + always.map { $0.flatMap { $0.atLeast > 0 ? $0.atLeast : nil } }
    uppers = problem.demands + problem.mentors.map(\.capacity) + always.map { $0?.atMost }
    let (mentees, mentors) = (Array(problem.demands.indices), Array(problem.mentors.indices))
    members = problem.quotas.map { (Set($0.mentees ?? mentees), Set($0.mentors ?? mentors)) }
  }

  func row(mentor: Int) -> Int { problem.menteeCount + mentor }
  func row(quota: Int) -> Int { problem.menteeCount + problem.mentorCount + quota }

  /// Visits the rows that an eligible pair counts in.
  func visitRows(of pair: Pair, _ visit: (Int) -> Void) {
    visit(pair.mentee)
    visit(row(mentor: pair.mentor))
    for (quota, (mentees, mentors)) in members.enumerated()
    where mentees.contains(pair.mentee) && mentors.contains(pair.mentor) {
      visit(row(quota: quota))
    }
  }

  /// How many of some eligible pairs count in each row.
  func counts(_ pairs: [Pair]) -> [Int] {
    var counts = Array(repeating: 0, count: uppers.count)
    for pair in pairs { visitRows(of: pair) { counts[$0] += 1 } }
    return counts
  }

  /// Holds an assignment against every rule and recomputes its value.
  func problems(of assignment: Assignment) -> [Verdict.Problem] {
    var (problems, seen, total): ([Verdict.Problem], Set<Pair>, Int128) = ([], [], 0)
    for pair in assignment.pairs {
      let points = problem.table.points(of: pair)
      if points == nil { problems.append(.notEligible(pair)) }
      if !seen.insert(pair).inserted { problems.append(.chosenTwice(pair)) }
      total += Int128(points ?? 0)
    }
    problems += problem.fixed.filter { !seen.contains($0) }.map { .fixedMissing($0) }
    let counts = counts(assignment.pairs.filter { problem.table.entry(of: $0) != nil })
    problems += counts.enumerated().filter { isBroken($0, count: $1, seen) }
      .map { .broken(rules[$0], count: $1) }
    let pairsOf = Dictionary(grouping: seen, by: \.mentor)
    problems += problem.mentors.indices.flatMap { broken(mentor: $0, pairsOf[$0] ?? []) }
    let claimed = assignment.objective
    let actual = Int(exactly: total).map { Objective(matched: assignment.pairs.count, total: $0) }
    return problems + (claimed == actual ? [] : [.objective(claimed: claimed, actual: actual)])
  }

  /// Whether so many are too few or too many for a row; a condition has to be met by some pair.
  private func isBroken(_ row: Int, count: Int, _ pairs: Set<Pair>) -> Bool {
    let index = row - self.row(quota: 0)
    guard index >= 0, let when = problem.quotas[index].when else {
      return count < lowers[row] ?? 0 || count > uppers[row] ?? .max
    }
    let (quota, mentors) = (problem.quotas[index], members[index].mentors)
    return (count < quota.atLeast || count > quota.atMost ?? .max)
      && pairs.contains { mentors.contains($0.mentor) && when.contains($0.mentee) }
  }

  /// The rules that the pairs of one mentor break, whatever the other mentors have.
  private func broken(mentor: Int, _ pairs: [Pair]) -> [Verdict.Problem] {
    let (minimum, mentees) = (problem.mentors[mentor].minimum, Set(pairs.map(\.mentee)))
    let isLow = pairs.count < minimum && (!pairs.isEmpty || problem.minimumRule == .always)
    let hours = pairs.reduce(0) { $0 + problem.hours.hours(of: $1) }
    let isLong = hours > problem.hours.limits[mentor] ?? .max
    let shared = problem.apart.map { $0.count(where: mentees.contains) }.enumerated()
    let joined = problem.together.map { $0.count(where: mentees.contains) }.enumerated()
    return (isLow ? [.broken(.minimum(mentor: mentor), count: pairs.count)] : [])
      + (isLong ? [.broken(.hours(mentor: mentor), count: hours)] : [])
      + shared.filter { $1 > 1 }.map { .broken(.apart($0), count: $1) }
      + joined.filter { 0 < $1 && $1 < problem.together[$0].count }
      .map { .broken(.together($0), count: $1) }
  }
}
