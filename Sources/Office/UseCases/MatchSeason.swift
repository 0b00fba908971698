public import Mentorship
public import Policies
public import Problems
public import Solvers
import Verification

/// The use case at the heart of the house: a season in, checked pairs with reasons out.
public struct MatchSeason: Sendable {
  /// A hundred draws of so many pairs take no longer than anybody would notice.
  private static let mostPairsDrawn = 50_000

  private let aim: Aim?
  private let backend: Backend
  private let limits: SolverLimits
  private let watch: SolverWatch

  /// Makes the use case; without an aim the season's own coverage decides.
  public init(
    aim: Aim? = nil, backend: Backend = .auto, limits: SolverLimits = .init(),
    isCancelled: @escaping @Sendable () -> Bool = { false },
    report: (@Sendable (SolverProgress) -> Void)? = nil
  ) {
    self.aim = aim
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
    let scored = ScoredSeason(season)
    let all = (findings + scored.findings).sorted { $0.place < $1.place }
    let encoding = Encoding(scored)
    if let aim, !aim.agrees(with: encoding.coverage) {
      throw .policyConflict(aim.name, coverage: season.coverage.rawValue)
    }
    if aim?.chain?.goals.contains(.changes) ?? false { throw .nothingApproved }
    if all.contains(where: { $0.kind.severity == .error }) { throw .findings(all) }
    let (run, answer) = try solve(encoding)
    let outcome = try outcome(answer, run, encoding)
    return MatchReport(
      season: season, outcome: outcome, aim: run.aim, backend: answer.backend,
      isCertified: answer.outcome?.hasPrices ?? false,
      inputsHash: SeasonFingerprint(encoding, run.problem).text,
      byHand: answer.outcome?.best.map { _ in handMade(run.problem, encoding) }, findings: all,
      seconds: clock.now.seconds(since: start))
  }

  /// Why no proposal can satisfy a season; `nil` where one can, or where that is not for this to say.
  func impossibility(_ season: Season) -> Impossibility? {
    let encoding = Encoding(ScoredSeason(season))
    guard let (run, answer) = try? solve(encoding),
      case .infeasible(let witness)? = answer.outcome
    else { return nil }
    return impossibility(witness, run.problem, encoding)
  }

  private func handMade(_ problem: AssignmentProblem, _ encoding: Encoding) -> HandMade {
    let pairs = ByHand(problem) { pair in
      let attitudes = encoding.season.attitudes(mentee: pair.mentee, mentor: pair.mentor)
      return attitudes.ofMentee == .place(1) && attitudes.ofMentor == .place(1)
    }.pairs
    let objective = problem.objective(of: pairs) ?? Objective(matched: pairs.count, total: 0)
    // Who must be served is another matter than what must not be done.
    let verdict = Verdict(
      checking: .limitReached(
        Assignment(pairs: pairs, objective: objective),
        bound: Objective(matched: .max, total: .max)),
      of: problem.covering(.ignore) ?? problem)
    return HandMade(objective: objective, keepsRules: verdict.accepted)
  }

  private func solve(
    _ encoding: Encoding
  ) throws(OfficeError) -> (run: AimedSolve, answer: AimedSolve.Answer) {
    do {
      let problem = try encoding.problem()
      let aim = aim ?? .policy(Policy(following: problem.coverage))
      let run = AimedSolve(
        problem, aim: aim, data: GoalData(rankings: encoding.rankings, waiting: encoding.waiting),
        backend: backend,
        limits: limits, watch: watch)
      let answer = try run.answer()
      try run.check(answer, threads: limits.threads)
      return (run, answer)
    } catch BackendError.notANetwork(let rule) {
      throw encoding.seasonRules([rule]).first.map { .needsGLPK($0) }
        ?? .backend(.notANetwork(rule: rule))
    } catch {
      throw OfficeError(error)
    }
  }

  private func outcome(
    _ answer: AimedSolve.Answer, _ run: AimedSolve, _ encoding: Encoding
  ) throws(OfficeError) -> MatchReport.Outcome {
    switch answer.outcome {
    case .optimal(let best, let proof)?:
      let doubts = doubts(best, proof, run)
      return .proposed(try proposal(best, true, run, encoding, doubts), isOptimal: true)
    case .limitReached(let best?, _)?:
      return .proposed(try proposal(best, false, run, encoding), isOptimal: false)
    case .limitReached(nil, _)?: return .limitReached
    case .infeasible(let witness)?:
      return .impossible(impossibility(witness, run.problem, encoding))
    case nil: return .impossible(.nothingStable)
    }
  }

  /// A witness in people's names, with the cheapest way out.
  private func impossibility(
    _ witness: Witness, _ problem: AssignmentProblem, _ encoding: Encoding
  ) -> Impossibility {
    let router = BackendRouter(backend: .auto, limits: limits, watch: watch)
    let changes = encoding.changes(router.checkedRelaxation(of: problem)?.changes ?? [])
    let season = encoding.season
    switch witness {
    case .hall(let violator):
      return .shortage(
        Shortage(
          mentees: violator.mentees.map(season.seat(ofMentee:)),
          mentors: violator.mentors.map(season.seat(ofMentor:)), needed: violator.needed,
          places: violator.places, changes: changes))
    case .conflict(let rules):
      return .conflict(
        RuleConflict(rules: encoding.seasonRules(rules), isMinimal: true, changes: changes))
    case .unisolated(let rules):
      return .conflict(
        RuleConflict(rules: encoding.seasonRules(rules), isMinimal: false, changes: changes))
    }
  }

  /// The pairs that hang by a thread, where that is known in a moment: in networks of a school's size.
  private func doubts(
    _ best: Assignment, _ proof: Proof, _ run: AimedSolve
  ) -> [Pair: Doubt] {
    guard run.isPlain, run.problem.table.pairCount <= Self.mostPairsDrawn else { return [:] }
    let router = BackendRouter(
      backend: .auto, limits: limits, watch: SolverWatch(isCancelled: watch.isCancelled))
    let solved = SolvedProblem(run.problem, best, proof, router: router)
    guard solved.network != nil, let robustness = try? Robustness.of(solved, namesRivals: false)
    else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: robustness.pairs.filter(\.isDoubtful).map { ($0.pair, Doubt($0)) })
  }

  private func proposal(
    _ best: Assignment, _ isOptimal: Bool, _ run: AimedSolve, _ encoding: Encoding,
    _ doubts: [Pair: Doubt] = [:]
  ) throws(OfficeError) -> Proposal {
    let proposal: Proposal
    let router = BackendRouter(
      backend: .auto, limits: limits, watch: SolverWatch(isCancelled: watch.isCancelled))
    do {
      let reasons = UnmatchedReasons(
        season: encoding.season, problem: run.problem, best: best,
        // A price is a difference of points; next to other goals it means nothing.
        isOptimal: isOptimal && run.isPlain
      ) { problem throws(BackendError) in
        try router.solve(problem).outcome
      }
      proposal = Proposal(
        pairs: encoding.pairs(of: best, doubts), unmatched: try reasons.all(),
        loads: encoding.loads(of: best), quotas: encoding.quotas(of: best))
    } catch {
      throw OfficeError(error)
    }
    let violations = ProposalCheck(season: encoding.season.season).violations(of: proposal)
    guard violations.isEmpty else { throw .violated(violations) }
    return proposal
  }
}

extension ContinuousClock.Instant {
  /// Seconds since an earlier moment.
  func seconds(since start: ContinuousClock.Instant) -> Double {
    let duration = start.duration(to: self).components
    return Double(duration.seconds) + Double(duration.attoseconds) / 1e18
  }
}

extension AssignmentOutcome {
  fileprivate var best: Assignment? {
    switch self {
    case .optimal(let best, _): best
    case .limitReached(let best, _): best
    case .infeasible: nil
    }
  }

  fileprivate var hasPrices: Bool {
    if case .optimal(_, .duals) = self { true } else { false }
  }
}

extension BackendRouter {
  /// Changes that make a problem feasible; those that do not pass the checker are none.
  func checkedRelaxation(of problem: AssignmentProblem) -> RelaxationAdvice? {
    guard let advice = relaxation(of: problem),
      let relaxed = try? problem.relaxed(by: advice.changes)
    else { return nil }
    let claim = AssignmentOutcome.limitReached(
      advice.assignment, bound: Objective(matched: .max, total: .max))
    return Verdict(checking: claim, of: relaxed).accepted ? advice : nil
  }
}
