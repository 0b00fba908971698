import Problems
import Testing
import Verification

/// Right results are accepted; the same results with one thing wrong are not.
@Suite struct MutationTests {
  /// Optimal assignments with prices, from the oracle.
  static let proven: [(seed: UInt64, problem: AssignmentProblem, best: Assignment, DualPrices)] =
    (0..<400 as Range<UInt64>).compactMap { seed in
      guard let problem = try? AssignmentProblem.small(seed: seed) else { return nil }
      let oracle = Oracle(problem)
      guard let best = oracle.best, let prices = oracle.prices(best) else { return nil }
      return (seed, problem, best, prices)
    }

  @Test("accepts what the oracle found, proved by prices")
  func acceptsRight() {
    #expect(Self.proven.count > 150)
    for (seed, problem, best, prices) in Self.proven {
      let verdict = Verdict(checking: .optimal(best, .duals(prices)), of: problem)
      #expect(verdict.problems == [], "seed \(seed)")
      #expect(verdict.proof == .checked, "seed \(seed)")
    }
  }

  @Test("rejects 1,000 corrupted assignments and prices")
  func rejectsCorrupted() throws {
    var generator = SplitMix(state: 7)
    var corruptedCount = 0
    while corruptedCount < 1000 {
      let index = Int.random(in: 0..<Self.proven.count, using: &generator)
      let (seed, problem, best, prices) = Self.proven[index]
      let kind = Int.random(in: 0..<8, using: &generator)
      guard
        let corrupted = Self.corrupted(best, prices, problem, kind: kind, using: &generator)
      else { continue }
      corruptedCount += 1
      #expect(
        !Verdict(checking: corrupted, of: problem).accepted, "seed \(seed), kind \(kind)")
    }
  }

  /// A wrong claim, or `nil` where this kind of change would leave it right.
  static func corrupted(
    _ best: Assignment, _ prices: DualPrices, _ problem: AssignmentProblem, kind: Int,
    using generator: inout SplitMix
  ) -> AssignmentOutcome? {
    switch kind {
    case 0...3: corruptedRecord(best, prices, kind: kind, using: &generator)
    case 4, 5:
      otherPairs(best, problem, drops: kind == 4, using: &generator)
        .map { .optimal($0, .duals(prices)) }
    case 6: otherPrices(best, prices, problem, using: &generator).map { .optimal(best, .duals($0)) }
    default:
      .optimal(
        best,
        .duals(
          DualPrices(
            coverageWeight: problem.coverage == .first ? -1 : 1, mentees: prices.mentees,
            mentors: prices.mentors)))
    }
  }

  /// Pairs and value that do not belong together.
  static func corruptedRecord(
    _ best: Assignment, _ prices: DualPrices, kind: Int, using generator: inout SplitMix
  ) -> AssignmentOutcome? {
    var pairs = best.pairs
    var (matched, total) = (best.objective.matched, best.objective.total)
    let step = Bool.random(using: &generator) ? 1 : -1
    switch kind {
    case 0:
      guard !pairs.isEmpty else { return nil }
      pairs.remove(at: Int.random(in: pairs.indices, using: &generator))
    case 1:
      guard let pair = pairs.randomElement(using: &generator) else { return nil }
      pairs.append(pair)
    case 2: total += step
    default: matched += step
    }
    return .optimal(
      Assignment(pairs: pairs, objective: Objective(matched: matched, total: total)), .duals(prices)
    )
  }

  /// One pair dropped or moved, with its true value: `nil` when that is as good as the best.
  static func otherPairs(
    _ best: Assignment, _ problem: AssignmentProblem, drops: Bool, using generator: inout SplitMix
  ) -> Assignment? {
    var pairs = best.pairs
    guard !pairs.isEmpty else { return nil }
    let place = Int.random(in: pairs.indices, using: &generator)
    if drops {
      pairs.remove(at: place)
    } else {
      pairs[place] = Pair(
        mentee: pairs[place].mentee,
        mentor: Int.random(in: 0...problem.mentorCount, using: &generator))
    }
    let value = problem.objective(of: pairs)
    let isRight =
      Oracle.isFeasible(pairs, problem)
      && value.map { !Oracle.isBetter(best.objective, than: $0, problem) } ?? false
    return isRight ? nil : Assignment(pairs: pairs, objective: value ?? best.objective)
  }

  /// Another price of somebody in a tight pair, which has no room for it.
  static func otherPrices(
    _ best: Assignment, _ prices: DualPrices, _ problem: AssignmentProblem,
    using generator: inout SplitMix
  ) -> DualPrices? {
    var (mentees, mentors) = (prices.mentees, prices.mentors)
    let entries = 0..<problem.table.pairCount
    guard let entry = entries.randomElement(using: &generator) else { return nil }
    let pair = problem.table.pair(of: entry)
    let slack =
      prices.coverageWeight + problem.table.points[entry] - mentees[pair.mentee]
      - mentors[pair.mentor]
    guard slack == 0, !problem.fixed.contains(pair) else { return nil }
    let step = best.pairs.contains(pair) ? 1 : -1
    if Bool.random(using: &generator) {
      mentees[pair.mentee] += step
    } else {
      mentors[pair.mentor] += step
    }
    return DualPrices(
      coverageWeight: prices.coverageWeight, mentees: mentees, mentors: mentors)
  }

  @Test("accepts Hall violators found by trying every group, and rejects them altered")
  func witnesses() throws {
    var (acceptedCount, rejectedCount) = (0, 0)
    for seed in 0..<600 as Range<UInt64> {
      let problem = try AssignmentProblem.small(seed: seed)
      guard let hall = Self.violator(of: problem) else { continue }
      acceptedCount += 1
      #expect(
        Verdict(checking: .infeasible(.hall(hall)), of: problem).problems == [], "seed \(seed)")
      #expect(Oracle(problem).best == nil, "seed \(seed)")
      for wrong in Self.altered(hall, problem) {
        rejectedCount += 1
        let verdict = Verdict(checking: .infeasible(.hall(wrong)), of: problem)
        #expect(!verdict.accepted, "seed \(seed): \(wrong)")
      }
    }
    #expect(acceptedCount > 50)
    #expect(rejectedCount > 300)
  }

  static func violator(of problem: AssignmentProblem) -> HallViolator? {
    guard problem.coverage == .everyMentee else { return nil }
    for subset in 1..<(1 << problem.menteeCount) {
      let mentees = (0..<problem.menteeCount).filter { subset >> $0 & 1 == 1 }
      let free = { (mentee: Int, mentor: Int) in
        problem.table.entry(of: Pair(mentee: mentee, mentor: mentor)) != nil
          && !problem.fixed.contains(Pair(mentee: mentee, mentor: mentor))
      }
      let needed = mentees.reduce(0) { sum, mentee in
        sum + max(0, problem.demands[mentee] - problem.fixed.count { $0.mentee == mentee })
      }
      let mentors = (0..<problem.mentorCount).filter { mentor in
        mentees.contains { free($0, mentor) }
      }
      let places = mentors.reduce(0) { sum, mentor in
        let taken = problem.fixed.count { $0.mentor == mentor }
        return sum
          + min(
            max(0, problem.mentors[mentor].capacity - taken), mentees.count { free($0, mentor) })
      }
      if needed > places {
        return HallViolator(
          side: .mentees, mentees: mentees, mentors: mentors, needed: needed, places: places)
      }
    }
    return nil
  }

  static func altered(_ hall: HallViolator, _ problem: AssignmentProblem) -> [HallViolator] {
    func made(
      side: Side? = nil, mentees: [Int]? = nil, mentors: [Int]? = nil, needed: Int = 0,
      places: Int = 0
    ) -> HallViolator {
      HallViolator(
        side: side ?? hall.side, mentees: mentees ?? hall.mentees, mentors: mentors ?? hall.mentors,
        needed: hall.needed + needed, places: hall.places + places)
    }
    return [
      made(needed: 1), made(needed: -1), made(places: 1), made(places: -1),
      made(mentees: hall.mentees + [hall.mentees[0]]), made(mentees: hall.mentees + [99]),
      made(mentors: hall.mentors + [-1]), made(mentees: []),
      made(side: .mentors, needed: 1000),
    ] + (hall.mentors.isEmpty ? [] : [made(mentors: Array(hall.mentors.dropFirst()))])
  }
}
