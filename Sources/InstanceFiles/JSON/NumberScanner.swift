/// Reads one number by the grammar of JSON, without rounding.
///
/// Source: RFC 8259, *The JavaScript Object Notation Data Interchange Format*, 2017, §6.
struct NumberScanner {
  enum Outcome {
    case number(JSONNumber)
    /// No number by the grammar.
    case malformed
    /// Beyond every `Double`.
    case infinite
  }

  private let bytes: [UInt8]
  private(set) var position: Int

  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Scans a number that starts here and leaves ``position`` behind it.
  ///
  /// - Complexity: O(its length).
  mutating func scan() -> Outcome {
    let start = position
    let isNegative = current == UInt8(ascii: "-")
    if isNegative { position += 1 }
    var digits = Digits()
    let integerStart = position
    while let digit = currentDigit {
      digits.append(digit)
      position += 1
    }
    let integerCount = position - integerStart
    guard integerCount == 1 || (integerCount > 1 && bytes[integerStart] != UInt8(ascii: "0")) else {
      return .malformed
    }
    if current == UInt8(ascii: ".") {
      position += 1
      let fractionStart = position
      while let digit = currentDigit {
        digits.appendFraction(digit)
        position += 1
      }
      guard position > fractionStart else { return .malformed }
    }
    guard let exponent = scanExponent() else { return .malformed }
    guard !digits.isLong else { return nearestDouble(from: start) }
    let significand = isNegative ? -digits.value : digits.value
    let number = JSONNumber(
      significand: significand, exponent: exponent - digits.fractionCount)
    return number.exponent > 400 ? .infinite : .number(number)
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private var currentDigit: Int? {
    guard position < bytes.count else { return nil }
    let value = Int(bytes[position]) - 48
    return 0...9 ~= value ? value : nil
  }

  /// The exponent, 0 when there is none, `nil` when it is malformed.
  private mutating func scanExponent() -> Int? {
    guard current == UInt8(ascii: "e") || current == UInt8(ascii: "E") else { return 0 }
    position += 1
    let isNegative = current == UInt8(ascii: "-")
    if isNegative || current == UInt8(ascii: "+") { position += 1 }
    let start = position
    var exponent = 0
    while let digit = currentDigit {
      exponent = min(exponent * 10 + digit, 1_000_000)
      position += 1
    }
    guard position > start else { return nil }
    return isNegative ? -exponent : exponent
  }

  private func nearestDouble(from start: Int) -> Outcome {
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let double = Double(text), double.isFinite else { return .infinite }
    return .number(JSONNumber(real: double))
  }
}

/// The significant digits met so far.
private struct Digits {
  private(set) var value = 0
  /// Digits after the point that are in `value`.
  private(set) var fractionCount = 0
  /// Whether 64 bits no longer hold them.
  private(set) var isLong = false
  /// Zeros that matter only when another digit follows: 3.000 is 3.
  private var pendingZeros = 0

  mutating func append(_ digit: Int) {
    let (product, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, overflowOfSum) = product.addingReportingOverflow(digit)
    if overflow || overflowOfSum { isLong = true } else { value = sum }
  }

  mutating func appendFraction(_ digit: Int) {
    guard digit != 0 else {
      pendingZeros += 1
      return
    }
    for _ in 0..<min(pendingZeros, 20) { append(0) }
    append(digit)
    fractionCount += pendingZeros + 1
    pendingZeros = 0
  }
}
