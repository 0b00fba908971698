/// The numbers that the search counts in: whole numbers in three widths.
///
/// How far each may go is fixed here and watched in the search: where costs are at most
/// ``largestCost`` and prices at least ``lowestPrice``, a reduced cost plus a distance below
/// ``unreached`` cannot overflow. Who finds a price lower begins anew in a wider type; so a narrow one
/// is never wrong, only sometimes given up.
protocol CostNumber: Comparable, BitwiseCopyable, Sendable, ExpressibleByIntegerLiteral {
  /// Farther than anything.
  static var unreached: Self { get }
  static var lowestPrice: Self { get }
  static var largestCost: Int { get }
  /// Whether a number and an index fit 64 bits together.
  static var isNarrow: Bool { get }

  static func &+ (left: Self, right: Self) -> Self
  static func &- (left: Self, right: Self) -> Self
  init(whole: Int)
  var whole: Int { get }
}

extension CostNumber {
  static var isNarrow: Bool { false }

  /// The next larger whole number.
  @inline(__always)
  var successor: Self { self &+ 1 }
}

extension Int32: CostNumber {
  static var isNarrow: Bool { true }
  static var unreached: Int32 { 1 << 30 }
  static var lowestPrice: Int32 { -1 << 28 }
  static var largestCost: Int { 1 << 27 }

  @inline(__always)
  static func &+ (left: Int32, right: Int32) -> Int32 {
    left.addingReportingOverflow(right).partialValue
  }
  @inline(__always)
  static func &- (left: Int32, right: Int32) -> Int32 {
    left.subtractingReportingOverflow(right).partialValue
  }

  init(whole: Int) { self.init(truncatingIfNeeded: whole) }
  var whole: Int { Int(self) }
}

extension Int: CostNumber {
  static var unreached: Int { 1 << 62 }
  static var lowestPrice: Int { -1 << 60 }
  static var largestCost: Int { 1 << 59 }

  @inline(__always)
  static func &+ (left: Int, right: Int) -> Int { left.addingReportingOverflow(right).partialValue }
  @inline(__always)
  static func &- (left: Int, right: Int) -> Int {
    left.subtractingReportingOverflow(right).partialValue
  }

  init(whole: Int) { self = whole }
  var whole: Int { self }
}

/// Whole numbers below 2⁵³, where the arithmetic of `Double` is that of integers.
extension Double: CostNumber {
  static var unreached: Double { 0x1p52 }
  static var lowestPrice: Double { -0x1p50 }
  static var largestCost: Int { 1 << 49 }

  @inline(__always)
  static func &+ (left: Double, right: Double) -> Double { left + right }
  @inline(__always)
  static func &- (left: Double, right: Double) -> Double { left - right }

  init(whole: Int) { self.init(whole) }
  var whole: Int { Int(self) }
}

/// One column of a list and what it costs there.
struct Entry<Cost: CostNumber>: BitwiseCopyable {
  // The layout is that of `lanes.h`.
  var cost: Cost
  var column: Int32
}
