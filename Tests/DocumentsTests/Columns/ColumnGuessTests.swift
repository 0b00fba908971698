import Mentorship
import Testing

@testable import Documents

/// What headers are taken to mean.
@Suite struct ColumnGuessTests {
  private struct Sample {
    let kind: FileEntry.Kind
    let header: String
    let field: Field?
    /// What stands beside it.
    let other: String
  }

  private func samples(_ lines: String) -> [Sample] {
    lines.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "|").map(String.init)
      let kinds: [String: FileEntry.Kind] = [
        "m": .questionnaires(.mentor), "e": .questionnaires(.mentee), "a": .answers(.mentee),
        "b": .answers(.mentor), "l": .answers(.mentee), "c": .consents, "t": .thirdParty,
      ]
      return kinds[parts[0]].map {
        // Somebody's mark is one only where a column says whose; a column says whose only beside no other.
        let other = parts[0] != "l" ? "" : parts[2] == "about" ? "Балл" : "О ком"
        return Sample(
          kind: $0, header: parts[1], field: Field(rawValue: parts[2]), other: other)
      }
    }
  }

  static func table(_ header: [String], _ rows: [[String]] = []) -> Table {
    let lines = ([header] + rows).map { cells in
      cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }
    var findings: [Finding] = []
    let read = Table.read(Array(lines.joined(separator: "\n").utf8), file: "t.csv", separator: 0x2C)
    findings += read.findings
    return read.table ?? Table(file: "t.csv", header: [], rows: [], &findings)
  }

  private func guess(_ sample: Sample) -> Field? {
    let guess = ColumnGuess(
      Self.table([sample.header, sample.other]), kind: sample.kind,
      fields: sample.kind.guessedFields)
    return guess.columns.first { $0.value.contains(0) }?.key
  }

  @Test func patternsAreWhole() {
    #expect(ColumnPatterns.standard.findings == [])
    #expect(ColumnPatterns.standard.stops.count > 50)
  }

  @Test func headersOfSchools() {
    for lines in [HeaderSamples.seen, HeaderSamples.unseen] {
      let samples = samples(lines)
      #expect(samples.count >= 100)
      var wrong: [String] = []
      for sample in samples {
        let found = guess(sample)
        if found != sample.field {
          wrong.append(
            "\(sample.header): \(found?.rawValue ?? "-") for \(sample.field?.rawValue ?? "-")")
        }
        let isGrave = found == .name || found == .consent
        #expect(!isGrave || found == sample.field, "\(sample.header)")
      }
      #expect(wrong.count * 20 <= samples.count, "\(wrong.joined(separator: "\n"))")
    }
  }

  @Test func headersOfRegisters() {
    for sample in samples(HeaderSamples.further) + samples(HeaderSamples.later) {
      let found = guess(sample)
      #expect(found == sample.field, "\(sample.header)")
    }
  }

  private func columns(
    _ header: [String], _ rows: [[String]] = [], kind: FileEntry.Kind = .questionnaires(.mentee)
  ) -> [Field: [String]] {
    let table = Self.table(header, rows)
    let guess = ColumnGuess(
      table, kind: kind, fields: kind.guessedFields, forms: FormCatalogue.standard)
    return guess.columns.mapValues { $0.map { table.header[$0].text } }
  }

  @Test func piecesOfANameAreJoined() {
    #expect(columns(["Отчество", "Имя", "Фамилия"]) == [.name: ["Фамилия", "Имя", "Отчество"]])
    #expect(columns(["first name", "last name"]) == [.name: ["last name", "first name"]])
    #expect(columns(["Имя", "Класс"])[.name] == ["Имя"])
    #expect(columns(["Фамилия", "Класс"])[.name] == nil)
    // A whole name wins, and two whole names are a question.
    #expect(columns(["Имя", "Фамилия", "ФИО"])[.name] == ["ФИО"])
    #expect(columns(["ФИО", "ФИО участника", "Имя", "Фамилия"])[.name] == nil)
  }

  @Test func severalColumnsForOneField() {
    #expect(
      columns(["Предмет 2", "ФИО", "Предмет 1"])[.subjects] == ["Предмет 1", "Предмет 2"])
    #expect(
      columns(
        ["Чем могу помочь [Химия]", "Чем могу помочь [Физика]"], kind: .questionnaires(.mentor))
        == [.requests: ["Чем могу помочь [Физика]", "Чем могу помочь [Химия]"]])
    #expect(
      columns(["Третий выбор", "1-й выбор", "2-й выбор"], kind: .answers(.mentee))
        == [.choice: ["1-й выбор", "2-й выбор", "Третий выбор"]])
  }

  @Test func cellsDecideWhereHeadersDoNot() {
    #expect(columns(["Согласие"], [["да"], ["нет"]]) == [.consent: ["Согласие"]])
    #expect(
      columns(["Согласие"], [["01.09.2026"], ["02.09.2026"]]) == [.consentDate: ["Согласие"]])
    #expect(columns(["Согласие"], [["№ 12"], ["№ 13"]]) == [:])
    #expect(columns(["Класс"], [["7Б"], ["девятый"]]) == [.grade: ["Класс"]])
    #expect(columns(["Класс"], [["5А, 6Б"], ["7А, 8Б"]]) == [:])
    #expect(columns(["Участник"], [["Иванов Пётр"]]) == [.name: ["Участник"]])
    #expect(columns(["Участник"], [["12"], ["13"]]) == [:])
    #expect(columns(["Форма"], [["очная"], ["заочная"]]) == [:])
    #expect(columns(["Форма"], [["Ученик – ученик"]]) == [.form: ["Форма"]])
  }

  @Test func headersInTwoRows() {
    #expect(
      columns([
        "Ученик – ФИО", "Ученик – Класс", "Ученик – Пол", "Очередь – Приоритет",
        "Родитель – Телефон", "Наставник – Класс", "Согласие – Дата",
      ]) == [
        .name: ["Ученик – ФИО"], .grade: ["Ученик – Класс"], .priority: ["Очередь – Приоритет"],
        .consentDate: ["Согласие – Дата"],
      ])
    #expect(
      columns(["О себе – Фамилия", "О себе – Имя", "О себе – Любимое"])
        == [.name: ["О себе – Фамилия", "О себе – Имя"]])
    #expect(columns(["Ученик – Пол"], [["м"], ["ж"], ["жен"]]) == [:])
    // What is above decides where it says more.
    #expect(
      columns(["Выбор – первый", "Выбор – второй"], kind: .answers(.mentee))
        == [.choice: ["Выбор – первый", "Выбор – второй"]])
  }

  @Test func thirdPartiesHaveHeadersOfTheirOwn() {
    #expect(
      columns(["О ком", "Чем нужно помочь", "Автор"], kind: .thirdParty)
        == [.name: ["О ком"], .requests: ["Чем нужно помочь"], .author: ["Автор"]])
  }

  @Test func aBoxForOtherAnswersHoldsTheAnswer() {
    #expect(BoxColumns.answer("сделать сайт", "Другое", .requests) == "сделать сайт")
    #expect(BoxColumns.answer("да", "Другое", .requests).isEmpty)
    #expect(BoxColumns.answer("да", "Олимпиады", .requests) == "Олимпиады")
    #expect(BoxColumns.answer("сделать сайт", "Олимпиады", .requests).isEmpty)
  }

  @Test func orderOfColumnsPlaysNoPart() {
    let header = [
      "Отметка времени", "ФИО", "Дата рождения", "Класс", "Предмет 1", "Предмет 2", "Телефон",
      "Интересы", "С чем нужна помощь [Учёба]", "С чем нужна помощь [Спорт]", "Согласие",
      "Согласие до", "Дата согласия", "Формат", "Когда удобно", "Что-то ещё",
    ]
    let expected = columns(header)
    #expect(expected.count == 12)
    for seed in 0..<20 {
      var random = SeededGenerator(seed: UInt64(seed))
      #expect(columns(header.shuffled(using: &random)) == expected, "seed \(seed)")
      let one = HeaderFingerprint(header.shuffled(using: &random), kind: "mentees")
      #expect(one == HeaderFingerprint(header, kind: "mentees"), "seed \(seed)")
    }
    #expect(
      HeaderFingerprint(header, kind: "mentors") != HeaderFingerprint(header, kind: "mentees"))
    // The published vector of the hash.
    var hash = FNVHash()
    hash.combine(Array("foobar".utf8))
    #expect(hash.hexadecimal == "85944171f73967e8")
  }
}
