import Foundation

/// A number in a cell as a Russian spreadsheet shows it.
///
/// ```swift
/// CellNumber.text(of: "45215", .date, startsIn1904: false)              // "16.10.2023"
/// CellNumber.text(of: "45215.4375", .dateTime, startsIn1904: false)     // "16.10.2023 10:30"
/// CellNumber.text(of: "2.2999999999999998", .general, startsIn1904: false)  // "2,3"
/// CellNumber.text(of: "5.0", .general, startsIn1904: false)             // "5"
/// ```
enum CellNumber {
  /// The text of a stored number; what is no number stays as it is.
  static func text(of stored: String, _ format: NumberFormat, startsIn1904: Bool) -> String {
    guard let number = Double(stored), number.isFinite else { return stored }
    switch format {
    case .general: return decimal(number)
    case .percent: return decimal(number * 100) + "%"
    case .date, .time, .dateTime, .elapsed, .dateOrTime:
      return SerialDate(number, startsIn1904: startsIn1904)?.text(format) ?? decimal(number)
    }
  }

  /// With 15 digits, as spreadsheets have no more, and a decimal comma.
  static func decimal(_ number: Double) -> String {
    if number.magnitude < 1e15, let whole = Int(exactly: number) { return String(whole) }
    let short = number.description
    let rounded =
      short.utf8.count <= 16 ? short : Double(String(format: "%.15g", number))?.description ?? short
    return plain(rounded).replacing(".", with: ",")
  }

  /// `1.5e-07` without an exponent, `3.0` without its zero; an exponent beyond reading stays.
  private static func plain(_ text: String) -> String {
    let parts = text.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]), (-20...20).contains(exponent) else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    let isNegative = parts[0].hasPrefix("-")
    let digits = parts[0].filter(\.isNumber)
    let wholeCount =
      (parts[0].drop { $0 == "-" }.firstIndex(of: ".").map {
        parts[0].drop { $0 == "-" }.distance(from: parts[0].drop { $0 == "-" }.startIndex, to: $0)
      } ?? digits.count) + exponent
    var result: String
    if wholeCount <= 0 {
      result = "0." + String(repeating: "0", count: -wholeCount) + digits
    } else if wholeCount >= digits.count {
      result = digits + String(repeating: "0", count: wholeCount - digits.count)
    } else {
      result = digits.prefix(wholeCount) + "." + digits.dropFirst(wholeCount)
    }
    while result.contains("."), result.hasSuffix("0") || result.hasSuffix(".") {
      result.removeLast()
    }
    return (isNegative ? "-" : "") + result
  }
}
