import Problems

/// Mentees who compete for fewer places than they are.
///
/// One more place at any of these mentors lets one more of these mentees be served.
public struct Deficit: Equatable, Sendable {
  /// Ascending.
  public let mentees: [Int]
  /// Ascending.
  public let mentors: [Int]
  public let places: Int
}

/// Finds, around an unmatched mentee, mentees who compete for fewer places than they are.
///
/// The sets of mentees that can be served together are a matroid. Of all largest ones without the
/// unmatched mentee, take the one that prefers people with few eligible mentors; then whoever could
/// give a place to the unmatched one, through any chain of exchanges, forms with this one the unique
/// circuit: *k* people for *k* − 1 places, and one more place at any of their mentors serves all. People
/// whose eligible mentors all lie inside compete too and join, where the places that are then lacking,
/// added at any one of the mentors, serve everybody.
///
/// Source: P. Hall, 1935; J. Edmonds and D. R. Fulkerson, "Transversals and matroid partition",
/// J. Res. NBS 69B, 1965, doi:10.6028/jres.069B.016.
struct DeficitSearch {
  let problem: AssignmentProblem
  let solve: (AssignmentProblem) throws(BackendError) -> AssignmentOutcome

  /// The set around an unmatched mentee; `nil` when a free place is in reach.
  ///
  /// - Complexity: one solve, and one for every mentor of a set that others join.
  func deficit(around mentee: Int) throws -> Deficit? {
    let others = try problem.preferringNarrow(without: mentee)
    guard case .optimal(let served, _) = try solve(others),
      let circuit = ExchangeGraph(problem: problem, served: served).circuit(of: mentee)
    else { return nil }
    let crowd = joined(circuit)
    return try crowd != circuit && serves(crowd) ? crowd : circuit
  }

  /// The set with everybody whose eligible mentors all lie inside.
  private func joined(_ circuit: Deficit) -> Deficit {
    let inside = Set(circuit.mentors)
    let pinned = Set(problem.fixed.map(\.mentee))
    var mentees = Set(circuit.mentees)
    for mentee in 0..<problem.menteeCount where !pinned.contains(mentee) {
      let mentors = problem.eligibleMentors(of: mentee)
      if !mentors.isEmpty, mentors.allSatisfy(inside.contains) { mentees.insert(mentee) }
    }
    return Deficit(mentees: mentees.sorted(), mentors: circuit.mentors, places: circuit.places)
  }

  /// Whether the places that a set lacks, added at any one of its mentors, serve all of it.
  private func serves(_ crowd: Deficit) throws -> Bool {
    let members = Set(crowd.mentees)
    for mentor in crowd.mentors {
      let larger = try problem.adding(
        crowd.mentees.count - crowd.places, placesTo: mentor, onlyFor: members)
      guard case .optimal(let assignment, _) = try solve(larger) else { return false }
      if !members.isSubset(of: assignment.pairs.map(\.mentee)) { return false }
    }
    return true
  }
}

/// Who could take whose place under a given assignment.
private struct ExchangeGraph {
  private let problem: AssignmentProblem
  /// By mentor: the mentees who can move.
  private let movable: [[Int]]
  private let loads: [Int]
  private let quotaLoads: [Int]

  init(problem: AssignmentProblem, served: Assignment) {
    self.problem = problem
    let fixed = Set(problem.fixed)
    var movable = [[Int]](repeating: [], count: problem.mentorCount)
    var loads = [Int](repeating: 0, count: problem.mentorCount)
    for pair in served.pairs {
      loads[pair.mentor] += 1
      if !fixed.contains(pair) { movable[pair.mentor].append(pair.mentee) }
    }
    self.movable = movable
    self.loads = loads
    quotaLoads = problem.quotas.map { quota in
      (quota.mentors ?? Array(loads.indices)).reduce(0) { $0 + loads[$1] }
    }
  }

  /// Everybody in reach of an unmatched mentee by exchanges; `nil` when a free place is.
  func circuit(of mentee: Int) -> Deficit? {
    var mentees: Set<Int> = [mentee]
    var mentors: Set<Int> = []
    var queue = [mentee]
    func reach(_ mentor: Int) {
      guard mentors.insert(mentor).inserted else { return }
      for other in movable[mentor] where mentees.insert(other).inserted { queue.append(other) }
    }
    while let next = queue.popLast() {
      for mentor in problem.eligibleMentors(of: next) where !mentors.contains(mentor) {
        if loads[mentor] < problem.mentors[mentor].capacity {
          // The mentor has room here, but perhaps not over all forms.
          guard let full = fullQuota(of: mentor) else { return nil }
          for sibling in problem.quotas[full].mentors ?? [] { reach(sibling) }
        }
        reach(mentor)
      }
    }
    let places = mentors.reduce(0) { $0 + movable[$1].count }
    return Deficit(
      mentees: mentees.sorted(), mentors: mentors.sorted(), places: places)
  }

  private func fullQuota(of mentor: Int) -> Int? {
    problem.quotas.indices.first { index in
      let quota = problem.quotas[index]
      return quota.mentors?.contains(mentor) == true && quota.atMost == quotaLoads[index]
    }
  }
}
