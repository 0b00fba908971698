/// The unit of an instance's integer points.
///
/// ```swift
/// NumberScale.decimal(fractionDigits: 2).number(125)  // 1.25
/// NumberScale.binary(exponent: 3).number(3)           // 0.375
/// ```
public enum NumberScale: Equatable, Sendable {
  /// 10^(−fractionDigits), 0 to 9: the file's numbers exactly.
  case decimal(fractionDigits: Int)
  /// 2^(−exponent): a grid on which the file's numbers are rounded. So chosen that every price is
  /// below 2⁵² and stands exactly in a `Double`, and so in a file.
  case binary(exponent: Int)

  /// The most digits after the point that are solved exactly.
  static let mostFractionDigits = 9

  /// Points as a number of the file.
  public func number(_ points: Int) -> JSONNumber {
    switch self {
    case .decimal(let digits): JSONNumber(significand: points, fractionDigits: digits)
    case .binary(let exponent):
      JSONNumber(Self.scaled(Double(points), by: -exponent)) ?? JSONNumber(integer: 0)
    }
  }

  /// A number of the file as points; `nil` when it is no multiple of the unit, or beyond 64 bits.
  public func points(_ number: JSONNumber) -> Int? {
    switch self {
    case .decimal(let digits):
      guard !number.isReal, number.exponent <= 0, Int(number.exponent) >= -digits else {
        return nil
      }
      return Self.shifted(number.significand, by: digits + Int(number.exponent))
    case .binary(let exponent):
      return Int(exactly: Self.scaled(number.double, by: exponent))
    }
  }

  /// significand · 10^digits; `nil` beyond 64 bits.
  static func shifted(_ significand: Int, by digits: Int) -> Int? {
    var result = significand
    for _ in 0..<digits {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }

  /// value · 2^exponent, rounded once.
  static func scaled(_ value: Double, by exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: value)
  }

  /// The exponent of the finest grid that keeps all sums of a search exact.
  ///
  /// A price is at most a path of points, 2 · (shorter side + 2) · largest, and four times that where
  /// coverage weights count in it. It must stay below 2⁵²; totals of many pairs below 2⁶⁰.
  static func gridExponent(
    largest: Double, shorterSide: Int, pairCount: Int, coverageFirst: Bool
  ) -> Int {
    guard largest > 0 else { return 0 }
    let room = coverageFirst ? 0x1p49 : 0x1p51
    let length = Double(max(shorterSide + 2, pairCount / 64 + 1))
    return min(Int((room / length).exponent) - Int(largest.exponent) - 1, 1000)
  }
}

/// The multiples of 2^(−exponent), with |exponent| ≤ 1000.
struct NumberGrid {
  private let power: Double
  private let unit: Double

  init(exponent: Int) {
    power = NumberScale.scaled(1, by: exponent)
    unit = NumberScale.scaled(1, by: -exponent)
  }

  /// The nearest multiple of the unit, in units, and whether it is not the number itself.
  @inline(__always)
  func rounded(_ real: Double) -> (value: Double, isInexact: Bool) {
    // Zero has one sign.
    let value = (real * power).rounded() + 0
    return (value, value * unit != real)
  }
}
