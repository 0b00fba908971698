import Foundation
import InstanceFiles
import Office
import Policies
import Problems
import Solvers
import Testing

private let dataFolder = ProcessInfo.processInfo.environment["NASTAVNIK_DATA"]

/// Public two-sided files have the profiles and sums that others found.
@Suite(
  "Published markets",
  .enabled(if: dataFolder != nil, "NASTAVNIK_DATA names no folder of published data"))
struct PublishedMarketTests {
  private static func path(_ name: String) -> String { "\(dataFolder ?? "")/\(name)" }

  /// What an optimum of the policy has for its goals: numbers by name.
  private static func goals(_ instance: Instance, _ policy: Policy) throws -> [String: JSONValue] {
    let solution = try SolveInstance(aim: .policy(policy)).solution(of: instance, reading: nil)
    #expect(solution.status == .optimal, "\(policy)")
    #expect(solution.json["verified"] == true, "\(policy)")
    guard case .array(let goals)? = solution.json["goals"] else { return [:] }
    var values: [String: JSONValue] = [:]
    for goal in goals {
      if case .string(let name)? = goal["goal"] { values[name] = goal["value"] }
    }
    return values
  }

  /// A profile without the zeros at its end.
  private static func profile(_ value: JSONValue?) -> [Int] {
    guard case .array(let array)? = value else { return [] }
    var numbers = array.compactMap { value -> Int? in
      if case .number(let number) = value { number.integer } else { nil }
    }
    while numbers.last == 0 { numbers.removeLast() }
    return numbers
  }

  private static func json(_ path: String) throws -> JSONValue {
    try JSONValue(parsing: Array(Data(contentsOf: URL(filePath: path))))
  }

  @Test("PrefLib 00038: greedy, generous and rank-maximal profiles, least rank sums")
  func projects() throws {
    let answers = try Self.json(Self.path("preflib_project/derived_answers.json"))
    for name in ["00038-00000001", "00038-00000004"] {
      var reader = InstanceReader()
      let capacities = Self.path("preflib_project/\(name).dat")
      if FileManager.default.fileExists(atPath: capacities) {
        try reader.readPlaces(path: capacities)
      }
      let instance = try reader.read(path: Self.path("preflib_project/\(name).soi"))
      let answer = try #require(answers[name])
      #expect(JSONValue(instance.problem.menteeCount) == answer["students"])
      #expect(JSONValue(instance.problem.mentorCount) == answer["projects"])
      let greedy = try Self.goals(instance, .greedyMaximum)
      #expect(greedy["matched"] == answer["max_size"])
      #expect(
        Self.profile(greedy["rank-profile"]) == Self.profile(answer["greedy_maximum_profile"]))
      #expect(
        Self.profile(try Self.goals(instance, .rankMaximal)["rank-profile"])
          == Self.profile(answer["rank_maximal_profile"]))
      // From the last place to the first.
      let generous = try Self.goals(instance, .generous)["generous"]
      let profile = Self.profile(answer["generous_maximum_profile"])
      #expect(Self.profile(generous).reversed().prefix(profile.count) == profile[...])
      #expect(
        try Self.goals(instance, .minRankSum)["ranks"] == answer["min_rank_sum_at_max_size"])
    }
  }

  @Test(
    "matchingproblems: the best sizes and profiles of brute force, with ties, bounds and lecturers")
  func matchingProblems() throws {
    for kind in ["hr", "spa_onesided"] {
      for number in 0...1 {
        let folder = Self.path("matchingproblems_spa_hr/\(kind)")
        let instance = try InstanceReader().read(path: "\(folder)/instances/\(number).txt")
        #expect(instance.warnings.isEmpty)
        let text = try String(contentsOfFile: "\(folder)/bruteforce/\(number).txt", encoding: .utf8)
        func numbers(_ key: String) -> [Int] {
          let line = text.split(separator: "\n").first { $0.hasPrefix("optimal_\(key):") }
          var numbers = line?.split(separator: " ").compactMap { Int($0) } ?? []
          while numbers.count > 1, numbers.last == 0 { numbers.removeLast() }
          return numbers
        }
        let greedy = try Self.goals(instance, .greedyMaximum)
        #expect(greedy["matched"] == numbers("size").first.map { JSONValue($0) })
        #expect(Self.profile(greedy["rank-profile"]) == numbers("greedymaxprofile"))
        #expect(
          Self.profile(try Self.goals(instance, .rankMaximal)["rank-profile"])
            == numbers("greedyprofile"))
        #expect(
          try Self.goals(instance, .minRankSum)["ranks"]
            == numbers("maxsizemincost").first.map { JSONValue($0) })
      }
    }
  }

  @Test("conference bids: 497 with six papers a reviewer, 499 with seven, three reviewers a paper")
  func bids() throws {
    let instance = try InstanceReader().read(
      path: Self.path("preflib_csconf/MD-00002-00000001.toi"))
    #expect((instance.problem.menteeCount, instance.problem.mentorCount) == (31, 54))
    let worths = [4, 2, 1]
    var entries: [(pair: Pair, points: Int)] = []
    for (reviewer, tiers) in (instance.rankings?.mentees ?? []).enumerated() {
      for (tier, papers) in (tiers ?? []).enumerated() {
        entries += papers.map { (Pair(mentee: reviewer, mentor: $0), worths[tier]) }
      }
    }
    for (most, total) in [(6, 497), (7, 499)] {
      let problem = try AssignmentProblem(
        table: PairTable(entries: entries, menteeCount: 31, mentorCount: 54),
        demands: Array(repeating: most, count: 31),
        mentors: Array(repeating: MentorLimits(capacity: 3), count: 54), coverage: .first)
      guard case .optimal(let best, _) = try AssignmentSolver().solve(problem) else {
        Issue.record("no optimum")
        continue
      }
      #expect(best.objective == Objective(matched: 162, total: total))
    }
  }
}
