/// Which rules would have to be relaxed together so that a mentee has an eligible mentor.
///
/// ```swift
/// Relaxations(season).choices(for: mentee)
/// // [not-own-parent] for 1 mentor, [common-hours, same-organisation] for 3
/// ```
public struct Relaxations: Sendable {
  /// Rules that are enough, relaxed together, while no part of them is.
  public struct Choice: Equatable, Sendable {
    /// In the order of the form.
    public let rules: [EligibilityRule]
    /// The mentors who become eligible, as indices of the season.
    public let mentors: [Int]
  }

  private let season: ScoredSeason
  private let eligibility: Eligibility

  public init(_ season: ScoredSeason) {
    self.season = season
    eligibility = Eligibility(season: season.season)
  }

  /// The smallest sets of rules, those of fewer rules first, then those that bring more mentors.
  ///
  /// - Complexity: O(mentors² · rules²).
  public func choices(for mentee: Int) -> [Choice] {
    let questionnaire = season.mentees[mentee]
    var mentors: [[EligibilityRule]: [Int]] = [:]
    var order: [[EligibilityRule]] = []
    for (index, offer) in season.mentors.enumerated()
    where offer.questionnaire.form == questionnaire.form {
      let broken = eligibility.brokenRules(mentee: questionnaire, mentor: offer.questionnaire)
      if mentors[broken] == nil { order.append(broken) }
      mentors[broken, default: []].append(index)
    }
    let sets = order.map(Set.init)
    let smallest = order.indices.filter { index in
      !sets.contains { $0.isStrictSubset(of: sets[index]) }
    }
    return smallest.map { index in
      Choice(
        rules: order[index],
        // Whoever breaks a part of these comes too, but then the part would be enough.
        mentors: mentors[order[index]] ?? [])
    }
    .enumerated().sorted { one, other in
      (one.element.rules.count, -one.element.mentors.count, one.offset)
        < (other.element.rules.count, -other.element.mentors.count, other.offset)
    }
    .map(\.element)
  }
}
