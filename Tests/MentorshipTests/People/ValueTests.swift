import Mentorship
import Testing

@Suite("Dates, grades, years, terms")
struct ValueTests {
  @Test("dates exist, or there is none")
  func dates() {
    #expect(CalendarDate(parsing: "29.02.2024")?.description == "29.02.2024")
    #expect(CalendarDate(parsing: "29.02.2023") == nil)
    #expect(CalendarDate(parsing: "2026-10-15")?.description == "15.10.2026")
    #expect(CalendarDate(parsing: "5.9.2026 14:33:01")?.description == "05.09.2026")
    for text in ["", "15.10", "15.13.2026", "31.04.2026", "1.1.1", "осень", "15.10.2026.1"] {
      #expect(CalendarDate(parsing: text) == nil, "\(text)")
    }
  }

  @Test("age counts whole years on the day")
  func age() throws {
    let born = try #require(CalendarDate(parsing: "15.10.2010"))
    #expect(born.age(on: try #require(CalendarDate(parsing: "14.10.2026"))) == 15)
    #expect(born.age(on: try #require(CalendarDate(parsing: "15.10.2026"))) == 16)
  }

  @Test("school classes are read as people write them")
  func grades() {
    for text in [
      "9Б", "9 «Б»", " 9-б ", "9 \"Б\"", "9 б", "9б", "9-Б класс", "9 \"Б\" класс", "9 „Б“ кл.",
    ] {
      #expect(Grade(parsing: text)?.description == "9 «Б»", "\(text)")
    }
    #expect(Grade(parsing: "11")?.description == "11")
    #expect(Grade(parsing: "7 класс")?.description == "7")
    for text in ["8 кл", "8 кл.", "8 класс", "8-й класс", "8кл"] {
      #expect(Grade(parsing: text)?.description == "8", "\(text)")
    }
    for text in [
      "12А", "0", "Б", "", "9абв", "8-9", "10/11", "8,9", "5.2", "9 А Б", "8.", "8 кл. 3",
      "8 класс 8 класс", "8 кл класс",
    ] {
      #expect(Grade(parsing: text) == nil, "\(text)")
    }
  }

  @Test("years take a decimal comma, exactly")
  func years() {
    #expect(Years(parsing: "1,5")?.hundredths == 150)
    #expect(Years(parsing: "2.25")?.hundredths == 225)
    #expect(Years(parsing: "12 лет") == Years(12))
    #expect(Years(parsing: "0,05")?.description == "0,05")
    #expect(Years(parsing: "1,5")?.description == "1,5")
    let months = [
      "6 месяцев": 50, "10 мес.": 83, "2 года 6 мес": 250, "36 мес": 300, "1 г. 3 м.": 125,
    ]
    for (text, hundredths) in months {
      #expect(Years(parsing: text)?.hundredths == hundredths, "\(text)")
    }
    for text in ["3 г.", "3 года", "3года", " 3 "] { #expect(Years(parsing: text) == Years(3)) }
    for text in [
      "", "много", "1,2,3", "500", "1,", "1-3", "3+", "более 5 лет", "5 лет 5 лет", "2 2",
      "6 недель", "мес", "2 года 13 мес", "-3", "3 лет лет",
    ] {
      #expect(Years(parsing: text) == nil, "\(text)")
    }
  }

  @Test("terms compare without case, blanks and ё")
  func terms() {
    #expect(Term("  Учёба   по предмету ") == Term("учеба по\u{a0}предмету"))
    #expect(Term("ООО «Завод»") == Term("ооо \"завод\""))
    #expect(Term("Учёба ").text == "Учёба")
    #expect(Term("спорт") != Term("спорта"))
  }

  @Test("edit distance counts a swap as one")
  func distance() {
    #expect(editDistance("носокв", "носков") == 1)
    #expect(editDistance("", "абв") == 3)
    #expect(editDistance("котик", "кит") == 3)
    #expect(editDistance("тест", "тест") == 0)
  }
}
