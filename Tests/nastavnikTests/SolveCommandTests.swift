import Foundation
import Testing

@Suite("nastavnik solve and verify")
struct SolveCommandTests {
  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("solve writes what verify accepts, and verify refuses what was changed")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let instance = try folder.write(
      "instance.json",
      #"{"schema":"nastavnik.instance/1","id":"x","mentees":2,"mentors":2,"points":[[3,5],[4,null]]}"#
    )
    let solved = try CommandLineTool.run("solve", instance.path, "--json", "--backend", "both")
    #expect(solved.code == 0)
    let keys = try json(solved.output)
    #expect(keys["schema"] as? String == "nastavnik.solution/1")
    #expect(keys["id"] as? String == "x")
    #expect(keys["status"] as? String == "optimal")
    #expect(keys["policy"] as? String == "coverage-first")
    #expect((keys["objective"] as? [String: Int]) == ["matched": 2, "total": 9])
    #expect(keys["proof"] as? String == "duals")
    #expect(keys["verified"] as? Bool == true)
    let solution = try folder.write("solution.json", solved.output)
    let accepted = try CommandLineTool.run("verify", instance.path, solution.path, "--json")
    #expect(accepted.code == 0)
    #expect(accepted.output == "{\"accepted\":true,\"problems\":[],\"proof\":\"checked\"}\n")
    let changed = try folder.write(
      "changed.json", solved.output.replacing("\"total\": 9", with: "\"total\": 10"))
    let rejected = try CommandLineTool.run("verify", instance.path, changed.path, "--json")
    #expect(rejected.code == 65)
    #expect(try json(rejected.output)["accepted"] as? Bool == false)
  }

  @Test("exit codes say what happened")
  func exitCodes() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let cases: [(name: String, text: String, code: Int32)] = [
      ("all.json", #"{"coverage":"all","mentees":2,"mentors":1,"points":[[1],[2]]}"#, 3),
      ("nobody.json", #"{"mentees":0,"mentors":0,"points":[]}"#, 0),
      ("empty.json", "", 65),
      ("broken.json", "{", 65),
      ("capacity.json", #"{"mentees":1,"mentors":[{"capacity":-1}],"points":[[1]]}"#, 65),
      ("two.json", #"{"mentees":1,"mentors":[{"capacity":"two"}],"points":[[1]]}"#, 65),
      ("ragged.json", #"{"mentees":2,"mentors":2,"points":[[1,2],[3]]}"#, 65),
      ("nan.json", #"{"mentees":1,"mentors":1,"points":[[NaN]]}"#, 65),
      ("large.json", #"{"mentees":1,"mentors":1,"points":[[99999999999999999999]]}"#, 65),
      (
        "both.json",
        #"{"mentees":1,"mentors":1,"points":[[1]],"fixed":[[0,0]],"forbidden":[[0,0]]}"#, 65
      ),
      ("apart.json", #"{"mentees":2,"mentors":1,"points":[[1],[2]],"apart":[[0,1]]}"#, 0),
      (
        "torn.json",
        #"{"coverage":"all","mentees":2,"mentors":[{"capacity":2}],"points":[[1],[2]],"#
          + #""apart":[[0,1]]}"#, 3
      ),
      ("alone.json", #"{"mentees":2,"mentors":1,"points":[[1],[2]],"apart":[[0]]}"#, 65),
      ("matrix.csv", "1,2\n3,x\n", 65),
      ("matrix.npy", "not numpy", 65),
      ("group.json", #"{"mentees":1,"mentors":[{"capacity":3,"minimum":2}],"points":[[1]]}"#, 0),
    ]
    for one in cases {
      let schema = one.text.replacing(
        "{\"", with: "{\"schema\":\"nastavnik.instance/1\",\"", maxReplacements: 1)
      let file = try folder.write(one.name, one.name.hasSuffix("json") ? schema : one.text)
      for language in ["ru", "en"] {
        let result = try CommandLineTool.run("solve", file.path, "--lang", language)
        #expect(result.code == one.code, "\(one.name): \(result.errors)")
        #expect((one.code >= 64) == !result.errors.isEmpty, "\(one.name): \(result.errors)")
        #expect(result.errors.split(separator: "\n").count <= 1, "\(one.name)")
      }
    }
    #expect(try CommandLineTool.run("solve", "missing.json").code == 66)
    #expect(try CommandLineTool.run("solve").code == 64)
    #expect(try CommandLineTool.run("solve", "x.json", "--policy", "best").code == 64)
  }

  @Test("a stream answers line by line, in order, and survives bad lines")
  func stream() throws {
    let lines = (0..<50).map { index in
      index % 7 == 3
        ? "{\"id\": \"s\(index)\", \"mentees\": }"
        : """
        {"schema":"nastavnik.instance/1","id":"s\(index)","mentees":1,"mentors":2,"points":[[1,\(index)]]}
        """
    }
    let once = try CommandLineTool.run("solve", "--stream", input: lines.joined(separator: "\n"))
    let twice = try CommandLineTool.run(
      "solve", "--stream", "-", input: lines.joined(separator: "\n") + "\n")
    #expect(once.code == 0)
    #expect(once.output == twice.output)
    let answers = once.output.split(separator: "\n")
    #expect(answers.count == 50)
    for (index, answer) in answers.enumerated() {
      let value = try json(String(answer))
      #expect(value["status"] as? String == (index % 7 == 3 ? "error" : "optimal"), "\(answer)")
      if index % 7 != 3 { #expect(value["id"] as? String == "s\(index)") }
      if index % 7 == 3 {
        #expect((value["error"] as? [String: Any])?["line"] as? Int == index + 1, "\(answer)")
      }
      #expect(value["seconds"] == nil)
    }
  }

  @Test("several files give one object a line; bare matrices take sense and capacities")
  func files() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let matrix = try folder.write("m.csv", "4,1\n2,0\n3,9\n")
    let square = try folder.write("s.txt", " 2\n 1 2\n 2 1\n")
    let both = try CommandLineTool.run("solve", matrix.path, square.path, "--json")
    let totals = try both.output.split(separator: "\n").map {
      try #require(try json(String($0))["objective"] as? [String: Int])
    }
    #expect(totals == [["matched": 2, "total": 3], ["matched": 2, "total": 2]])
    let capacities = try folder.write("c.txt", "2\n1\n")
    let most = try CommandLineTool.run(
      "solve", matrix.path, "--json", "--sense", "max", "--capacities", capacities.path)
    #expect(try json(most.output)["objective"] as? [String: Int] == ["matched": 3, "total": 15])
  }

  @Test("the sample instance gives its expected answer")
  func sample() throws {
    let result = try CommandLineTool.run("solve", "samples/instances/small.json", "--lang", "en")
    let expected = try String(
      contentsOf: CommandLineTool.root.appending(path: "samples/instances/expected/small.txt"),
      encoding: .utf8)
    #expect(result.output == expected)
  }
}
