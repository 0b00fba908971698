import Problems
import Solvers

/// Pairs and points as one number, *weight* · pairs + points, where that number stays small.
///
/// ```swift
/// // One mentee, points 3 and 5: the weight is 3, the values are 3 and 5.
/// ```
///
/// Points are counted from the lowest, so that those of any assignment lie between 0 and *weight* − 1: one
/// pair more is always better, exactly. Above ``largestReach`` the values would cost the digits in which
/// answers differ; then one program has to follow the other.
struct WeighedGoals {
  static let largestReach = 1 << 28

  /// By entry of the free table.
  let values: [Int]
  private let weight: Int
  /// The lowest points.
  private let bottom: Int
  /// What the fixed pairs add.
  private let fixed: Objective
  private let coarse: Objective

  /// - Returns: `nil` where the numbers are too large.
  /// - Complexity: O(pairCount).
  init?(_ free: FreeProblem) {
    let table = free.table
    guard table.pairCount > 0 else { return nil }
    let range = table.points.range
    let (spread, isTooWide) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
    guard !isTooWide, spread <= Self.largestReach else { return nil }
    bottom = range.lowerBound
    var (most, pairCount) = (0, 0)
    for mentee in 0..<table.menteeCount {
      let entries = table.entries(of: mentee)
      let count = min(free.mentees[mentee].upper, entries.count)
      let best = table.points[entries].max() ?? bottom
      most += count * (best - bottom)
      pairCount += count
      guard most <= Self.largestReach else { return nil }
    }
    weight = most + 1
    let (reach, overflow) = weight.multipliedReportingOverflow(by: pairCount + 1)
    guard !overflow, reach <= Self.largestReach else { return nil }
    let (weight, bottom) = (weight, bottom)
    values = table.points.map { weight + $0 - bottom }
    fixed =
      free.problem.objective(of: free.problem.fixed)
      ?? .init(matched: free.problem.fixed.count, total: 0)
    coarse = free.problem.coarseBound
  }

  /// Pairs and points of a value, the fixed ones included.
  private func objective(_ value: Int) -> Objective {
    let pairs = value / weight
    return Objective(
      matched: pairs + fixed.matched, total: value % weight + bottom * pairs + fixed.total)
  }

  /// What a bound of the number says about both.
  func bound(_ value: Int, best: Int?) -> Objective {
    let bound = objective(value)
    let isCountKnown = best.map { $0 / weight == value / weight } ?? false
    return Objective(
      matched: min(coarse.matched, bound.matched),
      total: isCountKnown ? min(coarse.total, bound.total) : coarse.total)
  }

  /// Speaks of points once the number of pairs is known.
  @Sendable func progress(_ news: ProgramProgress) -> SearchProgress {
    let (best, bound) = (news.best.map(objective), news.bound.map(objective))
    let isCountKnown = best != nil && best?.matched == bound?.matched
    return SearchProgress(
      phase: news.phase, measure: isCountKnown ? .points : .pairs,
      best: isCountKnown ? best?.total : best?.matched,
      bound: isCountKnown ? bound?.total : bound?.matched)
  }
}

extension BinaryProgram {
  func adding(_ more: [Row]) -> BinaryProgram {
    BinaryProgram(objective: objective, rows: rows + more)
  }
}
