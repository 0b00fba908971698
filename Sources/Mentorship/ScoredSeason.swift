/// A season after scoring: who takes part, which pairs are eligible, and how good each one is.
///
/// Mentees and mentors are seats: one person in one role of one form. They stand in canonical order
/// (form, then name), and every index below is one into these lists.
public struct ScoredSeason: Sendable {
  public let season: Season
  public let mentees: [Questionnaire]
  public let mentors: [Offer]
  public let exclusions: [Exclusion]
  /// By mentee: the eligible mentors, ascending.
  public let candidates: [[Candidate]]
  /// By mentee: what made mentors of the form ineligible.
  public let removals: [[Removal]]
  public let pins: [Pin]
  /// People whose total over all forms is less than the sum of their capacities.
  public let totals: [Total]
  /// Rules over several pairs at once.
  public let sideRules: SideRules
  /// What scoring found: pins that break rules, rules that could not be checked.
  public let findings: [Finding]

  /// A mentor's seat.
  public struct Offer: Equatable, Sendable {
    public let questionnaire: Questionnaire
    public let capacity: Int
    /// The least mentees once there are any; 0 = any number.
    public let minimum: Int
  }

  /// A person left out of a form before any matching.
  public struct Exclusion: Equatable, Sendable {
    public let questionnaire: Questionnaire
    public let gates: [Gate]
  }

  /// An eligible mentor of some mentee.
  public struct Candidate: Equatable, Sendable {
    public let mentor: Int
    public let points: Int

    public init(mentor: Int, points: Int) {
      self.mentor = mentor
      self.points = points
    }
  }

  /// How many mentors of the form a rule made ineligible for a mentee.
  public struct Removal: Equatable, Sendable {
    public let rule: EligibilityRule
    public let count: Int
    /// For how many of them it is the only rule broken: they come back if it is relaxed.
    public let alone: Int

    public init(rule: EligibilityRule, count: Int, alone: Int) {
      self.rule = rule
      self.count = count
      self.alone = alone
    }
  }

  /// A pair that must be chosen.
  public struct Pin: Equatable, Sendable {
    public let mentee: Int
    public let mentor: Int
    public let reason: String
  }

  /// A capacity that one person's seats in several forms share.
  public struct Total: Equatable, Sendable {
    public let person: PersonID
    public let mentors: [Int]
    public let capacity: Int
  }

  /// The parts of an eligible pair; their points sum to the candidate's.
  public func parts(mentee: Int, mentor: Int) -> [ScorePart] {
    scorer.parts(mentee: mentees[mentee], mentor: mentors[mentor].questionnaire)
  }

  public func seat(ofMentee mentee: Int) -> Seat {
    Seat(mentees[mentee].person, in: mentees[mentee].form)
  }

  public func seat(ofMentor mentor: Int) -> Seat {
    let questionnaire = mentors[mentor].questionnaire
    return Seat(questionnaire.person, in: questionnaire.form)
  }

  /// How the two people of a pair stand to each other.
  public func attitudes(mentee: Int, mentor: Int) -> (ofMentee: Attitude, ofMentor: Attitude) {
    let one = mentees[mentee].person
    let other = mentors[mentor].questionnaire.person
    return (
      attitudeTable.attitude(of: one, as: .mentee, to: other),
      attitudeTable.attitude(of: other, as: .mentor, to: one)
    )
  }

  /// What each of a pair thinks of the other, in hundred-thousandths of the best.
  public func worths(mentee: Int, mentor: Int) -> (ofMentee: Int, ofMentor: Int) {
    let one = mentees[mentee].person
    let other = mentors[mentor].questionnaire.person
    return (
      attitudeTable.opinion(of: one, as: .mentee, on: other).worth.of(100_000),
      attitudeTable.opinion(of: other, as: .mentor, on: one).worth.of(100_000)
    )
  }

  let scorer: Scorer
  let attitudeTable: Attitudes
}

extension ScoredSeason {
  /// Scores every pair of every form.
  ///
  /// - Complexity: O(Σ mentees · mentors of each form · answers of a person).
  public init(_ season: Season) {
    let eligibility = Eligibility(season: season)
    let seats = Seats(season: season, eligibility: eligibility)
    let scorer = Scorer(season: season)
    var candidates: [[Candidate]] = []
    var removals: [[Removal]] = []
    for mentee in seats.mentees {
      var mine: [Candidate] = []
      var counter = RemovalCounter()
      for (index, offer) in seats.mentors.enumerated()
      where offer.questionnaire.form == mentee.form {
        let broken = eligibility.brokenRules(mentee: mentee, mentor: offer.questionnaire)
        if broken.isEmpty {
          let parts = scorer.parts(mentee: mentee, mentor: offer.questionnaire)
          mine.append(Candidate(mentor: index, points: parts.reduce(0) { $0 + $1.points }))
        } else {
          counter.count(broken)
        }
      }
      candidates.append(mine)
      removals.append(counter.removals)
    }
    self.season = season
    self.scorer = scorer
    attitudeTable = Attitudes(season: season)
    mentees = seats.mentees
    mentors = seats.mentors
    exclusions = seats.exclusions
    self.candidates = candidates
    self.removals = removals
    totals = seats.totals
    let resolved = PinResolver(season: season, seats: seats, eligibility: eligibility).resolve()
    pins = resolved.pins
    var found = resolved.findings + seats.findings + PaperFindings(season: season).findings
    sideRules = SideRules(season: season, seats: seats, candidates: candidates, &found)
    findings = found
  }
}

/// Counts, rule by rule, why pairs are not eligible.
struct RemovalCounter {
  private var counts: [EligibilityRule: (count: Int, alone: Int)] = [:]
  private var order: [EligibilityRule] = []

  mutating func count(_ broken: [EligibilityRule]) {
    for rule in broken {
      if counts[rule] == nil { order.append(rule) }
      counts[rule, default: (0, 0)].count += 1
      counts[rule, default: (0, 0)].alone += broken.count == 1 ? 1 : 0
    }
  }

  /// The rule that removed most comes first; equals in the order met.
  var removals: [ScoredSeason.Removal] {
    order.enumerated().compactMap { index, rule in
      counts[rule].map {
        (index, ScoredSeason.Removal(rule: rule, count: $0.count, alone: $0.alone))
      }
    }
    .sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
    .map(\.1)
  }
}
