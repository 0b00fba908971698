import Mentorship
import Testing

@Suite("Hours of the week")
struct WeekHoursTests {
  @Test("days and spans are read as people write them")
  func parsing() {
    let counts = [
      "Пн 15–17; ср 14:00-16:00": 4, "пн, ср, пт 15-16": 3, "Понедельник 9.00 - 11.00": 2,
      "вт 14-15 16-18": 3, "Сб\n10-12": 2, "mon 10-12": 2,
    ]
    for (text, count) in counts { #expect(WeekHours(parsing: text)?.count == count, "\(text)") }
    for text in ["", "пн", "15-17", "пн 17-15", "пн 15-25", "когда угодно", "пн 15", "пн вечером"] {
      #expect(WeekHours(parsing: text) == nil, "\(text)")
    }
  }

  @Test("common hours are those of the same day")
  func common() throws {
    let one = try #require(WeekHours(parsing: "пн 14-17; вс 20-24"))
    let other = try #require(WeekHours(parsing: "пн 16-18; вт 14-17; вс 22-24"))
    #expect(one.common(with: other) == 3)
    #expect(one.common(with: WeekHours()) == 0)
  }
}
