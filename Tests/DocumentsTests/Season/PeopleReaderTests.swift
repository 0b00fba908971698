import Mentorship
import Testing

@testable import Documents

/// Who is who across the files of a season.
@Suite struct PeopleReaderTests {
  private func season(
    mentors: String, mentees: String, teachers: String = "", columns: String = ""
  ) throws -> SeasonFolder.Reading {
    let folder = try TemporaryFolder()
    let header =
      "ФИО;Рождение;Класс;Школа;Стаж;Согласие;С;По;Форма;Мест;Всего;Код;Ввод;Дефицит\n"
    let map =
      "{name: ФИО, birth-date: Рождение, grade: Класс, organisation: Школа, experience: Стаж, "
      + "consent: Согласие, consent-date: С, consent-until: По, form: Форма, capacity: Мест, "
      + "total-capacity: Всего, id: Код, addendum: Ввод, deficit: Дефицит}"
    try folder.write(
      """
      schema: nastavnik.season/1
      title: Осень
      date: 15.10.2026
      forms: {student-student: , teacher-teacher: }
      files:
        - {path: a.csv, kind: mentors, form: student-student, columns: \(map)}
        - {path: b.csv, kind: mentees, form: student-student, columns: \(map)}
      """, to: "season.yaml")
    try folder.write(header + mentors, to: "a.csv")
    try folder.write(header + mentees, to: "b.csv")
    return try folder.read()
  }

  /// Findings but those about forms that nobody takes part in, and about possible doubles.
  private func kinds(_ reading: SeasonFolder.Reading) -> [FindingKind] {
    reading.findings.map(\.kind).filter {
      switch $0 {
      case .nobody, .identity(.possibleDouble): false
      default: true
      }
    }
  }

  private func person(_ reading: SeasonFolder.Reading, _ id: String) -> Person? {
    reading.season?.people[PersonID(id)]
  }

  @Test func oneNameIsOnePerson() throws {
    let reading = try season(
      mentors: "Ёлкин Пётр;;10;;;да;;;\n", mentees: "елкин  петр;01.02.2010;10Б;Школа 7;2,5;;;;\n")
    #expect(kinds(reading) == [])
    #expect(
      reading.season?.people == [
        PersonID("Ёлкин Пётр"): Person(
          id: PersonID("Ёлкин Пётр"), name: PersonName("Ёлкин Пётр"),
          birthDate: CalendarDate(day: 1, month: 2, year: 2010),
          grade: Grade(number: 10, letter: "Б"), experience: Years(hundredths: 250),
          consent: .given(from: nil, until: nil))
      ])
    #expect(reading.season?.questionnaires.map(\.role) == [.mentee, .mentor])
  }

  @Test func birthDatesPartNamesakes() throws {
    let reading = try season(
      mentors: "Иванов Пётр;12.03.2009\n",
      mentees: "Иванов Пётр;01.09.2012\nИванов Пётр;12.03.2009\n")
    #expect(kinds(reading) == [.namesake(name: "Иванов Пётр")])
    #expect(
      reading.season?.people.keys.sorted().map(\.rawValue)
        == ["Иванов Пётр (01.09.2012)", "Иванов Пётр (12.03.2009)"])
    #expect(reading.season?.questionnaires.count == 3)
  }

  @Test func nobodyIsGuessedAmongNamesakes() throws {
    let reading = try season(
      mentors: "Иванов Пётр\n", mentees: "Иванов Пётр;01.09.2012\nИванов Пётр;12.03.2009\n")
    #expect(
      reading.season?.people.keys.map(\.rawValue).sorted()
        == ["Иванов Пётр", "Иванов Пётр (01.09.2012)", "Иванов Пётр (12.03.2009)"])
    #expect(kinds(reading) == [.namesake(name: "Иванов Пётр"), .namesake(name: "Иванов Пётр")])
  }

  @Test func schoolsPartPupils() throws {
    let reading = try season(
      mentors: "Иванов Пётр;;10;Школа 1\n",
      mentees: "Иванов Пётр;;10;Школа № 3\nИванов Пётр;;10\n")
    #expect(
      reading.season?.questionnaires.map(\.person.rawValue).sorted()
        == ["Иванов Пётр", "Иванов Пётр (Школа 1)", "Иванов Пётр (Школа № 3)"])
    #expect(kinds(reading) == [.namesake(name: "Иванов Пётр")])
    #expect(reading.findings.contains { $0.kind.code == "N0321" })
    let far = try season(mentors: "Ан Ли;;11;Школа 1\n", mentees: "Ан Ли;;7;Школа 3\n")
    let schools = ["Школа 1", "Школа 3"]
    #expect(
      kinds(far) == [.identity(.namesakeElsewhere(name: "Ан Ли", organisations: schools))])
  }

  /// A teacher can work at two schools; a birth date tells more than a school; `Школа` may be `Школа 1`.
  @Test func schoolsPartNobodyElse() throws {
    let cases: [(mentor: String, mentee: String)] = [
      ("Ан Ли;;;Школа 1;7;;;;teacher-teacher", "Ан Ли;;;Школа 3;2"),
      ("Ан Ли;01.02.2010;10;Школа 1", "Ан Ли;01.02.2010;10;Школа 3"),
      ("Ан Ли;;10;Школа", "Ан Ли;;10;МБОУ «СОШ № 1»"), ("Ан Ли;;10;Школа 1", "Ан Ли;;10;"),
    ]
    for (mentor, mentee) in cases {
      let reading = try season(mentors: mentor + "\n", mentees: mentee + "\n")
      #expect(reading.season?.people.keys.map(\.rawValue) == ["Ан Ли"], "\(mentor) / \(mentee)")
    }
  }

  /// Whatever the order of the rows.
  @Test func schoolsTellTheRowsOfNamesakesApart() throws {
    let rows = [
      "Ан Ли;01.02.2010;10;Школа 1", "Ан Ли;;10;Школа 3", "Ан Ли;;9;Школа 1", "Ан Ли;;;",
      "Ан Ли;;10;Лицей",
    ]
    for turn in 0..<10 {
      let turned = Array(rows[(turn % 5)...] + rows[..<(turn % 5)])
      let order = turn < 5 ? turned : turned.reversed()
      let reading = try season(
        mentors: order[0] + "\n", mentees: order[1...].joined(separator: "\n") + "\n")
      #expect(
        reading.season?.people.keys.map(\.rawValue).sorted()
          == ["Ан Ли", "Ан Ли (01.02.2010)", "Ан Ли (Лицей)", "Ан Ли (Школа 3)"],
        "\(order)")
    }
  }

  @Test func mappedIDOverridesTheName() throws {
    let reading = try season(
      mentors: "Иванов Пётр;;;;;;;;;;;m1\nИванов Пётр;;;;;;;;;;;m2\n",
      mentees: "Иванова Пётр;;;;;;;;;;;m1\n")
    #expect(reading.season?.people.keys.map(\.rawValue).sorted() == ["m1", "m2"])
    #expect(
      kinds(reading) == [
        .namesake(name: "Иванов Пётр"),
        .differs(
          name: "Иванов Пётр", field: .name, first: "Иванов Пётр", second: "Иванова Пётр"),
      ])
  }

  @Test func idsNeverClash() throws {
    let reading = try season(
      mentors: "Иванов Пётр;01.02.2009;;;;;;;;;;Петров Олег\nПетров Олег\n", mentees: "")
    #expect(
      reading.season?.people.keys.map(\.rawValue).sorted() == ["Петров Олег", "Петров Олег (2)"])
  }

  @Test func contradictionsAreReportedAndTheFirstStands() throws {
    let reading = try season(
      mentors: "Ан Ли;;10;;3\n", mentees: "Ан Ли;;11;;4 года\n")
    #expect(
      kinds(reading) == [
        .differs(name: "Ан Ли", field: .grade, first: "10", second: "11"),
        .differs(name: "Ан Ли", field: .experience, first: "3", second: "4"),
      ])
    #expect(person(reading, "Ан Ли")?.grade == Grade(number: 10))
  }

  @Test func consent() throws {
    let from = CalendarDate(day: 1, month: 9, year: 2026)
    let until = CalendarDate(day: 31, month: 8, year: 2027)
    let cases: [(mentor: String, mentee: String, Consent)] = [
      (";;", ";;", .missing), ("да;;", ";;", .given(from: nil, until: nil)),
      (";;", "Согласен(на);01.09.2026;31.08.2027", .given(from: from, until: until)),
      ("да;01.09.2026;", "+;;31.08.2027", .given(from: from, until: until)),
      ("да;;", "нет;;", .refused), ("нет;;", "да;;", .refused),
      (";01.09.2026;", ";;", .missing), ("может быть;;", ";;", .missing),
      // An unreadable end must not make it endless.
      ("да;;навсегда", ";;", .missing), ("да;01.09.2026;31.08.2026", ";;", .missing),
    ]
    for (mentor, mentee, consent) in cases {
      let reading = try season(
        mentors: "Ан Ли;;;;;\(mentor)\n", mentees: "Ан Ли;;;;;\(mentee)\n")
      #expect(person(reading, "Ан Ли")?.consent == consent, "\(mentor) / \(mentee)")
    }
  }

  @Test func datesThatCannotBeMeant() throws {
    let season = try #require(CalendarDate(day: 15, month: 10, year: 2026))
    let cases: [(text: String, DateProblem?)] = [
      ("15.10.2026", nil), ("16.10.2026", .afterSeason(season)), ("15.10.1916", nil),
      ("15.10.1915", .tooLongAgo),
    ]
    for (text, problem) in cases {
      let reading = try self.season(mentors: "Ан Ли;\(text);;;;;;;student-student\n", mentees: "")
      let date = try #require(CalendarDate(parsing: text))
      let expected = problem.map {
        FindingKind.dateImplausible(field: .birthDate, date: date, problem: $0)
      }
      #expect(kinds(reading) == [expected].compactMap { $0 }, "\(text)")
      #expect(person(reading, "Ан Ли")?.birthDate == (problem == nil ? date : nil), "\(text)")
    }
    let consent = try self.season(
      mentors: "Ан Ли;;;;;да;01.09.2026;31.08.2026;student-student\n", mentees: "")
    let from = try #require(CalendarDate(day: 1, month: 9, year: 2026))
    let until = try #require(CalendarDate(day: 31, month: 8, year: 2026))
    let kind = FindingKind.dateImplausible(
      field: .consentUntil, date: until, problem: .beforeStart(from))
    #expect(kinds(consent) == [kind])
  }

  @Test func formsOfARow() throws {
    let reading = try season(
      mentors: """
        Ан Ли;;;;;;;;Учитель – учитель, student-student;2;3;;да
        Бо Ким;;;;;;;;школа;1;5;;
        Ив Ло;;;;;;;;школа, учитель-учитель;1;;;
        Ан Ли;;;;;;;;teacher-teacher;1;1;;

        """, mentees: "")
    let found = try #require(reading.season?.questionnaires)
    #expect(
      found.map { "\($0.form.rawValue) \($0.person.rawValue)" } == [
        "student-student Ан Ли", "teacher-teacher Ан Ли", "teacher-teacher Ив Ло",
      ])
    #expect(found.map(\.capacity) == [2, 2, 1])
    #expect(found.map(\.totalCapacity) == [1, 1, nil])
    #expect(found.map(\.hasAddendum) == [true, true, false])
    let forms = ["student-student", "teacher-teacher"].map { FormCode($0) }
    #expect(
      kinds(reading) == [
        .formUnknown(text: "школа", forms: forms, isLeftOut: true),
        .formUnknown(text: "школа", forms: forms, isLeftOut: false),
        .personTwice(name: "Ан Ли", otherLine: 2),
        .differs(name: "Ан Ли", field: .totalCapacity, first: "3", second: "1"),
      ])
  }
}
