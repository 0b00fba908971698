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
  /// The places that mentees gave their mentors, added up, as small as possible.
  case ranks
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
    case .ranks, .bothRanks, .firstChoices, .blockingPairs: true
    case .matched, .points, .worst, .leximin, .load, .changes, .waiting: false
    }
  }

  /// Whether a smaller value is better.
  public var isBetterSmaller: Bool {
    switch self {
    case .ranks, .bothRanks, .load, .changes, .blockingPairs: true
    case .matched, .points, .worst, .leximin, .firstChoices, .waiting: false
    }
  }

  /// Whether its value is a sum of points.
  public var countsPoints: Bool {
    switch self {
    case .points, .worst, .leximin: true
    case .matched, .ranks, .bothRanks, .firstChoices, .load, .changes, .waiting, .blockingPairs:
      false
    }
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

  /// The names with commas between them.
  public var text: String { goals.map(\.rawValue).joined(separator: ",") }

  public var looksAtRanks: Bool { isStable || goals.contains(where: \.looksAtRanks) }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
