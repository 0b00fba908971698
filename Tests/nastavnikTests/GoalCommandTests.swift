import Foundation
import Testing

@Suite("nastavnik solve --policy and --goals")
struct GoalCommandTests {
  /// Mentees 0 and 1 both want mentor 0, who would rather have mentee 1; points say otherwise.
  private let instance =
    #"{"schema":"nastavnik.instance/1","mentees":[{"id":"a","waiting":3},{"id":"b"},{"id":"c"}],"#
    + #""mentors":[{"id":"x"},{"id":"y","capacity":2}],"points":[[9,2],[3,4],[1,5]],"#
    + #""rankings":{"mentees":[[[0],[1]],[[0],[1]],null],"mentors":[[[1],[0,2]],null]}}"#

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("every policy is solved, says what it reached, and passes verify")
  func policies() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("instance.json", instance)
    let expected: [(arguments: [String], pairs: [[Int]], goals: [String: [Int]])] = [
      (["--policy", "bottleneck"], [[0, 0], [1, 1], [2, 1]], ["worst": [4], "points": [18]]),
      (["--policy", "leximin"], [[0, 0], [1, 1], [2, 1]], ["leximin": [4, 5, 9]]),
      (["--policy", "even-load"], [[0, 0], [1, 1], [2, 1]], ["load": [5]]),
      (["--policy", "max-size-stable"], [[0, 1], [1, 0], [2, 1]], ["matched": [3]]),
      (["--policy", "min-blocking"], [[0, 1], [1, 0], [2, 1]], ["blocking-pairs": [0]]),
      (["--goals", "matched,first-choices,worst"], [[0, 0], [1, 1], [2, 1]], ["worst": [4]]),
      (["--goals", "waiting,load"], [[0, 0]], ["waiting": [3], "load": [1]]),
    ]
    for (arguments, pairs, goals) in expected {
      let solved = try CommandLineTool.run(["solve", file.path, "--json"] + arguments)
      #expect(solved.code == 0, "\(arguments): \(solved.errors)")
      let keys = try object(solved.output)
      #expect(keys["pairs"] as? [[Int]] == pairs || arguments[1] == "waiting,load", "\(arguments)")
      #expect(keys["verified"] as? Bool == true, "\(arguments)")
      let claims = try #require(keys["goals"] as? [[String: Any]])
      for (goal, values) in goals {
        let claim = claims.first { $0["goal"] as? String == goal }?["value"]
        #expect(claim as? [Int] ?? [claim as? Int].compactMap { $0 } == values, "\(arguments)")
      }
      let solution = try folder.write("solution.json", solved.output)
      let judged = try CommandLineTool.run("verify", file.path, solution.path)
      #expect(judged.code == 0, "\(arguments): \(judged.output)")
    }
  }

  @Test("verify does not believe goals or stability that the pairs do not have")
  func refusesClaims() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("instance.json", instance)
    let solved = try CommandLineTool.run("solve", file.path, "--json", "--policy", "bottleneck")
    let claims = [
      solved.output.replacing("\"value\": 4", with: "\"value\": 5"),
      solved.output.replacing("\"goal\": \"worst\"", with: "\"goal\": \"load\""),
      // Mentee 1 and mentor 0 would both rather have each other.
      solved.output.replacing("\"policy\": \"bottleneck\"", with: "\"policy\": \"max-size-stable\"")
        .replacing("\"goals\"", with: "\"others\""),
    ]
    for (index, claim) in claims.enumerated() {
      #expect(claim != solved.output, "claim \(index)")
      let solution = try folder.write("solution.json", claim)
      #expect(
        try CommandLineTool.run("verify", file.path, solution.path).code == 65, "claim \(index)")
    }
  }

  @Test("fewest changes hold on to approved pairs; what makes no sense is a usage error")
  func approvedAndMistakes() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("instance.json", instance)
    let stable = try CommandLineTool.run(
      "solve", file.path, "--json", "--policy", "max-size-stable")
    let approved = try folder.write("approved.json", stable.output)
    let kept = try CommandLineTool.run(
      "solve", file.path, "--json", "--goals", "matched,changes,points", "--approved",
      approved.path)
    #expect(try object(kept.output)["pairs"] as? [[Int]] == [[0, 1], [1, 0], [2, 1]])
    for mistake in [
      ["--goals", "matched,happiness"], ["--goals", "points,points"], ["--goals", ""],
      ["--goals", "changes"], ["--goals", "points", "--policy", "bottleneck"],
      ["--policy", "egalitarian-stable", "--backend", "hungarian"], ["--memory-limit", "0"],
    ] {
      let run = try CommandLineTool.run(["solve", file.path] + mistake)
      #expect(run.code == 64 && !run.errors.isEmpty, "\(mistake): \(run.code)")
    }
  }
}
