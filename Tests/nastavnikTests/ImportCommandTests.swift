import Foundation
import Testing

/// `nastavnik import` as people and programs call it.
@Suite struct ImportCommandTests {
  private static let table = """
    Отметка времени,ФИО,Класс,Телефон,Чем могу помочь,Что-то ещё
    1,Иванов Пётр Сергеевич,10 «Б»,8 912 345-67-89,физика,a
    1,Орлова Анна,9а,,химия,b

    """

  private func object(_ result: CommandLineTool.Result) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  @Test func aFileWithoutASeason() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("a.csv", Self.table).path
    let result = try CommandLineTool.run("import", file, "--kind", "mentors", "--json")
    #expect(result.code == 0 && result.errors == "")
    let json = try object(result)
    for (key, count) in ["new": 2, "changed": 0, "unchanged": 0, "doubtful": 0, "missing": 0] {
      #expect(json[key] as? Int == count, "\(key)")
    }
    #expect((json["people"] as? [String: Any])?["new"] as? [String] != nil)
    let mapping = try #require((json["mapping"] as? [[String: Any]])?.first)
    #expect((mapping["columns"] as? [String: Any])?["name"] as? String == "ФИО")
    #expect(mapping["unused"] as? [String] == ["Что-то ещё"])
    #expect(!result.output.contains("345-67"))
    let text = try CommandLineTool.run("import", file, "--kind", "mentors", "--lang", "ru")
    #expect(text.output.contains("columns:\n") && text.output.contains("requests: Чем могу помочь"))
    #expect(!text.output.contains("345-67"))
  }

  @Test func intoASeasonAndBack() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("a.csv", Self.table).path
    let season = folder.url.appending(path: "season")
    try FileManager.default.createDirectory(at: season, withIntermediateDirectories: true)
    try folder.write(
      "season/season.yaml",
      "schema: nastavnik.season/1\ntitle: О\ndate: 15.10.2026\nforms: {student-student: }\n")
    let arguments = ["import", file, "--kind", "mentors", "--season", season.path, "--json"]
    let dry = try object(try CommandLineTool.run(arguments + ["--dry-run"]))
    #expect(dry["new"] as? Int == 2 && (dry["written"] as? [String]) == [])
    let first = try object(try CommandLineTool.run(arguments))
    #expect(
      (first["written"] as? [String])?.sorted() == ["a.csv", "imports.yaml", "mappings.yaml"])
    let again = try object(try CommandLineTool.run(arguments))
    #expect(again["new"] as? Int == 0 && again["changed"] as? Int == 0)
    #expect(again["unchanged"] as? Int == 2 && (again["written"] as? [String]) == [])
    let check = try object(try CommandLineTool.run("check", season.path, "--json"))
    #expect((check["doubles"] as? [Any])?.isEmpty == true)
    #expect((check["names"] as? [Any])?.isEmpty == true)
    let undo = try CommandLineTool.run("import", "--undo", "--season", season.path)
    #expect(undo.code == 0 && undo.output.contains("a.csv"))
    let left = try FileManager.default.contentsOfDirectory(atPath: season.path).sorted()
    #expect(left == ["imports", "season.yaml"])
  }

  @Test func exitCodes() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("a.csv", "Класс\n7\n").path
    let calls: [([String], Int32)] = [
      ([file, "--kind", "mentees"], 65), ([file, "--kind", "people"], 64), ([file], 64),
      (["--kind", "mentees"], 64), (["/nowhere.csv", "--kind", "mentees"], 66),
      ([file, "--kind", "mentees", "--season", "/nowhere"], 66),
      ([file, "--kind", "mentees", "--form", "school"], 64),
      ([file, "--kind", "answers", "--season", "samples/school-7"], 64), (["--undo"], 64),
    ]
    for (arguments, code) in calls {
      #expect(try CommandLineTool.run(["import"] + arguments).code == code, "\(arguments)")
    }
  }
}
