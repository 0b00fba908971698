public import Mentorship
public import Problems

/// The one place where people become indices and indices become people.
///
/// Mentees and mentors of the problem are the seats of the scored season, in the same order. A total
/// over several seats of one mentor is a quota, so the forms are solved together; so are minimums that
/// always hold, and what groups are made of: quotas of one mentor, most of them under a condition.
public struct Encoding: Sendable {
  public let season: ScoredSeason

  public init(_ season: ScoredSeason) { self.season = season }

  /// The assignment problem of the whole season.
  ///
  /// - Throws: ``ProblemError``, which a season made of checked settings does not cause.
  /// - Complexity: O(eligible pairs).
  public func problem() throws(ProblemError) -> AssignmentProblem {
    let entries = season.candidates.enumerated().flatMap { mentee, candidates in
      candidates.map { (pair: Pair(mentee: mentee, mentor: $0.mentor), points: $0.points) }
    }
    return try AssignmentProblem(
      table: PairTable(
        entries: entries, menteeCount: season.mentees.count, mentorCount: season.mentors.count),
      mentors: zip(season.mentors, season.sideRules.minimums).map {
        MentorLimits(capacity: $0.capacity, minimum: $1)
      },
      minimumRule: .ifOpen,
      quotas: season.sideRules.bounds.enumerated().map { index, bound in
        Quota(
          name: "bounds[\(index)]", mentees: bound.mentees, mentors: bound.mentors,
          atLeast: bound.atLeast, atMost: bound.atMost, when: bound.when)
      },
      fixed: season.pins.map { Pair(mentee: $0.mentee, mentor: $0.mentor) },
      apart: season.sideRules.apart.map(\.mentees),
      together: season.sideRules.together.map(\.mentees), coverage: coverage)
  }

  /// What the season says of serving everybody.
  public var coverage: Coverage {
    switch season.season.coverage {
    case .first: .first
    case .ignore: .ignore
    case .all: .everyMentee
    }
  }

  /// By mentee: the months without a mentor.
  public var waiting: [Int] {
    season.mentees.map { max(0, $0.waitingSince?.months(until: season.season.date) ?? 0) }
  }

  /// Whom both sides would rather have, of those who are eligible: what the season's scale makes of their answers.
  ///
  /// - Complexity: O(eligible pairs · log).
  public var rankings: Rankings {
    var mentees = season.mentees.map { _ in [Int: [Int]]() }
    var mentors = season.mentors.map { _ in [Int: [Int]]() }
    for (mentee, candidates) in season.candidates.enumerated() {
      for candidate in candidates {
        let worths = season.worths(mentee: mentee, mentor: candidate.mentor)
        mentees[mentee][worths.ofMentee, default: []].append(candidate.mentor)
        mentors[candidate.mentor][worths.ofMentor, default: []].append(mentee)
      }
    }
    func tiers(_ byWorth: [Int: [Int]]) -> Rankings.Tiers {
      byWorth.keys.sorted(by: >).map { byWorth[$0] ?? [] }
    }
    return Rankings(mentees: mentees.map(tiers), mentors: mentors.map(tiers))
  }

  /// What rules of the problem are in the season, each once; those it does not have are left out.
  public func seasonRules(_ rules: [Rule]) -> [SeasonRule] {
    var named: [SeasonRule] = []
    for rule in rules.compactMap(seasonRule) where !named.contains(rule) { named.append(rule) }
    return named
  }

  /// Changes of the problem as changes of the season; those of one rule in one direction add up.
  public func changes(_ relaxations: [Relaxation]) -> [RuleChange] {
    struct Move: Hashable {
      let rule: SeasonRule
      let isUp: Bool
    }
    var order: [Move] = []
    var units: [Move: Int] = [:]
    for relaxation in relaxations {
      guard let rule = seasonRule(relaxation.rule), relaxation.by != 0 else { continue }
      let move = Move(rule: rule, isUp: relaxation.by > 0)
      if units[move] == nil { order.append(move) }
      units[move, default: 0] += relaxation.by
    }
    return order.map { RuleChange(rule: $0.rule, by: units[$0] ?? 0) }
  }

  private func seasonRule(_ rule: Rule) -> SeasonRule? {
    switch rule {
    case .minimum(let mentor):
      return .minimum(mentor: season.seat(ofMentor: mentor), season.mentors[mentor].minimum)
    case .capacity(let mentor):
      return .places(mentor: season.seat(ofMentor: mentor), season.mentors[mentor].capacity)
    case .demand(let mentee): return .oneMentor(mentee: season.seat(ofMentee: mentee))
    case .quota(let index):
      let bounds = season.sideRules.bounds
      return bounds.indices.contains(index) ? bounds[index].rule : nil
    case .fixed(let index):
      // The problem holds them in order.
      let pinned = season.pins.sorted { ($0.mentee, $0.mentor) < ($1.mentee, $1.mentor) }
      let pair = pinned[index]
      return .pin(
        mentee: season.mentees[pair.mentee].person,
        mentor: season.mentors[pair.mentor].questionnaire.person)
    case .apart(let index): return season.sideRules.apart[index].rule
    case .together(let index): return season.sideRules.together[index].rule
    // Hours of a season are points, not a limit.
    case .hours: return nil
    }
  }

  /// The pairs of an assignment as people, with everything that explains them.
  public func pairs(of assignment: Assignment, _ doubts: [Pair: Doubt] = [:]) -> [ProposedPair] {
    assignment.pairs
      .sorted { ($0.mentor, $0.mentee) < ($1.mentor, $1.mentee) }
      .map { pair in
        var proposed = proposed(pair)
        proposed.doubt = doubts[pair]
        return proposed
      }
  }

  /// Every mentor's load under an assignment, in the season's order.
  public func loads(of assignment: Assignment) -> [MentorLoad] {
    var loads = [Int](repeating: 0, count: season.mentors.count)
    for pair in assignment.pairs { loads[pair.mentor] += 1 }
    var free = season.mentors.indices.map { season.mentors[$0].capacity - loads[$0] }
    for total in season.totals {
      let left = total.capacity - total.mentors.reduce(0) { $0 + loads[$1] }
      for mentor in total.mentors { free[mentor] = min(free[mentor], left) }
    }
    return season.mentors.indices.map { index in
      let offer = season.mentors[index]
      return MentorLoad(
        form: offer.questionnaire.form, mentor: offer.questionnaire.person, load: loads[index],
        capacity: offer.capacity, free: free[index])
    }
  }

  /// How many pairs of an assignment count in each quota of the season.
  public func quotas(of assignment: Assignment) -> [QuotaLoad] {
    let bounds = season.sideRules.bounds.filter {
      if case .quota = $0.rule { true } else { false }
    }
    return zip(season.sideRules.quotas, bounds).map { size, bound in
      let (mentees, mentors) = (bound.mentees.map(Set.init), bound.mentors.map(Set.init))
      let load = assignment.pairs.count {
        mentees?.contains($0.mentee) ?? true && mentors?.contains($0.mentor) ?? true
      }
      return QuotaLoad(size: size, load: load)
    }
  }

  private func proposed(_ pair: Pair) -> ProposedPair {
    let parts = season.parts(mentee: pair.mentee, mentor: pair.mentor)
    let attitudes = season.attitudes(mentee: pair.mentee, mentor: pair.mentor)
    let pin = season.pins.first { $0.mentee == pair.mentee && $0.mentor == pair.mentor }
    return ProposedPair(
      form: season.mentees[pair.mentee].form,
      mentee: season.mentees[pair.mentee].person,
      mentor: season.mentors[pair.mentor].questionnaire.person,
      points: parts.reduce(0) { $0 + $1.points },
      parts: parts,
      menteeAttitude: attitudes.ofMentee,
      mentorAttitude: attitudes.ofMentor,
      pinReason: pin?.reason)
  }
}
