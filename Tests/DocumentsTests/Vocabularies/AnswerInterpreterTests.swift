import Mentorship
import Testing

@testable import Documents

@Suite struct AnswerInterpreterTests {
  private func read(_ text: String, _ field: Field = .subjects) -> [String] {
    var findings: [Finding] = []
    return AnswerInterpreter(.shipped, &findings).read(text, field, at: Place(file: "a")).terms
      .map(\.text)
  }

  @Test("what is negated is not found, what is hard is")
  func negation() {
    let answers: [(String, [String])] = [
      ("физика, но не химия", ["физика"]), ("химия не нужна, нужна физика", ["физика"]),
      ("не люблю химию", []), ("что угодно кроме химии и физики", []), ("без химии", []),
      ("не понимаю химию", ["химия"]), ("не только химия", ["химия"]),
      ("химия мне не даётся", ["химия"]),
    ]
    for (text, terms) in answers {
      // What stays as written is no term.
      #expect(
        read(text).filter { Vocabularies.shipped[.subjects]?[Term($0)] != nil } == terms, "\(text)")
    }
  }

  @Test("endings, order, neighbours and one wrong letter do not matter")
  func forms() {
    for text in [
      "по английскому языку", "языком английским", "анлийский язык", "с английским, и всё",
    ] {
      #expect(read(text) == ["английский язык"], "\(text)")
    }
    #expect(read("танки", .interests) == ["танки"])
  }

  @Test("an answer that only asks belongs to its neighbour; nothing said counts for nothing")
  func parts() {
    #expect(read("хочу разобраться, с химией") == ["химия"])
    #expect(read("химия, помогите") == ["химия"])
    #expect(read("нет") == [])
    #expect(read("-") == [])
    #expect(read("ткачество, химия") == ["ткачество", "химия"])
  }

  @Test("below the threshold an answer stays as written, and is reported")
  func threshold() {
    var findings: [Finding] = []
    var vocabularies = Vocabularies.shipped
    vocabularies.threshold = 100
    let interpreter = AnswerInterpreter(vocabularies, &findings)
    let read = interpreter.read("с химией", .subjects, at: Place(file: "a"))
    #expect(read.terms == [Term("с химией")])
    #expect(read.readings.map(\.terms) == [[]])
    #expect((90..<100).contains(read.readings.first?.confidence ?? 0))
  }

  @Test("no confidence leaves 0…100, no answer vanishes without a word")
  func bounds() {
    var findings: [Finding] = []
    let interpreter = AnswerInterpreter(.shipped, &findings)
    for answer in LabelledAnswer.tuned + LabelledAnswer.heldOut {
      let read = interpreter.read(answer.text, answer.field, at: Place(file: "a"))
      #expect(!read.terms.isEmpty || !read.readings.isEmpty, "\(answer.text)")
      for reading in read.readings { #expect((0...100).contains(reading.confidence)) }
      // The same again, now remembered.
      let again = interpreter.read(answer.text, answer.field, at: Place(file: "a"))
      #expect(again.terms == read.terms && again.readings == read.readings)
    }
  }

  @Test("the curator's word stands; what nobody wrote and what no vocabulary has is said")
  func corrections() throws {
    var sample = SampleSeason()
    sample.files["mentees.csv"] = """
      ФИО;Дата рождения;Класс;Согласие;Запрос
      Иванов Пётр;12.03.2012;8Б;да;помочь с алгеброй
      Смирнова Ольга;01.09.2013;7;да;физика и жизнь

      """
    sample.files["season.yaml"]? += """
      answers:
        - {field: requests, text: Помочь с Алгеброй, means: [физика, Адаптация]}
        - {field: requests, text: физика и жизнь, means: ~}
        - {field: requests, text: ушу, means: химея}
        - {field: requests, text: ушу, means: химия}

      """
    let reading = try sample.read()
    let requests = reading.season?.questionnaires.filter { $0.role == .mentee }.map(\.requests)
    #expect(
      requests == [
        [Term("физика"), Term("Адаптация в новом классе")], [Term("физика и жизнь")],
      ])
    #expect(reading.season?.readings == [])
    #expect(
      reading.findings.map(\.kind) == [
        .vocabulary(.correctionUnused(text: "ушу", field: .requests)),
        .vocabulary(.termUnknown(text: "химея", field: .requests, suggestion: "химия")),
        .vocabulary(.correctionTwice(text: "ушу")),
      ])
  }

  @Test("a school's file is merged; off leaves answers as written")
  func settings() throws {
    var sample = SampleSeason()
    sample.replace("физика, химия", with: "каллиграфия, физичка", in: "mentors.csv")
    sample.files["season.yaml"]? += "vocabularies: {requests: слова.yaml, confidence: 70}\n"
    sample.files["слова.yaml"] = """
      schema: nastavnik.vocabulary/1
      terms: {красивый почерк: [каллиграфия], Физика каждый день: [физичка]}

      """
    func mentor(_ season: Season?) -> [String]? {
      season?.questionnaires.first { $0.role == .mentor && $0.person.rawValue.hasPrefix("С") }?
        .requests.map(\.text)
    }
    let reading = try sample.read()
    #expect(mentor(reading.season) == ["красивый почерк", "Физика каждый день"])
    #expect(reading.findings == [])
    sample.replace("requests: слова.yaml", with: "requests: off", in: "season.yaml")
    #expect(mentor(try sample.read().season) == ["каллиграфия", "физичка"])
    sample.replace("requests: off", with: "requests: нет.yaml", in: "season.yaml")
    #expect(try sample.read().findings.map(\.kind) == [.fileMissing(path: "нет.yaml")])
  }

  @Test("whoever helps with subjects helps with each of theirs")
  func competences() {
    var findings: [Finding] = []
    let interpreter = AnswerInterpreter(.shipped, &findings)
    let general = Term("Учёба по предмету")
    #expect(
      interpreter.competences([general], subjects: [Term("химия"), Term("ткачество")])
        == [general, Term("химия")])
    #expect(interpreter.competences([Term("химия")], subjects: []) == [Term("химия"), general])
    #expect(interpreter.competences([Term("Спорт")], subjects: [Term("химия")]) == [Term("Спорт")])
  }

  @Test("stems of both alphabets; nothing breaks a stemmer")
  func stems() {
    let lexicon = Lexicon()
    func stem(_ word: String) -> String { lexicon[lexicon.id(of: word)].stem }
    #expect(Set(["математика", "математику", "математике"].map(stem)).count == 1)
    #expect(Set(["drawing", "draws"].map(stem)).count == 1)
    for word in ["", "ё", "\u{0}", "日本", String(repeating: "а", count: 100_000)] {
      _ = stem(word)
    }
  }
}
