import Problems

/// An assignment problem as a circulation with bounds.
///
/// hub → mentee [must, demand] → free eligible pair [0, 1] → mentor [minimum, capacity] → quotas,
/// from the smallest outwards [at least, at most] → hub. A feasible circulation is a feasible
/// assignment; capacities are numbers on arcs, never copies of seats. Each pair carries the gain
/// w = `coverageWeight` + points, every other arc nothing.
///
/// Every node but the hub owns one arc: a mentee the arc from the hub, a mentor or a quota the arc to
/// its parent. So `lower` and `upper` are indexed by node.
///
/// Source: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, *Network Flows*, 1993, §§ 6.7, 9.
struct AssignmentNetwork {
  private(set) var table: PairTable
  /// The points of every entry, ready for single looks.
  private(set) var points: [Int]
  let coverageWeight: Int
  let menteeCount: Int
  let mentorCount: Int
  let quotaCount: Int
  /// By node but the hub: the bounds of the arc that the node owns.
  let lower: [Int]
  private(set) var upper: [Int]
  /// By node but the hub: the other end of the arc that the node owns.
  let parent: [Int]
  /// Mentors and quotas by parent: those of `node` stand at
  /// `childStarts[node - firstQuota]..<childStarts[node - firstQuota + 1]`.
  private let childStarts: [Int]
  private let childList: [Int]

  var firstMentor: Int { menteeCount }
  var firstQuota: Int { menteeCount + mentorCount }
  var hub: Int { menteeCount + mentorCount + quotaCount }
  var nodeCount: Int { hub + 1 }

  /// - Complexity: O(menteeCount + mentorCount + quota sizes).
  init(_ free: FreeProblem, tree: QuotaTree) {
    let problem = free.problem
    let firstMentor = problem.menteeCount
    let firstQuota = problem.menteeCount + problem.mentorCount
    let hub = firstQuota + problem.quotas.count
    table = free.table
    points = Array(free.table.points)
    coverageWeight = problem.coverageWeight
    menteeCount = problem.menteeCount
    mentorCount = problem.mentorCount
    quotaCount = problem.quotas.count
    // A quota that asks for nothing is an arc that nothing enters.
    let bounds =
      free.mentees + free.mentors
      + free.quotas.map { $0 ?? FreeProblem.Bounds(lower: 0, upper: 0) }
    lower = bounds.map(\.lower)
    upper = bounds.map(\.upper)
    let parents = (tree.parentOfMentor + tree.parentOfQuota).map { quota in
      quota.map { firstQuota + $0 } ?? hub
    }
    parent = Array(repeating: hub, count: problem.menteeCount) + parents

    var starts = [Int](repeating: 0, count: problem.quotas.count + 2)
    for node in parents { starts[node - firstQuota + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var cursor = starts
    var list = [Int](repeating: 0, count: parents.count)
    for (offset, node) in parents.enumerated() {
      list[cursor[node - firstQuota]] = firstMentor + offset
      cursor[node - firstQuota] += 1
    }
    childStarts = starts
    childList = list
  }

  /// The same network without some pairs.
  ///
  /// - Complexity: O(pairCount).
  func keeping(_ isKept: (_ pair: Pair, _ entry: Int) -> Bool) -> AssignmentNetwork {
    var copy = self
    copy.table = table.mapped { pair, entry in isKept(pair, entry) ? points[entry] : nil }.table
    copy.points = Array(copy.table.points)
    return copy
  }

  /// Lets more flow along the arc of a mentor or a quota.
  mutating func widen(_ node: Int, by amount: Int) { upper[node] += amount }

  /// The mentors and quotas directly under a quota or the hub, ascending.
  func children(of node: Int) -> ArraySlice<Int> {
    childList[childStarts[node - firstQuota]..<childStarts[node - firstQuota + 1]]
  }
}
