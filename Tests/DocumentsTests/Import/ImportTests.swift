import Foundation
import Mentorship
import Testing

@testable import Documents

/// Files that are taken in: what is new, what has changed, and what is written.
@Suite struct ImportTests {
  private static let season = """
    schema: nastavnik.season/1
    title: Осень 2026
    date: 15.10.2026
    forms: {student-student: }

    """
  private static let header = [
    "Отметка времени", "Ваши ФИО", "Дата рождения", "В каком Вы классе?", "Телефон",
    "С чем нужна помощь", "Согласие на обработку ПДн", "Откуда узнали",
  ]

  private func options(_ kind: String = "mentees") -> FolderImport.Options {
    .init(kind: kind, form: "student-student")
  }

  private func rows(_ count: Int) -> [[String]] {
    let surnames = ["Абрамов", "Белкин", "Громов", "Дёмин", "Жуков", "Зимин", "Котов", "Лапин"]
    return (0..<count).map { index in
      [
        "01.09.2026", "\(surnames[index % 8]) \(["Олег", "Пётр", "Юрий"][index / 8 % 3])",
        "\(index % 28 + 1).03.2012", "\(index % 5 + 5)Б", "8912345\(1000 + index)",
        "физика, химия", "Да", "сайт",
      ]
    }
  }

  private func csv(_ header: [String], _ rows: [[String]]) -> String {
    ([header] + rows).map { cells in
      cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }.joined(separator: "\n") + "\n"
  }

  private func folder(_ season: String = season) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "in"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "season"), withIntermediateDirectories: true)
    try folder.write(season, to: "season/season.yaml")
    return folder
  }

  /// Takes in one file; with `writes`, into the folder's season.
  private func take(
    _ folder: TemporaryFolder, _ name: String, _ text: String, writes: Bool = true,
    _ options: FolderImport.Options? = nil
  ) throws -> ImportReport {
    try folder.write(text, to: "in/\(name)")
    var desk = try FolderImport(season: folder.url.appending(path: "season"))
    desk.read(folder.url.appending(path: "in/\(name)").path, as: options ?? self.options())
    if writes, !desk.hasErrors { try desk.write() }
    return desk.report
  }

  private func counts(_ report: ImportReport) -> [Int] {
    let file = report.files.first
    return [
      file?.new.count ?? -1, file?.changed.count ?? -1, file?.unchanged.count ?? -1,
      file?.doubtful.count ?? -1, file?.missing.count ?? -1,
    ]
  }

  private func read(_ folder: TemporaryFolder) throws -> SeasonFolder.Reading {
    try SeasonFolder.read(folder.url.appending(path: "season"))
  }

  @Test func theSameFileInAnyOrderChangesNothing() throws {
    for seed in 0..<20 {
      var random = SeededGenerator(seed: UInt64(seed))
      let folder = try folder()
      let people = rows(12)
      let first = try take(folder, "a.csv", csv(Self.header, people))
      #expect(counts(first) == [12, 0, 0, 0, 0], "seed \(seed)")
      #expect(first.files.first?.unused == ["Откуда узнали"], "seed \(seed)")
      #expect(first.files.first?.ignored == ["Отметка времени"], "seed \(seed)")
      let again = try take(folder, "a.csv", csv(Self.header, people))
      #expect(counts(again) == [0, 0, 12, 0, 0] && again.written == [], "seed \(seed)")
      let order = Self.header.indices.shuffled(using: &random)
      let shuffled = people.shuffled(using: &random).map { row in order.map { row[$0] } }
      let header = order.map { Self.header[$0] }
      for name in ["a.csv", "другой день.csv"] {
        let report = try take(folder, name, csv(header, shuffled), writes: false)
        #expect(counts(report) == [0, 0, 12, 0, 0], "seed \(seed), \(name)")
        #expect(report.files.first?.replaces == "a.csv", "seed \(seed), \(name)")
      }
      let season = try #require(try read(folder).season)
      #expect(season.questionnaires.count == 12, "seed \(seed)")
    }
  }

  @Test func gridsOfPeopleAreRemembered() throws {
    let folder = try folder()
    let header = ["Ваши ФИО", "Оцените участников / Ли Ван", "Оцените участников / Ким Ира"]
    let answers = FolderImport.Options(kind: "answers", from: .mentee)
    let rows = [["Абрамов Олег", "5", "не общались"], ["Белкин Пётр", "", "3"]]
    let first = try take(folder, "a.csv", csv(header, rows), answers)
    #expect(counts(first) == [2, 0, 0, 0, 0])
    #expect(first.files.first?.columns.map(\.headers) == [["Ваши ФИО"], ["Оцените участников"]])
    #expect(counts(try take(folder, "a.csv", csv(header, rows), answers)) == [0, 0, 2, 0, 0])
    let back = csv(header.reversed(), rows.map { $0.reversed() })
    let again = try take(folder, "b.csv", back, answers)
    #expect(counts(again) == [0, 0, 2, 0, 0])
    #expect(again.findings.contains { $0.kind.code == "N0212" })
    // The same cells under other names are other answers.
    let swapped = csv([header[0], header[2], header[1]], rows)
    #expect(counts(try take(folder, "c.csv", swapped, answers)) == [0, 2, 0, 0, 0])
  }

  @Test func whatIsNewChangedAndGone() throws {
    for seed in 0..<20 {
      var random = SeededGenerator(seed: UInt64(seed))
      let folder = try folder()
      let all = rows(16)
      _ = try take(folder, "a.csv", csv(Self.header, Array(all[..<12])))
      // Some are gone, some have another class, some have written themselves otherwise, some are new.
      let gone = Set(
        (0..<12).shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random)))
      let edited = Set((0..<12).filter { !gone.contains($0) && Bool.random(using: &random) })
      let next = all.indices.filter { !gone.contains($0) }.map { index -> [String] in
        var row = all[index]
        if edited.contains(index) { row[3] = "11А" } else { row[3] = "\(index % 5 + 5) «Б» класс" }
        row[5] = "Химия;Физика"
        row[4] = "+7 (912) 345-\(10 + index / 100)-\(row[4].suffix(2))"
        return row
      }.shuffled(using: &random)
      let report = try take(folder, "b.csv", csv(Self.header, next))
      #expect(
        counts(report) == [4, edited.count, 12 - gone.count - edited.count, 0, gone.count],
        "seed \(seed)")
      let changed = report.files.first?.changed.flatMap { $0.fields.map(\.field) } ?? []
      #expect(Set(changed).isSubset(of: [.grade]), "seed \(seed)")
      #expect(
        Set(report.files.first?.missing ?? []) == Set(gone.map { all[$0][1] }), "seed \(seed)")
      let reading = try read(folder)
      #expect(reading.season?.questionnaires.count == 16 - gone.count, "seed \(seed)")
      #expect(!reading.findings.contains { $0.kind.severity == .error && $0.kind.code != "N0308" })
    }
  }

  @Test func nothingIsLostAndAllCanBeTakenBack() throws {
    let folder = try folder()
    let root = folder.url.appending(path: "season")
    let old = csv(Self.header, rows(3))
    _ = try take(folder, "a.csv", old)
    let written = try take(folder, "a.csv", csv(Self.header, rows(5))).written
    #expect(written == ["a.csv"])
    let kept = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "imports").path
    ).filter { $0.hasPrefix("a.csv.") }
    #expect(kept.count == 1)
    let text = try String(
      contentsOf: root.appending(path: "imports/\(kept[0])"), encoding: .utf8)
    #expect(text == old)
    #expect(try ImportUndo.undo(in: root)?.restored == ["a.csv"])
    #expect(try String(contentsOf: root.appending(path: "a.csv"), encoding: .utf8) == old)
    #expect(try ImportUndo.undo(in: root) == nil)
    // A file that somebody has changed since stands.
    _ = try take(folder, "b.csv", csv(Self.header, rows(2)), options("mentors"))
    try folder.write("другое", to: "season/b.csv")
    let undo = try #require(try ImportUndo.undo(in: root))
    #expect(undo.leftAlone == ["b.csv"])
    #expect(try String(contentsOf: root.appending(path: "b.csv"), encoding: .utf8) == "другое")
  }

  @Test func doublesAreInDoubt() throws {
    let folder = try folder()
    let header = ["ФИО", "Класс"]
    _ = try take(
      folder, "a.csv", csv(header, [["Иванов Пётр Сергеевич", "9Б"], ["Ким Юлия Олеговна", "7"]]))
    let text = csv(
      header, [["Иванов П. С.", "9Б"], ["Ким Юлия Олеговна", "7"], ["Орлов Ян", "8"]])
    let report = try take(folder, "новые.csv", text, writes: false)
    #expect(counts(report) == [1, 0, 1, 1, 1])
    let doubt = try #require(report.files.first?.doubtful.first)
    #expect(doubt.candidates.map(\.person) == ["Иванов Пётр Сергеевич"])
    try folder.write(
      Self.season + "same: [[Иванов Пётр Сергеевич, Иванов П. С.]]\n", to: "season/season.yaml")
    #expect(counts(try take(folder, "новые.csv", text, writes: false)) == [1, 0, 2, 0, 0])
    try folder.write(
      Self.season + "different: [[Иванов Пётр Сергеевич, Иванов П. С.]]\n",
      to: "season/season.yaml")
    #expect(counts(try take(folder, "новые.csv", text, writes: false)) == [2, 0, 1, 0, 1])
  }

  @Test func withoutASeasonEverythingIsNew() throws {
    let folder = try folder()
    try folder.write(csv(Self.header, rows(4)), to: "a.csv")
    try folder.write(csv(Self.header, Array(rows(6)[2...])), to: "b.csv")
    var desk = try FolderImport(season: nil)
    for name in ["a.csv", "b.csv"] {
      desk.read(folder.url.appending(path: name).path, as: .init(kind: "mentees"))
    }
    #expect(desk.report.files.map(\.new.count) == [4, 2])
    #expect(desk.report.files.map(\.unchanged.count) == [0, 2])
    #expect(!desk.hasErrors)
  }

  @Test func errorsAreLocatedAndNothingIsWritten() throws {
    let folder = try folder(
      Self.season.replacing("{student-student: }", with: "{student-student: , teacher-teacher: }"))
    let noName = try take(folder, "a.csv", "Класс,Согласие\n7,да\n", writes: true)
    #expect(noName.findings.contains { $0.kind == .column(.nameNotFound) })
    let noForm = try take(
      folder, "a.csv", csv(Self.header, rows(2)), .init(kind: "mentees"))
    #expect(noForm.findings.contains { $0.kind.code == "N0216" })
    for bytes in ["", "\u{FEFF}", "PK"] {
      let report = try take(folder, "a.csv", bytes)
      #expect(report.files.allSatisfy { $0.new.isEmpty } && !report.findings.isEmpty, "\(bytes)")
    }
    #expect(
      !FileManager.default.fileExists(atPath: folder.url.appending(path: "season/a.csv").path))
    let takes = try take(folder, "season.yaml", csv(Self.header, rows(2)))
    #expect(takes.written.contains("mentees-season.yaml"))
  }
}
