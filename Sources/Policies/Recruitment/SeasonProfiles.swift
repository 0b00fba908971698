public import Mentorship
public import Problems

/// Mentors who could be found for a season, each of a profile.
///
/// The season is encoded with them as if they had been there, so every rule of a form, a group or a quota holds for
/// them too.
public struct SeasonProfiles {
  /// By trial.
  public let profiles: [MentorProfile]
  private let season: ScoredSeason
  private let forms: [FormCode: Form]

  /// - Parameters:
  ///   - season: without them.
  ///   - best: its optimum.
  /// - Complexity: O(answers of the mentees).
  public init(_ season: ScoredSeason, best: Assignment) {
    self.season = season
    let matched = Set(best.pairs.map(\.mentee))
    let drafts = ProfileDrafts(
      season, unmatched: Set(season.mentees.indices.filter { !matched.contains($0) }))
    profiles = season.season.forms.flatMap(drafts.profiles)
    forms = Dictionary(
      season.season.forms.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether none changes the points of the others' pairs.
  public var areApart: Bool {
    !profiles.contains { season.looksAtOthers(in: $0.form) }
  }

  /// Profiles of one form stand together.
  public var likeness: RecruitSearch.Likeness {
    let (profiles, forms) = (profiles, season.season.forms.map(\.code))
    return RecruitSearch.Likeness(
      group: { forms.firstIndex(of: profiles[$0].form) ?? 0 },
      isPart: { profiles[$0].isPart(of: profiles[$1]) })
  }

  /// The problem with mentors of some profiles behind its own.
  ///
  /// - Throws: ``ProblemError``, which a season made of checked settings does not cause.
  /// - Complexity: O(mentees · trials · answers of a person + eligible pairs · log).
  public func problem(with trials: [Int]) throws(ProblemError) -> AssignmentProblem {
    try Encoding(season.adding(newcomers(trials))).problem()
  }

  /// Made anew each time: the same profile twice is two people.
  public func newcomers(_ trials: [Int]) -> [Newcomer] {
    trials.enumerated().compactMap { number, trial in
      forms[profiles[trial].form].map { Newcomer(profiles[trial], number: number, in: $0) }
    }
  }

  /// The profile of a trial with no more hours than those whom it takes need.
  ///
  /// - Complexity: O(mentees · answers of a person).
  public func narrowed(_ trial: Int, for mentees: [Int]) -> MentorProfile {
    EnoughHours(season).narrowed(profiles[trial], for: mentees)
  }
}

extension Encoding {
  /// By mentor: the quotas that stand for the total of a person over several forms.
  ///
  /// - Complexity: O(sizes of the rules).
  public var totals: [Int: [Int]] {
    var totals: [Int: [Int]] = [:]
    for (index, bound) in season.sideRules.bounds.enumerated() {
      guard case .total = bound.rule else { continue }
      for mentor in bound.mentors ?? [] { totals[mentor, default: []].append(index) }
    }
    return totals
  }
}
