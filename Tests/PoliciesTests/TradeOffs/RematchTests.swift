import Policies
import Problems
import TestSupport
import Testing

@Suite("Re-matching against brute force")
struct RematchTests {
  /// Some pairs of a small problem, and what any assignment of it gives up and is worth.
  private struct Draw {
    let problem: AssignmentProblem
    let approved: Set<Pair>
    let candidates: [[Pair]]

    init(seed: UInt64, rules: RandomRules) throws {
      let problem = try AssignmentProblem.random(seed: seed, rules: rules, sizes: 3...4)
      self.problem = problem
      var generator = SplitMix64(seed: seed ^ 0xa99)
      // Pairs of people who have left, and of people there never were, are among them.
      approved = Set(
        (0...problem.menteeCount).flatMap { mentee in
          (0...problem.mentorCount).filter { _ in generator.happens(percent: 35) }
            .map { Pair(mentee: mentee, mentor: $0) }
        })
      let all = allAssignments(problem)
      let most = all.map(\.count).max()
      candidates = problem.coverage == .first ? all.filter { $0.count == most } : all
    }

    func value(_ pairs: [Pair]) -> [Int] {
      let lost = approved.filter { pair in
        problem.table.points(of: pair) != nil && problem.demands[pair.mentee] > 0
          && problem.mentors[pair.mentor].capacity > 0 && !pairs.contains(pair)
      }
      return [lost.count, pairs.reduce(0) { $0 + (problem.table.points(of: $1) ?? 0) }]
    }

    /// The best with at most so many changes, wherever one change more gains something.
    var curve: [[Int]] {
      let values = Set(candidates.map(value))
      var curve: [[Int]] = []
      for changes in Set(values.map { $0[0] }).sorted() {
        let best = values.filter { $0[0] == changes }.map { $0[1] }.max() ?? 0
        if curve.last.map({ best > $0[1] }) ?? true { curve.append([changes, best]) }
      }
      return curve
    }
  }

  private func check(seed: UInt64, rules: RandomRules, _ backend: Backend) throws -> RematchCurve? {
    let draw = try Draw(seed: seed, rules: rules)
    let curve: RematchCurve?
    do throws(BackendError) {
      curve = try Rematch(draw.problem, approved: draw.approved, backend: backend).curve()
    } catch {
      let isLarge = draw.problem.table.points.contains { $0.magnitude > 1 << 20 }
      guard case .numbersTooLarge = error, isLarge else {
        Issue.record("seed \(seed): \(error)")
        return nil
      }
      return nil
    }
    guard let curve else {
      #expect(draw.candidates.isEmpty, "seed \(seed)")
      return nil
    }
    let found = curve.points.map { draw.value($0.assignment.pairs) }
    if curve.isComplete {
      #expect(found == draw.curve, "seed \(seed)")
    } else {
      #expect(draw.problem.table.points.contains { $0.magnitude > 1 << 20 }, "seed \(seed)")
    }
    for point in curve.points {
      let pairs = point.assignment.pairs
      #expect(draw.candidates.contains { Set($0) == Set(pairs) }, "seed \(seed)")
      #expect(
        [point.changes, point.assignment.objective.total] == draw.value(pairs), "seed \(seed)")
    }
    return curve
  }

  @Test("the whole curve over networks, with what is best for no weighted sum")
  func networks() throws {
    var (long, between) = (0, 0)
    for seed in 0..<5000 as Range<UInt64> {
      guard let curve = try check(seed: seed, rules: .network, .auto) else { continue }
      #expect(curve.backend == .hungarian, "seed \(seed)")
      let points = curve.points.map { ($0.changes, $0.assignment.objective.total) }
      if points.count > 2 { long += 1 }
      for (index, point) in points.enumerated().dropFirst().dropLast() {
        let (left, right) = (points[index - 1], points[index + 1])
        if (point.1 - left.1) * (right.0 - point.0) < (right.1 - point.1) * (point.0 - left.0) {
          between += 1
        }
      }
    }
    #expect(long > 100 && between > 15, "\(long) \(between)")
  }

  @Test("the whole curve under any rules")
  func programs() throws {
    var count = 0
    for seed in 0..<1500 as Range<UInt64> {
      let curve = try check(seed: seed &+ 1 << 40, rules: .side, .auto)
      if let curve, curve.backend == .glpk, curve.points.count > 1 { count += 1 }
    }
    #expect(count > 25, "\(count)")
  }

  @Test("both backends agree")
  func backendsAgree() throws {
    var count = 0
    for seed in 0..<1000 as Range<UInt64> {
      let curve = try check(seed: seed &+ 1 << 41, rules: .network, .both)
      if let curve, curve.points.count > 1 { count += 1 }
    }
    #expect(count > 25, "\(count)")
  }

  @Test(
    "larger problems: the curve begins with fewest changes, ends with the best, and gains all along"
  )
  func larger() throws {
    for seed in 0..<6 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let size = 24
      let table = PairTable(menteeCount: size, mentorCount: size) { _ in
        Int.random(in: 0...1000, using: &generator)
      }
      let mentors = (0..<size).map { MentorLimits(capacity: $0 == 3 ? 0 : $0 % 5 == 0 ? 2 : 1) }
      let problem = try AssignmentProblem(table: table, mentors: mentors, coverage: .first)
      let approved = Set((0..<size).map { Pair(mentee: $0, mentor: $0) })
      let curve = try #require(try Rematch(problem, approved: approved).curve())
      #expect(curve.isComplete)
      let points = curve.points
      #expect(points.count > 8, "seed \(seed)")
      for (one, next) in zip(points, points.dropFirst()) {
        #expect(one.changes < next.changes, "seed \(seed)")
        #expect(one.assignment.objective.total < next.assignment.objective.total, "seed \(seed)")
      }
      let glpk = try #require(try Rematch(problem, approved: approved, backend: .glpk).curve())
      #expect(glpk.points.map(\.changes) == points.map(\.changes), "seed \(seed)")
      #expect(
        glpk.points.map(\.assignment.objective) == points.map(\.assignment.objective),
        "seed \(seed)")
    }
  }
}
