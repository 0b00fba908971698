import Problems
import Solvers

/// Solves a problem again and again with points that are a little off, and counts who is chosen how often.
///
/// Every pair has its points times a factor of its own, drawn evenly from 0.9 to 1.1. The numbers stay whole: points
/// · 1000 and a whole number between minus and plus a tenth of it.
struct PerturbedDraws {
  /// So many times as fine as the points.
  private static let unit = 1000
  private static let tenth = unit / 10

  private let problem: AssignmentProblem
  private let points: [Int]
  private let seed: Int

  /// - Parameters:
  ///   - problem: whose points are perturbed.
  ///   - seed: equal seeds give equal draws.
  init(_ problem: AssignmentProblem, seed: Int) {
    self.problem = problem
    points = Array(problem.table.points)
    self.seed = seed
  }

  /// The problem with the points of one draw.
  ///
  /// - Throws: ``ProblemError/numbersTooLarge(pair:points:)``.
  /// - Complexity: O(pairCount).
  func problem(ofDraw draw: Int) throws(ProblemError) -> AssignmentProblem {
    let range = problem.table.points.range
    let largest = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    // Sums of so large numbers would be refused anyway.
    guard largest < UInt(Int.max / (4 * Self.unit)) else {
      let entry = problem.table.points.indexOfLargest
      throw .numbersTooLarge(pair: problem.table.pair(of: entry), points: points[entry])
    }
    var generator = SeededGenerator(seed: seed, draw: draw)
    return try problem.replacing(
      table: problem.table.replacingPoints(
        points.map { points in
          let spread = points.magnitude * UInt(Self.tenth)
          // As even as 64 bits can be, and without a second draw.
          let drawn = generator.next().multipliedFullWidth(by: UInt64(2 * spread + 1)).high
          return Self.unit * points - Int(spread) + Int(drawn)
        }))
  }
}

/// How often each pair was chosen in some draws.
struct DrawCounts: Sendable {
  private(set) var times: [Pair: Int] = [:]
  private(set) var drawCount = 0

  mutating func add(_ pairs: [Pair]) {
    drawCount += 1
    for pair in pairs { times[pair, default: 0] += 1 }
  }

  mutating func add(_ other: DrawCounts) {
    drawCount += other.drawCount
    times.merge(other.times, uniquingKeysWith: +)
  }
}
