import Mentorship
import Testing

@testable import Documents

/// Answers whose columns nobody stated.
@Suite struct GuessedAnswersTests {
  private static let mentors = ["Сидоров Олег", "Петрова Анна", "Ли Ван", "Ким Ира", "Ян Яна"]
  private static let mentees = ["Иванов Пётр", "Смирнова Ольга"]

  /// A season whose answers stand in one file; `columns` states what they mean.
  private func read(
    _ header: [String], _ rows: [[String]], columns: String = "", from: Role = .mentee
  ) throws -> SeasonFolder.Reading {
    let folder = try TemporaryFolder()
    let role = from == .mentee ? "mentees" : "mentors"
    try folder.write(
      """
      schema: nastavnik.season/1
      title: Осень
      date: 15.10.2026
      forms: {student-student: }
      files:
        - {path: mentors.csv, kind: mentors, form: student-student, columns: {name: ФИО}}
        - {path: mentees.csv, kind: mentees, form: student-student, columns: {name: ФИО}}
        - {path: answers.csv, kind: answers, from: \(role)\(columns.isEmpty ? "" : ", columns: \(columns)")}
      """, to: "season.yaml")
    try folder.write("ФИО\n" + Self.mentors.joined(separator: "\n"), to: "mentors.csv")
    try folder.write("ФИО\n" + Self.mentees.joined(separator: "\n"), to: "mentees.csv")
    let lines = ([header] + rows).map { $0.map { "\"\($0)\"" }.joined(separator: ",") }
    try folder.write(lines.joined(separator: "\n"), to: "answers.csv")
    return try folder.read()
  }

  /// What is wrong, but for the note that says what was guessed.
  private func problems(_ reading: SeasonFolder.Reading) -> [FindingKind] {
    reading.findings.map(\.kind).filter {
      if case .column(.guessed) = $0 { false } else { true }
    }
  }

  @Test("a grid of people says the same guessed and stated, in any order of columns")
  func gridsOfPeople() throws {
    let titles = [
      ("Оцените участников", "marks-of"), ("Расставьте по местам", "places-of"),
      ("Насколько комфортно было бы работать? Оцените каждого наставника", "marks-of"),
    ]
    let words = ["", "1", "2", "5", "не общались", "рядом бы не хотел: спорим", "нет", "да"]
    for seed in 0..<30 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let (title, key) = titles[Int(seed) % titles.count]
      let separator = [" [", " / ", " – "][Int(seed) / 3 % 3]
      var header = Self.mentors.map { "\(title)\(separator)\($0)\(separator == " [" ? "]" : "")" }
      let stated = "{name: Кто вы, \(key): \"\(title)\"}"
      header.append("Кто вы")
      let rows = Self.mentees.map { name in
        Self.mentors.map { _ in words.randomElement(using: &random) ?? "" } + [name]
      }
      let order = header.indices.shuffled(using: &random)
      func ordered(_ cells: [String]) -> [String] { order.map { cells[$0] } }
      let plain = try read(header, rows, columns: stated)
      let guessed = try read(
        ordered(header.map { $0 == "Кто вы" ? "Ваши ФИО" : $0 }), rows.map(ordered))
      #expect(problems(guessed) == [], "seed \(seed)")
      #expect(plain.season?.answers.count == 2, "seed \(seed)")
      #expect(guessed.season?.answers == plain.season?.answers, "seed \(seed)")
    }
  }

  @Test("what is asked of topics, or twice, says nothing about people")
  func topics() throws {
    let topics = try read(
      ["ФИО", "Оцените наставника [Доброжелательность]", "Оцените наставника [Умение объяснять]"],
      [["Иванов Пётр", "5", "4"]])
    #expect(topics.season?.answers.first?.marks == [:])
    #expect(
      problems(topics) == [
        .columnUnused(header: "Оцените наставника [Доброжелательность]"),
        .columnUnused(header: "Оцените наставника [Умение объяснять]"),
      ])
    let twice = try read(
      ["ФИО", "Оцените участников [Ли Ван]", "Оцените наставников [Ли Ван]"],
      [["Иванов Пётр", "5", "1"]])
    #expect(twice.season?.answers.first?.marks == [:])
    #expect(
      problems(twice) == [
        .column(
          .several(
            headers: ["Оцените участников [Ли Ван]", "Оцените наставников [Ли Ван]"],
            field: .marksOf))
      ])
  }

  @Test("ticks beside names are a list, words are more")
  func ticks() throws {
    let header = ["ФИО"] + Self.mentors.prefix(3).map { "С кем хотели бы работать [\($0)]" }
    let ticked = try read(header, [["Иванов Пётр", "1", "", "1"]])
    #expect(ticked.season?.answers.first?.listed == [PersonID("Ли Ван"), PersonID("Сидоров Олег")])
    let said = try read(header, [["Иванов Пётр", "хочу", "не общались", "отказ: спорим"]])
    let answer = said.season?.answers.first
    #expect(answer?.listed == [PersonID("Сидоров Олег")])
    #expect(answer?.notMet == [PersonID("Петрова Анна")])
    #expect(answer?.vetoes == [PersonID("Ли Ван"): "спорим"])
    #expect(problems(ticked) + problems(said) == [])
  }

  @Test("a row for each person spoken of says the same guessed and stated")
  func rowsEach() throws {
    let fields = ["name", "about", "place", "mark", "refusal", "veto-reason"]
    let headers = [
      ["Кто отвечает", "О ком", "Место", "Оценка", "Отказ", "Причина"],
      ["Наставник", "Ученик", "Ранг", "Балл", "Отвод", "Причина отказа"],
      ["Ваши ФИО", "Кого оцениваете", "Место в рейтинге", "Балл (1–5)", "Не хотел бы", "Почему"],
    ]
    for seed in 0..<30 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let header = headers[Int(seed) % headers.count]
      let rows = Self.mentors.flatMap { mentor in
        Self.mentees.map { mentee -> [String] in
          let place = "\(Int.random(in: 1...3, using: &random))"
          let mark = "\(Int.random(in: 1...5, using: &random))"
          let isRefused = Int.random(in: 0..<4, using: &random) == 0
          return isRefused
            ? [mentor, mentee, "", "", "да", "спорим"] : [mentor, mentee, place, mark, "", ""]
        }
      }
      let columns = zip(fields, header).map { "\($0): \($1)" }.joined(separator: ", ")
      let plain = try read(header, rows, columns: "{\(columns)}", from: .mentor)
      let order = header.indices.shuffled(using: &random)
      let guessed = try read(
        order.map { header[$0] }, rows.map { row in order.map { row[$0] } }, from: .mentor)
      #expect(problems(guessed) == [], "seed \(seed)")
      #expect(plain.season?.answers.count == 5, "seed \(seed)")
      #expect(guessed.season?.answers == plain.season?.answers, "seed \(seed)")
    }
  }

  @Test("a mark is nobody's without a column that says whose")
  func marksOfNobody() throws {
    let reading = try read(["ФИО", "Оценка", "1-й выбор"], [["Иванов Пётр", "5", "Ли Ван"]])
    #expect(reading.season?.answers.first?.tiers == [[PersonID("Ли Ван")]])
    #expect(problems(reading) == [.columnUnused(header: "Оценка")])
    // Beside choices a mentor in a column of his own is no row about him.
    let beside = try read(
      ["ФИО", "Наставник", "1-й выбор"], [["Иванов Пётр", "Ким Ира", "Ли Ван"]])
    #expect(beside.season?.answers.first?.listed == [])
    #expect(problems(beside) == [.columnUnused(header: "Наставник")])
  }

  @Test("headers about people, and about anything else")
  func headers() {
    func people(_ headers: String...) -> [String] {
      let found = GridHeader.people(in: ColumnGuessTests.table(headers).header)
      return found.sorted { $0.key < $1.key }.map(\.value.label)
    }
    #expect(people("Оцените [Иванов И. П.]") == ["Иванов И. П."])
    #expect(people("Оцените [1. Иванов Пётр, 9Б]") == ["1. Иванов Пётр, 9Б"])
    #expect(people("Оцените [Иванов]", "Оцените [Петрова]") == ["Иванов", "Петрова"])
    #expect(people("Оцените [Иванов]").isEmpty)
    #expect(people("Оцените [Дисциплина]", "Оцените [Лидерство]", "Оцените [Речь]").isEmpty)
    #expect(people("Помощь [Русский язык]", "Помощь [ЕГЭ и ОГЭ]", "Адрес: МБОУ СОШ").isEmpty)
    #expect(people("Ученик – Класс", "ФИО / Подпись", "Согласие [до 18 лет]").isEmpty)
  }
}
