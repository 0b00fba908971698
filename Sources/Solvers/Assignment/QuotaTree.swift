import Problems

/// The quotas of a problem over whole mentors, ordered by inclusion.
///
/// ```swift
/// // "school" = mentors 0, 1, 2; "form 5" = mentors 0, 1
/// tree.parentOfMentor  // [1, 1, 0, nil]: 3 stands under no quota
/// tree.parentOfQuota   // [nil, 0]
/// ```
///
/// Such a family is called *laminar*: any two sets are nested or disjoint. Sets that follow each other
/// by falling size are laminar exactly when all members of each next set have the same smallest
/// earlier set around them, which is then its parent.
///
/// Source: A. Schrijver, *Combinatorial Optimization*, 2003, §13.4.
struct QuotaTree {
  /// By mentor: the smallest quota around the mentor.
  let parentOfMentor: [Int?]
  /// By quota: the smallest quota around the quota; quotas that ask for nothing have none.
  let parentOfQuota: [Int?]

  /// - Throws: ``NotANetwork`` when a quota counts some mentees only, or under a condition, or two cross.
  init(_ problem: AssignmentProblem) throws(NotANetwork) {
    let quotas = problem.quotas
    var innermost = [Int?](repeating: nil, count: problem.mentorCount)
    var parents = [Int?](repeating: nil, count: quotas.count)
    let members = quotas.map { $0.mentors ?? Array(0..<problem.mentorCount) }
    let binding = quotas.indices.filter { !quotas[$0].isVacuous }
    for index in binding {
      guard quotas[index].when == nil else { throw .quotaUnderCondition(quota: index) }
      if let mentees = quotas[index].mentees, mentees.count != problem.menteeCount {
        throw .quotaOverSomeMentees(quota: index)
      }
    }
    for index in binding.sorted(by: { (-members[$0].count, $0) < (-members[$1].count, $1) }) {
      guard let first = members[index].first else { continue }
      let parent = innermost[first]
      for mentor in members[index] {
        if innermost[mentor] != parent {
          throw .crossingQuotas(innermost[mentor] ?? parent ?? index, index)
        }
        innermost[mentor] = index
      }
      parents[index] = parent
    }
    parentOfMentor = innermost
    parentOfQuota = parents
  }
}
