import Foundation
import Testing

@Suite("nastavnik compare")
struct CompareCommandTests {
  private let instance =
    #"{"schema":"nastavnik.instance/1","mentees":["a","b","c"],"mentors":[{"id":"x"},{"id":"y","capacity":2}],"#
    + #""points":[[9,2],[3,4],[1,5]],"rankings":{"mentees":[[[0],[1]],[[0],[1]],null],"mentors":[[[1],[0,2]],null]}}"#

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("every policy has a checked row with metrics, and a page and a table of them")
  func rows() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("instance.json", instance)
    let page = folder.url.appending(path: "page.html")
    let result = try CommandLineTool.run([
      "compare", file.path, "--json", "--probe", "2", "--html", page.path,
    ])
    #expect(result.code == 0, "\(result.errors)")
    let keys = try object(result.output)
    let rows = try #require(keys["rows"] as? [[String: Any]])
    #expect(rows.count == 30)
    for row in rows {
      let status = try #require(row["status"] as? String)
      #expect(status == "optimal" || status == "nonexistent", "\(row)")
      #expect(row["verified"] as? Bool == (status == "optimal"), "\(row)")
    }
    let stable = try #require(rows.first { $0["policy"] as? String == "stable-mentee" })
    let metrics = try #require(stable["metrics"] as? [String: Double])
    #expect(metrics["matched"] == 3 && metrics["blocking"] == 0 && metrics["regret-blocking"] == 0)
    #expect(metrics["truncation-gain"] == 0)
    let html = try String(contentsOf: page, encoding: .utf8)
    #expect(
      html.contains("<svg") && html.contains("stable-mentee") && !html.contains("http://localhost"))
    let csv = try CommandLineTool.run([
      "compare", file.path, "--csv", "--policies", "greedy,random",
    ])
    let lines = csv.output.split(separator: "\n")
    #expect(lines.count == 3 && lines[0].hasPrefix("file,hash,preferences,seed,version,policy"))
  }

  @Test("a comparison goes on from its file, and never writes over another")
  func resumes() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("instance.json", instance)
    let out = folder.url.appending(path: "run.json").path
    let arguments = ["compare", file.path, "--out", out, "--policies", "greedy"]
    #expect(try CommandLineTool.run(arguments).code == 0)
    // What stands in the file is believed: so one can see that it was read.
    let text = try String(contentsOfFile: out, encoding: .utf8)
    try text.replacing("\"matched\": 3", with: "\"matched\": 2")
      .write(toFile: out, atomically: true, encoding: .utf8)
    let again = try object(try CommandLineTool.run(arguments + ["--json"]).output)
    let row = try #require((again["rows"] as? [[String: Any]])?.first)
    #expect((row["metrics"] as? [String: Double])?["matched"] == 2)
    let refused = try CommandLineTool.run(["compare", file.path, "--out", file.path])
    #expect(refused.code != 0 && refused.errors.contains("instance.json"))
    #expect(try String(contentsOf: file, encoding: .utf8) == instance)
  }

  @Test("wrong names are said with those there are; preferences induced by points are said")
  func words() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let plain = try folder.write(
      "plain.json",
      #"{"schema":"nastavnik.instance/1","mentees":1,"mentors":1,"points":[[1]]}"#)
    for arguments in [["--policies", "nosuch"], ["--metrics", "nosuch"], ["--csv", "--json"]] {
      let result = try CommandLineTool.run(["compare", plain.path] + arguments)
      #expect(result.code == 64, "\(arguments)")
    }
    let text = try CommandLineTool.run(["compare", plain.path, "--lang", "en"]).output
    #expect(text.contains("preferences are induced by the points"))
    let solved = try CommandLineTool.run([
      "solve", plain.path, "--policy", "stable-mentee", "--json",
    ])
    #expect(try object(solved.output)["preferences"] as? String == "points")
    #expect(try CommandLineTool.run(["compare", folder.url.path + "/none.json"]).code == 66)
  }

  @Test("every mechanism is solved, and passes verify; other pairs do not")
  func mechanisms() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("instance.json", instance)
    for policy in [
      "stable-mentee", "stable-mentor", "top-trading-cycles", "immediate-acceptance",
      "probabilistic-serial", "random-serial-dictatorship", "greedy", "by-hand", "nash",
      "rank-maximal", "generous",
    ] {
      let solved = try CommandLineTool.run([
        "solve", file.path, "--policy", policy, "--json", "--seed", "4",
      ])
      #expect(solved.code == 0, "\(policy): \(solved.errors)")
      let solution = try folder.write("solution.json", solved.output)
      let verdict = try CommandLineTool.run(["verify", file.path, solution.path])
      #expect(verdict.code == 0, "\(policy): \(verdict.output)\(verdict.errors)")
      if policy == "stable-mentee" {
        let wrong = solved.output.replacing(
          "[[0, 1], [1, 0], [2, 1]]", with: "[[0, 0], [1, 1], [2, 1]]"
        )
        .replacing("\"total\": 10", with: "\"total\": 18")
        let file2 = try folder.write("wrong.json", wrong)
        #expect(wrong != solved.output)
        #expect(try CommandLineTool.run(["verify", file.path, file2.path]).code == 65)
      }
    }
  }
}
