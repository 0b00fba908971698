/// A number as a file writes it: exactly significand · 10^exponent.
///
/// ```swift
/// JSONNumber(integer: 3).text                       // "3"
/// JSONNumber(significand: 125, fractionDigits: 2).text  // "1.25"
/// JSONNumber(0.1)?.double                           // 0.1
/// ```
///
/// Only numbers with more digits than 64 bits hold are kept as the nearest `Double`. Equal values
/// have one form, so `==` compares values: 1e2 = 100 = 100.0.
public struct JSONNumber: Hashable, Sendable {
  /// The bits of the `Double` where the exponent is ``realExponent``.
  let significand: Int
  let exponent: Int16

  /// Marks a number that only a `Double` holds.
  static let realExponent = Int16.max
  private static let largestExponent = 20_000

  public init(integer: Int) {
    significand = integer
    exponent = 0
  }

  /// Makes significand · 10^(−fractionDigits).
  public init(significand: Int, fractionDigits: Int) {
    self.init(significand: significand, exponent: -fractionDigits)
  }

  /// The shortest decimal that reads back as this number; `nil` for NaN and infinities.
  public init?(_ double: Double) {
    guard double.isFinite else { return nil }
    var scanner = NumberScanner(Array("\(double)".utf8))
    guard case .number(let number) = scanner.scan() else { return nil }
    self = number
  }

  init(real: Double) {
    significand = Int(bitPattern: UInt(real.bitPattern))
    exponent = Self.realExponent
  }

  init(significand: Int, exponent: Int) {
    // Zero has no exponent; without this 0e999999 would take a million steps.
    var (significand, exponent) = (significand, significand == 0 ? 0 : exponent)
    while exponent < 0, significand % 10 == 0, significand != 0 {
      significand /= 10
      exponent += 1
    }
    while exponent > 0 {
      let (product, overflow) = significand.multipliedReportingOverflow(by: 10)
      if overflow { break }
      significand = product
      exponent -= 1
    }
    self.significand = significand
    let limited = min(max(exponent, -Self.largestExponent), Self.largestExponent)
    self.exponent = significand == 0 ? 0 : Int16(limited)
  }

  init(storedSignificand: Int, exponent: Int16) {
    significand = storedSignificand
    self.exponent = exponent
  }

  /// The number as an integer, when it is one of 64 bits.
  public var integer: Int? { exponent == 0 ? significand : nil }

  var isReal: Bool { exponent == Self.realExponent }

  /// The digits after the decimal point; `nil` when they are not known exactly.
  var fractionDigits: Int? { isReal ? nil : max(0, -Int(exponent)) }

  /// Whether it is an integer that 64 bits do not hold.
  var isHugeInteger: Bool { isReal ? abs(double) >= 0x1p63 : exponent > 0 }

  public var double: Double {
    if isReal { return Double(bitPattern: UInt64(UInt(bitPattern: significand))) }
    let power = Int(exponent)
    // Below these limits both factors are exact, so that one operation rounds correctly.
    if significand.magnitude < 1 << 53, -22...0 ~= power {
      return Double(significand) / Self.powers[-power]
    }
    return Double("\(significand)e\(power)") ?? 0
  }

  var negated: JSONNumber {
    isReal
      ? JSONNumber(real: -double)
      : JSONNumber(significand: 0 &- significand, exponent: Int(exponent))
  }

  public var text: String {
    if isReal { return "\(double)" }
    guard exponent != 0 else { return "\(significand)" }
    guard -30..<0 ~= exponent else { return "\(significand)e\(exponent)" }
    let digits = String(significand.magnitude)
    let fractionCount = Int(-exponent)
    let padded = String(repeating: "0", count: max(0, fractionCount + 1 - digits.count)) + digits
    return (significand < 0 ? "-" : "") + padded.dropLast(fractionCount) + "."
      + padded.suffix(fractionCount)
  }

  private static let powers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }
}

/// Many numbers or blanks in little memory: what a matrix in a file holds.
struct CompactNumbers: Sendable {
  private(set) var significands: [Int] = []
  /// Empty as long as all are 0: nothing but integers so far.
  private(set) var exponents: [Int16] = []
  private static let blank = Int16.min

  init() {}

  init(integers: [Int]) { significands = integers }

  var count: Int { significands.count }
  /// Whether all are integers of 64 bits and none is blank.
  var isPlain: Bool { exponents.isEmpty }

  mutating func append(_ number: JSONNumber?) {
    let exponent = number?.exponent ?? Self.blank
    if exponent != 0, exponents.isEmpty {
      exponents = Array(repeating: 0, count: count)
      exponents.append(exponent)
    } else if !exponents.isEmpty {
      exponents.append(exponent)
    }
    significands.append(number?.significand ?? 0)
    // An array of integers that starts with a blank has exponents from its first element on.
  }

  mutating func append(contentsOf other: CompactNumbers) {
    if !other.isPlain || !isPlain {
      if isPlain { exponents = Array(repeating: 0, count: count) }
      exponents += other.isPlain ? Array(repeating: 0, count: other.count) : other.exponents
    }
    significands += other.significands
  }

  func isBlank(_ index: Int) -> Bool { !exponents.isEmpty && exponents[index] == Self.blank }

  subscript(index: Int) -> JSONNumber? {
    guard !exponents.isEmpty else { return JSONNumber(integer: significands[index]) }
    guard exponents[index] != Self.blank else { return nil }
    return JSONNumber(storedSignificand: significands[index], exponent: exponents[index])
  }
}
