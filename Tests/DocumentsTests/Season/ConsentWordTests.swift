import Mentorship
import Testing

@testable import Documents

/// Free words in cells about consents.
@Suite struct ConsentWordTests {
  private let season = CalendarDate(day: 15, month: 10, year: 2026)

  private func read(_ text: String) -> ConsentWord? { ConsentWord(parsing: text, on: season) }

  private func date(_ text: String) -> CalendarDate? { CalendarDate(parsing: text) }

  @Test func given() {
    let cases: [(String, from: String, until: String, by: String)] = [
      ("да", "", "", ""), ("+", "", "", ""), ("есть", "", "", ""),
      ("да, 12.09.2026, мама", "12.09.2026", "", "мама"),
      ("получено, хранится у кл. рук.", "", "", ""), ("Сдано 12.09.26", "12.09.2026", "", ""),
      ("сдал 12 сентября 2026 г.", "12.09.2026", "", ""),
      ("да (12 сентября)", "12.09.2026", "", ""),
      ("да 20.11", "20.11.2025", "", ""), ("12.09.2026", "12.09.2026", "", ""),
      ("получено от 01.09.2026 до 31.08.2027", "01.09.2026", "31.08.2027", ""),
      ("да, Иванова М. П. (мать)", "", "", "Иванова М П мать"),
      ("подписано отцом", "", "", "отцом"), ("не отозвано, есть", "", "", ""),
      ("Даю согласие на обработку персональных данных моего ребёнка", "", "", ""),
    ]
    for (text, from, until, by) in cases {
      #expect(
        read(text) == .given(from: date(from), until: date(until), by: by), "\(text)")
    }
  }

  @Test func notGiven() {
    for text in [
      "нет", "не сдал", "не сдала", "не получено", "нет согласия", "согласия нет",
      "отказ родителей",
      "не подписано", "Не согласен", "отказался 12.09.2026", "мама не подписала", "-",
      "отсутствует",
    ] { #expect(read(text) == .refused, "\(text)") }
    #expect(read("отозвано") == .withdrawn(on: nil))
    #expect(read("отозвано 3 октября") == .withdrawn(on: date("03.10.2026")))
    #expect(read("отозвано мамой 03.10.2026") == .withdrawn(on: date("03.10.2026")))
    // A day that has not come yet: of which year, nobody can say.
    #expect(read("отозвано 3 декабря") == .withdrawn(on: date("03.12.2025")))
  }

  @Test func unclear() {
    for text in [
      "на проверке", "может быть", "обещал принести", "да?", "мама", "да, но без фото", "устно",
      "есть, нет подписи", "скоро", "да и нет", "не", "принесёт завтра", "да, на проверке",
      "только фото", "не знаю", "копия", "ждём", "просрочено", "", "7", "да, истекло",
    ] { #expect(read(text) == nil, "\(text)") }
  }

  /// Whatever stands in the cell: it is a consent only where somebody would read a yes in it.
  @Test func aDoubtIsNeverAConsent() {
    let sure = ["да", "получено", "12.09.2026", "мама", "Иванова", "от", "№ 5", "есть"]
    for doubt in ["на проверке", "?", "но", "не", "нет", "позже", "отозвано", "без", "кроме"] {
      for first in sure {
        for second in sure {
          for text in ["\(doubt) \(first) \(second)", "\(first), \(second) \(doubt)"] {
            guard case .given = read(text) else { continue }
            Issue.record("\(text)")
          }
        }
      }
    }
  }
}
