import Foundation
import InstanceFiles
import Mentorship
import Office
import Policies
import Problems
import Testing
import Verification

/// Public instances with known answers; they are read from `NASTAVNIK_DATA`, never kept here.
@Suite(
  "Published answers",
  .enabled(
    if: ProcessInfo.processInfo.environment["NASTAVNIK_DATA"] != nil,
    "set NASTAVNIK_DATA to the folder of public instances"))
struct PublishedTests {
  private static let data = URL(
    filePath: ProcessInfo.processInfo.environment["NASTAVNIK_DATA"] ?? "")

  private func solve(
    _ instance: Instance, _ backend: Backend, _ name: String,
    standing: Verdict.Standing = .checked
  ) throws -> SolutionFile {
    let solution = try SolveInstance(backend: backend).solution(of: instance, reading: nil)
    let text = Array(solution.json.text().utf8)
    let judgement = VerifySolution().judgement(of: try SolutionFile(bytes: text), for: instance)
    #expect(judgement == .accepted(standing), "\(name), \(backend)")
    return solution
  }

  private func read(_ path: String) throws -> Instance {
    try InstanceReader().read(path: Self.data.appending(path: path).path)
  }

  @Test("OR-Library: 305, 626, 991 and, sparse, 2239 (J. E. Beasley, JORS 41, 1990)")
  func orLibrary() throws {
    let optima = ["assign100": 305, "assign300": 626, "assign500": 991, "assignp800": 2239]
    for (name, optimum) in optima {
      let instance = try read("orlib_lap/\(name).txt")
      let solution = try solve(instance, .hungarian, name)
      #expect(solution.objective?.total.integer == optimum, "\(name)")
    }
    let small = try read("orlib_lap/assign100.txt")
    #expect(try solve(small, .glpk, "assign100").objective?.total.integer == 305)
  }

  @Test("matrices of other codes, by both backends")
  func matrices() throws {
    let file = try Data(contentsOf: Self.data.appending(path: "matrix_optima.json"))
    let optima = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Double])
    #expect(optima.count >= 5)
    for (name, optimum) in optima {
      let instance = try read(name)
      for backend in [Backend.hungarian, .glpk] {
        let total = try #require(try solve(instance, backend, name).objective?.total.double)
        #expect(abs(total - optimum) < 1e-9, "\(name), \(backend)")
      }
    }
  }

  @Test("unit cases of public codes: the shorter side is served whole, or it is proven impossible")
  func unitCases() throws {
    let file = try Data(contentsOf: Self.data.appending(path: "lap_unit_tests/cases.json"))
    let cases = try #require(try JSONSerialization.jsonObject(with: file) as? [[String: Any]])
    #expect(cases.count >= 30)
    for one in cases {
      let name = try #require(one["id"] as? String)
      let matrix = try #require(one["cost_matrix"] as? [[Any]])
      let csv = matrix.map { row in
        row.map { $0 is NSNull ? "" : "\($0)" }.joined(separator: ",") + "\n"
      }
      let reader = InstanceReader(
        format: .csv, sense: one["sense"] as? String == "max" ? .maximize : .minimize)
      let instance = try reader.read(Data(csv.joined().utf8), name: name)
      for backend in [Backend.hungarian, .glpk] {
        let solution = try solve(instance, backend, name)
        if let expected = one["expected_cost"] as? Double {
          let total = try #require(solution.objective?.total.double, "\(name)")
          #expect(abs(total - expected) < 1e-9, "\(name), \(backend)")
        } else {
          #expect(solution.status == .infeasible, "\(name), \(backend)")
        }
      }
    }
  }

  @Test("the real mentoring programme: 8.9 with every mentor busy, by both backends")
  func mentoring() throws {
    let instance = try read("mentoring_vt_barbish/instance.json")
    for backend in [Backend.hungarian, .glpk, .both] {
      let solution = try solve(instance, backend, "vt")
      let total = try #require(solution.objective?.total.double)
      #expect(abs(total - 8.9) < 1e-9, "\(backend)")
      for mentor in 0..<instance.problem.mentorCount {
        #expect(solution.pairs.contains { $0.mentor == mentor }, "\(backend)")
      }
    }
  }

  /// From the questionnaires themselves: columns guessed, areas split and stripped of their blanks.
  @Test("the real mentoring programme from its questionnaires: 11.7333 with every mentor busy")
  func mentoringQuestionnaires() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "nastavnik-published-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["mentees", "mentors"] {
      try FileManager.default.copyItem(
        at: Self.data.appending(path: "mentoring_vt_barbish/\(name).csv"),
        to: folder.appending(path: "\(name).csv"))
    }
    let text = """
      schema: nastavnik.season/1
      title: VT 2021
      date: 15.10.2021
      forms: {university-student: }
      # Fields of research, not what a school's pupils ask for.
      vocabularies: {requests: off}
      files:
        - {path: mentees.csv, kind: mentees, form: university-student}
        - {path: mentors.csv, kind: mentors, form: university-student}
      """
    try Data(text.utf8).write(to: folder.appending(path: "season.yaml"))
    let season = try #require(try Office.read(folder.path).season)
    let mentees = season.questionnaires.filter { $0.role == .mentee }
    let mentors = season.questionnaires.filter { $0.role == .mentor }
    #expect(mentees.count == 19 && mentors.count == 14)
    #expect(mentors.allSatisfy { $0.capacity != nil })
    // Shares of each mentee's areas, over one denominator: whole numbers, no rounding.
    let denominator = mentees.map { max(1, $0.requests.count) }.reduce(1) { $0 * $1 / gcd($0, $1) }
    let points = mentees.map { mentee in
      mentors.map { mentor in
        mentee.requests.count { mentor.requests.contains($0) }
          * (denominator / max(1, mentee.requests.count))
      }
    }
    let instance = try read([
      "schema": "nastavnik.instance/1", "sense": "max", "coverage": "all",
      "mentees": mentees.count, "minimumIs": "always", "points": points,
      "mentors": mentors.map { ["capacity": $0.capacity ?? 0, "minimum": 1] },
    ])
    for backend in [Backend.hungarian, .glpk, .both] {
      let solution = try solve(instance, backend, "vt")
      let total = try #require(solution.objective?.total.integer)
      #expect(solution.objective?.matched == mentees.count)
      #expect(total * 15 == 176 * denominator, "\(backend): \(Double(total) / Double(denominator))")
    }
  }

  private func gcd(_ one: Int, _ other: Int) -> Int { other == 0 ? one : gcd(other, one % other) }

  @Test("OR-Library's generalised assignments (J. E. Beasley, JORS 41, 1990)")
  func generalisedAssignments() throws {
    let optima = try String(
      contentsOf: Self.data.appending(path: "orlib_gap/optima.csv"), encoding: .utf8)
    var count = 0
    for line in optima.split(whereSeparator: \.isNewline).dropFirst() {
      let parts = line.split(separator: ",")
      // Those that take GLPK seconds are for the benchmark.
      guard parts.count == 2, !parts[0].hasPrefix("gap4"), parts[0] != "c05100" else { continue }
      let path = Self.data.appending(path: "orlib_gap/\(parts[0])").path
      let instance = try InstanceReader(format: .orlibGap).read(path: path)
      let solution = try solve(instance, .auto, String(parts[0]), standing: .trusted)
      #expect(solution.objective?.total.integer == Int(parts[1]), "\(parts[0])")
      count += 1
    }
    #expect(count >= 15)
  }

  @Test("unit cases of public codes with least and most loads on both sides")
  func capacities() throws {
    let file = try Data(contentsOf: Self.data.appending(path: "capacity_unit_tests/cases.json"))
    let cases = try #require(try JSONSerialization.jsonObject(with: file) as? [[String: Any]])
    #expect(cases.count >= 4)
    for one in cases {
      let name = try #require(one["id"] as? String)
      let weights = try #require(one["weights_left_by_right"] as? [[Any]])
      let limits = ["left_min", "left_max", "right_min", "right_max"].map {
        one[$0] as? [Int] ?? []
      }
      // A least load of the left side is a quota over the one person.
      let quotas = limits[0].indices.filter { limits[0][$0] > 0 }.map {
        ["name": "\($0)", "mentees": [$0], "atLeast": limits[0][$0]] as [String: Any]
      }
      let object: [String: Any] = [
        "schema": "nastavnik.instance/1", "sense": one["sense"] ?? "max", "coverage": "ignore",
        "mentees": limits[1].map { ["demand": $0] },
        "mentors": zip(limits[2], limits[3]).map { ["minimum": $0, "capacity": $1] },
        "minimumIs": "always", "quotas": quotas, "points": weights,
        "forbidden": one["forbidden"] ?? [],
      ]
      let instance = try read(object)
      let solution = try SolveInstance().solution(of: instance, reading: nil)
      // The assignment without teams has no value of its own in the file.
      let total = try #require(solution.objective?.total.double, "\(name)")
      if let expected = one["expected_objective"] as? Double {
        #expect(abs(total - expected) < 1e-9, "\(name)")
      }
    }
  }

  @Test("OR-Tools' guide: teams of at most two tasks, and tasks of different sizes")
  func sideConstraints() throws {
    let file = try Data(
      contentsOf: Self.data.appending(path: "capacity_unit_tests/ortools_side_constraints.json"))
    let cases = try #require(
      try JSONSerialization.jsonObject(with: file) as? [String: [String: Any]])
    for (name, one) in cases {
      let costs = try #require(one["costs"] as? [[Int]])
      let tasks = try #require(costs.first).indices
      let sizes = one["task_sizes"] as? [Int]
      let teams = one["teams"] as? [[Int]] ?? []
      var worker: [String: Any] = ["capacity": sizes == nil ? 1 : tasks.count]
      worker["hours"] = one["size_max"]
      let object: [String: Any] = [
        "schema": "nastavnik.instance/1", "sense": "min", "coverage": "all",
        "mentees": tasks.map { ["hours": sizes?[$0] ?? 1] },
        "mentors": costs.map { _ in worker },
        "quotas": teams.map { ["mentors": $0, "atMost": one["team_max"] ?? 0] },
        "points": tasks.map { task in costs.map { $0[task] } },
      ]
      let solution = try SolveInstance().solution(of: try read(object), reading: nil)
      #expect(
        solution.objective?.total.integer == one["expected_total_cost"] as? Int, "\(name)")
    }
  }

  @Test("hospitals and one-sided projects with least loads and closures: size, then sum of ranks")
  func groups() throws {
    for (name, hasClosures) in [
      ("hr/bruteforce", false), ("hr/bruteforce_pc", true), ("spa_onesided/bruteforce", false),
    ] {
      for number in [0, 1] {
        let folder = try #require(name.split(separator: "/").first)
        let text = try String(
          contentsOf: Self.data.appending(
            path: "matchingproblems_spa_hr/\(folder)/instances/\(number).txt"), encoding: .utf8)
        let answer = try String(
          contentsOf: Self.data.appending(
            path: "matchingproblems_spa_hr/\(name)/\(number).txt"), encoding: .utf8)
        func value(_ key: String) -> Int? {
          let line = answer.split(whereSeparator: \.isNewline).first { $0.hasPrefix("\(key):") }
          return line?.split(separator: " ").last.flatMap { Int($0) }
        }
        let object = RankedGroups(text: text).instance(hasClosures: hasClosures)
        let solution = try SolveInstance().solution(of: try read(object), reading: nil)
        #expect(solution.objective?.matched == value("optimal_size"), "\(name) \(number)")
        #expect(
          solution.objective?.total.integer == value("optimal_maxsizemincost"),
          "\(name) \(number)")
      }
    }
  }

  private func read(_ object: [String: Any]) throws -> Instance {
    let data = try JSONSerialization.data(withJSONObject: object)
    return try InstanceReader(format: .json).read(data, name: "instance.json")
  }
}

/// An instance of the collection "matchingproblems": people with rankings, groups with least and most
/// loads, perhaps lecturers with loads of their own over their groups.
private struct RankedGroups {
  private var rankings: [[[Int]]] = []
  private var groups: [(least: Int, most: Int, lecturer: Int?)] = []
  private var lecturers: [(least: Int, most: Int)] = []

  init(text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let counts = lines[0].split(separator: " ").compactMap { Int($0) }
    for line in lines.dropFirst().prefix(counts[0]) { rankings.append(Self.tiers(line)) }
    for line in lines.dropFirst(1 + counts[0]).prefix(counts[1]) {
      let parts = line.split(separator: ":").map { $0.split(separator: " ").compactMap { Int($0) } }
      let lecturer = counts.count > 2 ? parts[3][0] - 1 : nil
      groups.append((parts[1][0], parts[2][0], lecturer))
    }
    guard counts.count > 2 else { return }
    for line in lines.dropFirst(1 + counts[0] + counts[1]).prefix(counts[2]) {
      let parts = line.split(separator: ":").map { $0.split(separator: " ").compactMap { Int($0) } }
      lecturers.append((parts[1][0], parts[3][0]))
    }
  }

  /// `1: (3 1) 2`: tiers from best to worst, of groups counted from 0.
  private static func tiers(_ line: Substring) -> [[Int]] {
    var (tiers, isOpen): ([[Int]], Bool) = ([], false)
    for word in line.split(separator: " ").dropFirst() {
      let number = Int(word.filter(\.isNumber)) ?? 0
      if isOpen { tiers[tiers.count - 1].append(number - 1) } else { tiers.append([number - 1]) }
      if word.hasPrefix("(") { isOpen = true }
      if word.hasSuffix(")") { isOpen = false }
    }
    return tiers
  }

  func instance(hasClosures: Bool) -> [String: Any] {
    let pairs = rankings.enumerated().flatMap { person, tiers in
      tiers.enumerated().flatMap { rank, tier in tier.map { [person, $0, rank + 1] } }
    }
    return [
      "schema": "nastavnik.instance/1", "sense": "min", "coverage": "first",
      "mentees": rankings.count,
      "mentors": groups.map { ["capacity": $0.most, "minimum": $0.least] },
      "minimumIs": hasClosures ? "if-open" : "always", "pairs": pairs,
      "quotas": lecturers.enumerated().map { index, lecturer in
        [
          "name": "lecturer \(index)", "atLeast": lecturer.least, "atMost": lecturer.most,
          "mentors": groups.indices.filter { groups[$0].lecturer == index },
        ] as [String: Any]
      },
    ]
  }
}
