import Foundation
import Testing

@testable import Documents

@Suite struct NumberFormatTests {
  @Test func codes() {
    let codes: [(String, NumberFormat)] = [
      ("General", .general), ("0.00", .general), ("# ##0.00\\ [$р.-419]", .general),
      ("0\" дней\"", .general), ("\\d0", .general), ("[Red]0;[Blue]-0", .general), ("@", .general),
      ("0.00E+00", .general), ("_-* #,##0_-;d", .general), ("0%", .percent), ("0.0%", .percent),
      ("dd.mm.yyyy", .date), ("dd\\.mm\\.yyyy;@", .date), ("[$-F800]dddd, mmmm dd, yyyy", .date),
      ("mmm", .date), ("yyyy\"г.\"", .date), ("D/M/YY", .date), ("hh:mm", .time),
      ("h:mm AM/PM", .time),
      ("mm:ss.0", .time), ("[mm]:ss", .time), ("[h]:mm", .elapsed), ("[HH]:mm:ss", .elapsed),
      ("dd.mm.yyyy hh:mm", .dateTime), ("m/d/yy h:mm", .dateTime),
    ]
    for (code, format) in codes { #expect(NumberFormat(code: code) == format, "\(code)") }
    let numbers: [(Int, NumberFormat)] = [
      (0, .general), (1, .general), (9, .percent), (13, .general), (14, .date), (17, .date),
      (18, .time), (21, .time), (22, .dateTime), (23, .general), (27, .dateOrTime),
      (36, .dateOrTime),
      (37, .general), (44, .general), (45, .time), (46, .elapsed), (47, .time), (49, .general),
      (50, .dateOrTime), (58, .dateOrTime), (59, .general),
    ]
    for (number, format) in numbers {
      #expect(NumberFormat(builtIn: number) == format, "\(number)")
    }
  }

  @Test func numbers() {
    let shown: [(String, NumberFormat, String)] = [
      ("5.0", .general, "5"), ("-5", .general, "-5"), ("2.2999999999999998", .general, "2,3"),
      ("0.30000000000000004", .general, "0,3"), ("1E3", .general, "1000"),
      ("-0.5", .general, "-0,5"),
      ("79161234567", .general, "79161234567"), ("1E-7", .general, "0,0000001"),
      ("1.5e15", .general, "1500000000000000"),
      ("12345678901234567890", .general, "12345678901234600000"),
      ("1e300", .general, "1e+300"), ("abc", .general, "abc"), ("nan", .general, "nan"),
      ("0.7", .percent, "70%"), ("0.125", .percent, "12,5%"), ("0.07", .percent, "7%"),
    ]
    for (stored, format, text) in shown {
      #expect(CellNumber.text(of: stored, format, startsIn1904: false) == text, "\(stored)")
    }
  }

  @Test func edgesOfDates() {
    let shown: [(String, NumberFormat, Bool, String)] = [
      ("1", .date, false, "01.01.1900"), ("59", .date, false, "28.02.1900"),
      ("60", .date, false, "29.02.1900"), ("61", .date, false, "01.03.1900"),
      ("0", .date, true, "01.01.1904"), ("1462", .date, true, "02.01.1908"),
      ("2958465", .date, false, "31.12.9999"), ("2958466", .date, false, "2958466"),
      ("-1", .date, false, "-1"), ("0.5", .date, false, "12:00"), ("0.5", .time, false, "12:00"),
      ("45215.5", .time, false, "12:00"), ("45215", .dateTime, false, "16.10.2023"),
      ("45215.4375", .dateTime, false, "16.10.2023 10:30"),
      ("45215.75", .date, false, "16.10.2023"),
      ("45215.999999", .dateTime, false, "17.10.2023"), ("1.0625", .elapsed, false, "25:30"),
      ("0.25", .dateOrTime, false, "06:00"), ("45215", .dateOrTime, false, "16.10.2023"),
    ]
    for (stored, format, is1904, text) in shown {
      #expect(CellNumber.text(of: stored, format, startsIn1904: is1904) == text, "\(stored)")
    }
  }

  /// Every tenth day of both counts against Foundation's calendar.
  @Test func daysAreThoseOfTheCalendar() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for (is1904, year, month, day) in [(false, 1899, 12, 30), (true, 1904, 1, 1)] {
      let start = try #require(
        calendar.date(from: DateComponents(year: year, month: month, day: day)))
      for number in stride(from: 70, to: 200_000, by: 10) {
        let date = start.addingTimeInterval(Double(number) * 86_400)
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        let text = CellNumber.text(of: "\(number)", .date, startsIn1904: is1904)
        let read = text.split(separator: ".").map { Int($0) }
        #expect(read == [parts.day, parts.month, parts.year], "\(number)")
      }
    }
  }
}
