public import Problems

/// Which rules a random problem may have.
public enum RandomRules: Sendable {
  /// Only what a network holds.
  case network
  /// Also minimums of mentors who may stay empty, and quotas over any mentees and mentors.
  case all
  /// Also people apart, people together, hours and quotas under a condition, at most 6 × 5 people.
  case side
}

extension AssignmentProblem {
  /// Draws a small problem that mixes every rule: many ties, few feasible, some contradictory.
  ///
  /// - Parameters:
  ///   - seed: equal seeds give equal problems.
  ///   - rules: which rules it may have.
  ///   - sizes: the people of a side; `nil` = at most 7, few enough for ``bruteForce(_:)``.
  /// - Returns: the problem.
  /// - Throws: ``ProblemError``, never in practice.
  public static func random(
    seed: UInt64, rules: RandomRules = .network, sizes: ClosedRange<Int>? = nil
  ) throws(ProblemError) -> AssignmentProblem {
    var draw = RandomDraw(seed: seed, rules: rules, sizes: sizes)
    return try draw.problem()
  }
}

private struct RandomDraw {
  private var generator: SplitMix64
  private let rules: RandomRules
  private let menteeCount: Int
  private let mentorCount: Int

  init(seed: UInt64, rules: RandomRules, sizes: ClosedRange<Int>?) {
    generator = SplitMix64(seed: seed)
    self.rules = rules
    let largest = generator.happens(percent: 3) ? 7 : generator.happens(percent: 40) ? 5 : 4
    let range = sizes ?? 0...(rules == .side ? 6 : largest)
    menteeCount = Int.random(in: range, using: &generator)
    mentorCount = Int.random(
      in: rules == .side ? 0...min(5, range.upperBound) : range, using: &generator)
  }

  mutating func problem() throws(ProblemError) -> AssignmentProblem {
    let table = try PairTable(rows: points(), mentorCount: mentorCount)
    let coverages: [Coverage] = [.first, .ignore, .everyMentee, .everyMentor]
    let coverage = coverages.randomElement(using: &generator) ?? .first
    let largestDemand = generator.happens(percent: 40) ? 2 : 1
    let mentors = limits()
    let demands = (0..<menteeCount).map { _ in
      generator.happens(percent: 10) ? 0 : Int.random(in: 1...largestDemand, using: &generator)
    }
    return try AssignmentProblem(
      table: table, demands: demands, mentors: mentors.limits, minimumRule: mentors.rule,
      quotas: quotas(), fixed: fixed(in: table), apart: sets(percent: 40),
      together: sets(percent: 30), hours: hours(in: table), coverage: coverage)
  }

  private mutating func sets(percent: Int) -> [[Int]] {
    guard rules == .side, menteeCount > 1 else { return [] }
    var sets: [[Int]] = []
    while generator.happens(percent: percent) {
      let count = Int.random(in: 2...min(3, menteeCount), using: &generator)
      sets.append(Array((0..<menteeCount).shuffled(using: &generator).prefix(count)))
    }
    return sets
  }

  private mutating func hours(in table: PairTable) -> MentorHours {
    guard rules == .side, generator.happens(percent: 35) else { return .unlimited }
    var (limits, mentees, pairs): ([Int: Int], [Int: Int], [Pair: Int]) = ([:], [:], [:])
    for mentor in 0..<mentorCount where generator.happens(percent: 60) {
      limits[mentor] = Int.random(in: 0...7, using: &generator)
    }
    for mentee in 0..<menteeCount where generator.happens(percent: 50) {
      mentees[mentee] = Int.random(in: 0...4, using: &generator)
    }
    for entry in 0..<table.pairCount where generator.happens(percent: 15) {
      pairs[table.pair(of: entry)] = Int.random(in: 0...5, using: &generator)
    }
    return MentorHours(limits: limits, mentees: mentees, pairs: pairs)
  }

  private mutating func points() -> [[Int?]] {
    let ineligible = Int.random(in: 0...60, using: &generator)
    let ranges = [0...5, 0...5, -6...3, 0...0, 0...1000, -500_000_000...500_000_000]
    let range = ranges.randomElement(using: &generator) ?? 0...5
    return (0..<menteeCount).map { _ in
      (0..<mentorCount).map { _ in
        generator.happens(percent: ineligible) ? nil : Int.random(in: range, using: &generator)
      }
    }
  }

  private mutating func limits() -> (limits: [MentorLimits], rule: MinimumRule) {
    let rule: MinimumRule = generator.happens(percent: 50) ? .always : .ifOpen
    let hasMinimums = generator.happens(percent: 40)
    let largest = rule == .always || rules == .network ? 1 : 3
    let limits = (0..<mentorCount).map { _ in
      let capacity = Int.random(in: 0...3, using: &generator)
      let isDemanding = hasMinimums && generator.happens(percent: 50)
      let minimum = isDemanding ? Int.random(in: 1...largest, using: &generator) : 0
      let isDouble = rule == .always && isDemanding && generator.happens(percent: 30)
      return MentorLimits(capacity: capacity, minimum: isDouble ? minimum + 1 : minimum)
    }
    return (limits, rule)
  }

  private mutating func fixed(in table: PairTable) -> [Pair] {
    guard generator.happens(percent: 30) else { return [] }
    return (0..<table.pairCount).filter { _ in generator.happens(percent: 15) }
      .map { table.pair(of: $0) }
  }

  private mutating func quotas() -> [Quota] {
    guard generator.happens(percent: 40) else { return [] }
    if rules == .network {
      var quotas: [Quota] = []
      split(Array(0..<mentorCount).shuffled(using: &generator), into: &quotas)
      return quotas.shuffled(using: &generator)
    }
    return (0..<Int.random(in: 1...3, using: &generator)).map { index in
      bounded("any \(index)", mentees: some(of: menteeCount), mentors: some(of: mentorCount))
    }
  }

  /// Cuts a set of mentors in two, again and again: a laminar family.
  private mutating func split(_ members: [Int], into quotas: inout [Quota]) {
    if quotas.count < 4, generator.happens(percent: 60) {
      let isAll = members.count == mentorCount && generator.happens(percent: 50)
      let mentees = generator.happens(percent: 20) ? Array(0..<menteeCount) : nil
      quotas.append(
        bounded("\(members)", mentees: mentees, mentors: isAll ? nil : members))
    }
    guard members.count > 1 else { return }
    let middle = Int.random(in: 1..<members.count, using: &generator)
    split(Array(members[..<middle]), into: &quotas)
    split(Array(members[middle...]), into: &quotas)
  }

  private mutating func some(of count: Int) -> [Int]? {
    generator.happens(percent: 25)
      ? nil : (0..<count).filter { _ in generator.happens(percent: 60) }
  }

  private mutating func bounded(_ name: String, mentees: [Int]?, mentors: [Int]?) -> Quota {
    let atLeast = generator.happens(percent: 40) ? Int.random(in: 1...3, using: &generator) : 0
    let hasUpper = generator.happens(percent: 60)
    let atMost = hasUpper ? Int.random(in: max(0, atLeast - 1)...5, using: &generator) : nil
    let isConditional = rules == .side && generator.happens(percent: 50)
    // Of a group by itself, more often than not.
    let isOfOne = isConditional && mentorCount > 0 && generator.happens(percent: 70)
    let own = isOfOne ? [Int.random(in: 0..<mentorCount, using: &generator)] : mentors
    return Quota(
      name: name, mentees: mentees, mentors: own, atLeast: atLeast, atMost: atMost,
      when: isConditional ? some(of: menteeCount) ?? Array(0..<menteeCount) : nil)
  }
}

extension AssignmentProblem {
  /// Draws a complete problem with one seat a mentor: the classical assignment problem.
  ///
  /// - Parameters:
  ///   - menteeCount: the rows.
  ///   - mentorCount: the columns.
  ///   - points: the range of the points, uniform.
  ///   - coverage: what is asked first.
  ///   - seed: equal seeds give equal problems.
  /// - Returns: the problem.
  /// - Throws: ``ProblemError`` when the points are too large.
  public static func dense(
    menteeCount: Int, mentorCount: Int, points: ClosedRange<Int> = 0...1000,
    coverage: Coverage = .first, seed: UInt64
  ) throws(ProblemError) -> AssignmentProblem {
    var generator = SplitMix64(seed: seed)
    let table = try PairTable(
      complete: (0..<menteeCount * mentorCount).map { _ in
        Int.random(in: points, using: &generator)
      },
      menteeCount: menteeCount, mentorCount: mentorCount)
    return try AssignmentProblem(
      table: table, mentors: Array(repeating: .init(capacity: 1), count: mentorCount),
      coverage: coverage)
  }
}
