import Mentorship
import Policies
import Problems
import TestSupport
import Testing

/// Seasons with every rule over several people, against an oracle that knows of people only.
@Suite("Rules over several people")
struct RuleSeasonTests {
  private let router = BackendRouter(backend: .auto)

  @Test("1,500 seasons: the best that the people's rules allow, found, decoded and checked")
  func agreesWithOracle() throws {
    var (optimal, infeasible, network) = (0, 0, 0)
    for seed in 0..<1500 as Range<UInt64> {
      let scored = ScoredSeason(try RandomRuleSeason.draw(seed: seed))
      if scored.findings.contains(where: { $0.kind.severity == .error }) { continue }
      var oracle = SeasonOracle(scored)
      let encoding = Encoding(scored)
      let problem = try encoding.problem()
      let answer = try router.solve(problem)
      switch answer.outcome {
      case .optimal(let best, _):
        optimal += 1
        network += answer.backend == .hungarian ? 1 : 0
        let found = oracle.best()
        let expected = try #require(found, "seed \(seed)")
        #expect(best.objective.total == expected.total, "seed \(seed)")
        if scored.season.coverage == .first {
          #expect(best.objective.matched == expected.matched, "seed \(seed)")
        }
        let left = try reasons(scored, problem, best)
        let proposal = Proposal(
          pairs: encoding.pairs(of: best), unmatched: left, loads: encoding.loads(of: best),
          quotas: encoding.quotas(of: best))
        #expect(
          ProposalCheck(season: scored.season).violations(of: proposal) == [], "seed \(seed)")
      case .infeasible(let witness):
        infeasible += 1
        let found = oracle.best()
        #expect(found == nil, "seed \(seed)")
        if case .conflict(let rules) = witness {
          #expect(!encoding.seasonRules(rules).isEmpty, "seed \(seed)")
        }
      case .limitReached: Issue.record("seed \(seed)")
      }
    }
    #expect(
      optimal > 600 && infeasible > 200 && network > 20, "\(optimal) \(infeasible) \(network)")
  }

  @Test(
    "whoever is left out: the price, the pairs lost or the impossibility are those of the oracle")
  func reasonsAreExact() throws {
    var (crowded, costly, impossible) = (0, 0, 0)
    for seed in 2000..<4500 as Range<UInt64> {
      let scored = ScoredSeason(try RandomRuleSeason.draw(seed: seed))
      if scored.findings.contains(where: { $0.kind.severity == .error }) { continue }
      let problem = try Encoding(scored).problem()
      guard case .optimal(let best, _) = try router.solve(problem).outcome else { continue }
      var oracle = SeasonOracle(scored)
      for one in try reasons(scored, problem, best) where one.role == .mentee {
        let mentee = scored.mentees.firstIndex { $0.person == one.person && $0.form == one.form }
        guard let mentee else { continue }
        let forced = oracle.best(with: mentee)
        switch one.reason {
        case .crowdedOut(let crowding):
          crowded += 1
          let forced = try #require(forced, "seed \(seed)")
          #expect(best.objective.total - crowding.price == forced.total, "seed \(seed)")
          if scored.season.coverage == .first {
            #expect(best.objective.matched == forced.matched, "seed \(seed)")
          }
        case .bottleneck(.coverage(let lost, let rules)):
          costly += 1
          let forced = try #require(forced, "seed \(seed)")
          #expect(best.objective.matched - forced.matched == lost, "seed \(seed)")
          #expect(!rules.isEmpty, "seed \(seed)")
        case .bottleneck(.impossible):
          impossible += 1
          #expect(forced == nil, "seed \(seed)")
        case .noEligibleMentor, .excluded: #expect(forced == nil, "seed \(seed)")
        case .undetermined: Issue.record("seed \(seed)")
        }
      }
    }
    #expect(crowded > 400 && costly > 5 && impossible > 1000, "\(crowded) \(costly) \(impossible)")
  }

  @Test("the check of decoded pairs and the oracle forbid the same")
  func checkIsIndependent() throws {
    var (allowed, forbidden) = (0, 0)
    for seed in 5000..<5300 as Range<UInt64> {
      let scored = ScoredSeason(try RandomRuleSeason.draw(seed: seed))
      if scored.findings.contains(where: { $0.kind.severity == .error }) { continue }
      var season = scored.season
      // The check does not ask whether everybody is served: that is the solver's promise.
      season.coverage = .first
      let (oracle, check) = (SeasonOracle(ScoredSeason(season)), ProposalCheck(season: season))
      var random = SplitMix64(seed: seed)
      for _ in 0..<20 {
        let choices = scored.mentees.indices.map { mentee -> SeasonOracle.Choice in
          let mentor = scored.candidates[mentee].randomElement(using: &random)?.mentor
          let isServed = Int.random(in: 0..<3, using: &random) > 0
          return (
            scored.mentees[mentee],
            isServed ? mentor.map { scored.mentors[$0].questionnaire } : nil
          )
        }
        let holds = oracle.allows(choices)
        #expect(check.violations(of: proposal(choices)).isEmpty == holds, "seed \(seed)")
        allowed += holds ? 1 : 0
        forbidden += holds ? 0 : 1
      }
    }
    #expect(allowed > 500 && forbidden > 1000)
  }

  @Test("a group that would fall below its minimum is named, with how many it would cost")
  func minimumCosts() throws {
    // А fits Щ alone; Б fits both; В and Г fit Ю alone, who opens for three.
    var season = Season(
      title: "", organisation: nil, date: try #require(CalendarDate(parsing: "15.10.2026")),
      forms: [
        Form(
          code: FormCode("employer-student"), title: .init(russian: "", english: ""), rules: [],
          capacityLimit: 3)
      ])
    let place = Place(file: "people.csv")
    func add(_ name: String, _ role: Role, minimum: Int? = nil) {
      let id = PersonID(name)
      season.people[id] = Person(id: id, name: PersonName(name))
      season.questionnaires.append(
        Questionnaire(
          person: id, form: season.forms[0].code, role: role, place: place, capacity: 3,
          minimum: minimum))
    }
    for name in ["А", "Б", "В", "Г"] { add(name, .mentee) }
    add("Щ", .mentor, minimum: 2)
    add("Ю", .mentor, minimum: 3)
    season.bans = [("А", "Ю"), ("В", "Щ"), ("Г", "Щ")].map {
      CuratorPair(
        form: nil, mentee: PersonID($0.0), mentor: PersonID($0.1), reason: "", place: place)
    }
    let scored = ScoredSeason(season)
    let problem = try Encoding(scored).problem()
    guard case .optimal(let best, _) = try router.solve(problem).outcome else { return }
    let left = try reasons(scored, problem, best)
    #expect(left.map(\.person) == [PersonID("А")])
    guard case .bottleneck(.coverage(let lost, let rules)) = left[0].reason else {
      Issue.record("\(left)")
      return
    }
    #expect(lost == 1)
    let seats = ["Щ", "Ю"].map { Seat(PersonID($0), in: season.forms[0].code) }
    #expect(rules == [.minimum(mentor: seats[0], 2), .minimum(mentor: seats[1], 3)])
  }

  private func reasons(
    _ scored: ScoredSeason, _ problem: AssignmentProblem, _ best: Assignment
  ) throws -> [Unmatched] {
    try UnmatchedReasons(season: scored, problem: problem, best: best) {
      problem throws(BackendError) in try router.solve(problem).outcome
    }.all()
  }

  private func proposal(_ choices: [SeasonOracle.Choice]) -> Proposal {
    Proposal(
      pairs: choices.compactMap { mentee, mentor in
        mentor.map {
          ProposedPair(
            form: mentee.form, mentee: mentee.person, mentor: $0.person, points: 0, parts: [],
            menteeAttitude: .notMet, mentorAttitude: .notMet, pinReason: nil)
        }
      },
      unmatched: choices.filter { $0.mentor == nil }.map {
        Unmatched(
          person: $0.mentee.person, form: $0.mentee.form, role: .mentee, reason: .undetermined)
      }, loads: [])
  }
}
