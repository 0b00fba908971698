import Problems

/// Finds the mentees who compete for fewer places than they are.
///
/// From an unmatched mentee, follow eligible mentors to their mentees and on: the alternating closure.
/// When no free place is in reach, its mentees are one more than its places (P. Hall, 1935): one more
/// place at any of its mentors serves one more of them. Unmatched mentees whose closures have the same
/// mentors are one crowd, as long as places added at any one of these mentors serve them all.
struct DeficitSearch {
  struct Deficit: Equatable {
    /// Ascending.
    let mentees: [Int]
    /// Ascending.
    let mentors: [Int]
    let places: Int
  }

  /// Above this size a crowd is left as the closures that it consists of.
  private static let largestMerge = 60

  private var deficits: [Int: Deficit] = [:]

  /// - Parameter left: the unmatched mentees, ascending.
  init(
    problem: AssignmentProblem, best: Assignment, left: [Int],
    solve: (AssignmentProblem) throws(BackendError) -> AssignmentOutcome
  ) throws {
    let graph = ExchangeGraph(problem: problem, best: best)
    var byMentors: [[Int]: [Deficit]] = [:]
    for mentee in left {
      guard let closure = graph.closure(of: mentee) else { continue }
      deficits[mentee] = closure
      byMentors[closure.mentors, default: []].append(closure)
    }
    for closures in byMentors.values where closures.count > 1 {
      let crowd = Deficit(
        mentees: Set(closures.flatMap(\.mentees)).sorted(), mentors: closures[0].mentors,
        places: closures[0].places)
      guard crowd.mentors.count <= Self.largestMerge, try problem.serves(crowd, solve: solve)
      else { continue }
      for mentee in crowd.mentees where deficits[mentee] != nil { deficits[mentee] = crowd }
    }
  }

  func deficit(around mentee: Int) -> Deficit? { deficits[mentee] }
}

/// Who could take whose place under a given assignment.
private struct ExchangeGraph {
  private let problem: AssignmentProblem
  private let fixed: Set<Pair>
  /// By mentor: the mentees who can move.
  private let movable: [[Int]]
  private let loads: [Int]
  private let quotaLoads: [Int]

  init(problem: AssignmentProblem, best: Assignment) {
    self.problem = problem
    fixed = Set(problem.fixed)
    var movable = [[Int]](repeating: [], count: problem.mentorCount)
    var loads = [Int](repeating: 0, count: problem.mentorCount)
    for pair in best.pairs {
      loads[pair.mentor] += 1
      if !fixed.contains(pair) { movable[pair.mentor].append(pair.mentee) }
    }
    self.movable = movable
    self.loads = loads
    quotaLoads = problem.quotas.map { quota in
      (quota.mentors ?? []).reduce(0) { $0 + loads[$1] }
    }
  }

  /// The alternating closure of an unmatched mentee; `nil` when a free place is in reach.
  func closure(of mentee: Int) -> DeficitSearch.Deficit? {
    var mentees: Set<Int> = [mentee]
    var mentors: Set<Int> = []
    var queue = [mentee]
    func reach(_ mentor: Int) {
      guard mentors.insert(mentor).inserted else { return }
      for other in movable[mentor] where mentees.insert(other).inserted { queue.append(other) }
    }
    while let next = queue.popLast() {
      for entry in problem.table.entries(of: next) {
        let mentor = problem.table.mentor(of: entry, mentee: next)
        guard !fixed.contains(Pair(mentee: next, mentor: mentor)) else { continue }
        if loads[mentor] < problem.mentors[mentor].capacity {
          // The mentor has room here, but perhaps not over all forms.
          guard let full = fullQuota(of: mentor) else { return nil }
          for sibling in problem.quotas[full].mentors ?? [] { reach(sibling) }
        }
        reach(mentor)
      }
    }
    let places = mentors.reduce(0) { $0 + movable[$1].count }
    return DeficitSearch.Deficit(
      mentees: mentees.sorted(), mentors: mentors.sorted(), places: places)
  }

  private func fullQuota(of mentor: Int) -> Int? {
    problem.quotas.indices.first { index in
      let quota = problem.quotas[index]
      return quota.mentors?.contains(mentor) == true && quota.atMost == quotaLoads[index]
    }
  }
}

extension AssignmentProblem {
  /// Whether as many places as a crowd lacks, added at any one of its mentors, serve all of it.
  fileprivate func serves(
    _ crowd: DeficitSearch.Deficit,
    solve: (AssignmentProblem) throws(BackendError) -> AssignmentOutcome
  ) throws -> Bool {
    let members = Set(crowd.mentees)
    let inside = Set(crowd.mentors)
    let outside = Set(
      (0..<menteeCount).flatMap { mentee in
        table.entries(of: mentee).map {
          Pair(mentee: mentee, mentor: table.mentor(of: $0, mentee: mentee))
        }
      }.filter { !members.contains($0.mentee) || !inside.contains($0.mentor) }
    )
    .subtracting(fixed)
    let own = table.removing(outside)
    let lacking = crowd.mentees.count - crowd.places
    for mentor in crowd.mentors {
      let larger = try AssignmentProblem(
        table: own, demands: demands,
        mentors: mentors.enumerated().map { index, limits in
          MentorLimits(
            capacity: limits.capacity + (index == mentor ? lacking : 0), minimum: limits.minimum)
        },
        minimumRule: minimumRule,
        quotas: quotas.map { quota in
          guard quota.mentors?.contains(mentor) == true, let atMost = quota.atMost else {
            return quota
          }
          return Quota(
            name: quota.name, mentees: quota.mentees, mentors: quota.mentors,
            atLeast: quota.atLeast, atMost: atMost + lacking)
        },
        fixed: fixed, coverage: .first)
      guard case .optimal(let assignment, _) = try solve(larger) else { return false }
      if !members.isSubset(of: assignment.pairs.map(\.mentee)) { return false }
    }
    return true
  }
}
