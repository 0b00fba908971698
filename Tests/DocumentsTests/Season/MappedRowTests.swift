import Mentorship
import TestSupport
import Testing

@testable import Documents

@Suite("Rows of a mapped table")
struct MappedRowTests {
  private static let cells = [
    "01.02.2010", " 01.02.2010 ", "\u{a0}02.03.2011\u{2003}", "", " ", "осень", "2010-02-01",
    "\"a\nb\"",
  ]

  private static func table(_ seed: UInt64, _ findings: inout [Finding]) -> MappedTable? {
    var random = SplitMix64(seed: seed)
    var text = "ФИО;Дата рождения;Интересы\n"
    for row in 0..<60 {
      let pick = { cells.randomElement(using: &random) ?? "" }
      // Some rows end early.
      text += "Имя\(row);" + (row % 7 == 0 ? "" : "\(pick());\(pick())") + "\n"
    }
    let entry = FileEntry(
      path: "a.csv", place: Place(file: "a.csv"), key: "path", kind: .questionnaires(.mentee))
    return Table.read(Array(text.utf8), file: "a.csv").table.map {
      MappedTable($0, entry: entry, &findings)
    }
  }

  /// A text that is read once says in every row what it says when it is read in each.
  @Test func textsReadOnceMeanTheSame() throws {
    for seed in 0..<20 {
      var (findings, once, each): ([Finding], [Finding], [Finding]) = ([], [], [])
      let mapped = try #require(Self.table(UInt64(seed), &findings))
      var asked: Set<String> = []
      var count = 0
      for row in mapped.rows {
        let first = row.readOnce(.birthDate, &once) { text in
          count += 1
          asked.insert(text)
          return CalendarDate(parsing: text)
        }
        let second = row.read(.birthDate, &each) { CalendarDate(parsing: $0) }
        #expect(first == second, "seed \(seed)")
        let terms = row.cells(.interests).flatMap { CellParts.split($0.text) }.map { Term($0) }
        #expect(row.terms(.interests) == terms, "seed \(seed)")
      }
      #expect(once == each && !once.isEmpty, "seed \(seed)")
      // Blanks around a text make another cell of it.
      #expect(count <= asked.count + 2, "seed \(seed)")
    }
  }

  @Test func oneTextMayMeanDifferentThingsInTwoFields() throws {
    var findings: [Finding] = []
    let mapped = try #require(Self.table(1, &findings))
    let row = try #require(mapped.rows.dropFirst().first)
    #expect(row.meaning(.birthDate) { "1" + $0 }.hasPrefix("1"))
    #expect(row.meaning(.birthDate) { $0.count } == row.text(.birthDate).count)
    #expect(row.meaning(.interests) { "2" + $0 }.hasPrefix("2"))
  }
}
