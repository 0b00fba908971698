import BenchmarkSupport
import Foundation
import Policies
import Problems
import Solvers

/// Measures what every question about an optimum takes: one line of CSV for each family, size and question.
@main
struct ExplainBenchmark {
  static func main() throws {
    let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    print("family,mentees,question,count,median,slowest")
    for family in Family.allCases {
      for size in sizes.isEmpty ? [200, 2000] : Array(sizes) {
        let problem = try family.problem(menteeCount: size, seed: 7)
        try ExplainBenchmark(family: family, problem: problem).measure()
      }
    }
  }

  private let family: Family
  private let problem: AssignmentProblem

  private func measure() throws {
    let (outcome, solving) = try WorkTime.measure { () throws(NotANetwork) in
      try AssignmentSolver().solve(problem)
    }
    report("solve", [solving])
    guard case .optimal(let best, .duals(let prices)) = outcome else { return }
    let (made, making) = WorkTime.measure { OptimalNetwork(problem, best: best, prices: prices) }
    report("network", [making])
    guard let network = made else { return }
    let mentees = (0..<20).map { ($0 * 7919 + 13) % problem.menteeCount }
    report(
      "lock",
      mentees.flatMap { mentee in
        problem.table.entries(of: mentee).prefix(3).map { entry in
          let pair = Pair(
            mentee: mentee, mentor: problem.table.mentor(of: entry, mentee: mentee))
          return WorkTime.measure { network.exchange(locking: pair) }.time
        }
      })
    report(
      "forbid",
      best.pairs.prefix(20).map { pair in
        WorkTime.measure { network.exchange(forbidding: pair) }.time
      })
    report(
      "prices of a mentee",
      mentees.map { mentee in WorkTime.measure { network.prices(ofMentorsFor: mentee) }.time })
    report(
      "prices of a mentor",
      mentees.map { mentee in
        WorkTime.measure { network.prices(ofMenteesFor: mentee % problem.mentorCount) }.time
      })
    report("classes", [WorkTime.measure { network.classes }.time])
    report("one place more", [WorkTime.measure { network.exchangesForPlaces }.time])
    let solved = SolvedProblem(
      problem, best, .duals(prices), router: BackendRouter(backend: .auto))
    report("whom to recruit", [try WorkTime.measure { try whomToRecruit(solved) }.time])
    if problem.table.pairCount <= 50_000 {
      report("a hundred draws", [try WorkTime.measure { try Robustness.of(solved) }.time])
      try measureTradeOffs()
    }
    report("ten best", [try WorkTime.measure { try AssignmentRanking(problem).best(10) }.time])
  }

  /// After an approved assignment every tenth mentee is new, every twentieth mentor gone, and all points have
  /// moved a little.
  private func measureTradeOffs() throws {
    let approved = try approvedPairs()
    let left = try problem.replacing(
      table: problem.table.mapped { pair, entry in
        pair.mentor % 20 == 7 ? nil : problem.table.points[entry]
      }.table)
    report(
      "re-match: fewest changes",
      [
        try WorkTime.measure {
          try GoalSolver(backend: .auto).solve(
            left, GoalChain([.matched, .changes, .points]), GoalData(approved: approved))
        }.time
      ])
    report(
      "re-match: whole curve",
      [try WorkTime.measure { try Rematch(left, approved: approved).curve() }.time])
    for goal in [Goal.worst, .load] {
      report(
        "front: points and \(goal.rawValue)",
        [try WorkTime.measure { try TradeOff(left, .points, goal)?.front() }.time])
    }
  }

  private func approvedPairs() throws -> Set<Pair> {
    var generator = SplitMix64(seed: 11)
    let before = try problem.replacing(
      table: problem.table.mapped { pair, entry in
        pair.mentee % 10 == 3
          ? nil
          : problem.table.points[entry]
            + Int.random(in: -family.drift...family.drift, using: &generator)
      }.table)
    guard case .optimal(let best, _) = try AssignmentSolver().solve(before) else { return [] }
    return Set(best.pairs)
  }

  /// One place more for everybody, the best few mentors like those there are, and ten of them in turn.
  private func whomToRecruit(_ solved: SolvedProblem) throws -> Int {
    let places = try PlaceGains(solved).all()
    let similar = SimilarMentors(solved)
    var search = RecruitSearch(
      solved, count: similar.models.count, problem: similar.problem(with:))
    return try places.count + search.best(5).count + search.steps(10).steps.count
  }

  private func report(_ question: String, _ times: [WorkTime]) {
    let seconds = times.map(\.processor).sorted()
    guard let slowest = seconds.last else { return }
    let numbers = [seconds[seconds.count / 2], slowest].map { String(format: "%.6f", $0) }
    print(
      family.rawValue, problem.menteeCount, question, seconds.count, numbers[0], numbers[1],
      separator: ",")
  }
}
