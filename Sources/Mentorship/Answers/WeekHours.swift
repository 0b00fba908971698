/// The hours of a week that somebody has free.
///
/// ```swift
/// WeekHours(parsing: "Пн 15–17; ср 14:00-16:00")?.count  // 4
/// ```
public struct WeekHours: Hashable, Sendable {
  /// Bit 24 · weekday + hour, Monday first; the rest of the 192 bits stay empty.
  private var words: (UInt64, UInt64, UInt64)

  public init() { words = (0, 0, 0) }

  /// Reads days and spans of hours: `пн 15-17; ср, пт 14:00–16:00`; `nil` when a part is unreadable.
  public init?(parsing text: some StringProtocol) {
    self.init()
    var days: [Int] = []
    var hadHours = false
    let separators: Set<Character> = [";", ",", "\n", " ", "\t", "\u{a0}", "(", ")"]
    // "15 - 17" is one span.
    let tight = Term.fold(text).split(whereSeparator: { separators.contains($0) })
      .joined(separator: " ").replacingSpacedHyphens()
    for token in tight.split(separator: " ") {
      if let day = Self.weekday(token) {
        if hadHours { days = [] }
        hadHours = false
        days.append(day)
      } else if let span = Self.span(token), !days.isEmpty {
        hadHours = true
        for day in days { for hour in span { insert(day: day, hour: hour) } }
      } else {
        return nil
      }
    }
    guard hadHours else { return nil }
  }

  public var count: Int {
    words.0.nonzeroBitCount + words.1.nonzeroBitCount + words.2.nonzeroBitCount
  }

  public func common(with other: WeekHours) -> Int {
    (words.0 & other.words.0).nonzeroBitCount + (words.1 & other.words.1).nonzeroBitCount
      + (words.2 & other.words.2).nonzeroBitCount
  }

  private mutating func insert(day: Int, hour: Int) {
    let bit = day * 24 + hour
    let mask = UInt64(1) << UInt64(bit % 64)
    switch bit / 64 {
    case 0: words.0 |= mask
    case 1: words.1 |= mask
    default: words.2 |= mask
    }
  }

  private static func weekday(_ token: Substring) -> Int? {
    let prefixes = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]
    let names = [
      "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
    ]
    let english = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let word = token.filter(\.isLetter)
    guard word.count == token.filter({ $0 != "." && $0 != ":" }).count else { return nil }
    return prefixes.firstIndex(of: word) ?? names.firstIndex(of: word)
      ?? english.firstIndex { word.hasPrefix($0) }
  }

  private static func span(_ token: Substring) -> Range<Int>? {
    let ends = token.split(separator: "-", omittingEmptySubsequences: false).map { end -> Int? in
      let parts = end.split(whereSeparator: { $0 == ":" || $0 == "." })
      guard (1...2).contains(parts.count), parts.count == 1 || parts[1].count == 2 else {
        return nil
      }
      return Int(parts[0])
    }
    guard ends.count == 2, let from = ends[0], let until = ends[1], (0..<24).contains(from),
      from < until, until <= 24
    else { return nil }
    return from..<until
  }

  public static func == (left: WeekHours, right: WeekHours) -> Bool { left.words == right.words }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
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
