import Mentorship
import Testing

@testable import Documents

@Suite struct CellWordsTests {
  @Test func yesAndNo() {
    for text in ["да", "ДА", " Yes ", "+", "Согласен(на)", "получено", "1"] {
      #expect(CellWords.yesOrNo(text) == true, "\(text)")
    }
    for text in ["нет", "No", "–", "не согласна", "отказ", "0"] {
      #expect(CellWords.yesOrNo(text) == false, "\(text)")
    }
    for text in ["да, но", "скорее да", "?", "согласен, но", "не знаю"] {
      #expect(CellWords.yesOrNo(text) == nil, "\(text)")
    }
  }

  @Test func admission() {
    let words: [(String, Admission)] = [
      ("Кандидат", .candidate), ("прошёл собеседование", .interviewed),
      ("собеседование", .interviewed), ("Обучена", .trained), ("обучен(а)", .trained),
      ("допущен", .admitted), ("Допущена", .admitted), ("admitted", .admitted),
    ]
    for (text, admission) in words { #expect(CellWords.admission(text) == admission, "\(text)") }
    #expect(CellWords.admission("не допущен") == nil)
  }

  @Test func format() {
    let words: [(String, MeetingFormat?)] = [
      ("очно", .inPerson), ("Онлайн", .online), ("дистанционно", .online), ("любой", .either),
      ("Очно и онлайн", .either), ("очно, онлайн", .either), ("очно; дистанционно", .either),
      ("онлайн, дистанционно", .online), ("оба", .either), ("по почте", nil), ("очно, почта", nil),
    ]
    for (text, format) in words { #expect(CellWords.format(text) == format, "\(text)") }
  }

  @Test func ages() {
    let words: [(String, CellWords.WishedAges?)] = [
      ("12-14", .range(12...14)), ("от 12 до 14", .range(12...14)),
      ("12 – 14 лет", .range(12...14)),
      ("13", .range(13...13)), ("13лет", .range(13...13)), ("12+", .range(12...99)),
      ("до 14 лет", .range(1...14)), ("от 12", .range(12...99)), ("Любой", .any), ("14-12", nil),
      ("младшие", nil), ("12, 14", nil), ("0-200", nil), ("999999999999999999999", nil), ("", nil),
    ]
    for (text, ages) in words { #expect(CellWords.ages(text) == ages, "\(text)") }
  }

  @Test func capacity() {
    for (text, number) in [("0", 0), ("3", 3), (" 12 ", 12), ("2,0", 2), ("2.0", 2)] {
      #expect(CellWords.capacity(text) == number, "\(text)")
    }
    for text in ["-1", "many", "2,5", "", ",0", "1e3", "1000000", "٣", "2 3"] {
      #expect(CellWords.capacity(text) == nil, "\(text)")
    }
  }

  @Test func forms() {
    for text in ["student-student", "Ученик – ученик", "ученик-ученик", "Student – student"] {
      #expect(
        CellWords.form(text, among: FormCatalogue.standard) == FormCode("student-student"),
        "\(text)")
    }
    #expect(CellWords.form("ученик", among: FormCatalogue.standard) == nil)
  }

  @Test func parts() {
    let cells: [(String, [String])] = [
      ("а; б, в;;", ["а", "б, в"]), ("а\nб, в", ["а", "б, в"]), ("а, б ,, в", ["а", "б", "в"]),
      ("физика (ОГЭ, ЕГЭ), химия", ["физика (ОГЭ, ЕГЭ)", "химия"]), ("а (б, в", ["а (б", "в"]),
      ("  ", []), ("", []), ("а  б", ["а б"]), ("а\r\nб", ["а", "б"]),
      ("(а; б); в", ["(а; б)", "в"]),
    ]
    for (text, parts) in cells { #expect(CellParts.split(text) == parts, "\(text)") }
  }
}
