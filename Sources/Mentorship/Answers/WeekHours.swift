/// The time of a week that somebody has free, in half hours.
///
/// ```swift
/// WeekHours(parsing: "Пн 15–17; ср 14:00-16:00")?.count  // 4
/// WeekHours(parsing: "пн–ср 15:30-16:30")?.count  // 3
/// WeekHours(parsing: "по средам с 16 до 18")?.count  // 2
/// ```
/// What counts are whole hours in one piece: two free half hours on different days are no hour. Minutes
/// other than 00 and 30 round inwards, so that nobody is held to time that was not offered.
public struct WeekHours: Hashable, Sendable {
  /// A lane for each weekday, Monday first, the last one empty; bit 2 · hour, + 1 for its second half.
  var days: SIMD8<UInt64>

  static let dayCount = 7

  public init() { days = .zero }

  /// Reads days and spans: `пн 15-17; ср, пт 14:00–15:30`, `пн–пт 15-17`, `в среду с 16 до 18 часов`, `будни 15-17`.
  ///
  /// - Returns: `nil` when a part is unreadable, or a span has no whole half hour.
  public init?(parsing text: some StringProtocol) {
    self.init()
    var named: [Int] = []
    var hadHours = false
    let separators: Set<Character> = [";", ",", "\n", "\r\n", " ", "\t", "\u{a0}", "(", ")"]
    // "15 - 17" is one span.
    let tight = Term.fold(text).split(whereSeparator: { separators.contains($0) })
      .joined(separator: " ").replacingSpacedHyphens()
    for token in Self.joiningSpans(tight.split(separator: " ")) {
      if let days = Self.weekdays(token) {
        if hadHours { named = [] }
        hadHours = false
        named += days
      } else if let span = Self.span(token), !named.isEmpty {
        hadHours = true
        for day in named { for half in span { days[day] |= 1 << UInt64(half) } }
      } else {
        return nil
      }
    }
    guard hadHours else { return nil }
  }

  /// Words between days and hours that say nothing by themselves.
  private static let fillers: Set<Substring> = [
    "с", "в", "во", "по", "и", "от", "до", "ч", "час", "часа", "часов", "from", "on", "and", "at",
  ]

  /// `с 16 до 18 часов` as `16-18`, without words that say nothing.
  private static func joiningSpans(_ tokens: [Substring]) -> [Substring] {
    let until: Set<Substring> = ["до", "по", "to", "till", "until"]
    var joined: [Substring] = []
    var rest = tokens[...]
    while let token = rest.popFirst() {
      if minutes(token) != nil, let word = rest.first, until.contains(word),
        let end = rest.dropFirst().first, minutes(end) != nil
      {
        joined.append(token + "-" + end)
        rest = rest.dropFirst(2)
      } else if !fillers.contains(token) {
        joined.append(token)
      }
    }
    return joined
  }

  /// Whole hours a week.
  public var count: Int { wholeHours(in: days) }

  /// Whole hours a week that both have free.
  public func common(with other: WeekHours) -> Int { wholeHours(in: days & other.days) }

  private func wholeHours(in days: SIMD8<UInt64>) -> Int {
    var hours = 0
    for day in 0..<Self.dayCount {
      var halves = days[day]
      while halves != 0 {
        halves >>= UInt64(halves.trailingZeroBitCount)
        let run = (~halves).trailingZeroBitCount
        hours += run / 2
        halves >>= UInt64(run)
      }
    }
    return hours
  }

  /// One day, or the days from one to another: `пн-пт`; over the end of the week too.
  private static func weekdays(_ token: Substring) -> [Int]? {
    if token.hasPrefix("будн") || token == "weekdays" { return Array(0..<5) }
    if token.hasPrefix("выходн") || token == "weekend" { return [5, 6] }
    if token == "ежедневно" || token == "daily" { return Array(0..<dayCount) }
    let ends = token.split(separator: "-", omittingEmptySubsequences: false).map(weekday)
    guard let first = ends.first ?? nil else { return nil }
    if ends.count == 1 { return [first] }
    guard ends.count == 2, let last = ends[1], last != first else { return nil }
    return (first...(last > first ? last : last + dayCount)).map { $0 % dayCount }
  }

  /// The weekday named in the header of a column: `Среда`, `Удобное время [Пт]`.
  ///
  /// - Returns: as ``init(parsing:)`` reads it; `nil` for none or several.
  public static func dayName(in header: String) -> String? {
    let words = Term.fold(header).split { !$0.isLetter }
    let days = words.compactMap { weekday($0) }
    return days.count == 1 ? shortNames[days[0]] : nil
  }

  static let shortNames = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]

  private static func weekday(_ token: Substring) -> Int? {
    let prefixes = shortNames
    // Whatever the case: среда, среду, по средам.
    let stems = ["понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень"]
    let english = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let word = token.filter(\.isLetter)
    guard word.count == token.filter({ $0 != "." && $0 != ":" }).count else { return nil }
    return prefixes.firstIndex(of: word) ?? stems.firstIndex {
      word.hasPrefix($0) && word.count <= $0.count + 3
    }
      ?? english.firstIndex { word.hasPrefix($0) }
  }

  /// The half hours of `15-17` or `15:00-16:30`.
  private static func span(_ token: Substring) -> Range<Int>? {
    let ends = token.split(separator: "-", omittingEmptySubsequences: false).map(minutes)
    guard ends.count == 2, let from = ends[0], let until = ends[1] else { return nil }
    let (first, end) = ((from + 29) / 30, until / 30)
    return first < end ? first..<end : nil
  }

  /// Minutes since midnight, up to 24:00.
  private static func minutes(_ time: Substring) -> Int? {
    let parts = time.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == ":" || $0 == "." })
    let isDigits = parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    guard isDigits, (1...2).contains(parts.count), let hour = Int(parts[0]), hour <= 24 else {
      return nil
    }
    guard parts.count == 2 else { return hour * 60 }
    guard parts[1].count == 2, let minute = Int(parts[1]), minute < 60 else { return nil }
    let minutes = hour * 60 + minute
    return minutes <= 24 * 60 ? minutes : nil
  }
}

extension String {
  /// `15 - 17` as `15-17`.
  fileprivate func replacingSpacedHyphens() -> String {
    var result = ""
    for token in split(separator: " ") {
      if token.first == "-" || result.last == "-" || result.isEmpty {
        result += token
      } else {
        result += " " + token
      }
    }
    return result
  }
}
