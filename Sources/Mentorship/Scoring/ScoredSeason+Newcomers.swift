extension ScoredSeason {
  /// The season with mentors who could be found, behind all others, scored as if they had been there.
  ///
  /// - Parameter newcomers: each of a form of the season, and past all its gates.
  /// - Returns: a season whose first mentors are those of this one.
  /// - Complexity: O(mentees · newcomers · answers of a person), and as much as scoring the whole form where
  ///   points depend on what all its mentors offer.
  public func adding(_ newcomers: [Newcomer]) -> ScoredSeason {
    var season = season
    for one in newcomers {
      season.people[one.person.id] = one.person
      season.questionnaires.append(one.questionnaire)
      if let partner = one.partner, !season.partners.contains(partner) {
        season.partners.append(partner)
      }
    }
    return ScoredSeason(self, in: season, newcomers.map(\.questionnaire))
  }

  /// Whether the points of a form's pairs depend on what all its mentors offer.
  public func looksAtOthers(in form: FormCode) -> Bool { scorer.looksAtOthers(in: form) }

  private init(_ old: ScoredSeason, in season: Season, _ newcomers: [Questionnaire]) {
    let eligibility = Eligibility(season: season)
    let scorer = Scorer(season: season)
    let offers = newcomers.map {
      Offer(
        questionnaire: $0, capacity: eligibility.capacity(of: $0),
        minimum: eligibility.minimum(of: $0))
    }
    let changed = Set(newcomers.map(\.form).filter(scorer.looksAtOthers))
    func points(_ mentee: Questionnaire, _ mentor: Questionnaire) -> Int {
      scorer.parts(mentee: mentee, mentor: mentor).reduce(0) { $0 + $1.points }
    }
    let candidates = old.mentees.indices.map { index -> [Candidate] in
      let mentee = old.mentees[index]
      var mine = old.candidates[index]
      if changed.contains(mentee.form) {
        mine = mine.map {
          Candidate(
            mentor: $0.mentor, points: points(mentee, old.mentors[$0.mentor].questionnaire))
        }
      }
      for (offset, mentor) in newcomers.enumerated()
      where mentor.form == mentee.form
        && eligibility.brokenRules(mentee: mentee, mentor: mentor).isEmpty
      {
        mine.append(
          Candidate(mentor: old.mentors.count + offset, points: points(mentee, mentor)))
      }
      return mine
    }
    self.season = season
    self.scorer = scorer
    attitudeTable = Attitudes(season: season)
    mentees = old.mentees
    mentors = old.mentors + offers
    exclusions = old.exclusions
    self.candidates = candidates
    removals = old.removals
    totals = old.totals
    pins = old.pins
    var found: [Finding] = []
    let seats = Seats(
      mentees: mentees, mentors: mentors, exclusions: exclusions, totals: totals, findings: [])
    sideRules = SideRules(season: season, seats: seats, candidates: candidates, &found)
    findings = old.findings
  }
}

/// Scores single pairs of a season.
struct PairTrial {
  private let scorer: Scorer
  private let eligibility: Eligibility

  init(_ season: ScoredSeason) {
    scorer = season.scorer
    eligibility = Eligibility(season: season.season)
  }

  /// `nil` for a pair that is not eligible.
  func points(mentee: Questionnaire, mentor: Questionnaire) -> Int? {
    guard eligibility.brokenRules(mentee: mentee, mentor: mentor).isEmpty else { return nil }
    return scorer.parts(mentee: mentee, mentor: mentor).reduce(0) { $0 + $1.points }
  }
}
