import Problems

/// A problem as rows that need one partner each and columns with places.
///
/// Mentees are the rows as a rule; mentors are where every mentor must be filled, or where only they
/// take one partner at most.
struct LazyProblem {
  /// What must hold of the rows.
  enum Duty {
    /// Every row must be matched.
    case everyRow
    /// As many as can be, in the first place.
    case mostRows
    /// Only where that is better than 0 points.
    case worthwhile
    /// Every column must be full.
    case everyColumn
  }

  let problem: AssignmentProblem
  let isTransposed: Bool
  let duty: Duty
  /// Rows that need a partner, fixed pairs counted out.
  let active: [Int32]
  /// Those of them that a solution may match: who has no eligible pair stays as it is, whatever the others do.
  let hopeful: [Int32]
  /// Places by column, fixed pairs counted out.
  let capacities: [Int32]

  /// More places than there can be rows mean the same as these.
  static var largestCapacity: Int { 1 << 30 }

  var rowCount: Int { isTransposed ? problem.mentorCount : problem.menteeCount }
  var columnCount: Int { isTransposed ? problem.menteeCount : problem.mentorCount }
  var placeCount: Int { capacities.reduce(0) { $0 + Int($1) } }

  /// Fits the problem in where that is possible.
  ///
  /// It is not for lower bounds, quotas, people apart or together, hours, two partners on both sides, and fixed pairs that overfill
  /// somebody: there the network solver knows more.
  init?(_ problem: AssignmentProblem) {
    guard problem.bindingSideRule == nil, problem.quotas.allSatisfy(\.isVacuous),
      problem.mentors.allSatisfy({
        $0.minimum == 0 || (problem.minimumRule == .ifOpen && $0.minimum == 1)
      })
    else { return nil }
    let (menteesWithPairs, mentorsWithPairs) = problem.table.peopleWithPairs
    let areMenteesSingle = problem.demands.allSatisfy { $0 <= 1 }
    let areMentorsSingle = problem.mentors.allSatisfy { $0.capacity <= 1 }
    switch problem.coverage {
    case .everyMentee:
      guard areMenteesSingle else { return nil }
      (isTransposed, duty) = (false, .everyRow)
    case .everyMentor:
      guard areMenteesSingle || areMentorsSingle else { return nil }
      (isTransposed, duty) = areMentorsSingle ? (true, .everyRow) : (false, .everyColumn)
    case .first, .ignore:
      guard areMenteesSingle || areMentorsSingle else { return nil }
      // The shorter side can be matched whole; its search is the easier one.
      let isTall = menteesWithPairs.count > mentorsWithPairs.count
      isTransposed = areMentorsSingle && (isTall || !areMenteesSingle)
      duty = problem.coverage == .first ? .mostRows : .worthwhile
    }
    self.problem = problem
    var mentees = problem.demands
    var mentors = problem.mentors.map(\.capacity)
    for pair in problem.fixed {
      mentees[pair.mentee] -= 1
      mentors[pair.mentor] -= 1
    }
    guard mentees.allSatisfy({ $0 >= 0 }), mentors.allSatisfy({ $0 >= 0 }) else { return nil }
    let (needs, places) = isTransposed ? (mentors, mentees) : (mentees, mentors)
    active = needs.indices.filter { needs[$0] > 0 }.map { Int32(truncatingIfNeeded: $0) }
    hopeful =
      switch duty {
      case .everyRow, .everyColumn: active
      case .mostRows, .worthwhile:
        (isTransposed ? mentorsWithPairs : menteesWithPairs).filter { needs[$0] > 0 }
          .map { Int32(truncatingIfNeeded: $0) }
      }
    capacities = places.map { Int32(truncatingIfNeeded: min($0, Self.largestCapacity)) }
  }

  /// What every matched pair is worth beside its points in this search.
  var bonus: Int {
    switch duty {
    case .everyRow, .worthwhile: 0
    case .mostRows: problem.coverageWeight
    case .everyColumn:
      // As `AssignmentProblem.coverageWeight`, which is only given where coverage comes first.
      max(
        1,
        (min(rowCount, columnCount) - 1)
          * (problem.table.points.range.upperBound - problem.table.points.range.lowerBound)
          - min(0, problem.table.points.range.lowerBound) + 1)
    }
  }

  var terms: LazyTerms {
    LazyTerms(
      isTransposed: isTransposed, duty: duty, bonus: bonus,
      coverageWeight: problem.coverageWeight, fixed: problem.fixed,
      fixedTotal: problem.objective(of: problem.fixed)?.total ?? 0,
      quotaCount: problem.quotas.count)
  }
}

/// What turns a matching of rows and columns back into an answer for people.
struct LazyTerms {
  var isTransposed: Bool
  var duty: LazyProblem.Duty
  /// What every matched pair is worth beside its points in the search.
  var bonus: Int
  var coverageWeight: Int
  var fixed: [Pair]
  var fixedTotal: Int
  /// All of them are vacuous: their prices are zero.
  var quotaCount: Int
}

extension PairTable {
  /// Who is in an eligible pair, ascending.
  ///
  /// - Complexity: O(pairCount).
  fileprivate var peopleWithPairs: (mentees: [Int], mentors: [Int]) {
    guard let mentors, !isComplete else {
      return (Array(0..<menteeCount), Array(0..<mentorCount))
    }
    var hasPair = [Bool](repeating: false, count: mentorCount)
    for mentor in mentors { hasPair[Int(mentor)] = true }
    return (
      (0..<menteeCount).filter { !entries(of: $0).isEmpty }, hasPair.indices.filter { hasPair[$0] }
    )
  }
}
