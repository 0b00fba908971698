/// A day of the Gregorian calendar, without time and time zone.
///
/// ```swift
/// let born = CalendarDate(day: 1, month: 9, year: 2010)
/// born?.age(on: date)  // whole years
/// ```
public struct CalendarDate: Hashable, Comparable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Makes a date, `nil` for a day that does not exist.
  public init?(day: Int, month: Int, year: Int) {
    guard (1900...2200).contains(year), (1...12).contains(month),
      (1...Self.dayCount(month: month, year: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads `dd.mm.yyyy`, also with `/` or `-` between, `yyyy-mm-dd`, `15.10.26` and `15 октября 2026 г.`;
  /// a time after a blank is left aside, as form exports append one.
  ///
  /// Of two digits of a year, 00…49 are this century's. A bare number is no date, though spreadsheets count
  /// days so: nobody would see the mistake.
  public init?(parsing text: some StringProtocol) {
    let words = text.split { $0.isWhitespace || $0 == "," }
    if words.count >= 3, let date = Self.date(inWords: words.map { Term($0).key }) {
      self = date
      return
    }
    let parts = (words.first ?? "").split(whereSeparator: { ".-/".contains($0) })
    let numbers = parts.map { Int($0) }
    guard numbers.count == 3, let first = numbers[0], let second = numbers[1],
      let third = numbers[2]
    else { return nil }
    if first > 31 {
      self.init(day: third, month: second, year: first)
    } else if parts[2].count == 2, words.first?.contains("-") == false {
      self.init(day: first, month: second, year: Self.year(third))
    } else {
      self.init(day: first, month: second, year: third)
    }
  }

  private static func year(_ twoDigits: Int) -> Int {
    twoDigits < 50 ? 2000 + twoDigits : 1900 + twoDigits
  }

  /// `15 октября 2026`, `15-го окт. 2026 г.`, `15 october 2026`, `october 15 2026`.
  private static func date(inWords words: [String]) -> CalendarDate? {
    func digits(_ word: String) -> Int? {
      let digits = word.prefix { $0.isASCII && $0.isNumber }
      let rest = word.dropFirst(digits.count)
      return ["", "г", "г.", "-го", "th", "st", "nd", "rd"].contains(rest) ? Int(digits) : nil
    }
    let months = [
      "янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек", "jan",
      "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    func month(_ word: String) -> Int? {
      word.allSatisfy { $0.isLetter || $0 == "." }
        ? months.firstIndex { word.hasPrefix($0) }.map { $0 % 12 + 1 } : nil
    }
    let quoted = words[0].filter { $0 != "\"" }
    let isMonthFirst = month(words[0]) != nil
    guard let month = month(words[isMonthFirst ? 0 : 1]),
      let day = digits(isMonthFirst ? words[1] : quoted),
      let year = digits(words[2]), year > 1_000
    else { return nil }
    let rest = words.dropFirst(3)
    guard rest.allSatisfy({ ["г", "г.", "год", "года"].contains($0) || $0.contains(":") }) else {
      return nil
    }
    return CalendarDate(day: day, month: month, year: year)
  }

  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// Whole years of somebody born on this date.
  public func age(on date: CalendarDate) -> Int {
    date.year - year - ((date.month, date.day) < (month, day) ? 1 : 0)
  }

  /// Whole months from this date to another; negative when that one is earlier.
  public func months(until date: CalendarDate) -> Int {
    (date.year - year) * 12 + date.month - month - (date.day < day ? 1 : 0)
  }

  private static func dayCount(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  /// As Russian documents write it: `15.10.2026`.
  public var description: String {
    "\(day < 10 ? "0" : "")\(day).\(month < 10 ? "0" : "")\(month).\(year)"
  }
}
