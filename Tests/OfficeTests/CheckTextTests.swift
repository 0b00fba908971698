import Foundation
import Mentorship
import Office
import Problems
import Testing

/// What `check` prints, and in which order.
@Suite("The text of check")
struct CheckTextTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples/municipality")

  private func report(
    _ findings: [Finding], _ change: (inout Season) -> Void = { _ in }
  ) throws -> CheckReport {
    var season = try #require(try Office.read(Self.folder.path).season)
    change(&season)
    return CheckSeason().report(season, findings: findings)
  }

  private func text(_ report: CheckReport, _ language: Language = .russian) -> String {
    CheckText(report, messages: Messages(language)).text
  }

  @Test("errors come first, then warnings, then readiness, then notes and what was guessed")
  func order() throws {
    let columns = ColumnFinding.guessed([.init(field: .name, headers: ["Кто"])], service: [])
    let report = try report([
      Finding(.column(columns), at: Place(file: "a.csv", line: 1)),
      Finding(.columnUnused(header: "Цвет"), at: Place(file: "a.csv", line: 1)),
      Finding(.rankedTwice(name: "Ан Ли"), at: Place(file: "b.csv", line: 2)),
      Finding(.fileEmpty, at: Place(file: "c.csv")),
    ])
    for language in [Language.russian, .english] {
      let text = text(report, language)
      let parts = ["c.csv", "b.csv:2", "69 ", "a.csv:1: ", "a.csv: "]
      let places = parts.map { text.range(of: $0)?.lowerBound }
      #expect(!places.contains(nil), "\(places)")
      #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted(), "\(language)")
      #expect(!text.contains("N0211") && !text.contains("\n\n\n"))
    }
  }

  @Test("what is said of several people of a file is one line")
  func grouped() throws {
    let names = (1...7).map { "Ученик \($0)" }
    let report = try report(
      names.enumerated().map { index, name in
        Finding(
          .ruleUnchecked(rule: .minimumAge(10), name: name),
          at: Place(file: "a.csv", line: index + 2))
      })
    let lines = text(report).split(separator: "\n").filter { $0.contains("a.csv") }
    #expect(lines.count == 1)
    #expect(lines.first?.contains("строки 2, 3, 4, 5, 6, 7, 8") == true)
    #expect(lines.first?.contains("Ученик 5 и ещё 2") == true)
  }

  @Test("equal answers understood alike are one line with a count")
  func readings() throws {
    let report = try report([])
    let season = report.season
    var counts: [String: Int] = [:]
    for reading in season.readings { counts[Term(reading.text).key, default: 0] += 1 }
    let section = try #require(self.text(report).components(separatedBy: "Как поняты").last)
    let lines = section.split(separator: "\n").filter { $0.contains("\u{a0}% ") }
    #expect(lines.count == 12)
    #expect(section.contains("14\u{a0}человек, интересы: «читаю книги» → чтение"))
    #expect(counts["читаю книги"] == 14)
  }

  @Test("a form without mentors says so once")
  func noMentors() throws {
    let form = FormCode("student-student")
    let report = try report([]) { season in
      season.questionnaires.removeAll { $0.form == form && $0.role == .mentor }
      season.pins = []
    }
    let lines = text(report).split(separator: "\n").filter { $0.contains("ученик – ученик: ") }
    #expect(lines.first == "  ученик – ученик: наставников нет, 69\u{a0}наставляемых")
    #expect(!text(report).contains(" 0\u{a0}наставников"))
  }
}
