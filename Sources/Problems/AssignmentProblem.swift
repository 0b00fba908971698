/// The weighted assignment problem: mentees with demands, mentors with capacities, points per pair.
///
/// ```swift
/// let table = try PairTable(rows: [[3, 5], [4, nil], [2, 2]], mentorCount: 2)
/// let problem = try AssignmentProblem(
///   table: table, mentors: [.init(capacity: 1), .init(capacity: 1)], coverage: .first)
/// ```
///
/// Choose *x* ∈ {0, 1} on the eligible pairs so that every mentee *i* has at most `demands[i]` pairs,
/// every mentor *j* at most `mentors[j].capacity` and no fewer than the minimum asks, every quota
/// holds, every fixed pair is chosen, mentees who are ``apart`` share no mentor, mentees who are
/// ``together`` share all, no mentor gives more hours than there are, and Σ points · x is largest,
/// after the number of pairs where ``Coverage/first`` says so. Costs are negated points.
///
/// It deliberately holds no names, no reasons and no real numbers: the files and the season that it
/// comes from do.
public struct AssignmentProblem: Equatable, Sendable {
  public let table: PairTable
  /// The most mentors each mentee takes, by mentee.
  public let demands: [Int]
  public let mentors: [MentorLimits]
  public let minimumRule: MinimumRule
  public let quotas: [Quota]
  /// Pairs that must be chosen, ascending; each eligible.
  public let fixed: [Pair]
  /// Sets of mentees, each ascending, no two of whom share a mentor.
  public let apart: [[Int]]
  /// Sets of mentees, each ascending, who all have the same mentors, or all none.
  public let together: [[Int]]
  public let hours: MentorHours
  public let coverage: Coverage

  /// The bonus *W* per chosen pair that makes points + *W* a lexicographic objective; 0 unless
  /// coverage comes first.
  ///
  /// Where the rules form a network, one more pair costs at most one alternating path: *L* pairs come
  /// and *L* − 1 go, where *L* is at most the number of people of the shorter side. So any *W* above
  /// (*L* − 1)(largest − smallest points) − smallest points lets coverage always win. Other rules need
  /// coverage and points one after the other.
  public let coverageWeight: Int

  /// Larger demands, capacities and minimums mean the same as this one, for there are fewer people.
  ///
  /// So sums of them cannot overflow.
  private static let largestCount = Int(Int32.max)

  public var menteeCount: Int { demands.count }
  public var mentorCount: Int { mentors.count }

  /// Checks and stores a problem.
  ///
  /// `demands` stand by mentee, 1 each when absent; `fixed` pairs, in any order, are chosen whatever
  /// else; the people of `apart` and `together` stand in any order.
  ///
  /// - Throws: ``ProblemError`` at the first thing that makes the problem meaningless, with its
  ///   place; ``ProblemError/numbersTooLarge(pair:points:)`` when exact 64-bit arithmetic could
  ///   overflow on the way to the optimum.
  /// - Complexity: O(pairCount + sizes of the rules).
  public init(
    table: PairTable, demands: [Int]? = nil, mentors: [MentorLimits],
    minimumRule: MinimumRule = .ifOpen, quotas: [Quota] = [], fixed: [Pair] = [],
    apart: [[Int]] = [], together: [[Int]] = [], hours: MentorHours = .unlimited,
    coverage: Coverage
  ) throws(ProblemError) {
    self.table = table
    self.demands =
      demands.map { $0.map { min($0, Self.largestCount) } }
      ?? Array(repeating: 1, count: table.menteeCount)
    self.mentors = mentors.map {
      MentorLimits(
        capacity: min($0.capacity, Self.largestCount), minimum: min($0.minimum, Self.largestCount))
    }
    self.minimumRule = minimumRule
    self.quotas = quotas
    self.fixed = fixed.sorted()
    self.apart = apart.map { $0.sorted() }
    self.together = together.map { $0.sorted() }
    self.hours = hours
    self.coverage = coverage
    guard self.demands.count == table.menteeCount else {
      throw .countMismatch(side: .mentees, count: self.demands.count, expected: table.menteeCount)
    }
    guard mentors.count == table.mentorCount else {
      throw .countMismatch(side: .mentors, count: mentors.count, expected: table.mentorCount)
    }
    try Self.check(demands: self.demands, mentors: self.mentors)
    try Self.check(quotas: quotas, table: table)
    try Self.check(self.apart, .apart, menteeCount: table.menteeCount)
    try Self.check(self.together, .together, menteeCount: table.menteeCount)
    try hours.check(table)
    for (index, pair) in self.fixed.enumerated() {
      guard table.entry(of: pair) != nil else { throw .fixedNotEligible(pair) }
      if index > 0, self.fixed[index - 1] == pair { throw .fixedTwice(pair) }
    }
    let range = ExactRange(table: table)
    guard
      let weight = range.coverageWeight(
        longestPath: min(table.menteeCount, table.mentorCount), coverage: coverage),
      range.staysExact(
        coverageWeight: weight, longestPath: min(table.menteeCount, table.mentorCount),
        pairCount: min(
          table.pairCount, self.demands.reduce(0) { $0 + min($1, table.mentorCount) }))
    else {
      let entry = table.points.indexOfLargest
      throw .numbersTooLarge(pair: table.pair(of: entry), points: table.points[entry])
    }
    coverageWeight = weight
  }

  /// The value that a set of pairs has in this problem.
  ///
  /// - Returns: `nil` when a pair is not eligible.
  public func objective(of pairs: [Pair]) -> Objective? {
    var total = 0
    for pair in pairs {
      guard let points = table.points(of: pair) else { return nil }
      total += points
    }
    return Objective(matched: pairs.count, total: total)
  }

  /// Whether some quotas count all mentees, with sets of mentors that are nested or disjoint; those that
  /// ask for nothing, or only under a condition, are no matter.
  ///
  /// - Complexity: O(count² · members).
  package func areNested(_ indices: [Int]) -> Bool {
    let indices = indices.filter {
      quotas[$0].when == nil && (quotas[$0].atLeast > 0 || quotas[$0].atMost != nil)
    }
    let sets = indices.map { Set(quotas[$0].mentors ?? Array(mentors.indices)) }
    return indices.allSatisfy { quotas[$0].mentees.map { $0.count == menteeCount } ?? true }
      && sets.allSatisfy { one in
        sets.allSatisfy { $0.isSubset(of: one) || one.isSubset(of: $0) || one.isDisjoint(with: $0) }
      }
  }

  private static func check(demands: [Int], mentors: [MentorLimits]) throws(ProblemError) {
    if let mentee = demands.firstIndex(where: { $0 < 0 }) {
      throw .negativeDemand(mentee: mentee, demand: demands[mentee])
    }
    for (index, limits) in mentors.enumerated() {
      if limits.capacity < 0 { throw .negativeCapacity(mentor: index, capacity: limits.capacity) }
      if limits.minimum < 0 { throw .negativeMinimum(mentor: index, minimum: limits.minimum) }
    }
  }

  private static func check(quotas: [Quota], table: PairTable) throws(ProblemError) {
    for (index, quota) in quotas.enumerated() {
      let people = [
        (quota.mentees, table.menteeCount), (quota.mentors, table.mentorCount),
        (quota.when, table.menteeCount),
      ]
      for case (let members?, let count) in people {
        if let member = members.first(where: { !(0..<count).contains($0) }) {
          throw .quotaMemberOutOfRange(quota: index, member: member)
        }
      }
    }
  }
}

extension PairTable {
  /// The pair of an entry.
  ///
  /// - Complexity: O(log menteeCount).
  public func pair(of entry: Int) -> Pair {
    var range = 0..<menteeCount
    while range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      range =
        rowStarts[middle] <= entry ? middle..<range.upperBound : range.lowerBound..<middle
    }
    return Pair(
      mentee: range.lowerBound, mentor: mentor(of: entry, mentee: range.lowerBound))
  }
}
