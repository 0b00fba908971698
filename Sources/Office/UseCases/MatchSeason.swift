public import Mentorship
public import Policies
public import Problems
public import Solvers
import Verification

/// The use case at the heart of the house: a season in, checked pairs with reasons out.
public struct MatchSeason: Sendable {
  private let policy: Policy?
  private let backend: Backend
  private let limits: SolverLimits
  private let watch: SolverWatch

  /// Makes the use case; without a policy the season's own coverage decides.
  public init(
    policy: Policy? = nil, backend: Backend = .auto, limits: SolverLimits = .init(),
    isCancelled: @escaping @Sendable () -> Bool = { false },
    report: (@Sendable (SolverProgress) -> Void)? = nil
  ) {
    self.policy = policy
    self.backend = backend
    self.limits = limits
    watch = SolverWatch(isCancelled: isCancelled, report: report)
  }

  /// Scores, solves, verifies, decodes and checks a season.
  ///
  /// - Parameters:
  ///   - season: from ``Documents`` or elsewhere; its findings are passed on.
  ///   - findings: what the reader found.
  /// - Returns: the report, with the findings of scoring added.
  /// - Throws: ``OfficeError``; a season with error findings throws
  ///   ``OfficeError/findings(_:)`` before anything is computed.
  public func report(_ season: Season, findings: [Finding] = []) throws(OfficeError) -> MatchReport
  {
    let clock = ContinuousClock()
    let start = clock.now
    var season = season
    if let policy { try season.follow(policy) }
    let scored = ScoredSeason(season)
    let all = (findings + scored.findings).sorted { $0.place < $1.place }
    if all.contains(where: { $0.kind.severity == .error }) { throw .findings(all) }
    let encoding = Encoding(scored)
    let (problem, answer) = try solve(encoding)
    let outcome = try outcome(answer.outcome, problem: problem, encoding: encoding)
    return MatchReport(
      season: season, outcome: outcome, policy: policy ?? Policy(following: problem.coverage),
      backend: answer.backend, findings: all,
      seconds: clock.now.seconds(since: start))
  }

  private func solve(
    _ encoding: Encoding
  ) throws(OfficeError) -> (AssignmentProblem, BackendRouter.Answer) {
    do {
      let problem = try encoding.problem()
      return (problem, try checkedAnswer(problem, backend: backend))
    } catch {
      throw OfficeError(error)
    }
  }

  /// Solves, and lets nothing pass that the independent checker rejects.
  private func checkedAnswer(
    _ problem: AssignmentProblem, backend: Backend
  ) throws -> BackendRouter.Answer {
    let router = BackendRouter(backend: backend, limits: limits, watch: watch)
    let answer = try router.solve(problem)
    let verdict = Verdict(checking: answer.outcome, of: problem, threads: limits.threads)
    guard verdict.accepted else { throw OfficeError.rejected(verdict.problems) }
    return answer
  }

  private func outcome(
    _ outcome: AssignmentOutcome, problem: AssignmentProblem, encoding: Encoding
  ) throws(OfficeError) -> MatchReport.Outcome {
    switch outcome {
    case .optimal(let best, _):
      return .proposed(try proposal(best, true, problem, encoding), isOptimal: true)
    case .limitReached(let best?, _):
      return .proposed(try proposal(best, false, problem, encoding), isOptimal: false)
    case .limitReached(nil, _): return .limitReached
    case .infeasible(let witness): return .impossible(encoding.season.impossibility(witness))
    }
  }

  private func proposal(
    _ best: Assignment, _ isOptimal: Bool, _ problem: AssignmentProblem, _ encoding: Encoding
  ) throws(OfficeError) -> Proposal {
    let proposal: Proposal
    do {
      let reasons = UnmatchedReasons(
        season: encoding.season, problem: problem, best: best, isOptimal: isOptimal
      ) { problem throws(BackendError) in
        try BackendRouter(backend: .auto).solve(problem).outcome
      }
      proposal = Proposal(
        pairs: encoding.pairs(of: best), unmatched: try reasons.all(),
        loads: encoding.loads(of: best))
    } catch {
      throw OfficeError(error)
    }
    let violations = ProposalCheck(season: encoding.season.season).violations(of: proposal)
    guard violations.isEmpty else { throw .violated(violations) }
    return proposal
  }
}

extension Season {
  /// Lets a policy decide about coverage, unless everybody must be matched anyway.
  fileprivate mutating func follow(_ policy: Policy) throws(OfficeError) {
    switch (policy, coverage) {
    case (.coverageFirst, .ignore), (.maxPoints, .first):
      throw .policyConflict(policy.rawValue, coverage: coverage.rawValue)
    case (.coverageFirst, _), (.maxPoints, _): break
    default: throw .policyConflict(policy.rawValue, coverage: coverage.rawValue)
    }
  }
}

extension ScoredSeason {
  /// A witness in people's names.
  func impossibility(_ witness: Witness) -> Impossibility {
    switch witness {
    case .hall(let violator):
      return .shortage(
        Shortage(
          mentees: violator.mentees.map(seat(ofMentee:)),
          mentors: violator.mentors.map(seat(ofMentor:)),
          needed: violator.needed, places: violator.places))
    case .conflict(let rules):
      let pinned = pins.sorted { ($0.mentee, $0.mentor) < ($1.mentee, $1.mentor) }
      var pairs: [NamedPair] = []
      var limits: [PersonID] = []
      for rule in rules {
        switch rule {
        case .fixed(let index):
          pairs.append(
            NamedPair(
              mentee: mentees[pinned[index].mentee].person,
              mentor: mentors[pinned[index].mentor].questionnaire.person))
        case .capacity(let mentor), .minimum(let mentor), .hours(let mentor):
          limits.append(mentors[mentor].questionnaire.person)
        case .demand(let mentee): limits.append(mentees[mentee].person)
        case .quota(let index): limits.append(totals[index].person)
        // A season has none of these yet.
        case .apart, .together: break
        }
      }
      return .pins(pairs: pairs, limits: limits)
    }
  }
}

extension ContinuousClock.Instant {
  /// Seconds since an earlier moment.
  func seconds(since start: ContinuousClock.Instant) -> Double {
    let duration = start.duration(to: self).components
    return Double(duration.seconds) + Double(duration.attoseconds) / 1e18
  }
}
