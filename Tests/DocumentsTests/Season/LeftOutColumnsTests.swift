import Foundation
import Mentorship
import Testing

@testable import Documents

/// Seasons whose files state no columns, or only some.
@Suite struct LeftOutColumnsTests {
  private func season(_ entry: String, _ more: String = "") -> String {
    """
    schema: nastavnik.season/1
    title: Осень
    date: 15.10.2026
    forms: {student-student: }
    files:
      - {path: a.csv, kind: mentees, form: student-student\(entry)}
    \(more)
    """
  }

  private func read(
    _ season: String, _ table: String, _ files: [String: String] = [:]
  ) throws -> SeasonFolder.Reading {
    let folder = try TemporaryFolder()
    try folder.write(season, to: "season.yaml")
    try folder.write(table, to: "a.csv")
    for (path, text) in files { try folder.write(text, to: path) }
    return try folder.read()
  }

  private func kinds(_ reading: SeasonFolder.Reading) -> [FindingKind] {
    reading.findings.map(\.kind).filter { if case .nobody = $0 { false } else { true } }
  }

  @Test func allIsGuessedAndSaid() throws {
    let reading = try read(
      season(""),
      """
      Отметка времени;Фамилия;Имя;Отчество;В каком Вы классе?;E-mail;Любимый цвет
      1;Иванов;Пётр;Сергеевич;девятый «Б»;P@mail.ru;синий
      """)
    let person = try #require(reading.season?.people[PersonID("Иванов Пётр Сергеевич")])
    #expect(person.grade == Grade(number: 9, letter: "Б"))
    #expect(person.contacts.emails.map(\.address) == ["p@mail.ru"])
    let guessed = ColumnFinding.guessed(
      [
        .init(field: .name, headers: ["Фамилия", "Имя", "Отчество"]),
        .init(field: .grade, headers: ["В каком Вы классе?"]),
        .init(field: .email, headers: ["E-mail"]),
      ], service: ["Отметка времени"])
    #expect(kinds(reading) == [.column(guessed), .columnUnused(header: "Любимый цвет")])
  }

  @Test func whatIsStatedStandsAndIgnoredStaysOut() throws {
    let reading = try read(
      season(", columns: {name: Кто}, ignore: [Телефон]"),
      "Кто;ФИО;Класс;Телефон\nИванов Пётр;Другой Некто;7;89123456789\n")
    #expect(reading.season?.people.keys.map(\.rawValue) == ["Иванов Пётр"])
    #expect(reading.season?.people.values.first?.contacts == Contacts())
    let guessed = ColumnFinding.guessed(
      [.init(field: .grade, headers: ["Класс"])], service: [])
    #expect(kinds(reading) == [.column(guessed), .columnUnused(header: "ФИО")])
  }

  @Test func mappingsAreRemembered() throws {
    let fingerprint = HeaderFingerprint(["Столбец 1", "Столбец 2"], kind: "mentees").text
    let book = """
      schema: nastavnik.mappings/1
      mappings:
        - fingerprint: "\(fingerprint)"
          kind: mentees
          headers: [Столбец 1, Столбец 2]
          columns: {name: Столбец 2, grade: Столбец 1}
      """
    let reading = try read(
      season(""), "столбец 2;СТОЛБЕЦ 1\nИванов Пётр;7\n", ["mappings.yaml": book])
    #expect(reading.season?.people.values.first?.grade == Grade(number: 7))
    let remembered = ColumnFinding.remembered([
      .init(field: .name, headers: ["столбец 2"]), .init(field: .grade, headers: ["СТОЛБЕЦ 1"]),
    ])
    #expect(kinds(reading) == [.column(remembered)])
    let broken = try read(season(""), "ФИО\nИванов Пётр\n", ["mappings.yaml": "mappings: ["])
    #expect(broken.findings.contains { $0.place.file == "mappings.yaml" })
  }

  @Test func bookAndListAreReadAsWritten() throws {
    var findings: [Finding] = []
    var book = MappingBook()
    let entry = FileEntry(
      path: "анкеты: \"а\".csv", place: Place(file: "x"), key: "path",
      kind: .questionnaires(.mentor),
      form: FormCode("student-student"), separator: 9, sheet: "Лист #1")
    let table = ColumnGuessTests.table([
      "ФИО", "Чем: могу помочь\n[да, нет]", "- Предмет 1", "- Предмет 2", "null", "\"Класс\"", "№",
    ])
    let mapped = MappedTable(table, entry: entry, &findings)
    book.remember(mapped)
    var problems: [Finding] = []
    let again = MappingBook(book.text, &problems)
    #expect(again.text == book.text)
    var list = ImportBook()
    list.list((entry, mapped), replacing: nil)
    list.replace("другой файл.csv")
    var read = ImportBook(list.text, &problems)
    read.readEntries(forms: ["student-student"], &problems)
    #expect(read.text == list.text)
    #expect(problems == [])
    #expect(read.entries.first?.path == entry.path && read.entries.first?.sheet == "Лист #1")
  }

  @Test func sameAndDifferent() throws {
    let table = """
      ФИО;Дата рождения;Класс
      Петрова Анна Игоревна;01.02.2010;9
      Сидорова Анна Игоревна;;9
      Иванов Пётр;;7
      Иванов П.;;7
      """
    let plain = try read(season(""), table)
    #expect(plain.doubles.map(\.first.rawValue) == ["Иванов П."])
    let told = try read(
      season(
        "",
        """
        same: [[Сидорова Анна Игоревна, Петрова Анна Игоревна], [Ян Ли, Ли]]
        different: [[Иванов Пётр, Иванов П.]]
        """), table)
    #expect(told.doubles == [])
    #expect(
      told.season?.people.keys.map(\.rawValue).sorted()
        == ["Иванов П.", "Иванов Пётр", "Сидорова Анна Игоревна"])
    #expect(
      told.season?.people[PersonID("Сидорова Анна Игоревна")]?.birthDate?.description
        == "01.02.2010")
    let strangers = kinds(told).filter {
      if case .identity(.stranger) = $0 { true } else { false }
    }
    #expect(strangers.count == 2)
    // The two rows of one person are two questionnaires.
    #expect(kinds(told).contains { if case .personTwice = $0 { true } else { false } })
  }

  @Test func addressesTellWhoAnswered() throws {
    let files = """
      files:
        - {path: a.csv, kind: mentees, form: student-student}
        - {path: m.csv, kind: mentors, form: student-student}
        - {path: r.csv, kind: answers, from: mentees}
      """
    let whole = season("").components(separatedBy: "files:")[0] + files
    let reading = try read(
      whole,
      """
      ФИО;Дата рождения;E-mail
      Иванов Пётр;01.02.2010;a@b.ru
      Иванов Пётр;03.04.2011;c@d.ru
      """,
      [
        "m.csv": "ФИО\nОрлов Ян\n",
        "r.csv": "Ваши ФИО;Адрес электронной почты;1-й выбор\nИванов П.;C@d.ru;Орлов Я.\n",
      ])
    #expect(reading.season?.answers.map(\.person.rawValue) == ["Иванов Пётр (03.04.2011)"])
    #expect(reading.season?.answers.first?.tiers == [[PersonID("Орлов Ян")]])
  }
}
