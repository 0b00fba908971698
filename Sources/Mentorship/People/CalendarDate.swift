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

  /// Reads `dd.mm.yyyy`, also with `/` or `-` between, and `yyyy-mm-dd`; a time after a blank is
  /// left aside, as form exports append one.
  public init?(parsing text: some StringProtocol) {
    let date = text.split(whereSeparator: \.isWhitespace).first ?? ""
    let parts = date.split(whereSeparator: { ".-/".contains($0) }).map { Int($0) }
    guard parts.count == 3, let first = parts[0], let second = parts[1], let third = parts[2] else {
      return nil
    }
    if first > 31 {
      self.init(day: third, month: second, year: first)
    } else {
      self.init(day: first, month: second, year: third)
    }
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
