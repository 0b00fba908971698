import Mentorship
import Testing

@testable import Documents

/// Two pupils of one name in two schools, without birth dates.
@Suite struct NamesakeTests {
  private func season(
    consents: String, thirdParty: String = "", answers: String = ""
  ) throws -> SeasonFolder.Reading {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      schema: nastavnik.season/1
      title: Осень
      date: 15.10.2026
      forms: {student-student: }
      files:
        - {path: a.csv, kind: mentees, form: student-student, organisation: Школа № 1}
        - {path: b.csv, kind: mentees, form: student-student, organisation: Школа № 3}
        - {path: m.csv, kind: mentors, form: student-student}
        - {path: c.csv, kind: consents}
        - {path: t.csv, kind: third-party, organisation: Школа № 3}
        - {path: r.csv, kind: answers, from: mentors}
      """, to: "season.yaml")
    try folder.write("ФИО;Класс\nИванов Пётр;7\nОрлов Олег;7\n", to: "a.csv")
    try folder.write("ФИО;Класс\nИванов Пётр;7\n", to: "b.csv")
    try folder.write("ФИО;Класс;Школа\nКим Яна;9;Школа № 1\nКим Яна;9;Школа № 3\n", to: "m.csv")
    try folder.write("ФИО;Школа;Согласие\n" + consents, to: "c.csv")
    try folder.write("О ком;С кем не рекомендуется ставить\n" + thirdParty, to: "t.csv")
    try folder.write("Кто заполнил;Школа;1-й выбор\n" + answers, to: "r.csv")
    return try folder.read()
  }

  @Test func theSchoolOfARowTellsWhoIsMeant() throws {
    let reading = try season(
      consents: "Иванов П.;СОШ №3;да\n", thirdParty: "Иванов Пётр;Ким Яна\n",
      answers: "Ким Яна;Школа № 1;Иванов Пётр\nКим Яна;Школа № 3;Орлов Олег\n")
    let people = try #require(reading.season?.people)
    #expect(
      people.values.filter { !$0.register.isEmpty }.map(\.id.rawValue) == [
        "Иванов Пётр (Школа № 3)"
      ])
    let statement = try #require(reading.season?.thirdParty.first)
    #expect(statement.about == PersonID("Иванов Пётр (Школа № 3)"))
    #expect(statement.notWith == [PersonID("Ким Яна (Школа № 3)")])
    let answers = try #require(reading.season?.answers)
    #expect(answers.map(\.person.rawValue) == ["Ким Яна (Школа № 1)", "Ким Яна (Школа № 3)"])
    #expect(answers[0].tiers == [[PersonID("Иванов Пётр (Школа № 1)")]])
    #expect(answers[1].tiers == [[PersonID("Орлов Олег")]])
  }

  @Test func withoutOneNobodyIsGuessed() throws {
    let reading = try season(
      consents: "Иванов Пётр;;да\nИванов Пётр;Лицей;да\nИванов Пётр (Школа № 1);;да\n",
      answers: "Ким Яна;;Иванов Пётр\n")
    let candidates = ["Иванов Пётр (Школа № 1)", "Иванов Пётр (Школа № 3)"]
    let kinds = reading.findings.map(\.kind)
    #expect(
      kinds.filter { $0.code == "N0802" }
        == Array(
          repeating: .record(
            .ambiguous(name: "Иванов Пётр", candidates: candidates, isRule: false)), count: 2))
    #expect(
      kinds.contains(
        .ambiguousPerson(
          name: "Ким Яна", candidates: ["Ким Яна (Школа № 1)", "Ким Яна (Школа № 3)"])))
    let people = try #require(reading.season?.people)
    #expect(people.values.filter { !$0.register.isEmpty }.map(\.id.rawValue) == [candidates[0]])
  }

  @Test func organisationsAreOneUnlessTheyCannotBe() {
    func isOther(_ one: String, _ other: String) -> Bool {
      let (one, other) = (OrganisationName(Term(one)), OrganisationName(Term(other)))
      #expect(one.isOther(than: other) == other.isOther(than: one))
      return one.isOther(than: other)
    }
    for (one, other) in [
      ("Школа № 7", "МБОУ «СОШ №7»"), ("Лицей", "Лицей «Исток»"),
      ("школа 7", "МАОУ Школа N 7 г. Заречный"),
      ("ООО «Кодовый цех»", "Кодовый цех"), ("", "Школа № 7"), ("МБОУ", "Школа № 7"),
      ("СОШ7", "Средняя общеобразовательная школа № 7"),
    ] { #expect(!isOther(one, other), "\(one) / \(other)") }
    for (one, other) in [
      ("Школа № 7", "Школа № 3"), ("Школа № 1", "Гимназия № 1"), ("Лицей № 1", "Лицей «Исток»"),
    ] { #expect(isOther(one, other), "\(one) / \(other)") }
  }
}
