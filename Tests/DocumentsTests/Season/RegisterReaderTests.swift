import Mentorship
import Testing

@testable import Documents

/// The register of consents, what third parties say, and the steps to admission.
@Suite struct RegisterReaderTests {
  private static let consentMap =
    "{name: ФИО, birth-date: Рождение, consent-kind: Вид, number: Номер, consent-date: Дата, "
    + "consent-until: По, given-by: Кем, representative: Представитель, relation: Родство, "
    + "withdrawn: Отозвано}"
  private static let thirdPartyMap =
    "{name: О ком, source: Источник, author: Кто, requests: Запросы, traits: Качества, "
    + "not-with: Нельзя с, not-traits: Нельзя таких, reason: Причина, visibility: Видно}"

  private func season(
    consents: String = "", thirdParty: String? = nil, settings: String = "",
    change: (inout SampleSeason) -> Void = { _ in }
  ) throws -> SeasonFolder.Reading {
    var sample = SampleSeason()
    sample.files["season.yaml"]? +=
      "  - {path: c.csv, kind: consents, columns: \(Self.consentMap)}\n"
    if let thirdParty {
      sample.files["season.yaml"]? +=
        "  - {path: t.csv, kind: third-party, columns: \(Self.thirdPartyMap)}\n"
      sample.files["t.csv"] =
        "О ком;Источник;Кто;Запросы;Качества;Нельзя с;Нельзя таких;Причина;Видно\n" + thirdParty
    }
    sample.files["season.yaml"]? += settings
    sample.files["c.csv"] =
      "ФИО;Рождение;Вид;Номер;Дата;По;Кем;Представитель;Родство;Отозвано\n" + consents
    change(&sample)
    return try sample.read()
  }

  private func register(_ reading: SeasonFolder.Reading, _ name: String) -> [ConsentRecord] {
    reading.season?.people[PersonID(name)]?.register ?? []
  }

  @Test func papersOfAPerson() throws {
    let reading = try season(
      consents: """
        Иванов Пётр;;;17;01.09.2026;31.08.2027;мать Иванова Мария Петровна;;;
        Сидоров О.;;Согласие на наставничество;;02.09.2026;;сам;;;01.10.2026
        Сидоров О.;;Доп. соглашение к трудовому договору;5-д;;;;;;
        Петрова Анна;;ПДн;;01.09.2026;;;Петров А. В.;отец;нет

        """)
    let own = try #require(register(reading, "Иванов Пётр").first)
    #expect(own.kind == .personalData && own.number == "17")
    #expect(own.until == CalendarDate(day: 31, month: 8, year: 2027))
    #expect(own.giver == .representative(name: "Иванова Мария Петровна", relation: "мать"))
    let papers = register(reading, "Сидоров Олег")
    #expect(papers.map(\.kind) == [.mentoring, .addendum])
    #expect(papers[0].giver == .own)
    #expect(papers[0].withdrawn == CalendarDate(day: 1, month: 10, year: 2026))
    let father = try #require(register(reading, "Петрова Анна").first)
    #expect(father.giver == .representative(name: "Петров А. В.", relation: "отец"))
    #expect(father.withdrawn == nil)
    #expect(
      reading.findings.map(\.kind) == [.record(.undated(name: "Сидоров Олег", .addendum))])
  }

  @Test func rowsThatVouchForNothing() throws {
    let reading = try season(
      consents: """
        Иванов Пётр;;;1;когда-то;;;;;
        Иванов Пётр;;;2;01.09.2026;31.08.2026;;;;
        Иванов Пётр;;;3;01.09.2026;;;;;да
        Иванов Пётр;;;4;01.09.2026;;;;;потом
        Иванов Пётр;;на выезд;5;01.09.2026;;;;;
        Иванов Пёт;;;6;;;;;;
        Кто Угодно;;;7;;;;;;

        """)
    let date = try #require(reading.season?.date)
    let papers = register(reading, "Иванов Пётр")
    #expect(papers.map(\.number) == ["1", "2", "3", "4"])
    #expect(papers.allSatisfy { !$0.isValid(on: date) })
    let from = try #require(CalendarDate(parsing: "01.09.2026"))
    let until = try #require(CalendarDate(parsing: "31.08.2026"))
    #expect(
      reading.findings.map(\.kind) == [
        .unreadable(field: .consentDate, text: "когда-то"),
        .dateImplausible(field: .consentUntil, date: until, problem: .beforeStart(from)),
        .unreadable(field: .withdrawn, text: "потом"),
        .unreadable(field: .consentKind, text: "на выезд"),
        .record(.nobody(name: "Иванов Пёт", suggestions: ["Иванов Пётр"], isRule: false)),
        .record(.nobody(name: "Кто Угодно", suggestions: [], isRule: false)),
      ])
    #expect(
      reading.findings.suffix(2).map(\.kind.severity) == [.warning, .note])
  }

  @Test func namesakesByBirthDate() throws {
    let reading = try season(consents: "Иванов Пётр;01.02.2011;;1;;;;;;\nИванов Пётр;;;2;;;;;;\n") {
      $0.replace(
        "Смирнова Ольга;01.09.2013",
        with: "Иванов Пётр;01.02.2011;6;да;\nСмирнова Ольга;01.09.2013",
        in: "mentees.csv")
    }
    #expect(register(reading, "Иванов Пётр (01.02.2011)").map(\.number) == ["1"])
    #expect(reading.findings.contains { $0.kind.code == "N0802" })
  }

  /// What people really write; only a clear yes is a consent.
  @Test func consentsInFreeWords() throws {
    let cells: [(cell: String, isValid: Bool, isUnclear: Bool)] = [
      ("да, 12.09.2026, мама", true, false), ("получено, хранится у кл. рук.", true, false),
      ("нет", false, false), ("не сдал", false, false), ("на проверке", false, true),
      ("отозвано 3 октября", false, false), ("", false, false), ("12.12.2026", false, false),
    ]
    for (column, key) in [("Согласие", "consent"), ("Дата согласия", "consent-date")] {
      for (cell, isValid, isUnclear) in cells {
        let reading = try season {
          $0.replace(
            "columns: \(Self.consentMap)", with: "columns: {name: ФИО, \(key): \(column)}",
            in: "season.yaml")
          $0.files["c.csv"] = "ФИО;\(column)\nИванов Пётр;\(cell)\n"
          $0.replace(", consent: Согласие", with: "", in: "season.yaml")
        }
        let date = try #require(reading.season?.date)
        let papers = register(reading, "Иванов Пётр")
        #expect(papers.map { $0.isValid(on: date) } == [isValid], "\(column): \(cell)")
        let unclear = reading.findings.filter { $0.kind.code == "N0305" }
        #expect(
          unclear.map(\.place)
            == (isUnclear
              ? [Place(file: "c.csv", line: 2, column: 13, cell: column)] : []),
          "\(column): \(cell)")
        guard cell.hasSuffix("мама") else { continue }
        #expect(papers[0].from == CalendarDate(day: 12, month: 9, year: 2026))
        if column == "Согласие" {
          #expect(papers[0].giver == .representative(name: "", relation: "мама"))
        }
      }
    }
  }

  /// A list of names is one of those who gave it; with columns that nobody understands it may be anything.
  @Test func registersWithoutAWordOfConsent() throws {
    for (header, row, isValid) in [
      ("ФИО;Примечание", "Иванов Пётр;", true), ("ФИО", "Иванов Пётр", true),
      ("ФИО;Сколько взяли", "Иванов Пётр;не взяли", false),
    ] {
      let reading = try season {
        $0.replace("columns: \(Self.consentMap)", with: "ignore: []", in: "season.yaml")
        $0.files["c.csv"] = "\(header)\n\(row)\n"
      }
      let date = try #require(reading.season?.date)
      #expect(
        register(reading, "Иванов Пётр").map { $0.isValid(on: date) } == [isValid], "\(header)")
      #expect(reading.findings.contains { $0.kind.code == "N0808" } == !isValid, "\(header)")
    }
  }

  /// Somebody married between the questionnaire and the paper.
  @Test func formerSurnamesInRegistersAlone() throws {
    let settings =
      "same: [[Иванов Пётр, Кузнецов Пётр Олегович], [Сидоров Олег, Котов Олег], [Петрова Анна, Никто Никак]]\n"
    let reading = try season(
      consents: "Кузнецов П. О.;;;1;01.09.2026;;;;;\n",
      thirdParty: "Петрова Анна;психолог;;;;Котов Олег;;;\n", settings: settings)
    #expect(register(reading, "Иванов Пётр").map(\.number) == ["1"])
    #expect(reading.season?.thirdParty.first?.notWith == [PersonID("Сидоров Олег")])
    let strangers = reading.findings.map(\.kind).filter { $0.code == "N0322" }
    #expect(strangers == [.identity(.stranger(name: "Никто Никак", suggestions: []))])
  }

  @Test func givers() {
    let own = PersonName("Иванов Пётр Олегович")
    let cases: [(String, ConsentRecord.Giver?)] = [
      ("сам", .own), ("Лично", .own), ("Иванов Пётр", .own), ("Иванов П. О.", .own),
      ("законный представитель", .representative(name: "", relation: "законный представитель")),
      ("Иванова М. П. (мать)", .representative(name: "Иванова М. П.", relation: "мать")),
      ("опекун: Ким Ира", .representative(name: "Ким Ира", relation: "опекун")),
      ("Иванова Мария Петровна", .representative(name: "Иванова Мария Петровна", relation: "")),
      ("есть", nil),
    ]
    for (text, giver) in cases { #expect(CellWords.giver(text, own: own) == giver, "\(text)") }
  }

  @Test func whatThirdPartiesSay() throws {
    let reading = try season(
      thirdParty: """
        Иванов Пётр;Педагог-психолог;Волкова А. А.;общение;терпеливый, спокойный;Петрова А.;строгий;конфликт;директор
        Сидоров О.;кл. рук.;;;;;;;
        Иванов Пётр;мама;;;;нет;;;

        """)
    let statements = try #require(reading.season?.thirdParty)
    #expect(statements.map(\.source) == [.psychologist, .classTeacher, .parents])
    #expect(statements.map(\.visibility) == [.director, .curator, .curator])
    #expect(statements[0].notWith == [PersonID("Петрова Анна")])
    #expect(statements[0].traits == [Term("терпеливый"), Term("спокойный")])
    #expect(statements[0].reason == "конфликт" && statements[0].author == "Волкова А. А.")
    #expect(statements.map(\.forbids) == [true, false, false])
    // No questionnaire states traits: the rule holds for nobody.
    #expect(reading.findings.map(\.kind) == [.record(.traitsUnknown)])
    #expect(reading.season?.forms.map(\.weights.thirdParty) == [Weights.usualThirdParty])
  }

  /// Else no mentor's competence would answer what a psychologist writes in own words.
  @Test func requestsOfThirdPartiesAreReadAsThoseOfQuestionnaires() throws {
    let words = "Подготовиться к поступлению в вуз"
    let reading = try season(thirdParty: "Иванов Пётр;психолог;;\(words);;;;;\n") {
      $0.replace("8Б;да;физика", with: "8Б;да;\(words)", in: "mentees.csv")
    }
    let own = reading.season?.questionnaires.first { $0.person == PersonID("Иванов Пётр") }
    let requests = try #require(reading.season?.thirdParty.first?.requests)
    #expect(requests == own?.requests)
    #expect(!requests.contains(Term(words)))
    #expect(reading.season?.readings.map(\.place.file).contains("t.csv") == true)
  }

  @Test func slipsInRulesAreErrorsForTheCuratorAlone() throws {
    let reading = try season(
      thirdParty: """
        Иванов Пётр;психолог;;;;Петров Анна;;тайна;
        Иванов Пёт;психолог;;;;Петрова Анна;;тайна;
        Иванов Пётр;завхоз;;;;;;;кому надо

        """)
    #expect(
      reading.findings.map(\.kind) == [
        .record(.partnerUnknown(name: "Петров Анна", suggestions: ["Петрова Анна"])),
        .record(.nobody(name: "Иванов Пёт", suggestions: ["Иванов Пётр"], isRule: true)),
        .unreadable(field: .source, text: "завхоз"),
        .unreadable(field: .visibility, text: "кому надо"),
      ])
    #expect(
      reading.findings.map(\.kind.severity) == [.error, .error, .warning, .warning])
    #expect(reading.findings.allSatisfy { $0.isConfidential })
    #expect(reading.season?.thirdParty.last?.visibility == .curator)
  }

  @Test func settings() throws {
    let plain = try season(settings: "consent: {representative-until: 14}\n").season
    #expect(plain?.consentRules.representativeUntil == 14)
    #expect(plain?.forms.map(\.weights.thirdParty) == [0])
    #expect(plain?.preferenceScale.normalises == false)
    let other = try season(
      thirdParty: "",
      settings: "weights: {third-party: 5}\npreferences: {normalise: on, veto: soft}\n"
    ).season
    #expect(other?.forms.map(\.weights.thirdParty) == [5])
    #expect(other?.preferenceScale.normalises == true)
    let wrong = try season(settings: "preferences: {normalise: иногда}\n")
    #expect(
      wrong.findings.map(\.kind) == [
        .valueInvalid(key: "preferences.normalise", text: "иногда", expected: .onOff)
      ])
  }

  @Test func stepsToAdmission() throws {
    let reading = try season { sample in
      sample.replace(
        "admission: Допуск",
        with:
          "admission: Допуск\n      interviewed: Беседа\n      trained: Учёба\n      admitted: Приказ\n      traits: Качества",
        in: "season.yaml")
      sample.replace(
        ";Сколько;Допуск", with: ";Сколько;Допуск;Беседа;Учёба;Приказ;Качества", in: "mentors.csv")
      sample.replace(
        "2;допущен\n", with: "2;;01.09.2026;да;16.10.2026;добрый, строгий\n", in: "mentors.csv")
      sample.replace(";допущена\n", with: ";допущена;10.09.2026;01.09.2026;;\n", in: "mentors.csv")
    }
    let mentors = try #require(reading.season?.questionnaires.filter { $0.role == .mentor })
    let date = try #require(reading.season?.date)
    #expect(mentors.map { $0.admission(on: date) } == [.admitted, .trained])
    #expect(mentors[1].traits == [Term("добрый"), Term("строгий")])
    #expect(
      reading.findings.map(\.kind) == [
        .record(.admissionOrder(name: "Петрова Анна", earlier: .interviewed, later: .trained))
      ])
  }
}
