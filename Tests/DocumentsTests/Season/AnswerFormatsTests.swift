import Mentorship
import Testing

@testable import Documents

/// One row or column for each person, and places in one cell.
@Suite struct AnswerFormatsTests {
  private static let mentors = ["Сидоров Олег", "Петрова Анна", "Ли Ван", "Ким Ира", "Ян Яна"]
  private static let map =
    "{name: Кто, choice: [Первый, Второй, Третий], list: Ещё, marks: Оценки, veto: Нет, "
    + "veto-reason: Почему, ranking: Места, marks-of: Оцените, places-of: Расставьте}"
  private static let each =
    "{name: Кто, about: О ком, place: Место, mark: Оценка, refusal: Отказ, veto-reason: Почему}"

  /// A season whose answers stand in a file of one row a person, and one of a row for each person spoken of.
  private func read(
    wide: [[String: String]] = [], each: [[String: String]] = [], map: String = map,
    eachMap: String = each
  ) throws -> SeasonFolder.Reading {
    let folder = try TemporaryFolder()
    func table(_ rows: [[String: String]]) -> String {
      let headers = Set(rows.flatMap(\.keys)).union(["Кто"]).sorted()
      let lines = rows.map { row in
        headers.map { "\"\(row[$0] ?? "")\"" }.joined(separator: ",")
      }
      return ([headers.map { "\"\($0)\"" }.joined(separator: ",")] + lines).joined(separator: "\n")
    }
    try folder.write(
      """
      schema: nastavnik.season/1
      title: Осень
      date: 15.10.2026
      forms: {student-student: }
      files:
        - {path: mentors.csv, kind: mentors, form: student-student, columns: {name: ФИО}}
        - {path: mentees.csv, kind: mentees, form: student-student, columns: {name: ФИО}}
        - {path: wide.csv, kind: answers, from: mentees, columns: \(map)}
        - {path: each.csv, kind: answers, from: mentees, columns: \(eachMap)}
      """, to: "season.yaml")
    try folder.write("ФИО\n" + Self.mentors.joined(separator: "\n"), to: "mentors.csv")
    try folder.write("ФИО\nИванов Пётр\nСмирнова Ольга", to: "mentees.csv")
    try folder.write(table(wide), to: "wide.csv")
    try folder.write(table(each), to: "each.csv")
    return try folder.read()
  }

  /// Findings but those of columns that a test has no need of.
  private func kinds(_ reading: SeasonFolder.Reading) -> [FindingKind] {
    reading.findings.map(\.kind).filter {
      switch $0 {
      case .columnMissing, .noColumnFound: false
      default: true
      }
    }
  }

  /// The answer, wherever it stands.
  private func answer(_ reading: SeasonFolder.Reading) -> MeetingAnswer? {
    reading.season?.answers.first.map { found in
      var answer = MeetingAnswer(
        person: found.person, role: found.role, place: Place(file: ""), tiers: found.tiers,
        listed: found.listed, marks: found.marks, vetoes: found.vetoes)
      (answer.passedOver, answer.notMet) = (found.passedOver, found.notMet)
      return answer
    }
  }

  /// What is said of one person, in every format that can say it.
  private enum Word { case place(Int), list, mark(Int), veto, nothing }

  @Test("an answer in mixed formats is the answer that the plain columns say")
  func mixedIsPlain() throws {
    for seed in 0..<40 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let words = Self.mentors.map { _ -> Word in
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: .place(Int.random(in: 1...3, using: &random))
        case 2: .list
        case 3: .mark(Int.random(in: 1...5, using: &random))
        case 4: .veto
        default: .nothing
        }
      }
      let plain = answer(try read(wide: [Self.plain(words)]))
      #expect(plain != nil, "seed \(seed)")
      let mixed = try read(wide: [Self.mixed(words, &random)])
      #expect(answer(mixed) == plain, "seed \(seed)")
      #expect(kinds(mixed) == [], "seed \(seed)")
      let rows = Self.rows(words).shuffled(using: &random)
      let long = try read(each: rows)
      // A row each has no word for a list without places.
      let hasList = words.contains { if case .list = $0 { true } else { false } }
      if !hasList, !rows.isEmpty { #expect(answer(long) == plain, "seed \(seed)") }
      #expect(kinds(long) == [], "seed \(seed)")
    }
  }

  private static func plain(_ words: [Word]) -> [String: String] {
    var row = ["Кто": "Иванов Пётр", "Почему": "так"]
    func add(_ header: String, _ text: String) {
      row[header] = [row[header], text].compactMap(\.self).joined(separator: "; ")
    }
    for (name, word) in zip(mentors, words) {
      switch word {
      case .place(let place): add(["Первый", "Второй", "Третий"][place - 1], name)
      case .list: add("Ещё", name)
      case .mark(let mark): add("Оценки", "\(name) — \(mark)")
      case .veto: add("Нет", name)
      case .nothing: break
      }
    }
    return row
  }

  /// Every word in one of the formats that can say it.
  private static func mixed(
    _ words: [Word], _ random: inout SeededGenerator
  ) -> [String: String] {
    var row = ["Кто": "Иванов Пётр", "Почему": "так"]
    var places: [Int: [String]] = [:]
    func add(_ header: String, _ text: String) {
      row[header] = [row[header], text].compactMap(\.self).joined(separator: "; ")
    }
    for (name, word) in zip(mentors, words) {
      let isGrid = Bool.random(using: &random)
      switch word {
      case .place(let place) where isGrid: row["Расставьте [\(name)]"] = "\(place)"
      case .place(let place): places[place, default: []].append(name)
      case .list where isGrid: row["Оцените [\(name)]"] = "да"
      case .list: add("Ещё", name)
      case .mark(let mark) where isGrid: row["Оцените [\(name)]"] = "\(mark) – по шкале"
      case .mark(let mark): add("Оценки", "\(name): \(mark)")
      case .veto where isGrid: row["Расставьте [\(name)]"] = "рядом бы не хотел(а)"
      case .veto: add("Нет", name)
      case .nothing: if isGrid { row["Оцените [\(name)]"] = "" }
      }
    }
    row["Места"] = places.sorted { $0.key < $1.key }
      .map { "\($0.key). \($0.value.joined(separator: ", "))" }.joined(separator: "; ")
    return row
  }

  private static func rows(_ words: [Word]) -> [[String: String]] {
    zip(mentors, words).compactMap { name, word in
      var row = ["Кто": "Иванов Пётр", "О ком": name]
      switch word {
      case .place(let place): row["Место"] = "\(place)"
      case .mark(let mark): row["Оценка"] = "\(mark)"
      case .veto: (row["Отказ"], row["Почему"]) = ("да", "так")
      case .list, .nothing: return nil
      }
      return row
    }
  }

  @Test("places in one cell")
  func ranking() {
    func read(_ text: String) -> [String] {
      RankingCell.read(text).map { "\($0.place.map(String.init) ?? "?"):\($0.names)" }
    }
    #expect(
      read("1. Иванов; 2. Петрова, Сидоров; 3. Ли") == ["1:Иванов", "2:Петрова, Сидоров", "3:Ли"])
    #expect(read("1) Иванов\n1) Ли\n3) Ким") == ["1:Иванов", "1:Ли", "3:Ким"])
    #expect(read("1.Иванов 2.Петрова А.В. 3.Ли") == ["1:Иванов", "2:Петрова А.В.", "3:Ли"])
    #expect(
      read("2 - Иванов П. (01.09.2012), Ли 8Б; 1 - Ким") == [
        "2:Иванов П. (01.09.2012), Ли 8Б", "1:Ким",
      ])
    #expect(read("Иванов > Петрова = Сидоров > Ли") == ["1:Иванов", "2:Петрова , Сидоров", "3:Ли"])
    #expect(read("Иванов; Петрова, Ли") == ["1:Иванов", "2:Петрова, Ли"])
    #expect(read("0. Иванов; 101. Ли") == ["?:Иванов", "?:Ли"])
    #expect(read("").isEmpty && read(" ; ").isEmpty)
  }

  @Test("a ranking of commas alone is an order; numbers twice are ties")
  func rankingCells() throws {
    func tiers(_ cell: String) throws -> [[String]]? {
      answer(try read(wide: [["Кто": "Иванов Пётр", "Места": cell]]))?.tiers
        .map { $0.map(\.rawValue) }
    }
    #expect(try tiers("Ли Ван, Сидоров, Олег") == [["Ли Ван"], ["Сидоров Олег"]])
    #expect(
      try tiers("1. Ли; 1. Сидоров О.; 3. Ким") == [["Ли Ван", "Сидоров Олег"], [], ["Ким Ира"]])
    #expect(try tiers("нет") == [])
    let wrong = try read(wide: [["Кто": "Иванов Пётр", "Места": "0. Ли"]])
    #expect(kinds(wrong) == [.record(.placeInvalid(text: "0. Ли"))])
  }

  @Test("words about one person")
  func personWords() {
    let words: [(String, PersonWord?)] = [
      ("5", .number(5)), ("4,0", .number(4)), ("3 – нормально", .number(3)), ("1-й", .number(1)),
      ("4 из 5", .number(4)), ("4.5", nil), ("1-2", nil), ("да", .yes), ("Скорее да", .yes),
      ("хотела бы", .yes), ("нет", .no), ("скорее нет", .no), ("+", .yes),
      ("не хотел бы", .refusal(reason: "")),
      ("Рядом бы не хотел: спорим", .refusal(reason: "спорим")),
      ("отказ (дразнится)", .refusal(reason: "дразнится")), ("не встречались", .notMet),
      ("не успели поговорить", .notMet), ("не знаю", .notMet), ("?", nil), ("отлично", nil),
    ]
    for (text, word) in words { #expect(PersonWord.read(text) == word, "\(text)") }
  }

  @Test("a grid of marks, a yes or no, a refusal and who was not met")
  func grid() throws {
    let row = [
      "Кто": "Иванов Пётр", "Оцените [Сидоров О.]": "4", "Оцените: Петрова Анна": "нет",
      "Оцените / Ли Ван": "не встречались", "Оцените [Ким Ира]": "рядом бы не хотел: спорим",
      "Оцените [Ян Яна]": "6",
    ]
    let reading = try read(wide: [row])
    let found = try #require(answer(reading))
    #expect(found.marks == [PersonID("Сидоров Олег"): 4])
    #expect(found.passedOver == [PersonID("Петрова Анна")])
    #expect(found.notMet == [PersonID("Ли Ван")])
    #expect(found.vetoes == [PersonID("Ким Ира"): "спорим"])
    #expect(found.attitude(to: PersonID("Ли Ван")) == .notMet)
    #expect(kinds(reading) == [.markInvalid(text: "6")])
    let marks = reading.findings.filter { $0.kind == .markInvalid(text: "6") }
    #expect(marks.allSatisfy { $0.isConfidential })
  }

  @Test("columns headed by names alone; headers of nobody are told")
  func bareNames() throws {
    let map = "{name: Кто, places-of: \"*\"}"
    let row = [
      "Кто": "Иванов Пётр", "Сидоров Олег": "2", "Вопрос [Петрова Анна]": "1", "Ли Вам": "1",
      "Комментарий": "ок",
    ]
    let reading = try read(wide: [row], map: map)
    #expect(answer(reading)?.tiers == [[PersonID("Петрова Анна")], [PersonID("Сидоров Олег")]])
    #expect(
      kinds(reading) == [
        .columnUnused(header: "Комментарий"),
        .unknownPerson(name: "Ли Вам", suggestions: ["Ли Ван"]),
      ])
    let missing = try read(wide: [row], map: "{name: Кто, marks-of: Нет такого}")
    #expect(
      missing.findings.map(\.kind).contains(.columnMissing(header: "Нет такого", suggestion: nil)))
  }

  @Test("a row for each person: slips, and people in both kinds of file")
  func rowsEach() throws {
    let rows = [
      ["Кто": "Иванов Пётр", "О ком": "Ли Ван", "Место": "1", "Оценка": "5"],
      ["Кто": "Иванов Пётр", "О ком": "Ли Ван", "Место": "2"],
      ["Кто": "Иванов Пётр", "О ком": "", "Оценка": "4"],
      ["Кто": "Иванов Пётр", "О ком": "Ким Ира", "Место": "первое"],
      ["Кто": "Смирнова Ольга", "О ком": "Ким Ира", "Отказ": "нет"],
    ]
    let reading = try read(each: rows)
    #expect(
      kinds(reading) == [
        .rankedTwice(name: "Ли Ван"), .record(.aboutMissing),
        .record(.placeInvalid(text: "первое")),
      ])
    #expect(answer(reading)?.tiers == [[PersonID("Ли Ван")]])
    #expect(answer(reading)?.marks == [PersonID("Ли Ван"): 5])
    #expect(reading.season?.answers.last?.passedOver == [])
    let twice = try read(wide: [["Кто": "Иванов Пётр", "Места": "Ли"]], each: [rows[0]])
    #expect(
      kinds(twice) == [.answeredTwice(name: "Иванов Пётр", otherLine: 2, otherFile: "wide.csv")])
    let named = try read(
      each: [["Кто": "Иванов Пётр", "О ком": "Ли Ван"]], eachMap: "{name: Кто, about: О ком}")
    #expect(answer(named)?.listed == [PersonID("Ли Ван")])
  }
}
