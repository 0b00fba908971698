import Foundation
import InstanceFiles
import Problems
import Testing

private let dataFolder = ProcessInfo.processInfo.environment["NASTAVNIK_DATA"]

/// Published files parse with the right shapes; solving them is tested elsewhere.
@Suite(.enabled(if: dataFolder != nil, "NASTAVNIK_DATA names no folder of published data"))
struct PublishedDataTests {
  static func path(_ name: String) -> String { "\(dataFolder ?? "")/\(name)" }

  static func read(_ name: String) throws -> Instance {
    try InstanceReader().read(path: path(name))
  }

  @Test("OR-Library assignment problems (Beasley 1990)")
  func orlib() throws {
    for size in [100, 300, 500] {
      let problem = try Self.read("orlib_lap/assign\(size).txt").problem
      #expect(problem.menteeCount == size)
      #expect(problem.table.isComplete)
      #expect(problem.table.points.allSatisfy { -100 ... -1 ~= $0 })
    }
    let sparse = try Self.read("orlib_lap/assignp800.txt").problem
    #expect(sparse.menteeCount == 800)
    #expect(sparse.mentorCount == 800)
    #expect(sparse.table.pairCount == 100_057)
    #expect(sparse.table.points(of: Pair(mentee: 0, mentor: 10)) == -18)
  }

  @Test("matrices of other codes as npy and csv")
  func matrices() throws {
    for name in ["dense_100", "dense_100_hard"] {
      let problem = try Self.read("lap_generated/\(name).npy").problem
      #expect((problem.menteeCount, problem.mentorCount) == (100, 100))
      #expect(problem.table.isComplete)
    }
    for (name, size) in [("costs6", 23), ("costs8", 21), ("costs9", 22)] {
      let instance = try Self.read("lapsolver_dense/\(name).csv")
      #expect((instance.problem.menteeCount, instance.problem.mentorCount) == (size, size))
      #expect(!instance.problem.table.isComplete)
      #expect(instance.scale == .decimal(fractionDigits: 0))
    }
  }

  @Test("the unit cases of public codes, as instances of the schema")
  func unitCases() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: Self.path("lap_unit_tests/cases.json")))
    guard let cases = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] else {
      Issue.record("no list of cases")
      return
    }
    #expect(cases.count == 35)
    for unit in cases {
      guard let matrix = unit["cost_matrix"] as? [[Any]], let sense = unit["sense"] as? String
      else {
        Issue.record("\(unit)")
        continue
      }
      let rows = try #require(
        String(data: JSONSerialization.data(withJSONObject: matrix), encoding: .utf8))
      let columnCount = matrix.first?.count ?? 0
      let read = try instance(
        "\"mentees\": \(matrix.count), \"mentors\": \(columnCount), \"sense\": \"\(sense)\", "
          + "\"points\": \(rows)")
      let blankCount = matrix.joined().count { $0 is NSNull }
      #expect(read.problem.table.pairCount == matrix.count * columnCount - blankCount)
    }
  }

  @Test("the real mentoring programme parses, on a grid finer than 1e-9")
  func mentoring() throws {
    let instance = try Self.read("mentoring_vt_barbish/instance.json")
    #expect(instance.problem.menteeCount == 19)
    #expect(instance.problem.mentorCount == 14)
    #expect(instance.problem.minimumRule == .always)
    #expect(instance.id == "vt-2021-stage1")
    #expect((instance.tolerance ?? 1) < 1e-9)
    let third = [Pair(mentee: 0, mentor: 1)]
    #expect(instance.total(of: third).double == 0.3333333333333333)
  }
}
