import Foundation
import Testing

@Suite("nastavnik rematch and front")
struct TradeOffCommandTests {
  /// The best is a–x, b–y, c–z with 27 points.
  private let before =
    #"{"schema":"nastavnik.instance/1","mentees":["a","b","c"],"mentors":["x","y","z"],"#
    + #""points":[[9,2,1],[3,9,8],[2,8,9]]}"#
  /// Mentor x is gone, w has come, and the lists stand in another order.
  private let after =
    #"{"schema":"nastavnik.instance/1","mentees":["c","b","a"],"mentors":["w","z","y"],"#
    + #""points":[[0,9,8],[7,8,9],[2,1,6]]}"#

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func numbers(_ points: Any?, _ keys: String...) throws -> [[Int?]] {
    try #require(points as? [[String: Any]]).map { point in keys.map { point[$0] as? Int } }
  }

  @Test("who has left has no capacity: fewest changes first, then what every change brings")
  func rematch() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("before.json", before)
    let solved = try CommandLineTool.run("solve", file.path, "--json")
    let approved = try folder.write("approved.json", solved.output)
    let changed = before.replacing(
      #"["x","y","z"]"#, with: #"[{"id":"x","capacity":0},{"id":"y"},{"id":"z"}]"#
    )
    .replacing("[3,9,8]", with: "[3,9,7]").replacing("[9,2,1]", with: "[9,4,7]")
    let now = try folder.write("after.json", changed)
    let run = try CommandLineTool.run("rematch", now.path, "--approved", approved.path, "--json")
    #expect(run.code == 0, "\(run.errors)")
    let keys = try object(run.output)
    #expect(try numbers(keys["curve"], "changes", "matched", "total") == [[0, 2, 18]])
    let curve = try #require(keys["curve"] as? [[String: Any]])
    #expect(curve[0]["pairs"] as? [[Int]] == [[1, 1], [2, 2]])
    let moves = try #require(curve[0]["moves"] as? [[String: Any]])
    #expect(moves.map { $0["mentee"] as? Int } == [0] && moves[0]["to"] is NSNull)
    let held = try #require(keys["approved"] as? [String: Any])
    #expect(held["possible"] as? Int == 2 && held["impossible"] as? [[Int]] == [[0, 0]])
    #expect((keys["notes"] as? [String])?.count == 2)
    let same = try CommandLineTool.run("rematch", file.path, "--approved", approved.path, "--json")
    #expect(try numbers(object(same.output)["curve"], "changes", "total") == [[0, 27]])
    #expect((try object(same.output)["notes"] as? [String])?.isEmpty == true)
  }

  @Test("indices of an older instance are read as its ids")
  func translation() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let old = try folder.write("before.json", before)
    let solved = try CommandLineTool.run("solve", old.path, "--json")
    let approved = try folder.write("approved.json", solved.output)
    let new = try folder.write("after.json", after)
    let arguments = ["rematch", new.path, "--approved", approved.path, "--json"]
    let run = try CommandLineTool.run(arguments + ["--approved-instance", old.path])
    let keys = try object(run.output)
    // b–y and c–z stay: 9 + 9 + 2; with b moved to w, a gets y: 9 + 7 + 6.
    #expect(try numbers(keys["curve"], "changes", "total") == [[0, 20], [1, 22]])
    let held = try #require(keys["approved"] as? [String: Any])
    #expect((held["gone"] as? [String: Any])?["mentors"] as? [String] == ["x"])
    let foreign = try CommandLineTool.run(arguments + ["--approved-instance", new.path])
    #expect(foreign.code == 65)
  }

  @Test("two people of the sample school drop out: the others keep what they can")
  func season() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let school = folder.url.appending(path: "school")
    try FileManager.default.copyItem(
      at: CommandLineTool.root.appending(path: "samples/school-7"), to: school)
    for (name, person, other) in [
      ("mentees-pupils.csv", "Лебедева София Михайловна", "Новикова Лидия Олеговна"),
      ("mentors-employers.csv", "Юдина Людмила Ивановна", "Юрьева Юлия Олеговна"),
    ] {
      let url = school.appending(path: name)
      let text = try String(contentsOf: url, encoding: .utf8)
      // Another name: one person has left, a new one has come.
      try Data(text.replacing(person, with: other).utf8).write(to: url)
    }
    let proposal = try CommandLineTool.run("propose", "samples/school-7", "--json")
    let approved = try folder.write("proposal.json", proposal.output)
    let curve = folder.url.appending(path: "curve.svg")
    let run = try CommandLineTool.run(
      "rematch", school.path, "--approved", approved.path, "--json", "--svg", curve.path)
    #expect(run.code == 0, "\(run.errors)")
    let keys = try object(run.output)
    let points = try numbers(keys["curve"], "changes", "matched", "total")
    let new = try object(CommandLineTool.run("propose", school.path, "--json").output)
    let best = try #require(new["objective"] as? [String: Any])
    #expect(points.count > 1 && points[0][0] == 0)
    #expect(points.last?[1] == best["matched"] as? Int)
    #expect(points.last?[2] == best["total"] as? Int)
    let held = try #require(keys["approved"] as? [String: Any])
    let gone = try #require(held["gone"] as? [String: Any])
    #expect(gone["mentees"] as? [String] == ["Лебедева София Михайловна"])
    #expect(gone["mentors"] as? [String] == ["Юдина Людмила Ивановна"])
    #expect(held["possible"] as? Int == 53)
    let svg = try String(contentsOf: curve, encoding: .utf8)
    #expect(svg.contains("<title") && svg.contains(">Changes<") && svg.contains("</svg>"))
    let text = try CommandLineTool.run(
      "rematch", school.path, "--approved", approved.path, "--lang", "ru")
    #expect(text.output.contains("Больше не участвуют (наставники): Юдина Людмила."))
    #expect(text.output.contains("Смирнов Савелий: Юдина Людмила (выбывает) →"))
    let others = try CommandLineTool.run("alternatives", "samples/school-7", "-k", "2", "--json")
    let list = try folder.write("alternatives.json", others.output)
    let again = try object(
      CommandLineTool.run("rematch", "samples/school-7", "--approved", list.path, "--json").output)
    #expect(try numbers(again["curve"], "changes") == [[0]])
  }

  @Test("a front names its goals, and costs are costs")
  func front() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let costs =
      #"{"schema":"nastavnik.instance/1","sense":"min","mentees":2,"mentors":2,"#
      + #""points":[[1.5,4],[4,9]]}"#
    let file = try folder.write("instance.json", costs)
    let drawing = folder.url.appending(path: "front.svg")
    let run = try CommandLineTool.run(
      "front", file.path, "--goals", "points,worst", "--json", "--svg", drawing.path)
    #expect(run.code == 0, "\(run.errors)")
    let keys = try object(run.output)
    #expect(keys["goals"] as? [String] == ["points", "worst"])
    #expect(try numbers(keys["points"], "a", "b") == [[8, 4]])
    let pairs = try CommandLineTool.run(
      "front", file.path, "--goals", "points,matched", "--json")
    let points = try #require(try object(pairs.output)["points"] as? [[String: Any]])
    #expect(points.map { $0["matched"] as? Int } == [0, 1, 2])
    #expect(points.map { $0["points"] as? Double } == [0, 1.5, 8])
    #expect(points.map { $0["b"] as? Int } == [0, 1, 2])
    #expect(points[2]["pairs"] as? [[Int]] == [[0, 1], [1, 0]])
    #expect(try String(contentsOf: drawing, encoding: .utf8).contains(">Worst pair<"))
  }

  @Test("what makes no sense is said, with the exit code of its kind")
  func mistakes() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("instance.json", before).path
    let list = try folder.write("list.json", #"{"pairs":[["a","x"]]}"#).path
    let empty = try folder.write("empty.json", "").path
    let cut = try folder.write("cut.json", #"{"pairs":[["a","#).path
    let strangers = try folder.write("strangers.json", #"{"pairs":[["q","r"]]}"#).path
    let school = "samples/school-7"
    let mistakes: [(arguments: [String], code: Int32)] = [
      (["front", file], 64), (["front", file, "--goals", "points"], 64),
      (["front", file, "--goals", "points,points"], 64),
      (["front", file, "--goals", "points,leximin"], 64),
      (["front", file, "--goals", "changes,points"], 64),
      (["rematch", file], 64), (["rematch", file, "--approved", file], 65),
      (["rematch", file, "--approved", folder.url.path + "/none"], 66),
      (["rematch", "samples/school-7", "--approved", "README.md"], 65),
      (["rematch", file, "--approved", list, "--svg", folder.url.path + "/no/c.svg"], 73),
      (["rematch", file, "--approved", list], 0),
      (["rematch", file, "--approved", empty], 65), (["rematch", file, "--approved", cut], 65),
      (["rematch", file, "--approved", strangers], 65),
      (["rematch", school, "--approved", strangers], 65),
      (["rematch", school, "--approved", school], 65),
      (["alternatives", file, "-k", "2", "--differ", "4"], 64),
      (["alternatives", file, "-k", "2", "--differ", "3"], 0),
    ]
    for (arguments, code) in mistakes {
      let run = try CommandLineTool.run(arguments)
      #expect(run.code == code, "\(arguments): \(run.errors)")
      #expect(code == 0 || !run.errors.isEmpty, "\(arguments)")
    }
  }

  @Test("each mistake says what is wrong and what to do")
  func hints() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("instance.json", before).path
    let strangers = try folder.write("strangers.json", #"{"pairs":[["q","r"]]}"#).path
    let hints: [(arguments: [String], words: String)] = [
      (["front", file, "--goals", "points,wurst"], "did you mean “worst”?"),
      (["front", file, "--goals", "points,points"], "names a goal twice"),
      (["rematch", file, "--approved", folder.url.path], "is a folder, and a file is needed"),
      (["rematch", file, "--approved", strangers], "those of another season"),
      (["alternatives", file, "--differ", "4"], "name a number from 1 to 3"),
    ]
    for (arguments, words) in hints {
      let run = try CommandLineTool.run(arguments)
      #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
    }
  }
}
