import Mentorship
import Testing

@testable import Documents

/// Columns that few questionnaires have, a timetable of a column a day, and files of one school each.
@Suite("Further columns of questionnaires")
struct FurtherColumnsTests {
  private func folder(
    mentees: String, mentors: String, lastYear: String = ""
  ) throws -> SeasonFolder.Reading {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      schema: nastavnik.season/1
      title: Осень
      organisation: Школа № 1
      date: 15.10.2026
      forms: {student-student: , teacher-student: }
      \(lastYear)
      files:
        - path: mentees.csv
          kind: mentees
          form: student-student
          organisation: Школа № 2
          columns:
            name: ФИО
            grade: Класс
            organisation: Школа
            hours: [Пн, Удобное время (среда), Суббота]
            meeting-place: Где
            important: Важно
            role-model: Модель
            waiting-since: Ждёт с
            priority: Приоритет
            class-teacher: Классный
        - path: mentors.csv
          kind: mentors
          form: teacher-student
          columns: {name: ФИО, leads-class: Руководит, serves: Школы, important: Важно, hours: Время}
      """, to: "season.yaml")
    try folder.write(mentees, to: "mentees.csv")
    try folder.write(mentors, to: "mentors.csv")
    return try folder.read()
  }

  private let mentees = """
    ФИО;Класс;Школа;Пн;Удобное время (среда);Суббота;Где;Важно;Модель;Ждёт с;Приоритет;Классный
    Иванов Пётр;7А;;15-17;14:00–15:00;;школа, библиотека;предметы;Успевающий – неуспевающий;01.09.2025;да;Орлова А. П.
    Петрова Анна;8;Лицей;15-17, 18-19;;сб 9-10;;выбор;лидер;;;

    """
  private let mentors = """
    ФИО;Руководит;Школы;Важно;Время
    Орлова Анна Павловна;7 «А»;Школа № 2, Лицей;выбор;пн 15-16
    Сомов Олег;;;;пн 15-16

    """

  @Test func read() throws {
    let reading = try folder(mentees: mentees, mentors: mentors)
    let season = try #require(reading.season)
    let one = try #require(season.questionnaires.first { $0.person == PersonID("Иванов Пётр") })
    #expect(one.hours == WeekHours(parsing: "пн 15-17; ср 14-15"))
    #expect(one.organisation == Term("Школа № 2"))
    #expect(one.places == [Term("школа"), Term("библиотека")])
    #expect(one.important == .subjects)
    #expect(one.roleModel == "achiever-underachiever")
    #expect(one.waitingSince == CalendarDate(day: 1, month: 9, year: 2025))
    #expect(one.hasPriority && one.classTeacher == "Орлова А. П.")
    let other = try #require(season.questionnaires.first { $0.person == PersonID("Петрова Анна") })
    #expect(other.organisation == Term("Лицей"))
    #expect(other.hours == WeekHours(parsing: "пн 15-17, 18-19; сб 9-10"))
    #expect(other.important == .menteePreference && other.roleModel == nil && !other.hasPriority)
    let teacher = try #require(
      season.questionnaires.first { $0.person == PersonID("Орлова Анна Павловна") })
    #expect(teacher.leadsClass == Grade(number: 7, letter: "А"))
    #expect(teacher.servedOrganisations == [Term("Школа № 2"), Term("Лицей")])
    #expect(teacher.important == .mentorPreference && teacher.organisation == nil)
    #expect(
      reading.findings.filter { if case .nobody = $0.kind { false } else { true } } == [
        Finding(
          .vocabulary(
            .roleModelUnknown(
              text: "лидер",
              models: FormCatalogue.standard[0].models.map(\.title))),
          at: Place(file: "mentees.csv", line: 3, column: 51, cell: "Модель"))
      ])
  }

  @Test("last year's pairs are people; who has left is nobody's mistake")
  func lastYear() throws {
    let reading = try folder(
      mentees: mentees, mentors: mentors,
      lastYear: """
        last-year:
          pairs:
            - {mentee: Иванов П., mentor: Сомов Олег}
            - {mentee: Ушедший Иван, mentor: Сомов Олег}
          failed: [{mentee: Петрова, mentor: Орлова, reason: ссора}]
        """)
    let lastYear = try #require(reading.season?.lastYear)
    #expect(lastYear.pairs.map(\.mentee) == [PersonID("Иванов Пётр")])
    #expect(lastYear.failed.map(\.mentor) == [PersonID("Орлова Анна Павловна")])
    // Named pairs count, unless the season says otherwise.
    #expect(
      reading.season?.forms.allSatisfy {
        $0.weights.criteria[.lastYear] == Weights.usualLastYear
      } == true)
    let without = try folder(mentees: mentees, mentors: mentors).season
    #expect(without?.forms.allSatisfy { $0.weights.criteria[.lastYear] == nil } == true)
  }
}
