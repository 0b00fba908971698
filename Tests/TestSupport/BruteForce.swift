public import Problems

/// Finds the best value of a small problem by trying everything.
///
/// Mentee by mentee, over all sets of mentors that she may get; partial choices that leave the same to
/// the others are one. Shares nothing with a solver.
///
/// - Returns: `nil` when no assignment satisfies the problem.
/// - Complexity: exponential; for at most 7 × 7 with capacities up to 3.
public func bruteForce(_ problem: AssignmentProblem) -> Objective? {
  var best: [LoadState: Objective] = [.init(problem): .init(matched: 0, total: 0)]
  for mentee in 0..<problem.menteeCount {
    let choices = choices(of: mentee, in: problem)
    var next: [LoadState: Objective] = [:]
    for (state, value) in best {
      for choice in choices {
        guard let reached = state.adding(choice, of: mentee, in: problem) else { continue }
        let gained = Objective(
          matched: value.matched + choice.count,
          total: value.total
            + choice.reduce(0) {
              $0 + (problem.table.points(of: Pair(mentee: mentee, mentor: $1)) ?? 0)
            })
        if let known = next[reached], problem.value(gained) <= problem.value(known) { continue }
        next[reached] = gained
      }
    }
    best = next
  }
  return best.filter { $0.key.meetsLowerBounds(of: problem) }.map(\.value)
    .max { problem.value($0) < problem.value($1) }
}

/// Every assignment that satisfies a small problem, whatever it is worth.
///
/// - Complexity: exponential; for at most 4 × 4.
public func allAssignments(_ problem: AssignmentProblem) -> [[Pair]] {
  var found: [(state: LoadState, pairs: [Pair])] = [(LoadState(problem), [])]
  for mentee in 0..<problem.menteeCount {
    let choices = choices(of: mentee, in: problem)
    found = found.flatMap { state, pairs in
      choices.compactMap { choice in
        state.adding(choice, of: mentee, in: problem).map {
          ($0, pairs + choice.map { Pair(mentee: mentee, mentor: $0) })
        }
      }
    }
  }
  return found.filter { $0.state.meetsLowerBounds(of: problem) }.map(\.pairs)
}

extension AssignmentProblem {
  /// What is compared under the problem's coverage.
  public func value(_ objective: Objective) -> ComparedValue {
    ComparedValue(
      matched: coverage == .first ? objective.matched : 0, total: objective.total)
  }
}

/// The part of an objective that counts.
public struct ComparedValue: Comparable, Sendable {
  public let matched: Int
  public let total: Int

  public static func < (left: ComparedValue, right: ComparedValue) -> Bool {
    (left.matched, left.total) < (right.matched, right.total)
  }
}

/// All sets of mentors that a mentee may get: eligible, not too many, the fixed ones among them.
private func choices(of mentee: Int, in problem: AssignmentProblem) -> [[Int]] {
  let eligible = problem.table.entries(of: mentee).map {
    problem.table.mentor(of: $0, mentee: mentee)
  }
  let fixed = Set(problem.fixed.filter { $0.mentee == mentee }.map(\.mentor))
  let demand = problem.demands[mentee]
  var sets: [[Int]] = [[]]
  for mentor in eligible {
    sets += sets.filter { $0.count < demand }.map { $0 + [mentor] }
  }
  return sets.filter { set in
    fixed.isSubset(of: set) && (problem.coverage != .everyMentee || set.count == demand)
  }
}

private struct LoadState: Hashable {
  private var loads: [UInt8]
  private var counts: [UInt8]
  /// By quota under a condition: whether it is met.
  private var isMet: [Bool]
  /// By mentor, of those with a limit.
  private var hours: [Int: Int] = [:]
  /// By set of `apart`: the mentors of those who came so far.
  private var taken: [Set<Int>]
  /// By set of `together`: the mentors of each, `nil` until the first has come.
  private var common: [Set<Int>?]

  init(_ problem: AssignmentProblem) {
    loads = Array(repeating: 0, count: problem.mentorCount)
    counts = Array(repeating: 0, count: problem.quotas.count)
    isMet = problem.quotas.map { $0.when == nil }
    taken = Array(repeating: [], count: problem.apart.count)
    common = Array(repeating: nil, count: problem.together.count)
  }

  /// `nil` when a capacity, a quota or an hours limit overflows or a set breaks its rule.
  func adding(_ mentors: [Int], of mentee: Int, in problem: AssignmentProblem) -> LoadState? {
    var copy = self
    for (index, set) in problem.apart.enumerated() where set.contains(mentee) {
      guard taken[index].isDisjoint(with: mentors) else { return nil }
      copy.taken[index].formUnion(mentors)
    }
    for (index, set) in problem.together.enumerated() where set.contains(mentee) {
      guard (common[index] ?? Set(mentors)) == Set(mentors) else { return nil }
      copy.common[index] = Set(mentors)
    }
    for mentor in mentors {
      if let limit = problem.hours.limits[mentor] {
        let pair = Pair(mentee: mentee, mentor: mentor)
        copy.hours[mentor, default: 0] +=
          problem.hours.pairs[pair] ?? problem.hours.mentees[mentee] ?? 1
        if copy.hours[mentor, default: 0] > limit { return nil }
      }
      copy.loads[mentor] += 1
      if Int(copy.loads[mentor]) > problem.mentors[mentor].capacity { return nil }
      for (index, quota) in problem.quotas.enumerated()
      where quota.mentors?.contains(mentor) ?? true {
        if quota.when?.contains(mentee) == true { copy.isMet[index] = true }
        guard quota.mentees?.contains(mentee) ?? true else { continue }
        copy.counts[index] += 1
        if let atMost = quota.atMost, Int(copy.counts[index]) > atMost, quota.when == nil {
          return nil
        }
      }
    }
    return copy
  }

  func meetsLowerBounds(of problem: AssignmentProblem) -> Bool {
    for (index, limits) in problem.mentors.enumerated() {
      let load = Int(loads[index])
      if problem.coverage == .everyMentor, load != limits.capacity { return false }
      if load < limits.minimum, problem.minimumRule == .always || load > 0 { return false }
    }
    return problem.quotas.indices.allSatisfy { index in
      let quota = problem.quotas[index]
      let count = Int(counts[index])
      return !isMet[index] || count >= quota.atLeast && count <= quota.atMost ?? .max
    }
  }
}
