public import Problems
import Solvers

/// Mentors like those of a problem, who could be found for it: the same points, places and hours.
///
/// They promise no more than that: no minimum holds for them, and they are in no quota that names mentors. Of
/// mentors who are all the same the first stands for the others.
public struct SimilarMentors {
  /// More are hardly ever worth a look; those with the highest prices of a place come first.
  private static let most = 200

  /// By trial: the mentor whom it is like.
  public let models: [Int]
  private let problem: AssignmentProblem
  /// By trial: the points by mentee.
  private let columns: [[Int?]]

  /// - Complexity: O(pairCount), and of a few hundred mentors O(menteeCount) each.
  public init(_ solved: SolvedProblem) {
    let problem = solved.problem
    let values = solved.network?.placeValues
    let inOrder = problem.mentors.indices.filter { mentor in
      problem.mentors[mentor].capacity > 0 && values.map { $0[mentor] > 0 } ?? true
    }
    .sorted { one, other in
      let (left, right) = (values?[one] ?? 0, values?[other] ?? 0)
      return left == right ? one < other : left > right
    }
    var seen: Set<Kind> = []
    var (models, columns): ([Int], [[Int?]]) = ([], [])
    for mentor in inOrder.prefix(Self.most).sorted() {
      let column = problem.points(ofMentor: mentor)
      let kind = Kind(
        points: column, capacity: problem.mentors[mentor].capacity,
        // Pairs may take hours of their own.
        limited: problem.hours.limits[mentor] == nil ? nil : mentor)
      guard seen.insert(kind).inserted else { continue }
      models.append(mentor)
      columns.append(column)
    }
    self.problem = problem
    self.models = models
    self.columns = columns
  }

  private struct Kind: Hashable {
    let points: [Int?]
    let capacity: Int
    let limited: Int?
  }

  /// The problem with some of them behind its mentors.
  ///
  /// - Throws: ``ProblemError`` as the initializer of a problem.
  /// - Complexity: O(menteeCount · (mentorCount + trials)).
  public func problem(with trials: [Int]) throws(ProblemError) -> AssignmentProblem {
    let first = problem.mentorCount
    let table = PairTable(
      menteeCount: problem.menteeCount, mentorCount: first + trials.count
    ) { pair in
      pair.mentor < first
        ? problem.table.points(of: pair) : columns[trials[pair.mentor - first]][pair.mentee]
    }
    var (limits, pairs) = (problem.hours.limits, problem.hours.pairs)
    for (offset, trial) in trials.enumerated() {
      guard let limit = limits[models[trial]] else { continue }
      limits[first + offset] = limit
      for mentee in problem.demands.indices {
        let hours = problem.hours.pairs[Pair(mentee: mentee, mentor: models[trial])]
        if let hours { pairs[Pair(mentee: mentee, mentor: first + offset)] = hours }
      }
    }
    return try problem.replacing(
      table: table,
      mentors: problem.mentors
        + trials.map { MentorLimits(capacity: problem.mentors[models[$0]].capacity) },
      hours: MentorHours(limits: limits, mentees: problem.hours.mentees, pairs: pairs))
  }
}

extension AssignmentProblem {
  /// By mentee: the points of a mentor; `nil` = not eligible.
  fileprivate func points(ofMentor mentor: Int) -> [Int?] {
    demands.indices.map { table.points(of: Pair(mentee: $0, mentor: mentor)) }
  }
}
