/// The rules of a season over several pairs at once, in seats of a ``ScoredSeason``.
public struct SideRules: Equatable, Sendable {
  /// Between so many pairs of some mentees with some mentors; `nil` = of all.
  public struct Bound: Equatable, Sendable {
    public let rule: SeasonRule
    public var mentees: [Int]?
    public var mentors: [Int]?
    public var atLeast = 0
    public var atMost: Int?
    /// Holds only where one of these mentees has one of the mentors; `nil` = holds anyway.
    public var when: [Int]?
  }

  /// Seats of mentees of one form.
  public struct Companions: Equatable, Sendable {
    public let rule: SeasonRule
    public let mentees: [Int]
  }

  /// Totals over forms, minimums that always hold, quotas, and what groups are made of.
  public let bounds: [Bound]
  public let apart: [Companions]
  public let together: [Companions]
  /// By mentor: the least mentees of a group that may also stay empty; 0 = any number.
  public let minimums: [Int]
  /// By quota of the season.
  public let quotas: [QuotaSize]

  /// What a quota of the season asks for, once its people are known.
  public struct QuotaSize: Equatable, Sendable {
    public let name: String
    public let menteeCount: Int
    /// `nil` = every mentor counts.
    public let mentorCount: Int?
    public let atLeast: Int
    public let atMost: Int?
  }
}

extension SideRules {
  /// Finds the seats of every rule; `candidates` stand by mentee.
  ///
  /// - Complexity: O(eligible pairs · kinds of age + people · quotas).
  init(
    season: Season, seats: Seats, candidates: [[ScoredSeason.Candidate]],
    _ findings: inout [Finding]
  ) {
    var bounds = seats.totals.map {
      Bound(rule: .total($0.person, $0.capacity), mentors: $0.mentors, atMost: $0.capacity)
    }
    let always = Set(season.forms.filter { $0.group.minimumIs == .always }.map(\.code))
    minimums = seats.mentors.map { always.contains($0.questionnaire.form) ? 0 : $0.minimum }
    for (mentor, offer) in seats.mentors.enumerated() where offer.minimum > 0 {
      if offer.minimum > offer.capacity { findings.append(Self.neverOpens(offer)) }
      guard always.contains(offer.questionnaire.form) else { continue }
      let seat = Seat(offer.questionnaire.person, in: offer.questionnaire.form)
      bounds.append(
        Bound(
          rule: .minimum(mentor: seat, offer.minimum), mentors: [mentor], atLeast: offer.minimum))
    }
    quotas = season.quotas.map { quota in
      let bound = Self.bound(of: quota, season, seats, &findings)
      bounds.append(bound)
      return QuotaSize(
        name: quota.name, menteeCount: bound.mentees?.count ?? seats.mentees.count,
        mentorCount: bound.mentors?.count, atLeast: bound.atLeast,
        atMost: bound.atMost)
    }
    bounds += GroupBounds(season: season, seats: seats, candidates: candidates).all(&findings)
    let sets = MenteeSetResolver(season: season, seats: seats)
    self.bounds = bounds
    together = sets.together(&findings)
    apart = sets.apart(&findings)
    findings += sets.contradictions
  }

  private static func neverOpens(_ offer: ScoredSeason.Offer) -> Finding {
    let kind = RuleFinding.groupNeverOpens(
      name: offer.questionnaire.person.rawValue, capacity: offer.capacity, minimum: offer.minimum)
    return Finding(.rule(kind), at: offer.questionnaire.place)
  }

  private static func bound(
    of quota: PairQuota, _ season: Season, _ seats: Seats, _ findings: inout [Finding]
  ) -> Bound {
    let mentees = seats.mentees.indices.filter {
      quota.mentees.selects(seats.mentees[$0], in: season)
    }
    let mentors = seats.mentors.indices.filter {
      quota.mentors.selects(seats.mentors[$0].questionnaire, in: season)
    }
    for (role, people) in [(Role.mentee, mentees), (.mentor, mentors)] where people.isEmpty {
      let kind = RuleFinding.quotaSelectsNobody(quota: quota.name, role: role)
      findings.append(Finding(.rule(kind), at: quota.place))
    }
    let least = quota.least(of: mentees.count)
    return Bound(
      rule: .quota(name: quota.name, atLeast: least, atMost: quota.atMost),
      mentees: quota.mentees.isEverybody ? nil : mentees,
      mentors: quota.mentors.isEverybody ? nil : mentors, atLeast: least, atMost: quota.atMost)
  }
}
