/// Free time as a set of half hours.
extension WeekHours {
  /// The time that one of the two has free.
  public func union(_ other: WeekHours) -> WeekHours { WeekHours(days | other.days) }

  /// The time that both have free.
  public func intersection(_ other: WeekHours) -> WeekHours { WeekHours(days & other.days) }

  /// Only the time on some weekdays; 0 = Monday.
  public func only(on weekdays: [Int]) -> WeekHours {
    var kept = WeekHours()
    for day in weekdays { kept.days[day] = days[day] }
    return kept
  }

  /// The weekdays with any free time; 0 = Monday.
  public var weekdays: [Int] { (0..<Self.dayCount).filter { days[$0] != 0 } }

  /// As ``init(parsing:)`` reads it: `вт 15:00–17:00; чт 14:00–16:30`.
  public var text: String { text(Self.shortNames) }

  /// The same with English names of days, which are read too.
  public var englishText: String { text(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]) }

  private func text(_ names: [String]) -> String {
    weekdays.map { names[$0] + " " + spans(on: $0).joined(separator: ", ") }.joined(separator: "; ")
  }

  private init(_ days: SIMD8<UInt64>) {
    self.init()
    self.days = days
  }

  private func spans(on day: Int) -> [String] {
    var (spans, halves, half): ([String], UInt64, Int) = ([], days[day], 0)
    while halves != 0 {
      let gap = halves.trailingZeroBitCount
      halves >>= UInt64(gap)
      let run = (~halves).trailingZeroBitCount
      halves >>= UInt64(run)
      spans.append(Self.time(half + gap) + "–" + Self.time(half + gap + run))
      half += gap + run
    }
    return spans
  }

  private static func time(_ half: Int) -> String {
    "\(half / 2):" + (half % 2 == 0 ? "00" : "30")
  }
}
