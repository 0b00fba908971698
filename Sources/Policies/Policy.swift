public import Problems

/// What "best" means.
///
/// A policy decides *what is best*; the backend decides *how to find it*.
public enum Policy: String, CaseIterable, Sendable {
  /// As many pairs as possible, then as many points as possible.
  case coverageFirst = "coverage-first"
  /// As many points as possible; people stay unmatched where that is better.
  case maxPoints = "max-points"

  /// The policy that a coverage rule asks for when nobody names one.
  ///
  /// Where everybody must be served the number of pairs is given, and only the points are left.
  public init(following coverage: Coverage) {
    switch coverage {
    case .first: self = .coverageFirst
    case .ignore, .everyMentee, .everyMentor: self = .maxPoints
    }
  }

  /// Whether the policy can be asked of a problem with this coverage rule.
  public func agrees(with coverage: Coverage) -> Bool {
    switch coverage {
    case .first: self == .coverageFirst
    case .ignore: self == .maxPoints
    // Equal for both: every feasible assignment has the same number of pairs.
    case .everyMentee, .everyMentor: true
    }
  }
}
