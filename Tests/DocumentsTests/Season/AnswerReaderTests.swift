import Mentorship
import Testing

@testable import Documents

/// Answers of the meeting in every format.
@Suite struct AnswerReaderTests {
  private let oleg = PersonID("Сидоров Олег")
  private let anna = PersonID("Петрова Анна")
  private let petr = PersonID("Иванов Пётр")

  private func read(_ rows: String) throws -> Season {
    var sample = SampleSeason()
    sample.replace("Иванов Пётр;да;Сидоров О.;Петрова Анна;;;;", with: rows, in: "answers.csv")
    return try #require(try sample.read().season)
  }

  @Test func tiesAndPlaces() throws {
    let tie = try read("Иванов Пётр;да;Петрова Анна, Олег Сидоров;;;;;").answers
    #expect(tie.map(\.tiers) == [[[anna, oleg]]])
    // The second choice stays the second.
    let second = try read("Иванов Пётр;да;;Петрова Анна").answers
    #expect(second.map(\.tiers) == [[[], [anna]]])
    let unknown = try read("Иванов Пётр;да;Кто-то;Петрова Анна").answers
    #expect(unknown.first?.attitude(to: anna) == .place(2))
  }

  @Test func listMarksAndVeto() throws {
    let answer = try #require(
      try read("Иванов Пётр;да;;;нет;Сидоров О. — 4, Петрова А.: 2;Петрова Анна;не хочу")
        .answers.first)
    #expect(answer.listed == [])
    #expect(answer.marks == [oleg: 4])
    #expect(answer.vetoes == [anna: "не хочу"])
    let both = try read("Иванов Пётр;да;;;\"Сидоров Олег\nПетрова Анна\"").answers
    #expect(both.map(\.listed) == [[anna, oleg]])
  }

  @Test func vetoStandsAgainstPraise() throws {
    let answer = try #require(
      try read("Иванов Пётр;да;Петрова Анна;Сидоров О.;;;Петрова А.;").answers.first)
    #expect(answer.tiers == [[], [oleg]])
    #expect(answer.vetoes == [anna: ""])
    #expect(answer.attitude(to: oleg) == .place(2))
  }

  /// A comma may stand between people, or between surname and name.
  @Test func commasInsideNames() throws {
    func reading(_ cell: String) throws -> SeasonFolder.Reading {
      var sample = SampleSeason()
      sample.replace(
        "Иванов Пётр;да;Сидоров О.;Петрова Анна;;;;", with: "Иванов Пётр;да;\(cell)",
        in: "answers.csv")
      return try sample.read()
    }
    let joined = try reading("Сидоров, Олег, Петрова А.")
    #expect(joined.findings == [])
    #expect(joined.season?.answers.first?.tiers == [[anna, oleg]])
    let cut = try reading("Петрова, Олег")
    #expect(
      cut.findings.map(\.kind) == [.firstNameAlone(name: "Олег", person: "Сидоров Олег")])
    #expect(try reading("Олег").findings == [])
    #expect(try reading("Сидоров, Петрова").findings == [])
  }

  @Test func attendance() throws {
    let season = try read("Иванов Пётр;нет;Петрова Анна\nСмирнова О.;;\nКто-то;да")
    #expect(season.attended == [PersonID("Смирнова Ольга")])
    #expect(season.answers.map(\.person) == [petr, PersonID("Смирнова Ольга")])
  }

  @Test func bothRolesMayAnswer() throws {
    var sample = SampleSeason()
    sample.files["season.yaml"]? +=
      "  - {path: m.csv, kind: answers, from: mentors, columns: {name: Кто, choice: Кого}}\n"
    sample.files["m.csv"] = "Кто,Кого\nСидоров Олег,Смирнова О.\n"
    let reading = try sample.read()
    #expect(reading.findings == [])
    #expect(reading.season?.answers.map(\.role) == [.mentee, .mentor])
    #expect(reading.season?.answers.last?.tiers == [[PersonID("Смирнова Ольга")]])
    #expect(reading.season?.attended == [petr, oleg])
  }

  @Test func marks() {
    let read: [(String, String, Int)] = [
      ("Иванов Пётр — 5", "Иванов Пётр", 5), ("Сидоров О. - 3", "Сидоров О.", 3),
      ("Петров-Водкин К.:1", "Петров-Водкин К.", 1), ("Ли 2", "Ли", 2), ("Ли – = 4", "Ли", 4),
    ]
    for (text, name, mark) in read {
      let found = NameMark.read(text)
      #expect(found?.name == name && found?.mark == mark, "\(text)")
    }
    for text in ["Ли", "Ли - 6", "Ли - 0", "Ли - 15", "Ли5", "- 5", "5", "", "Ли - 4.5", "Ли - V"] {
      #expect(NameMark.read(text) == nil, "\(text)")
    }
  }
}
