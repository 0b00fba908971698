import InstanceFiles
public import Mentorship
public import Policies
public import Problems
public import Solvers
import Verification

/// Where one place more, or one mentor more, would help most.
public struct RecruitReport: Sendable {
  /// What a mentor who is looked for should be like.
  public enum Profile: Equatable, Sendable {
    case season(MentorProfile)
    /// As a mentor of an instance, with as many places.
    case like(mentor: Int, capacity: Int)
  }

  /// A mentor who is worth looking for.
  public struct Candidate: Equatable, Sendable {
    public let profile: Profile
    public let gain: ObjectiveChange
    /// Whom this mentor would take.
    public let mentees: [Int]
    /// What changes for everybody else.
    public let others: Exchange
  }

  /// One more mentor on top of those before.
  public struct Step: Equatable, Sendable {
    public let profile: Profile
    /// What all mentors so far bring together.
    public let gain: ObjectiveChange
    /// The value with all of them.
    public let objective: Objective
  }

  /// By mentor: what one place more would change.
  public let places: [ChangePrice]
  /// The best first; none is left out that asks for less and gives as much.
  public let candidates: [Candidate]
  /// The best mentor each time, one after the other.
  public let steps: [Step]
  /// Whether one mentor more gains nothing after the last step.
  public let isExhausted: Bool
  /// Whether the time was up before all was known.
  public let isStopped: Bool
}

extension SolvedCase {
  /// How many candidates of each form are named, and of an instance.
  private static let fewOfForm = 3
  private static let fewOfInstance = 5
  /// The longest search where every question is a solve.
  private static let usualTime = Duration.seconds(10)

  /// Finds out whom to recruit.
  ///
  /// - Parameters:
  ///   - steps: for how many mentors more at most.
  ///   - time: the longest search where the rules form no network; `nil` = a few seconds.
  /// - Returns: places, profiles and steps, each with its exact gain.
  /// - Throws: ``OfficeError``.
  /// - Complexity: a few searches through a network of all candidates, else a solve for each.
  public func recruitment(
    steps: Int = 10, time: Duration? = nil
  ) throws(OfficeError) -> RecruitReport {
    let deadline = ContinuousClock.now + (time ?? Self.usualTime)
    do throws(BackendError) {
      switch origin {
      case .season(let encoding):
        let totals = encoding.totals
        let places = try PlaceGains(solved, widening: totals, deadline: deadline).all()
        let report = try recruitment(for: encoding, places, steps, deadline)
        return try checked(report, totals)
      case .instance:
        let places = try PlaceGains(solved, deadline: deadline).all()
        return try checked(try similar(places, steps, deadline), [:])
      }
    } catch {
      throw .backend(error)
    }
  }

  private func recruitment(
    for encoding: Encoding, _ places: [ChangePrice], _ steps: Int,
    _ deadline: ContinuousClock.Instant
  ) throws(BackendError) -> RecruitReport {
    let profiles = SeasonProfiles(encoding.season, best: best)
    var search = RecruitSearch(
      solved, count: profiles.profiles.count, areApart: profiles.areApart,
      likeness: profiles.likeness, until: deadline, problem: profiles.problem(with:))
    let gains = try search.best(Self.fewOfForm)
    let candidates = gains.map { gain in
      RecruitReport.Candidate(
        profile: .season(profiles.narrowed(gain.trial, for: gain.mentees)), gain)
    }
    return try report(places, candidates, &search, steps) { trial, mentees in
      .season(profiles.narrowed(trial, for: mentees))
    }
  }

  private func similar(
    _ places: [ChangePrice], _ steps: Int, _ deadline: ContinuousClock.Instant
  ) throws(BackendError) -> RecruitReport {
    let similar = SimilarMentors(solved)
    func profile(_ trial: Int) -> RecruitReport.Profile {
      let mentor = similar.models[trial]
      return .like(mentor: mentor, capacity: problem.mentors[mentor].capacity)
    }
    var search = RecruitSearch(
      solved, count: similar.models.count, until: deadline, problem: similar.problem(with:))
    let candidates = try search.best(Self.fewOfInstance).map { gain in
      RecruitReport.Candidate(profile: profile(gain.trial), gain)
    }
    return try report(places, candidates, &search, steps) { trial, _ in profile(trial) }
  }

  private func report(
    _ places: [ChangePrice], _ candidates: [RecruitReport.Candidate],
    _ search: inout RecruitSearch, _ most: Int,
    _ profile: (Int, [Int]) -> RecruitReport.Profile
  ) throws(BackendError) -> RecruitReport {
    let (steps, isComplete) = try search.steps(most)
    return RecruitReport(
      places: places, candidates: candidates,
      steps: steps.map { step in
        RecruitReport.Step(
          profile: profile(step.trial, step.mentees), gain: step.change,
          objective: best.objective + step.change)
      }, isExhausted: isComplete, isStopped: search.isStopped || places.contains(.unknown))
  }

  /// No place is shown whose pairs the checker rejects.
  private func checked(
    _ report: RecruitReport, _ totals: [Int: [Int]]
  ) throws(BackendError) -> RecruitReport {
    for (mentor, gain) in report.places.enumerated() {
      guard case .exchange(let exchange) = gain, exchange != .none else { continue }
      let changed: AssignmentProblem
      do {
        changed = try problem.addingPlace(to: mentor, widening: totals[mentor] ?? [])
      } catch {
        throw .problem(error)
      }
      let claim = AssignmentOutcome.limitReached(
        exchange.applied(to: best), bound: Objective(matched: .max, total: .max))
      let verdict = Verdict(checking: claim, of: changed)
      guard verdict.accepted else {
        throw .failed("a place more that is rejected: \(verdict.problems.prefix(3))")
      }
    }
    return report
  }
}

extension RecruitReport.Candidate {
  fileprivate init(profile: RecruitReport.Profile, _ gain: RecruitSearch.Gain) {
    self.init(
      profile: profile, gain: gain.change, mentees: gain.mentees, others: gain.others)
  }
}
