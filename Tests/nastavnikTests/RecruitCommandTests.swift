import Foundation
import Testing

@Suite("nastavnik recruit")
struct RecruitCommandTests {
  /// One place at each of two mentors for three mentees: c has nobody.
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

  @Test("an instance: places, mentors like those there are, and when it stops paying")
  func instanceFile() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("instance.json", instance).path
    let run = try CommandLineTool.run("recruit", file, "--json")
    #expect(run.code == 0, "\(run.errors)")
    let keys = try object(run.output)
    let mentors = try #require(keys["mentors"] as? [[String: Any]])
    #expect(mentors.map { $0["mentor"] as? Int } == [0, 1])
    #expect(mentors.map { value($0["gain"]) } == [[1, 6], [1, -1]])
    let moves = try #require(mentors[1]["moves"] as? [[String: Any]])
    #expect(moves.map { $0["mentee"] as? Int } == [0, 2])
    let profiles = try #require(keys["profiles"] as? [[String: Any]])
    #expect(profiles.map { $0["like"] as? Int } == [0, 1])
    #expect(profiles.map { value($0["gain"]) } == [[1, 6], [1, -1]])
    #expect(profiles[0]["mentees"] as? [Int] == [2])
    let steps = try #require(keys["steps"] as? [[String: Any]])
    #expect(steps.map { value($0) } == [[3, 22]])
    #expect(keys["exhausted"] as? Bool == true && keys["complete"] as? Bool == true)
    let none = try object(CommandLineTool.run("recruit", file, "--json", "--steps", "0").output)
    #expect((none["steps"] as? [Any])?.isEmpty == true)
    #expect(try CommandLineTool.run("recruit", file, "--steps", "-1").code == 64)
    #expect(try CommandLineTool.run("recruit", "/nowhere.json").code == 66)
  }

  @Test("the sample school: what a place and a mentor more gain, in numbers and words")
  func season() throws {
    let sample = "samples/school-7"
    let run = try CommandLineTool.run("recruit", sample, "--json", "--lang", "ru")
    #expect(run.code == 0, "\(run.errors)")
    let keys = try object(run.output)
    let profiles = try #require(keys["profiles"] as? [[String: Any]])
    #expect(value(profiles[0]["gain"])[0] == 1)
    #expect(profiles.allSatisfy { $0["form"] is String && $0["mentees"] is [String] })
    let steps = try #require(keys["steps"] as? [[String: Any]])
    #expect(steps.count == 10)
    // Five more are enough for everybody who can be matched at all.
    #expect(steps.map { $0["matched"] as? Int } == [58, 59, 60, 61, 62, 62, 62, 62, 62, 62])
    #expect(
      zip(steps, steps.dropFirst()).allSatisfy { one, next in
        (one["total"] as? Int ?? 0) < (next["total"] as? Int ?? 0)
      })
    let text = try CommandLineTool.run("recruit", sample, "--lang", "ru").output
    let plain = text.replacing("\n    ", with: " ").replacing("\u{a0}", with: " ")
    for words in [
      "Что даст ещё одно место у наставника:",
      "Зайцева София: +1 пара, +570 баллов (получит: Волошина Алёна)",
      "Какой новый наставник нужнее всего:", "Учёба по предмету",
      "свободен: пн 16:00–18:00, пт 14:00–16:00",
      "Пары прибавляют только первые 5 из них, дальше растут только баллы.",
    ] {
      #expect(plain.contains(words), "\(words)")
    }
    let english = try CommandLineTool.run("recruit", sample, "--lang", "en").output
    #expect(english.contains("What one more place of a mentor brings:"))
    #expect(english.contains("grade 10 or above; free: Sat"))
  }
}
