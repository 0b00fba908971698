/// What the number in a cell is shown as.
///
/// ```swift
/// NumberFormat(code: "dd/mm/yyyy\\ hh:mm")  // .dateTime
/// NumberFormat(code: "0\" дн.\"")           // .general: the letters are quoted
/// NumberFormat(builtIn: 14)                 // .date
/// ```
/// Source: ECMA-376 part 1, 18.8.30 (number formats).
enum NumberFormat: UInt8, Equatable {
  case general
  case date
  case time
  case dateTime
  /// Hours beyond 24: `[h]:mm`.
  case elapsed
  /// Formats of some languages that are dates in one and times in another.
  case dateOrTime
  case percent

  /// A format that files name by number alone.
  init(builtIn number: Int) {
    self =
      switch number {
      case 9, 10: .percent
      case 14...17: .date
      case 18...21, 45, 47: .time
      case 22: .dateTime
      case 46: .elapsed
      case 27...36, 50...58: .dateOrTime
      default: .general
      }
  }

  /// A format that the file spells out; its first section counts, as that is for positive numbers.
  init(code: String) {
    var letters = FormatLetters()
    letters.read(code)
    self = letters.format
  }
}

/// The letters of a format code that mean something.
private struct FormatLetters {
  private var hasDay = false
  private var hasMonthOrMinute = false
  private var hasHour = false
  private var isElapsed = false
  private var isPercent = false

  var format: NumberFormat {
    if isElapsed { return .elapsed }
    if hasDay { return hasHour ? .dateTime : .date }
    if hasHour { return .time }
    if hasMonthOrMinute { return .date }
    return isPercent ? .percent : .general
  }

  mutating func read(_ code: String) {
    var rest = code.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case ";": return
      case "\"":
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        readBracket(String(rest.prefix { $0 != "]" }))
        rest = rest.drop { $0 != "]" }.dropFirst()
      case "A", "a":
        for mark in ["M/PM", "/P"] where String(rest.prefix(mark.count)).uppercased() == mark {
          rest = rest.dropFirst(mark.count)
          hasHour = true
        }
      case "y", "Y", "d", "D": hasDay = true
      case "m", "M": hasMonthOrMinute = true
      case "h", "H", "s", "S": hasHour = true
      case "%": isPercent = true
      // `General` in any case; its letters mean nothing.
      case "G", "g": rest = rest.drop { $0.properties.isAlphabetic }
      default: break
      }
    }
  }

  /// `[h]`, `[mm]`, `[ss]` count beyond their unit; all other brackets are colours and languages.
  private mutating func readBracket(_ text: String) {
    guard let first = text.lowercased().first, "hms".contains(first),
      text.lowercased().allSatisfy({ $0 == first })
    else { return }
    hasHour = true
    isElapsed = isElapsed || first == "h"
  }
}
