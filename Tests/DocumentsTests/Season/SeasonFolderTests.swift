import Foundation
import Mentorship
import Testing

@testable import Documents

@Suite struct SeasonFolderTests {
  @Test func sampleIsReadWithoutFindings() throws {
    let reading = try SampleSeason().read()
    #expect(reading.findings == [])
    let season = try #require(reading.season)
    #expect(season.title == "Осень 2026")
    #expect(season.organisation == Term("МБОУ «Школа № 7»"))
    #expect(season.date == CalendarDate(day: 15, month: 10, year: 2026))
    #expect(season.forms.map(\.code.rawValue) == ["student-student"])
    #expect(season.forms[0].capacityLimit == 3)
    #expect(
      season.people.keys.sorted().map(\.rawValue)
        == ["Иванов Пётр", "Петрова Анна", "Сидоров Олег", "Смирнова Ольга"])
    let oleg = try #require(season.people[PersonID("Сидоров Олег")])
    #expect(oleg.birthDate == CalendarDate(day: 1, month: 2, year: 2010))
    #expect(oleg.grade == Grade(number: 10, letter: "А"))
    #expect(oleg.consent == .given(from: nil, until: nil))
    #expect(season.attended == [PersonID("Иванов Пётр")])
    #expect(
      season.answers == [
        MeetingAnswer(
          person: PersonID("Иванов Пётр"), role: .mentee,
          place: Place(file: "answers.csv", line: 2),
          tiers: [[PersonID("Сидоров Олег")], [PersonID("Петрова Анна")]])
      ])
  }

  @Test func questionnairesStandByFormRoleAndPerson() throws {
    let season = try #require(try SampleSeason().read().season)
    #expect(
      season.questionnaires.map(\.person.rawValue)
        == ["Иванов Пётр", "Смирнова Ольга", "Петрова Анна", "Сидоров Олег"])
    let mentor = season.questionnaires[3]
    #expect(mentor.place == Place(file: "mentors.csv", line: 2))
    #expect(mentor.requests == [Term("физика"), Term("химия"), Term("Учёба по предмету")])
    #expect(mentor.hours == WeekHours(parsing: "пн 15-17"))
    #expect(mentor.capacity == 2)
    #expect(mentor.admission == .admitted)
    #expect(season.questionnaires[2].capacity == nil)
  }

  /// The order of columns is nobody's concern, nor is the separator or the encoding.
  @Test func reorderedColumnsGiveAnEqualSeason() throws {
    let season = try SampleSeason().read().season
    var random = SeededGenerator(seed: 3)
    for seed in 0..<20 {
      let folder = try TemporaryFolder()
      let sample = SampleSeason()
      try folder.write(sample.files["season.yaml"] ?? "", to: "season.yaml")
      for file in ["mentors.csv", "mentees.csv", "answers.csv"] {
        let rows = (sample.files[file] ?? "").split(separator: "\n").map {
          $0.split(separator: ";", omittingEmptySubsequences: false)
        }
        let order = rows[0].indices.shuffled(using: &random)
        let text = rows.map { row in
          order.map { "\"\(row[$0])\"" }.joined(separator: seed % 2 == 0 ? "," : "\t")
        }.joined(separator: "\r\n")
        let data = text.data(using: seed % 3 == 0 ? .windowsCP1251 : .utf8) ?? Data()
        try folder.write([UInt8](data), to: file)
      }
      let reading = try folder.read()
      #expect(reading.season == season, "seed \(seed)")
      #expect(reading.findings == [], "seed \(seed)")
    }
  }

  @Test func foldersThatAreNotThere() throws {
    let folder = try TemporaryFolder()
    let missing = folder.url.appending(path: "none")
    #expect(throws: SeasonFolderError.noSuchFolder(path: missing.path)) {
      try SeasonFolder.read(missing)
    }
    let file = folder.url.appending(path: "season.yaml")
    #expect(throws: SeasonFolderError.noSeasonFile(path: file.path)) {
      try SeasonFolder.read(folder.url)
    }
    try folder.write("title: x", to: "season.yaml")
    #expect(throws: SeasonFolderError.noSuchFolder(path: file.path)) { try SeasonFolder.read(file) }
  }

  /// What helps with a table, to export it again or to state its encoding, does not help here.
  @Test func seasonFilesThatAreNone() throws {
    let texts: [(text: [UInt8], SyntaxProblem)] = [
      ([], .empty), (Array("# only a comment\n".utf8), .empty), ([0, 1, 2, 255], .notText),
      (Array("PK\u{3}\u{4}".utf8), .notText),
    ]
    for (text, problem) in texts {
      let folder = try TemporaryFolder()
      try folder.write(text, to: "season.yaml")
      #expect(try folder.read().findings.map(\.kind) == [.yamlSyntax(problem)], "\(text)")
    }
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "season.yaml"), withIntermediateDirectories: false)
    #expect(
      try folder.read().findings == [
        Finding(
          .fileUnreadable(path: "season.yaml", obstacle: .directory),
          at: Place(file: "season.yaml"))
      ])
  }

  @Test func pathsThatLeadToNoFile() throws {
    let folder = try TemporaryFolder()
    let sample = SampleSeason()
    for (path, text) in sample.files where path != "answers.csv" {
      try folder.write(text, to: path)
    }
    let answers = folder.url.appending(path: "answers.csv")
    let place = Place(file: "season.yaml", line: 25, column: 11)
    try FileManager.default.createDirectory(at: answers, withIntermediateDirectories: false)
    let kind = FindingKind.fileUnreadable(path: "answers.csv", obstacle: .directory)
    #expect(try folder.read().findings == [Finding(kind, at: place)])
    try FileManager.default.removeItem(at: answers)
    try FileManager.default.createSymbolicLink(
      at: answers, withDestinationURL: URL(filePath: "/etc/hostname"))
    let outside = FindingKind.valueInvalid(
      key: "files[2].path", text: "answers.csv", expected: .pathInFolder)
    #expect(try folder.read().findings == [Finding(outside, at: place)])
    try FileManager.default.removeItem(at: answers)
    try FileManager.default.createSymbolicLink(
      at: answers, withDestinationURL: folder.url.appending(path: "none"))
    #expect(
      try folder.read().findings == [Finding(.fileMissing(path: "answers.csv"), at: place)])
  }

  @Test func findingsOfAllFilesInOnePass() throws {
    var sample = SampleSeason()
    sample.replace("title:", with: "titel:", in: "season.yaml")
    sample.replace("10А", with: "12А", in: "mentors.csv")
    sample.replace("8Б;да", with: "8Б;возможно", in: "mentees.csv")
    sample.replace("Сидоров О.", with: "Сидорв О.", in: "answers.csv")
    let reading = try sample.read()
    #expect(
      reading.findings.map(\.kind.code) == ["N0401", "N0305", "N0305", "N0503", "N0502"])
    #expect(
      reading.findings.map(\.place.file)
        == ["answers.csv", "mentees.csv", "mentors.csv", "season.yaml", "season.yaml"])
    #expect(reading.season?.people.count == 4)
  }

  @Test func thousandsOfRows() throws {
    var text = "ФИО;Дата рождения;Класс;Согласие;Запрос;1;2;3;4;5\n"
    for row in 0..<5_000 {
      text += "Фамилия\(row) Имя;01.02.2012;8Б;да;физика, химия;а;б;в;г;д\n"
    }
    var sample = SampleSeason()
    sample.files["mentees.csv"] = text
    let season = try #require(try sample.read().season)
    #expect(season.people.count == 5_002)
  }
}
