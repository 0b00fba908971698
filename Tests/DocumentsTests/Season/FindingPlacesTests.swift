import Mentorship
import Testing

@testable import Documents

private func place(_ file: String, _ line: Int, _ column: Int, _ cell: String? = nil) -> Place {
  Place(file: file, line: line, column: column, cell: cell)
}

/// Every kind of finding in tables, with its exact place.
@Suite struct FindingPlacesTests {
  /// One change of one file has exactly these findings.
  private func expect(
    _ file: String, _ text: String, _ other: String, _ findings: Finding...,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(
      try SampleSeason.findings(file, text, other) == findings, "\(text) → \(other)",
      sourceLocation: location)
  }

  @Test func filesThatCannotBeRead() throws {
    let path = place("season.yaml", 9, 11)
    try expect(
      "season.yaml", "path: answers.csv", "path: none.csv",
      Finding(.fileMissing(path: "none.csv"), at: place("season.yaml", 25, 11)))
    var sample = SampleSeason()
    sample.files["answers.csv"] = "\n \n"
    #expect(try sample.read().findings == [Finding(.fileEmpty, at: Place(file: "answers.csv"))])
    sample.files["answers.csv"] = "PK\u{3}\u{4}..."
    #expect(
      try sample.read().findings
        == [Finding(.workbook(.unreadable(.directory)), at: Place(file: "answers.csv"))])
    for outside in ["../mentors.csv", "/etc/passwd", "a/../../b", "C:\\\\x"] {
      let findings = try SampleSeason.findings(
        "season.yaml", "path: mentors.csv", "path: \"\(outside)\"")
      let kind = FindingKind.valueInvalid(
        key: "files[0].path", text: outside.replacing("\\\\", with: "\\"), expected: .pathInFolder)
      #expect(findings.contains(Finding(kind, at: path)), "\(outside)")
    }
  }

  @Test func columns() throws {
    try expect(
      "mentors.csv", "Сколько", "Сколька",
      Finding(.columnUnused(header: "Сколька"), at: place("mentors.csv", 1, 52, "Сколька")),
      Finding(
        .columnMissing(header: "Сколько", suggestion: "Сколька"), at: place("season.yaml", 19, 17)))
    try expect(
      "mentees.csv", "8Б;да;физика", "8Б;да;физика;лишнее",
      Finding(.rowTooLong(cells: 6, expected: 5), at: place("mentees.csv", 2, 37)))
    try expect(
      "mentees.csv", "Согласие;Запрос", "Согласие;Запрос;класс",
      Finding(.columnTwice(header: "класс"), at: place("mentees.csv", 1, 41, "класс")))
    try expect(
      "mentees.csv", ";физика\n", ";\"физика\n",
      Finding(.unclosedQuote, at: place("mentees.csv", 2, 30)))
  }

  /// Another file, or another separator: one finding, not one for each header.
  @Test func noColumns() throws {
    let header = "ФИО;Дата рождения;Класс;Согласие;Компетенции;Время;Сколько;Допуск"
    let findings = try SampleSeason.findings("mentors.csv", header, "a;b;c;d;e;f;g;h")
    #expect(
      findings.filter { $0.kind.code.hasPrefix("N02") }
        == [Finding(.noColumnFound, at: Place(file: "mentors.csv", line: 1))])
  }

  @Test func filesTwice() throws {
    let entry =
      "  - {path: ./mentees.csv, kind: mentees, form: student-student, columns: {name: ФИО}}\n"
    var sample = SampleSeason()
    sample.files["season.yaml"]? += entry
    #expect(
      try sample.read().findings
        == [Finding(.fileTwice(path: "./mentees.csv"), at: place("season.yaml", 29, 12))])
    sample.files["season.yaml"] = sample.files["season.yaml"]?.replacing("./mentees", with: "more")
    sample.files["more.csv"] = "ФИО\nИванов Пётр\n"
    #expect(
      try sample.read().findings == [
        Finding(
          .personTwice(name: "Иванов Пётр", otherLine: 2, otherFile: "mentees.csv"),
          at: place("more.csv", 2, 1, "ФИО"))
      ])
  }

  @Test func cells() throws {
    func mentor(_ text: String, _ other: String, _ kind: FindingKind, _ column: Int, _ cell: String)
      throws
    {
      try expect(
        "mentors.csv", text, other, Finding(kind, at: place("mentors.csv", 2, column, cell)))
    }
    try mentor(
      "01.02.2010", "31.02.2010", .unreadable(field: .birthDate, text: "31.02.2010"), 14,
      "Дата рождения")
    try mentor("10А", "15А", .unreadable(field: .grade, text: "15А"), 25, "Класс")
    try mentor(
      "10А;да", "10А;наверное", .unreadable(field: .consent, text: "наверное"), 29, "Согласие")
    try mentor("Пн 15-17", "всегда", .unreadable(field: .hours, text: "всегда"), 46, "Время")
    for text in ["-1", "few", "2,5", "99999999999999999999"] {
      try mentor("17;2;", "17;\(text);", .capacityInvalid(text: text), 55, "Сколько")
    }
    try mentor(
      ";допущен\n", ";позже\n", .unreadable(field: .admission, text: "позже"), 57, "Допуск")
    try expect(
      "mentees.csv", "Смирнова Ольга;", " ;",
      Finding(.nameMissing, at: place("mentees.csv", 3, 1, "ФИО")))
  }

  @Test func people() throws {
    try expect(
      "mentees.csv", "Смирнова Ольга;01.09.2013;7;да;адаптация",
      "Смирнова Ольга;01.09.2013;7;да;адаптация\nСМИРНОВА  Ольга;;;;",
      Finding(
        .personTwice(name: "Смирнова Ольга", otherLine: 3), at: place("mentees.csv", 4, 1, "ФИО")))
    try expect(
      "mentees.csv", "Смирнова Ольга;01.09.2013", "Петрова Анна;05.06.2009",
      Finding(
        .differs(name: "Петрова Анна", field: .grade, first: "11", second: "7"),
        at: place("mentees.csv", 3, 25, "Класс")))
    try expect(
      "mentees.csv", "Смирнова Ольга;", "Петрова Анна;",
      Finding(.namesake(name: "Петрова Анна"), at: place("mentees.csv", 3, 1, "ФИО")))
    var sample = SampleSeason()
    sample.files["mentees.csv"] = "ФИО;Дата рождения;Класс;Согласие;Запрос\n"
    sample.files["answers.csv"] = "Кто;Был;Первый;Второй;Ещё;Оценки;Нет;Почему\n"
    #expect(
      try sample.read().findings == [
        Finding(
          .nobody(role: .mentee, form: FormCode("student-student")),
          at: place("season.yaml", 6, 3))
      ])
  }

  @Test func answers() throws {
    func answer(_ row: String, _ findings: (FindingKind, Int, Int, String)...) throws {
      // Whatever is wrong with a veto is for the curator alone.
      let expected = findings.map {
        Finding(
          $0.0, at: place("answers.csv", $0.1, $0.2, $0.3), isConfidential: $0.3 == "Нет")
      }
      let found = try SampleSeason.findings(
        "answers.csv", "Иванов Пётр;да;Сидоров О.;Петрова Анна;;;;", row)
      #expect(found == expected, "\(row)")
    }
    try answer(
      "Иванов Пётр;да;Сидорв Олег;",
      (.unknownPerson(name: "Сидорв Олег", suggestions: ["Сидоров Олег"]), 2, 16, "Первый"))
    try answer(
      "Иванво Пётр;да;;",
      (.strangerAnswer(name: "Иванво Пётр", suggestions: ["Иванов Пётр"]), 2, 1, "Кто"))
    try answer(
      "Сидоров О.;да;Иванов Пётр",
      (
        .strangerAnswer(name: "Сидоров О.", suggestions: [], elsewhere: .onlyAs(.mentor)), 2, 1,
        "Кто"
      ))
    try answer(
      "Иванов Пётр;да;Смирнова О.;",
      (
        .unknownPerson(name: "Смирнова О.", suggestions: [], elsewhere: .onlyAs(.mentee)), 2, 16,
        "Первый"
      ))
    try answer(
      "Иванов Пётр;да;Сидоров О.;сидоров олег",
      (.rankedTwice(name: "сидоров олег"), 2, 27, "Второй"))
    try answer(
      "Иванов Пётр;да;;;;Петрова Анна - 7",
      (.markInvalid(text: "Петрова Анна - 7"), 2, 19, "Оценки"))
    try answer(
      "Иванов Пётр;да;;\nИванов Пётр;да;;",
      (.answeredTwice(name: "Иванов Пётр", otherLine: 2), 3, 1, "Кто"))
    try answer(
      "Иванов Пётр;да;Петрова Анна;;;;Петрова А.;грубит",
      (.rankedTwice(name: "Петрова А."), 2, 32, "Нет"))
    try answer(
      "Иванов Пётр;не помню;;", (.unreadable(field: .present, text: "не помню"), 2, 13, "Был"))
    try answer(";да;;", (.nameMissing, 2, 1, "Кто"))
  }

  @Test func ambiguousNames() throws {
    var sample = SampleSeason()
    sample.replace("Петрова Анна;05.06.2009", with: "Сидоров Осип;05.06.2009", in: "mentors.csv")
    sample.replace(";Петрова Анна;", with: ";;", in: "answers.csv")
    #expect(
      try sample.read().findings == [
        Finding(
          .ambiguousPerson(name: "Сидоров О.", candidates: ["Сидоров Олег", "Сидоров Осип"]),
          at: place("answers.csv", 2, 16, "Первый"))
      ])
  }
}
