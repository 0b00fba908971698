import Mentorship
import Testing

@Suite("Hours of the week")
struct WeekHoursTests {
  @Test("days and spans are read as people write them")
  func parsing() {
    let counts = [
      "Пн 15–17; ср 14:00-16:00": 4, "пн, ср, пт 15-16": 3, "Понедельник 9.00 - 11.00": 2,
      "вт 14-15 16-18": 3, "Сб\n10-12": 2, "mon 10-12": 2,
      "пн-пт 15-17": 10, "пн–ср, пт 14-16": 8, "Сб - Вс 10-11": 2, "пт–пн 9-10": 4,
      "пн 15:00-15:30": 0, "пн 15:30-16:30": 1, "пн 15:10-16:50": 1, "пн. 15.30 – 18.00": 2,
      "Пн 15-17, ср с 16 до 18": 4, "по средам с 16:00 по 18:00 часов": 2,
      "в понедельник и пятницу 15–16": 2, "будни 15-16": 5, "выходные с 10 до 12": 4,
      "Saturday from 10 to 12": 2,
    ]
    for (text, count) in counts { #expect(WeekHours(parsing: text)?.count == count, "\(text)") }
    for text in [
      "", "пн", "15-17", "пн 17-15", "пн 15-25", "когда угодно", "пн 15", "пн вечером",
      "пн-пн 15-16",
      "пн 15:60-17", "пн 15:10-15:40", "пн 23-24:30", "пн-вт-ср 9-10", "пн 15:0-16", "пн +5-7",
    ] {
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

  @Test("minutes are not lost, and half hours of different days make no hour")
  func minutes() throws {
    let one = try #require(WeekHours(parsing: "пн 15:30-16:30; вт 15:30-16:30"))
    let other = try #require(WeekHours(parsing: "пн 15:00-16:00; вт 16-17"))
    #expect(one.common(with: other) == 0)
    let wide = try #require(WeekHours(parsing: "пн-вт 15-17"))
    #expect(one.common(with: wide) == 2)
  }
}
