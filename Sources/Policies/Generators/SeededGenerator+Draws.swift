/// Draws whose every bit is this file's own, so that no version of a library changes what a seed means.
extension SeededGenerator {
  /// A whole number from 0 up to, but without, a bound; every one is as likely, to 2⁻⁶⁴ times the bound.
  package mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(1, bound))).high)
  }

  /// A whole number of a range.
  package mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// A multiple of 2⁻⁵³ from 0 up to, but without, 1.
  package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Whether an event of a probability takes place.
  package mutating func happens(_ probability: Double) -> Bool { unit() < probability }

  /// The elements in an order of which every one is as likely.
  ///
  /// - Complexity: O(count).
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for index in elements.indices.reversed().dropLast() {
      elements.swapAt(index, below(index + 1))
    }
    return elements
  }
}
