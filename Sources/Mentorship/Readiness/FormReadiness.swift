/// Demand against places in one form, before any pair is proposed.
public struct FormReadiness: Equatable, Sendable {
  public let form: FormCode
  public let menteeCount: Int
  public let mentorCount: Int
  public let places: Int
  /// The least mentees of a mentor that the form asks for; 0 = any number.
  public let minimum: Int
  /// Mentors whose places are fewer than the least that they, or the form, ask for.
  public let neverOpenCount: Int
  public let excludedCount: Int
  /// Mentees whom no mentor of the form fits, with the rules that did it.
  public let stranded: [Alone]
  /// Mentors for whom the form has no mentee.
  public let idle: [Alone]
  /// By school, class, then subject, each in order.
  public let groups: [Group]
  /// What each rule holds back, most first.
  public let effects: [RuleEffect]

  /// Somebody without any eligible partner.
  public struct Alone: Equatable, Sendable {
    public let person: PersonID
    public let removals: [ScoredSeason.Removal]
  }

  /// A part of the mentees, and who could serve them.
  public struct Group: Equatable, Sendable {
    public enum Kind: Hashable, Sendable {
      case organisation(Term)
      case grade(Int)
      case subject(Term)
    }

    public let kind: Kind
    public let menteeCount: Int
    /// Who is eligible for one of them at least; for a subject, who also has it.
    public let mentorCount: Int
    /// Of these mentors, for whomever.
    public let places: Int

    public var isShort: Bool { places < menteeCount }
  }
}

extension FormReadiness {
  /// Counts what a form of a scored season offers.
  ///
  /// - Complexity: O(mentees · mentors) of the form, and the matchings of ``RuleEffect``.
  public init(_ form: Form, in scored: ScoredSeason, matching: RuleEffect.Matching) {
    let mentees = scored.mentees.indices.filter { scored.mentees[$0].form == form.code }
    let mentors = scored.mentors.indices.filter {
      scored.mentors[$0].questionnaire.form == form.code
    }
    let survey = PairSurvey(scored, mentees: mentees, mentors: mentors)
    self.form = form.code
    menteeCount = mentees.count
    mentorCount = mentors.count
    places = mentors.reduce(0) { $0 + scored.mentors[$1].capacity }
    minimum = form.group.minimum
    neverOpenCount = mentors.count { scored.mentors[$0].minimum > scored.mentors[$0].capacity }
    excludedCount = scored.exclusions.count { $0.questionnaire.form == form.code }
    stranded = mentees.filter { scored.candidates[$0].isEmpty }.map {
      Alone(person: scored.mentees[$0].person, removals: scored.removals[$0])
    }
    idle = survey.idle.map { mentor, removals in
      Alone(person: scored.mentors[mentor].questionnaire.person, removals: removals)
    }
    groups = Self.groups(of: mentees, in: scored)
    effects = survey.effects(matching) + Self.gateEffects(of: form.code, in: scored)
  }

  private static func groups(of mentees: [Int], in scored: ScoredSeason) -> [Group] {
    var members: [Group.Kind: [Int]] = [:]
    for mentee in mentees {
      let answers = scored.mentees[mentee]
      var kinds = Set(answers.subjects.map { Group.Kind.subject($0) })
      if let grade = scored.season.people[answers.person]?.grade {
        kinds.insert(.grade(grade.number))
      }
      if let school = answers.organisation { kinds.insert(.organisation(school)) }
      for kind in kinds { members[kind, default: []].append(mentee) }
    }
    return members.map { kind, members in group(kind, members, scored) }
      .sorted { $0.kind.order < $1.kind.order }
  }

  private static func group(
    _ kind: Group.Kind, _ members: [Int], _ scored: ScoredSeason
  ) -> Group {
    var mentors = Set(members.flatMap { scored.candidates[$0].map(\.mentor) })
    if case .subject(let subject) = kind {
      mentors = mentors.filter { scored.mentors[$0].questionnaire.subjects.contains(subject) }
    }
    return Group(
      kind: kind, menteeCount: members.count, mentorCount: mentors.count,
      places: mentors.reduce(0) { $0 + scored.mentors[$1].capacity })
  }

  /// Gates that alone keep people out.
  private static func gateEffects(of form: FormCode, in scored: ScoredSeason) -> [RuleEffect] {
    var counts: [RuleEffect.Cause: Int] = [:]
    for exclusion in scored.exclusions where exclusion.questionnaire.form == form {
      guard exclusion.gates.count == 1, let gate = exclusion.gates.first else { continue }
      counts[.gate(gate.kind, exclusion.questionnaire.role), default: 0] += 1
    }
    return counts.map { RuleEffect(cause: $0, peopleCount: $1) }
      .sorted { ($1.peopleCount, $0.cause.order) < ($0.peopleCount, $1.cause.order) }
  }
}

extension FormReadiness.Group.Kind {
  fileprivate var order: (Int, Int, String) {
    switch self {
    case .organisation(let school): (0, 0, school.key)
    case .grade(let grade): (1, grade, "")
    case .subject(let subject): (2, 0, subject.key)
    }
  }
}
