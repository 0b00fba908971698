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

  public var hasErrors: Bool { findings.contains { $0.kind.severity == .error } }
}

/// Demand against places in one form.
public struct FormReadiness: Equatable, Sendable {
  public let form: FormCode
  public let menteeCount: Int
  public let mentorCount: Int
  public let places: Int
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
  public func report(_ season: Season, findings: [Finding] = []) -> CheckReport {
    let scored = ScoredSeason(season)
    return CheckReport(
      season: season,
      findings: (findings + scored.findings).sorted { $0.place < $1.place },
      readiness: season.forms.map { readiness(of: $0.code, scored) },
      impossibility: impossibility(season))
  }

  /// Seasons with errors, and trouble of the programme's own, are for the match to speak of.
  private func impossibility(_ season: Season) -> Impossibility? {
    guard case .impossible(let impossibility)? = try? MatchSeason().report(season).outcome else {
      return nil
    }
    return impossibility
  }

  private func readiness(of form: FormCode, _ scored: ScoredSeason) -> FormReadiness {
    let mentees = scored.mentees.indices.filter { scored.mentees[$0].form == form }
    let mentors = scored.mentors.filter { $0.questionnaire.form == form }
    return FormReadiness(
      form: form, menteeCount: mentees.count, mentorCount: mentors.count,
      places: mentors.reduce(0) { $0 + $1.capacity },
      excludedCount: scored.exclusions.count { $0.questionnaire.form == form },
      stranded: mentees.filter { scored.candidates[$0].isEmpty }.map {
        .init(person: scored.mentees[$0].person, removals: scored.removals[$0])
      })
  }
}
