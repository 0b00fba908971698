import Mentorship
import Policies
import Problems
import TestSupport
import Testing

@Suite("Reasons for the unmatched")
struct UnmatchedReasonsTests {
  private let router = BackendRouter(backend: .auto)

  private func solve(_ problem: AssignmentProblem) throws -> Assignment {
    guard case .optimal(let best, _) = try router.solve(problem).outcome else {
      throw BackendError.failed("no optimum")
    }
    return best
  }

  private func solved(
    _ seed: UInt64
  ) throws -> (
    season: ScoredSeason, problem: AssignmentProblem, best: Assignment, left: [Unmatched]
  ) {
    let season = ScoredSeason(try randomSeason(seed: seed))
    let problem = try Encoding(season).problem()
    let best = try solve(problem)
    let reasons = UnmatchedReasons(season: season, problem: problem, best: best) {
      problem throws(BackendError) in try router.solve(problem).outcome
    }
    return (season, problem, best, try reasons.all())
  }

  @Test("a stopped search says that nothing is known")
  func stopped() throws {
    for seed in 0..<50 as Range<UInt64> {
      let season = ScoredSeason(try randomSeason(seed: seed))
      let problem = try Encoding(season).problem()
      let reasons = UnmatchedReasons(season: season, problem: problem, best: try solve(problem)) {
        _ throws(BackendError) in
        .limitReached(nil, bound: Objective(matched: .max, total: .max))
      }
      for one in try reasons.all() {
        switch one.reason {
        case .undetermined, .noEligibleMentor, .excluded: break
        case .crowdedOut, .bottleneck: Issue.record("seed \(seed): \(one.reason)")
        }
      }
    }
  }

  @Test("everybody without a mentor has a reason; the price is the difference of two optima")
  func prices() throws {
    var crowdedCount = 0
    for seed in 0..<400 as Range<UInt64> {
      let (season, problem, best, left) = try solved(seed)
      #expect(best.objective == bruteForce(problem), "seed \(seed)")
      #expect(left.count == season.mentees.count - best.objective.matched, "seed \(seed)")
      for one in left {
        let mentee = try #require(
          season.mentees.firstIndex { $0.person == one.person && $0.form == one.form })
        let forced = bruteForce(try problem.demanding(mentee))
        switch one.reason {
        case .noEligibleMentor(let removals, let count):
          #expect(season.candidates[mentee].isEmpty, "seed \(seed)")
          #expect(removals == [.init(rule: .ban, count: count, alone: count)], "seed \(seed)")
        case .crowdedOut(let crowding):
          crowdedCount += 1
          let forced = try #require(forced, "seed \(seed)")
          #expect(forced.matched == best.objective.matched, "seed \(seed)")
          #expect(crowding.price == best.objective.total - forced.total, "seed \(seed)")
          #expect(crowding.displaced.count == 1, "seed \(seed)")
        case .excluded, .bottleneck, .undetermined:
          Issue.record("seed \(seed): \(one.reason)")
        }
      }
    }
    #expect(crowdedCount > 200)
  }

  @Test("a deficient set gains exactly one by one place, and is served by what it lacks")
  func deficits() throws {
    var largest = 0
    for seed in 0..<400 as Range<UInt64> {
      let (season, problem, best, left) = try solved(seed)
      for one in left {
        guard case .crowdedOut(let crowding) = one.reason else { continue }
        let deficit = try #require(crowding.deficit, "seed \(seed)")
        let lacking = deficit.mentees.count - deficit.places
        #expect(lacking > 0, "seed \(seed)")
        largest = max(largest, lacking)
        for place in deficit.mentors {
          let seat = try #require(
            season.mentors.indices.first { season.seat(ofMentor: $0) == place })
          let one = try solve(try problem.adding(1, placesTo: seat))
          #expect(one.objective.matched == best.objective.matched + 1, "seed \(seed)")
          let all = try solve(try problem.adding(lacking, placesTo: seat))
          #expect(all.objective.matched >= best.objective.matched + lacking, "seed \(seed)")
        }
      }
    }
    #expect(largest > 1)
  }
}

extension AssignmentProblem {
  /// The same problem in which a mentee must be served.
  fileprivate func demanding(_ mentee: Int) throws -> AssignmentProblem {
    try AssignmentProblem(
      table: table, demands: demands, mentors: mentors, minimumRule: minimumRule,
      quotas: quotas + [Quota(name: "forced", mentees: [mentee], atLeast: 1)], fixed: fixed,
      coverage: coverage)
  }

  /// More places for one seat, and in the person's total.
  fileprivate func adding(_ places: Int, placesTo seat: Int) throws -> AssignmentProblem {
    try AssignmentProblem(
      table: table, demands: demands,
      mentors: mentors.enumerated().map { index, limits in
        MentorLimits(
          capacity: limits.capacity + (index == seat ? places : 0),
          minimum: limits.minimum)
      },
      minimumRule: minimumRule,
      quotas: quotas.map { quota in
        guard let atMost = quota.atMost, quota.mentors?.contains(seat) == true
        else { return quota }
        return Quota(
          name: quota.name, mentees: quota.mentees, mentors: quota.mentors,
          atLeast: quota.atLeast, atMost: atMost + places)
      },
      fixed: fixed, coverage: coverage)
  }
}
