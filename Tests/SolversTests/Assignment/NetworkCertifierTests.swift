import Problems
import Solvers
import TestSupport
import Testing

@Suite("Network certifier")
struct NetworkCertifierTests {
  @Test("proves what is optimal, and nothing else")
  func recoversPrices() throws {
    var (proven, refused) = (0, 0)
    for seed in 0..<3000 as Range<UInt64> {
      let problem = try AssignmentProblem.random(seed: seed)
      guard case .optimal(let best, _) = try NetworkSolver().solve(problem),
        case .optimal(let worst, _) = try NetworkSolver().solve(problem.turnedAround())
      else { continue }
      let prices = try #require(
        NetworkCertifier().recoverPrices(for: best, of: problem), "seed \(seed)")
      #expect(problem.proves(prices, best), "seed \(seed)")
      proven += 1
      let value = try #require(problem.objective(of: worst.pairs))
      let other = Assignment(pairs: worst.pairs, objective: value)
      let isAsGood = problem.value(value) == problem.value(best.objective)
      let otherPrices = NetworkCertifier().recoverPrices(for: other, of: problem)
      #expect((otherPrices != nil) == isAsGood, "seed \(seed)")
      refused += isAsGood ? 0 : 1
    }
    #expect(proven > 1000 && refused > 500)
  }

  @Test("makes the worst assignment the best one, in integers")
  func improves() throws {
    var changed = 0
    for seed in 0..<3000 as Range<UInt64> {
      let problem = try AssignmentProblem.random(
        seed: seed, sizes: seed % 10 == 0 ? 10...25 : nil)
      guard case .optimal(let best, _) = try NetworkSolver().solve(problem),
        case .optimal(let worst, _) = try NetworkSolver().solve(problem.turnedAround())
      else { continue }
      let (found, prices) = try #require(
        NetworkCertifier().improve(worst, of: problem), "seed \(seed)")
      #expect(problem.value(found.objective) == problem.value(best.objective), "seed \(seed)")
      #expect(problem.objective(of: found.pairs) == found.objective, "seed \(seed)")
      #expect(problem.proves(try #require(prices), found), "seed \(seed)")
      changed += found.pairs == worst.pairs ? 0 : 1
    }
    #expect(changed > 500)
  }

  @Test("a cancelled improvement keeps the rules and claims nothing")
  func stopsImproving() throws {
    let problem = try AssignmentProblem.dense(
      menteeCount: 20, mentorCount: 20, coverage: .everyMentee, seed: 1)
    let pairs = (0..<20).map { Pair(mentee: $0, mentor: $0) }
    let start = Assignment(
      pairs: pairs, objective: try #require(problem.objective(of: pairs)))
    var questionCount = 0
    let (stopped, prices) = try #require(
      NetworkCertifier().improve(start, of: problem) {
        questionCount += 1
        return questionCount > 1
      })
    #expect(prices == nil)
    #expect(stopped.objective.total > start.objective.total)
    #expect(problem.accepts(stopped))
    #expect(
      NetworkCertifier().improve(.init(pairs: [], objective: start.objective), of: problem) == nil)
  }

  @Test("refuses pairs that break a rule")
  func refusesInfeasible() throws {
    let table = try PairTable(rows: [[3, 5], [4, 1]], mentorCount: 2)
    let problem = try AssignmentProblem(
      table: table, mentors: [.init(capacity: 1), .init(capacity: 1)],
      fixed: [.init(mentee: 0, mentor: 0)], coverage: .first)
    func prices(_ pairs: [Pair]) -> DualPrices? {
      NetworkCertifier().recoverPrices(
        for: Assignment(pairs: pairs, objective: .init(matched: 0, total: 0)), of: problem)
    }
    let (first, second) = (Pair(mentee: 0, mentor: 0), Pair(mentee: 1, mentor: 1))
    #expect(prices([first, second]) != nil)
    #expect(prices([first]) == nil)
    #expect(prices([second]) == nil)
    #expect(prices([first, first]) == nil)
    #expect(prices([first, Pair(mentee: 1, mentor: 0)]) == nil)
    #expect(prices([first, Pair(mentee: 1, mentor: 5)]) == nil)
  }

  @Test("finds no violator where everybody can be served")
  func findsNoViolator() throws {
    let table = try PairTable(rows: [[3, 5], [4, 1]], mentorCount: 2)
    let problem = try AssignmentProblem(
      table: table, mentors: [.init(capacity: 1), .init(capacity: 1)], coverage: .everyMentee)
    #expect(NetworkCertifier().recoverViolator(from: [], of: problem) == nil)
    let all = [Pair(mentee: 0, mentor: 1), Pair(mentee: 1, mentor: 0)]
    #expect(NetworkCertifier().recoverViolator(from: all, of: problem) == nil)
  }

  @Test("finds the violator of a fullest partial assignment")
  func findsViolator() throws {
    let table = try PairTable(rows: [[3, nil], [4, nil], [1, 1]], mentorCount: 2)
    let problem = try AssignmentProblem(
      table: table, mentors: [.init(capacity: 1), .init(capacity: 5)], coverage: .everyMentee)
    let fullest = [Pair(mentee: 0, mentor: 0), Pair(mentee: 2, mentor: 1)]
    #expect(
      NetworkCertifier().recoverViolator(from: fullest, of: problem)
        == HallViolator(side: .mentees, mentees: [0, 1], mentors: [0], needed: 2, places: 1))
  }
}

extension AssignmentProblem {
  /// The same problem with negated points, as few pairs as the rules allow where pairs are counted.
  fileprivate func turnedAround() throws -> AssignmentProblem {
    let entries = (0..<menteeCount).flatMap { mentee in
      table.entries(of: mentee).map { entry in
        (
          pair: Pair(mentee: mentee, mentor: table.mentor(of: entry, mentee: mentee)),
          points: -table.points[entry]
        )
      }
    }
    return try AssignmentProblem(
      table: PairTable(entries: entries, menteeCount: menteeCount, mentorCount: mentorCount),
      demands: demands, mentors: mentors, minimumRule: minimumRule, quotas: quotas, fixed: fixed,
      coverage: coverage == .first ? .ignore : coverage)
  }
}
