/// One round of matching: people, their questionnaires, their answers, and the curator's settings.
///
/// Everything is resolved (names are people) and checked for shape; what could not be resolved stands
/// among the findings of the reader. Equal inputs give equal seasons: all lists are in canonical order.
public struct Season: Equatable, Sendable {
  public var title: String
  /// The school whose season this is: people without an organisation belong to it.
  public var organisation: Term?
  /// The date of the order: consents and agreements must cover it.
  public var date: CalendarDate
  public var coverage: CoverageGoal
  /// In the order of the season file.
  public var forms: [Form]
  public var preferenceScale: PreferenceScale
  public var partners: [Partner]
  public var people: [PersonID: Person]
  /// By form, role, then person.
  public var questionnaires: [Questionnaire]
  /// At most one a person and role.
  public var answers: [MeetingAnswer]
  /// Who came to the group meeting.
  public var attended: Set<PersonID>
  public var pins: [CuratorPair]
  public var bans: [CuratorPair]
  /// Pairs of people who are relatives or otherwise dependent.
  public var dependent: Set<UnorderedPair>
  public var together: [MenteeSet]
  public var apart: [MenteeSet]
  public var quotas: [PairQuota]
  public var vocabularies = Vocabularies()
  /// What was understood of free answers that are no terms to the letter, in the order of the rows.
  public var readings: [AnswerReading] = []
  public var lastYear = LastYear()
  /// How many times as much a criterion counts for whom it is the most important.
  public var emphasis = Self.usualEmphasis

  public static let usualEmphasis = 2

  /// What third parties say, in the order of their files.
  public var thirdParty: [ThirdPartyStatement] = []
  public var consentRules = ConsentRules()

  public init(
    title: String, organisation: Term?, date: CalendarDate, coverage: CoverageGoal = .first,
    forms: [Form], preferenceScale: PreferenceScale = .init(), partners: [Partner] = [],
    people: [PersonID: Person] = [:], questionnaires: [Questionnaire] = [],
    answers: [MeetingAnswer] = [], attended: Set<PersonID> = [], pins: [CuratorPair] = [],
    bans: [CuratorPair] = [], dependent: Set<UnorderedPair> = [], together: [MenteeSet] = [],
    apart: [MenteeSet] = [], quotas: [PairQuota] = []
  ) {
    self.title = title
    self.organisation = organisation
    self.date = date
    self.coverage = coverage
    self.forms = forms
    self.preferenceScale = preferenceScale
    self.partners = partners
    self.people = people
    self.questionnaires = questionnaires
    self.answers = answers
    self.attended = attended
    self.pins = pins
    self.bans = bans
    self.dependent = dependent
    self.together = together
    self.apart = apart
    self.quotas = quotas
  }
}

/// How coverage stands to points.
public enum CoverageGoal: String, Sendable, CaseIterable {
  /// As many pairs as possible, then as many points as possible.
  case first
  /// Points alone.
  case ignore
  /// Everyone must be matched.
  case all
}

/// An enterprise or organisation that gives mentors.
public struct Partner: Equatable, Sendable {
  public let organisation: Term
  /// The number of the agreement; `nil` = none.
  public let agreement: String?
  public let from: CalendarDate?
  public let until: CalendarDate?

  public init(
    organisation: Term, agreement: String?, from: CalendarDate? = nil, until: CalendarDate? = nil
  ) {
    self.organisation = organisation
    self.agreement = agreement
    self.from = from
    self.until = until
  }

  public func isInForce(on date: CalendarDate) -> Bool {
    agreement != nil && (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
  }
}

/// A pair that the curator fixed or forbade, with the reason that the order will carry.
public struct CuratorPair: Equatable, Sendable {
  /// `nil` = in every form in which the two could meet.
  public let form: FormCode?
  public let mentee: PersonID
  public let mentor: PersonID
  public let reason: String
  public let place: Place

  public init(form: FormCode?, mentee: PersonID, mentor: PersonID, reason: String, place: Place) {
    self.form = form
    self.mentee = mentee
    self.mentor = mentor
    self.reason = reason
    self.place = place
  }
}

/// The pairs of the season before, and what is wished of them now.
public struct LastYear: Equatable, Sendable {
  public enum Wish: Equatable, Sendable {
    /// Pairs that did well go on.
    case again
    /// Everybody meets somebody new.
    case another
  }

  public var wish = Wish.again
  public var pairs: [CuratorPair] = []
  /// Pairs that ended badly, each with the reason; they are not formed again.
  public var failed: [CuratorPair] = []

  public init() {}
}

/// Two people, whichever comes first.
public struct UnorderedPair: Hashable, Sendable {
  public let first: PersonID
  public let second: PersonID

  public init(_ one: PersonID, _ other: PersonID) {
    (first, second) = one < other ? (one, other) : (other, one)
  }
}
