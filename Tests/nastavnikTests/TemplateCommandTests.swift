import Foundation
import Testing

@Suite("nastavnik template, and how check shows free answers")
struct TemplateCommandTests {
  private func run(_ folder: TemporaryFolder, _ arguments: String...) throws
    -> CommandLineTool.Result
  {
    let out = folder.url.appending(path: "лист.xlsx").path
    return try CommandLineTool.run(["template", "--out", out, "--lang", "ru"] + arguments)
  }

  @Test("questionnaires need no season, answer sheets do")
  func kinds() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.url.appending(path: "лист.xlsx")
    for arguments in [
      ["--kind", "mentors", "--form", "employer-university"],
      ["--kind", "mentees", "--form", "учитель – учитель", "samples/school-7"],
      ["--kind", "answers", "--form", "student-student", "samples/school-7"],
      ["--kind", "answers", "--from", "mentors", "--form", "student-student", "samples/school-7"],
    ] {
      let result = try CommandLineTool.run(
        ["template", "--out", file.path, "--lang", "ru"] + arguments)
      #expect(result.code == 0 && result.output.isEmpty, "\(arguments): \(result.errors)")
      #expect(try Data(contentsOf: file).starts(with: [0x50, 0x4B]), "\(arguments)")
      try FileManager.default.removeItem(at: file)
    }
    let missing = try run(folder, "--kind", "answers", "--form", "student-student")
    #expect(missing.code == 64 && missing.errors.contains("папку сезона"))
  }

  @Test("a typing error is answered with what was meant; nothing is written")
  func mistakes() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let form = try run(folder, "--kind", "mentors", "--form", "student-studnet")
    #expect(form.code == 64 && form.errors.contains("student-student"))
    let kind = try run(folder, "--kind", "mentes", "--form", "student-student")
    #expect(kind.code == 64 && kind.errors.contains("mentees"))
    let none = try run(folder, "--kind", "mentors", "--form", "student-student", "нет такой")
    #expect(none.code == 66)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    let place = try CommandLineTool.run(
      "template", "--kind", "mentors", "--form", "student-student", "--out", "/нет/а.xlsx")
    #expect(place.code == 73)
  }

  @Test("check lists the answers that were understood, the least certain first")
  func readings() throws {
    let text = try CommandLineTool.run("check", "samples/school-7", "--lang", "ru").output
    #expect(text.contains("Как поняты свободные ответы"))
    let json = try CommandLineTool.run("check", "samples/school-7", "--json").output
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let readings = try #require(value["readings"] as? [[String: Any]])
    #expect(readings.count == 8)
    for reading in readings {
      for key in ["person", "field", "file", "line", "column", "text", "terms", "confidence"] {
        #expect(reading[key] != nil && !(reading[key] is NSNull), "\(key)")
      }
    }
  }
}
