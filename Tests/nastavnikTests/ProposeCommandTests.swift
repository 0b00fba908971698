import Foundation
import Testing

@Suite("nastavnik propose and check")
struct ProposeCommandTests {
  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// A copy of the sample with one file changed.
  private func changed(
    _ name: String, _ change: (String) -> String
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let sample = CommandLineTool.root.appending(path: "samples/school-7")
    for file in try FileManager.default.contentsOfDirectory(atPath: sample.path) {
      try FileManager.default.copyItem(
        at: sample.appending(path: file), to: folder.url.appending(path: file))
    }
    let target = folder.url.appending(path: name)
    let text = try String(contentsOf: target, encoding: .utf8)
    try Data(change(text).utf8).write(to: target)
    return folder
  }

  @Test("the keys of the contract are there, and every number is consistent")
  func keys() throws {
    let result = try CommandLineTool.run("propose", "samples/school-7", "--json", "--lang", "ru")
    #expect(result.code == 0)
    let value = try json(result.output)
    for key in [
      "status", "policy", "backend", "objective", "pairs", "unmatched", "findings", "verified",
      "seconds",
    ] { #expect(value[key] != nil, "\(key)") }
    let pairs = try #require(value["pairs"] as? [[String: Any]])
    let objective = try #require(value["objective"] as? [String: Int])
    #expect(objective["matched"] == pairs.count)
    #expect(objective["total"] == pairs.reduce(0) { $0 + ($1["points"] as? Int ?? 0) })
    for pair in pairs {
      let parts = try #require(pair["parts"] as? [[String: Any]])
      #expect(
        parts.reduce(0) { $0 + ($1["points"] as? Int ?? 0) } == pair["points"] as? Int)
      #expect(parts.allSatisfy { ($0["reason"] as? String)?.isEmpty == false })
    }
    let unmatched = try #require(value["unmatched"] as? [[String: Any]])
    let codes = Set(unmatched.compactMap { ($0["reason"] as? [String: Any])?["code"] as? String })
    #expect(codes == ["excluded", "no-eligible-mentor", "crowded-out"])
  }

  @Test("--out writes the proposal as files, the same bytes every time")
  func out() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for name in ["one", "two"] {
      let target = folder.url.appending(path: name).path
      #expect(try CommandLineTool.run("propose", "samples/school-7", "--out", target).code == 0)
    }
    for file in ["proposal.txt", "proposal.json", "pairs.csv", "unmatched.csv"] {
      let one = try Data(contentsOf: folder.url.appending(path: "one/\(file)"))
      #expect(one == (try Data(contentsOf: folder.url.appending(path: "two/\(file)"))), "\(file)")
      #expect(!one.isEmpty)
    }
    #expect(
      try CommandLineTool.run("propose", "samples/school-7", "--out", "/dev/null/x").code == 73)
  }

  @Test("what is wrong is said with place and mend, in both languages, and nothing is guessed")
  func mistakes() throws {
    let cases: [(name: String, change: (String) -> String, code: String)] = [
      ("season.yaml", { $0.replacing("coverage: first", with: "coverege: first") }, "N0502"),
      ("season.yaml", { $0.replacing("coverage: first", with: "coverage: best") }, "N0504"),
      ("season.yaml", { $0.replacing("date: 15.10.2026", with: "date: осень") }, "N0504"),
      ("season.yaml", { $0 + "\nforms: {" }, "N0501"),
      ("season.yaml", { $0.replacing("mentees-pupils.csv", with: "нет.csv") }, "N0101"),
      ("mentees-teachers.csv", { _ in "" }, "N0102"),
      ("mentees-teachers.csv", { $0.replacing("ФИО;", with: "ФИА;") }, "N0201"),
      (
        "mentees-teachers.csv",
        { text in
          text + (text.split(separator: "\n").last.map(String.init) ?? "") + "\n"
        }, "N0302"
      ),
      ("mentors-employers.csv", { $0.replacing("очно;3;2;", with: "очно;-1;2;") }, "N0306"),
      ("mentors-employers.csv", { $0.replacing("очно;3;2;", with: "очно;пара;2;") }, "N0306"),
    ]
    for one in cases {
      let folder = try changed(one.name, one.change)
      defer { folder.remove() }
      let check = try CommandLineTool.run("check", folder.url.path, "--json")
      let findings = try #require(try json(check.output)["findings"] as? [[String: Any]])
      let found = findings.filter { $0["code"] as? String == one.code }
      #expect(!found.isEmpty, "\(one.code): \(check.output)")
      #expect(check.code == 65, "\(one.code)")
      for finding in found {
        #expect((finding["message"] as? String)?.isEmpty == false)
        #expect((finding["hint"] as? String)?.isEmpty == false)
        #expect((finding["file"] as? String)?.isEmpty == false)
      }
      for language in ["ru", "en"] {
        let propose = try CommandLineTool.run("propose", folder.url.path, "--lang", language)
        #expect(propose.code == 65, "\(one.code)")
        #expect(propose.output.isEmpty)
        #expect(propose.errors.contains(one.code))
      }
    }
    #expect(try CommandLineTool.run("propose", "samples").code == 66)
    #expect(try CommandLineTool.run("check", "nowhere").code == 66)
    #expect(
      try CommandLineTool.run("propose", "samples/school-7", "--policy", "max-points").code == 64)
  }

  @Test("everyone must be matched, and cannot: exit code 3 and the people who lack places")
  func everyone() throws {
    let folder = try changed("season.yaml") {
      $0.replacing("coverage: first", with: "coverage: all")
    }
    defer { folder.remove() }
    let result = try CommandLineTool.run("propose", folder.url.path, "--json")
    #expect(result.code == 3)
    let value = try json(result.output)
    #expect(value["status"] as? String == "infeasible")
    let witness = try #require(value["witness"] as? [String: Any])
    let needed = try #require(witness["needed"] as? Int)
    #expect(needed > (try #require(witness["places"] as? Int)))
  }

  @Test("the commands of the README run")
  func readme() throws {
    let readme = try String(
      contentsOf: CommandLineTool.root.appending(path: "README.md"), encoding: .utf8)
    let commands = readme.split(separator: "\n").filter { $0.hasPrefix("$ nastavnik ") }
    #expect(commands.count >= 3)
    for command in commands {
      let words = command.split(separator: " ").dropFirst(2).map(String.init)
      let result = try CommandLineTool.run(words)
      #expect(result.code == 0, "\(command): \(result.errors)")
    }
  }
}
