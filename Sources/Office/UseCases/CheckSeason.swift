public import Mentorship
import Problems
import Solvers

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
      season: season, findings: all,
      readiness: season.forms.map { FormReadiness($0, in: scored, matching: matching) },
      impossibility: hasErrors ? nil : MatchSeason().impossibility(season),
      quotas: scored.sideRules.quotas, doubles: doubles)
  }

  /// How many mentees can have a mentor at once.
  private func matching(_ candidates: [[Int]], _ places: [Int]) -> Int {
    let entries = candidates.enumerated().flatMap { mentee, mentors in
      mentors.map { (pair: Pair(mentee: mentee, mentor: $0), points: 0) }
    }
    guard
      let table = try? PairTable(
        entries: entries, menteeCount: candidates.count, mentorCount: places.count),
      let problem = try? AssignmentProblem(
        table: table, mentors: places.map { MentorLimits(capacity: $0) }, coverage: .first),
      case .optimal(let assignment, _)? = try? AssignmentSolver().solve(problem)
    else { return 0 }
    return assignment.objective.matched
  }
}
