import Policies
import Problems
import TestSupport
import Testing

@Suite("How robust pairs are, against brute force")
struct RobustnessTests {
  private static let rules: [RandomRules] = [.network, .all, .side]

  private func solved(
    _ seed: UInt64, _ rules: RandomRules, threads: Int = 1
  ) throws -> SolvedProblem? {
    let problem = try AssignmentProblem.random(seed: seed, rules: rules, sizes: 1...4)
    let router = BackendRouter(backend: .auto, limits: .init(threads: threads))
    guard case .optimal(let best, let proof) = try router.solve(problem).outcome else { return nil }
    return SolvedProblem(problem, best, proof, router: router)
  }

  /// Whether the solution is an optimum when one pair has other points.
  private func stays(_ solved: SolvedProblem, _ pair: Pair, _ points: Int) throws -> Bool {
    let problem = solved.problem
    let table = try PairTable(
      rows: (0..<problem.menteeCount).map { mentee in
        (0..<problem.mentorCount).map { mentor in
          let one = Pair(mentee: mentee, mentor: mentor)
          return one == pair ? points : problem.table.points(of: one)
        }
      }, mentorCount: problem.mentorCount)
    let changed = try problem.replacing(table: table)
    let value = try #require(changed.objective(of: solved.best.pairs))
    return bruteForce(changed).map(changed.value) == changed.value(value)
  }

  private func check(_ solved: SolvedProblem, _ note: String) throws -> Int {
    var ends = 0
    let far = 20_000
    let chosen = Set(solved.best.pairs)
    let table = solved.problem.table
    let others = (0..<table.pairCount).map { table.pair(of: $0) }.filter { !chosen.contains($0) }
    let ranges = try PointRanges(solved).ends(and: others)
    #expect(ranges.chosen == (try PointRanges(solved).ends().chosen), "\(note)")
    for (list, outwards) in [(ranges.chosen, -1), (ranges.others, 1)] {
      for end in list {
        let points = try #require(table.points(of: end.pair))
        #expect(end.isKnown, "\(note)")
        #expect(try stays(solved, end.pair, points - outwards * far), "\(note), \(end)")
        #expect(
          try stays(solved, end.pair, end.points ?? points + outwards * far), "\(note), \(end)")
        guard let last = end.points else { continue }
        ends += 1
        #expect(try !stays(solved, end.pair, last + outwards), "\(note), \(end)")
      }
    }
    return ends
  }

  @Test("inside the range the solution is an optimum, one step outside it is none: networks")
  func networkRanges() throws {
    var (instances, ends, seed) = (0, 0, 0 as UInt64)
    while instances < 5000 {
      seed += 1
      guard let solved = try solved(seed, .network) else { continue }
      instances += 1
      ends += try check(solved, "seed \(seed)")
    }
    #expect(ends > 10_000, "\(ends)")
  }

  @Test("the same whatever the rules are")
  func ranges() throws {
    var programs = 0
    for seed in 0..<450 as Range<UInt64> {
      guard let solved = try solved(seed, seed % 2 == 0 ? .all : .side) else { continue }
      programs += solved.network == nil ? 1 : 0
      _ = try check(solved, "seed \(seed)")
    }
    #expect(programs > 60, "\(programs)")
  }

  @Test("equal seeds draw the same on any number of threads, others do not")
  func draws() throws {
    for seed in 0..<150 as Range<UInt64> {
      let rules = Self.rules[Int(seed % 3)]
      guard let one = try solved(seed, rules), let other = try solved(seed, rules, threads: 3)
      else { continue }
      let robustness = try Robustness.of(one, draws: 12, seed: 5)
      #expect(robustness == (try Robustness.of(other, draws: 12, seed: 5)), "seed \(seed)")
      let isLast = robustness.pairs.drop { $0.isDoubtful }.contains { $0.isDoubtful }
      #expect(!isLast, "seed \(seed): doubtful ones come first")
      for standing in robustness.pairs where standing.drawCount == 12 {
        // Who stands in no other solution that is nearly as good stands in every draw.
        let isFixed = one.problem.fixed.contains(standing.pair)
        #expect(!isFixed || standing.survivals == 12, "seed \(seed)")
        #expect(standing.isDoubtful == (standing.isReplaceable || standing.survivals < 6))
      }
    }
    let dense = try AssignmentProblem.dense(menteeCount: 12, mentorCount: 12, seed: 3)
    let router = BackendRouter(backend: .auto)
    guard case .optimal(let best, let proof) = try router.solve(dense).outcome else { return }
    let solved = SolvedProblem(dense, best, proof, router: router)
    let drawn = try [1, 1, 2].map { try Robustness.of(solved, seed: $0) }
    #expect(drawn[0] == drawn[1] && drawn[0] != drawn[2])
  }

  @Test("a pair with a tie is doubtful, one far ahead is not")
  func examples() throws {
    func robustness(_ rows: [[Int?]]) throws -> Robustness {
      let problem = try AssignmentProblem(
        table: PairTable(rows: rows, mentorCount: 2),
        mentors: [MentorLimits(capacity: 1), MentorLimits(capacity: 1)], coverage: .first)
      let router = BackendRouter(backend: .auto)
      guard case .optimal(let best, let proof) = try router.solve(problem).outcome else {
        throw BackendError.failed("no optimum")
      }
      return try Robustness.of(SolvedProblem(problem, best, proof, router: router))
    }
    let tie = try robustness([[500, 500], [500, 500]])
    #expect(tie.pairs.allSatisfy { $0.isReplaceable && $0.isDoubtful && $0.drawCount == 100 })
    #expect(tie.rivals.count == 2)
    #expect(tie.rivals.allSatisfy { $0.most == 500 && (20...80).contains($0.survivals) })
    let clear = try robustness([[900, 100], [100, 900]])
    #expect(clear.pairs.allSatisfy { !$0.isDoubtful && $0.survivals == 100 && $0.least == -700 })
    #expect(clear.rivals.isEmpty)
    let only = try robustness([[900, nil], [nil, 900]])
    #expect(only.pairs.allSatisfy { $0.least == nil && $0.survivals == 100 })
  }
}
