public import Mentorship

/// How ready a season is for matching, before any pair is proposed.
public struct CheckReport: Sendable {
  public let season: Season
  /// By place.
  public let findings: [Finding]
  /// By form.
  public let readiness: [FormReadiness]
  /// Why no proposal can satisfy the season, where that is so already.
  public let impossibility: Impossibility?
  /// Of the season, with the people whom each selects.
  public let quotas: [SideRules.QuotaSize]
  /// People who may be one, the most likely first.
  public var doubles: [PossibleDouble] = []
  /// Names in answers that mean nobody, or several people.
  public var names: [NameProblem] { NameProblem.all(in: findings) }

  public var hasErrors: Bool { findings.contains { $0.kind.severity == .error } }
}

/// Demand against places in one form.
public struct FormReadiness: Equatable, Sendable {
  public let form: FormCode
  public let menteeCount: Int
  public let mentorCount: Int
  public let places: Int
  /// The least mentees of a mentor that the form asks for; 0 = any number.
  public let minimum: Int
  /// Mentors whose places are fewer than the least that they, or the form, ask for.
  public let neverOpenCount: Int
  public let excludedCount: Int
  /// Mentees whom no mentor of the form fits, with the rules that did it.
  public let stranded: [Stranded]

  /// A mentee without any eligible mentor.
  public struct Stranded: Equatable, Sendable {
    public let person: PersonID
    public let removals: [ScoredSeason.Removal]
  }
}

/// The use case of looking before matching.
public struct CheckSeason: Sendable {
  public init() {}

  /// Scores a season and counts what it offers.
  ///
  /// - Complexity: that of a match.
  public func report(
    _ season: Season, findings: [Finding] = [], doubles: [PossibleDouble] = []
  ) -> CheckReport {
    let scored = ScoredSeason(season)
    let all = (findings + scored.findings).sorted { $0.place < $1.place }
    // Of a season with errors nothing can be said yet.
    let hasErrors = scored.findings.contains { $0.kind.severity == .error }
    return CheckReport(
      season: season, findings: all, readiness: season.forms.map { readiness(of: $0, scored) },
      impossibility: hasErrors ? nil : MatchSeason().impossibility(season),
      quotas: scored.sideRules.quotas, doubles: doubles)
  }

  private func readiness(of form: Form, _ scored: ScoredSeason) -> FormReadiness {
    let mentees = scored.mentees.indices.filter { scored.mentees[$0].form == form.code }
    let mentors = scored.mentors.filter { $0.questionnaire.form == form.code }
    return FormReadiness(
      form: form.code, menteeCount: mentees.count, mentorCount: mentors.count,
      places: mentors.reduce(0) { $0 + $1.capacity }, minimum: form.group.minimum,
      neverOpenCount: mentors.count { $0.minimum > $0.capacity },
      excludedCount: scored.exclusions.count { $0.questionnaire.form == form.code },
      stranded: mentees.filter { scored.candidates[$0].isEmpty }.map {
        .init(person: scored.mentees[$0].person, removals: scored.removals[$0])
      })
  }
}
