/// Decides, before any algorithm starts, whether 64-bit integers suffice.
///
/// Every number that a solver meets is a sum along one alternating path: at most *L* pairs in and
/// *L* out, in which the coverage weight counts at most twice, because the pairs alternate except
/// where the path changes trees at the hub. Four times that bound leaves room for a sum of two
/// distances and a price.
struct ExactRange {
  let smallest: Int
  let largest: Int
  init(table: PairTable) {
    (smallest, largest) = (table.points.range.lowerBound, table.points.range.upperBound)
  }

  /// The smallest safe weight of ``AssignmentProblem/coverageWeight``, or `nil` on overflow.
  func coverageWeight(longestPath: Int, coverage: Coverage) -> Int? {
    guard coverage == .first else { return 0 }
    return sum([product(max(0, longestPath - 1), spread), smallest < 0 ? negated(smallest) : 0, 1])
      .map { max($0, 1) }
  }

  /// Whether 64 bits hold every sum; `pairCount` is the most pairs that can be chosen.
  func staysExact(coverageWeight: Int, longestPath: Int, pairCount: Int) -> Bool {
    let magnitude = sum([magnitude(smallest), magnitude(largest)])
    let path = product(longestPath + 1, magnitude)
    let total = product(pairCount, magnitude)
    return product(4, sum([coverageWeight, path, total])) != nil
  }

  private var spread: Int? {
    let (value, overflow) = largest.subtractingReportingOverflow(smallest)
    return overflow ? nil : value
  }

  private func negated(_ value: Int) -> Int? { value == Int.min ? nil : -value }

  private func magnitude(_ value: Int) -> Int? { value < 0 ? negated(value) : value }

  private func sum(_ terms: [Int?]) -> Int? {
    terms.reduce(0 as Int?) { sum, term in
      guard let sum, let term else { return nil }
      let (value, overflow) = sum.addingReportingOverflow(term)
      return overflow ? nil : value
    }
  }

  private func product(_ left: Int, _ right: Int?) -> Int? {
    guard let right else { return nil }
    let (value, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? nil : value
  }
}
