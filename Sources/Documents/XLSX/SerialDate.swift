/// A day and a time as spreadsheets count them: in days from the start of 1900 or 1904.
///
/// The count of 1900 knows a 29.02.1900 that never was, as Lotus 1-2-3 did; days before it are one off.
struct SerialDate {
  private let day: Int
  /// Of the day, to the nearest second.
  private let seconds: Int
  private let startsIn1904: Bool

  /// The last day of 9999 in either count.
  private static let lastDay = 2_958_465

  /// Takes a number of days; `nil` for those that spreadsheets show as no date.
  init?(_ number: Double, startsIn1904: Bool) {
    let last = startsIn1904 ? Self.lastDay - 1_462 : Self.lastDay
    guard number >= 0, number < Double(last + 1) else { return nil }
    let all = Int((number * 86_400).rounded())
    (day, seconds) = (all / 86_400, all % 86_400)
    self.startsIn1904 = startsIn1904
  }

  func text(_ format: NumberFormat) -> String {
    switch format {
    case .time: time
    case .elapsed: "\(day * 24 + seconds / 3_600):\(Self.padded(seconds % 3_600 / 60))"
    case .date: isTimeAlone ? time : date
    case .dateTime, .dateOrTime, .general, .percent:
      isTimeAlone ? time : seconds == 0 ? date : "\(date) \(time)"
    }
  }

  /// Less than a day is no date in the count of 1900: it begins with 1.
  private var isTimeAlone: Bool { day == 0 && !startsIn1904 }

  private var time: String {
    "\(Self.padded(seconds / 3_600)):\(Self.padded(seconds % 3_600 / 60))"
  }

  private var date: String {
    if !startsIn1904, day == 60 { return "29.02.1900" }
    let sinceMarch0 = startsIn1904 ? day + 695_361 : day < 60 ? day + 693_900 : day + 693_899
    let (year, month, day) = Self.civil(sinceMarch0)
    return "\(Self.padded(day)).\(Self.padded(month)).\(year)"
  }

  /// Year, month and day from the days since 1 March of the year 0.
  ///
  /// Source: H. Hinnant, "chrono-compatible low-level date algorithms", 2013, `civil_from_days`.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
