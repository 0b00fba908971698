import Foundation
import Problems

/// One thing that an assignment can be good at.
public enum Goal: String, CaseIterable, Sendable {
  /// As many pairs as possible.
  case matched
  /// As many points as possible, all pairs together.
  case points
  /// The worst chosen pair has as many points as possible.
  case worst
  /// As few pairs as possible with the fewest points, then with the next fewest, and so on: of assignments with
  /// as many pairs, the worst pair is as good as possible, then the second worst.
  case leximin
  /// Σ log(1 + points) over the pairs, as large as possible, in ``nashUnit``s, every pair rounded: where points were money,
  /// the product of what everybody has. For points from 0 up.
  case nash
  /// The places that mentees gave their mentors, added up, as small as possible.
  case ranks
  /// As many mentees as possible with a first choice, then with a second one, and so on.
  case rankProfile = "rank-profile"
  /// As few mentees as possible with a mentor in the worst place there is, then in the next, and so on.
  case generous
  /// The same for both sides.
  case bothRanks = "both-ranks"
  /// As many mentees as possible with one of their first choices.
  case firstChoices = "first-choices"
  /// The squares of the mentors' loads, added up, as small as possible.
  case load
  /// As few approved pairs as possible given up, of those that are still possible.
  case changes
  /// The waiting times of the mentees who are served, added up, as long as possible.
  case waiting
  /// As few pairs as possible who would both rather have each other.
  case blockingPairs = "blocking-pairs"

  /// Whether it looks at rankings: then a pair must be listed by both sides.
  public var looksAtRanks: Bool {
    switch self {
    case .ranks, .bothRanks, .rankProfile, .generous, .firstChoices, .blockingPairs: true
    case .matched, .points, .worst, .leximin, .nash, .load, .changes, .waiting: false
    }
  }

  /// Whether a smaller value is better.
  public var isBetterSmaller: Bool {
    switch self {
    case .ranks, .bothRanks, .generous, .load, .changes, .blockingPairs: true
    case .matched, .points, .worst, .leximin, .nash, .rankProfile, .firstChoices, .waiting: false
    }
  }

  /// Whether its value is a sum of points.
  public var countsPoints: Bool {
    switch self {
    case .points, .worst, .leximin: true
    case .matched, .nash, .ranks, .bothRanks, .rankProfile, .generous, .firstChoices, .load,
      .changes, .waiting, .blockingPairs:
      false
    }
  }

  /// Whether its value is one number.
  public var isNumber: Bool {
    switch self {
    case .leximin, .rankProfile, .generous: false
    case .matched, .points, .worst, .nash, .ranks, .bothRanks, .firstChoices, .load, .changes,
      .waiting, .blockingPairs:
      true
    }
  }

  /// What ``nash`` counts in: millionths of a natural logarithm, so that sums of a school's pairs are exact in every backend.
  public static let nashUnit = 1e-6

  /// A pair's part of ``nash``; `nil` for points below 0.
  static func nash(_ points: Int) -> Int? {
    points < 0 ? nil : Int((log1p(Double(points)) / nashUnit).rounded())
  }
}

/// What is best: one goal after the other, each among the assignments that are best for all before it.
///
/// ```swift
/// GoalChain([.matched, .worst, .points])  // Policy.bottleneck
/// GoalChain(parsing: "matched,load")      // nil, if a name is misspelt, or twice there
/// ```
public struct GoalChain: Equatable, Sendable {
  public let goals: [Goal]
  /// Whether only assignments count in which no two would both rather have each other.
  public let isStable: Bool

  public init(_ goals: [Goal], isStable: Bool = false) {
    self.goals = goals
    self.isStable = isStable
  }

  /// Reads names with commas between them; `nil` where there is no goal, an unknown or a repeated one.
  public init?(parsing text: String) {
    let names = text.split(separator: ",", omittingEmptySubsequences: false)
    let goals = names.compactMap { Goal(rawValue: $0.trimmingSpaces) }
    guard goals.count == names.count, Set(goals).count == goals.count else { return nil }
    self.init(goals)
  }

  /// The names of all goals there are, for people.
  public static let names = Goal.allCases.map(\.rawValue).joined(separator: ", ")

  /// The names of those whose value is one number.
  public static let numberNames = Goal.allCases.filter(\.isNumber).map(\.rawValue)
    .joined(separator: ", ")

  /// The names with commas between them.
  public var text: String { goals.map(\.rawValue).joined(separator: ",") }

  public var looksAtRanks: Bool { isStable || goals.contains(where: \.looksAtRanks) }
}

extension GoalChain {
  /// Where ``Goal/nash`` is asked about points below 0, the first such pair.
  func negativePair(in problem: AssignmentProblem) -> Pair? {
    guard goals.contains(.nash) else { return nil }
    return problem.table.points.firstIndex { $0 < 0 }.map(problem.table.pair)
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
