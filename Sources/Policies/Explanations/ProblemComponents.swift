import Problems
import Solvers

/// The parts of a problem that have nothing to do with each other.
///
/// Two people belong to one part where a chain of eligible pairs, of quotas over several mentors and of
/// sets that stay together leads from one to the other. The optimum of the problem is one of each part,
/// so that what a rule does in one form need not be asked of the others.
struct ProblemComponents {
  private let problem: AssignmentProblem
  /// By mentee, then by mentor.
  private let roots: [Int]
  /// By quota; `nil` where it counts no eligible pair.
  private let rootOfQuota: [Int?]

  /// - Complexity: O(pairCount · (1 + quotas over several mentors)).
  init(_ problem: AssignmentProblem) {
    self.problem = problem
    var sets = DisjointSets(count: problem.menteeCount + problem.mentorCount)
    problem.forEachEligible { pair in sets.join(pair.mentee, problem.menteeCount + pair.mentor) }
    for set in problem.together {
      for (one, other) in zip(set, set.dropFirst()) { sets.join(one, other) }
    }
    var firstOfQuota = [Int?](repeating: nil, count: problem.quotas.count)
    for (index, quota) in problem.quotas.enumerated() where !quota.isVacuous {
      if let mentors = quota.mentors, mentors.count == 1 {
        firstOfQuota[index] = problem.menteeCount + mentors[0]
        continue
      }
      problem.forEachEligible { pair in
        guard quota.counts(pair) || quota.isMet(by: pair) else { return }
        let first = firstOfQuota[index] ?? pair.mentee
        firstOfQuota[index] = first
        sets.join(first, pair.mentee)
      }
    }
    roots = (0..<problem.menteeCount + problem.mentorCount).map { sets.root(of: $0) }
    let roots = roots
    rootOfQuota = firstOfQuota.map { $0.map { roots[$0] } }
  }

  /// What all mentees of one part share.
  func key(of mentee: Int) -> Int { roots[mentee] }

  /// The problem with the free pairs and the rules of one part alone; all indices stay what they are.
  func part(_ key: Int) throws(ProblemError) -> AssignmentProblem {
    let fixed = Set(problem.fixed)
    return try problem.replacing(
      table: problem.table.mapped { pair, entry in
        roots[pair.mentee] == key || fixed.contains(pair) ? problem.table.points[entry] : nil
      }.table,
      mentors: problem.mentors.enumerated().map { index, limits in
        roots[problem.menteeCount + index] == key
          ? limits : MentorLimits(capacity: limits.capacity)
      },
      quotas: problem.quotas.enumerated().map { index, quota in
        rootOfQuota[index] == key ? quota : quota.bounded(atLeast: 0, atMost: nil)
      })
  }
}

extension AssignmentProblem {
  fileprivate func forEachEligible(_ visit: (Pair) -> Void) {
    for mentee in 0..<menteeCount {
      for mentor in eligibleMentors(of: mentee) { visit(Pair(mentee: mentee, mentor: mentor)) }
    }
  }
}
