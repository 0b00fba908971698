import GLPKBackend
import Problems
import Solvers

/// How much a unit of each of two goals counts; not negative.
struct TradeOffWeights: Equatable {
  let first: Int
  let second: Int

  /// Under which two points are worth the same, in the smallest whole numbers.
  ///
  /// - Parameters:
  ///   - left: better for the first goal.
  ///   - right: better for the second goal.
  init(between left: TradeOffCandidate.Worth, _ right: TradeOffCandidate.Worth) {
    let (first, second) = (right.second - left.second, left.first - right.first)
    let divisor = max(1, greatestCommonDivisor(first, second))
    (self.first, self.second) = (first / divisor, second / divisor)
  }

  init(first: Int, second: Int) { (self.first, self.second) = (first, second) }

  func value(_ worth: TradeOffCandidate.Worth) -> Int128 {
    Int128(first) * Int128(worth.first) + Int128(second) * Int128(worth.second)
  }

  /// - Throws: ``BackendError/problem(_:)`` where a sum leaves 64 bits.
  func sums(
    _ values: TradeOffValues, of table: PairTable
  ) throws(BackendError) -> [Int] {
    var sums: [Int] = []
    sums.reserveCapacity(values.first.count)
    for (one, other) in zip(values.first, values.second) {
      let (left, right) = (
        first.multipliedReportingOverflow(by: one), second.multipliedReportingOverflow(by: other)
      )
      let sum = left.partialValue.addingReportingOverflow(right.partialValue)
      guard !left.overflow, !right.overflow, !sum.overflow else {
        let entry = sums.count
        throw .problem(
          .numbersTooLarge(pair: table.pair(of: entry), points: table.points[entry]))
      }
      sums.append(sum.partialValue)
    }
    return sums
  }
}

/// What a pair adds to each of two goals, by entry of a table; 0 for goals that are no sums over pairs.
struct TradeOffValues {
  let first: [Int]
  let second: [Int]

  /// - Complexity: O(pairCount).
  init(_ goals: GoalProblem, _ first: Goal, _ second: Goal) {
    func values(of goal: Goal) -> [Int] {
      let table = goals.problem.table
      guard let value = goals.value(of: goal) else {
        return Array(repeating: 0, count: table.pairCount)
      }
      var values: [Int] = []
      values.reserveCapacity(table.pairCount)
      table.forEachPair { pair, entry in values.append(value(pair, entry)) }
      return values
    }
    (self.first, self.second) = (values(of: first), values(of: second))
  }

  init(first: [Int], second: [Int]) { (self.first, self.second) = (first, second) }
}

/// What one question came to.
enum TradeOffAnswer {
  case best([Pair])
  /// No assignment is left.
  case nothing
  case stopped
}

/// Finds the best pairs for weighted sums of two goals, whatever the rules are.
protocol TradeOffSource {
  /// The best pairs for a sum.
  ///
  /// - Parameters:
  ///   - weights: of the two goals.
  ///   - floor: pairs with fewer points are left out, fixed ones aside; `nil` = all are there.
  /// - Returns: the pairs, where there are any.
  /// - Throws: ``BackendError``.
  func best(
    _ weights: TradeOffWeights, floor: Int?
  ) throws(BackendError) -> TradeOffAnswer
}
