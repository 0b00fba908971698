import Foundation
import Testing

@Suite("nastavnik explain and alternatives")
struct ExplainCommandTests {
  /// Two mentors for three mentees: 0–x and 1–y are the best, 2 is left over.
  private let instance =
    #"{"schema":"nastavnik.instance/1","mentees":["a","b","c"],"mentors":["x","y"],"#
    + #""points":[[9,2],[3,7],[6,null]]}"#

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func value(_ object: Any?) -> [Int?] {
    let value = object as? [String: Any]
    return [value?["matched"] as? Int, value?["total"] as? Int]
  }

  @Test("the price of a pair, of doing without it, and who changes")
  func pairs() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("instance.json", instance).path
    func explain(_ mentee: String, _ mentor: String) throws -> [String: Any] {
      let run = try CommandLineTool.run(
        "explain", file, "--mentee", mentee, "--mentor", mentor, "--json")
      #expect(run.code == 0, "\(run.errors)")
      return try object(run.output)
    }
    let chosen = try explain("a", "x")
    #expect(chosen["status"] as? String == "chosen")
    #expect(value(chosen["price"]) == [0, 0] && value(chosen["forbid"]) == [0, -3])
    #expect(chosen["standing"] as? String == "every")
    let possible = try explain("c", "x")
    #expect(possible["status"] as? String == "possible")
    #expect(possible["pair"] as? [Int] == [2, 0])
    #expect(value(possible["price"]) == [0, -3])
    #expect((value(possible["bound"])[1] ?? -9) >= -3)
    let moves = try #require(possible["changes"] as? [[String: Any]])
    #expect(moves.map { $0["mentee"] as? Int } == [0, 2])
    #expect(moves.map { $0["to"] as? Int } == [nil, 0])
    #expect((possible["range"] as? [String: Any])?["most"] as? Int == 9)
    let instead = try #require(possible["instead"] as? [String: Any])
    #expect(instead["mentee"] is NSNull)
    #expect((instead["mentor"] as? [String: Any])?["mentee"] as? Int == 1)
    #expect(try explain("2", "1")["status"] as? String == "ineligible")
  }

  @Test("why somebody is left over, and what all candidates cost")
  func people() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("instance.json", instance).path
    let left = try CommandLineTool.run("explain", file, "--mentee", "c", "--json")
    let keys = try object(left.output)
    #expect(keys["mentor"] is NSNull)
    let reason = try #require(keys["reason"] as? [String: Any])
    #expect(reason["code"] as? String == "crowded-out")
    #expect(reason["price"] as? Int == 3)
    #expect((reason["deficit"] as? [String: Any])?["places"] as? Int == 2)
    let candidates = try #require(keys["candidates"] as? [[String: Any]])
    #expect(candidates.map { value($0["price"]) } == [[0, -3]])
    let mentor = try object(
      CommandLineTool.run("explain", file, "--mentor", "y", "--json").output)
    #expect(mentor["mentees"] as? [Int] == [1])
  }

  @Test("who cannot be asked about")
  func strangers() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("instance.json", instance).path
    for arguments in [
      ["--mentee", "d"], ["--mentor", "7"], [], ["--policy", "leximin", "--mentee", "a"],
    ] {
      let run = try CommandLineTool.run(["explain", file] + arguments)
      #expect(run.code == 64, "\(arguments)")
    }
    let sample = "samples/school-7"
    let meant = try CommandLineTool.run("explain", sample, "--mentee", "Глухва", "--lang", "ru")
    #expect(meant.code == 64 && meant.errors.contains("Глухова Мария"))
    let other = try CommandLineTool.run("explain", sample, "--mentee", "Носков Федор")
    #expect(other.code == 64 && other.errors.contains("is a mentor"))
    let several = try CommandLineTool.run("explain", sample, "--mentee", "Чернышёва Маргарита")
    #expect(several.code == 64 && several.errors.contains("--form"))
    let excluded = try CommandLineTool.run("explain", sample, "--mentor", "Вишневский", "--json")
    let reason = try #require(try object(excluded.output)["reason"] as? [String: Any])
    #expect(reason["code"] as? String == "excluded")
  }

  @Test("which rules would have to go, and that with them gone the person is eligible")
  func relaxations() throws {
    let run = try CommandLineTool.run(
      "explain", "samples/school-7", "--mentee", "Елисеева Мария", "--json", "--lang", "ru")
    let choices = try #require(try object(run.output)["relaxations"] as? [[String: Any]])
    #expect((choices[0]["rules"] as? [String])?.count == 1)
    #expect((choices[0]["mentors"] as? [String])?.count == 21)
  }

  @Test("the best solutions pass verify, and so do the classes")
  func alternatives() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("instance.json", instance)
    let run = try CommandLineTool.run(
      "alternatives", file.path, "-k", "4", "--classify", "--json")
    #expect(run.code == 0, "\(run.errors)")
    let keys = try object(run.output)
    let solutions = try #require(keys["solutions"] as? [[String: Any]])
    #expect(solutions.map { value($0["objective"]) } == [[2, 16], [2, 13], [2, 8], [2, 5]])
    for solution in solutions {
      let data = try JSONSerialization.data(withJSONObject: solution)
      let claim = try folder.write("solution.json", String(decoding: data, as: UTF8.self))
      #expect(try CommandLineTool.run("verify", file.path, claim.path).code == 0)
    }
    #expect(
      keys["every"] as? [[Int]] == [[0, 0], [1, 1]] && (keys["some"] as? [Any])?.isEmpty == true)
    let far = try CommandLineTool.run(
      "alternatives", file.path, "-k", "3", "--differ", "2", "--json")
    let others = try #require(try object(far.output)["solutions"] as? [[String: Any]])
    #expect(others.map { value($0["objective"]) } == [[2, 16], [2, 8], [1, 3]])
  }

  @Test("a season's alternatives name the people who change")
  func season() throws {
    let run = try CommandLineTool.run(
      "alternatives", "samples/school-7", "-k", "2", "--lang", "ru")
    #expect(run.code == 0 && run.output.contains("это сам проект") && run.output.contains("→"))
  }

  @Test("a proposal of these inputs is explained; of others, or a worse one, it is refused")
  func proposals() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("instance.json", instance).path
    let solved = try CommandLineTool.run("solve", file, "--json").output
    func explain(_ proposal: String, _ target: String = "samples/school-7") throws -> (
      Int32, String
    ) {
      let path = try folder.write("proposal.json", proposal).path
      let name = target == file ? "a" : "Глухова Мария"
      let run = try CommandLineTool.run(
        "explain", target, "--mentee", name, "--proposal", path, "--json")
      return (run.code, run.output)
    }
    #expect(try explain(solved, file).0 == 0)
    #expect(try explain(solved.replacing("sha256:", with: "sha256:0"), file).0 == 65)
    // Mentee 0 has mentor 0 in the file and not here.
    let worse = solved.replacing(#"[[0, 0], [1, 1]]"#, with: #"[[1, 1]]"#)
      .replacing(#""total": 16"#, with: #""total": 7"#)
      .replacing(#""matched": 2"#, with: #""matched": 1"#)
    #expect(worse != solved)
    #expect(try explain(worse, file).0 == 65)

    let season = try CommandLineTool.run("propose", "samples/school-7", "--json").output
    #expect(try explain(season).0 == 0)
    let foreign = try CommandLineTool.run("propose", "samples/groups", "--json").output
    #expect(try explain(foreign).0 == 65)
    #expect(try explain("{}").0 == 65)
  }

  @Test("who is in several forms is meant in the one that both share")
  func forms() throws {
    func explain(_ mentee: String, _ mentor: String, _ more: String...) throws
      -> CommandLineTool.Result
    {
      try CommandLineTool.run(
        ["explain", "samples/school-7", "--mentee", mentee, "--mentor", mentor] + more)
    }
    let shared = try explain("Петренко Егор", "Юдина", "--json")
    #expect(shared.code == 0, "\(shared.errors)")
    #expect(try object(shared.output)["form"] as? String == "employer-student")
    let none = try explain("Глухова", "Юдина")
    #expect(none.code == 0 && none.output.contains("different forms"))
    let wrong = try explain("Петренко Егор", "Юдина", "--form", "student-student")
    #expect(wrong.code == 64 && wrong.errors.contains("is not in the form “student-student”"))
    let unknown = try explain("Глухова", "Сазонов", "--form", "pupils")
    #expect(unknown.code == 64 && unknown.errors.contains("teacher-teacher"))
  }

  @Test("a pair says how to pin, ban or unpin it, and who is excluded is named")
  func advice() throws {
    func explain(_ arguments: String...) throws -> String {
      try CommandLineTool.run(["explain", "samples/school-7", "--lang", "ru"] + arguments).output
    }
    #expect(
      try explain("--mentee", "Глухова", "--mentor", "Сазонов").contains("под pins"))
    #expect(
      try explain("--mentee", "Глухова", "--mentor", "Артемьев").contains("под bans"))
    let pinned = try explain("--mentee", "Бурцева", "--mentor", "Зимина")
    #expect(pinned.contains("из pins") && !pinned.contains("Цена"))
    // The only place is pinned to somebody else; the pair asked about is no obstacle to itself.
    let taken = try explain("--mentee", "Глухова", "--mentor", "Зимина")
    #expect(taken.contains("так нельзя, мешает: закреплённая пара Бурцева"))
    #expect(!taken.contains("пара Глухова") && !taken.contains("под pins"))
    let broken = try explain("--mentee", "Елисеева", "--mentor", "Артемьев")
    #expect(broken.contains("отмена правила") && !broken.contains("под pins"))
    #expect(try explain("--mentor", "Вишневский").hasPrefix("Вишневский Степан"))
    #expect(try explain("--mentee", "Орлова").contains("пара. Если взять, без наставника"))
  }
}
