/// Computed pairs with their reasons, and everybody left over with theirs: what the curator looks at.
public struct Proposal: Equatable, Sendable {
  /// In canonical order: form, mentor, mentee as the season lists them.
  public let pairs: [ProposedPair]
  public let unmatched: [Unmatched]
  /// Every mentor who could take somebody, with the load.
  public let loads: [MentorLoad]
  /// In the order of the season.
  public let quotas: [QuotaLoad]

  public init(
    pairs: [ProposedPair], unmatched: [Unmatched], loads: [MentorLoad], quotas: [QuotaLoad] = []
  ) {
    self.pairs = pairs
    self.unmatched = unmatched
    self.loads = loads
    self.quotas = quotas
  }
}

/// A pair of the proposal.
public struct ProposedPair: Equatable, Sendable {
  public let form: FormCode
  public let mentee: PersonID
  public let mentor: PersonID
  public let points: Int
  public let parts: [ScorePart]
  /// How the two named each other after the meeting.
  public let menteeAttitude: Attitude
  public let mentorAttitude: Attitude
  /// Why the curator pinned the pair; `nil` = computed.
  public let pinReason: String?
  /// Why the pair hangs by a thread; `nil` = it does not, or that was not looked at.
  public var doubt: Doubt?

  public init(
    form: FormCode, mentee: PersonID, mentor: PersonID, points: Int, parts: [ScorePart],
    menteeAttitude: Attitude, mentorAttitude: Attitude, pinReason: String?
  ) {
    self.form = form
    self.mentee = mentee
    self.mentor = mentor
    self.points = points
    self.parts = parts
    self.menteeAttitude = menteeAttitude
    self.mentorAttitude = mentorAttitude
    self.pinReason = pinReason
  }

  /// Each is the other's first choice.
  public var isMutualFirstChoice: Bool {
    menteeAttitude == .place(1) && mentorAttitude == .place(1)
  }
}

/// How little speaks for a pair: points a little off, and it is another one.
public struct Doubt: Equatable, Sendable {
  /// Whether an equally good solution does without the pair.
  public let isReplaceable: Bool
  /// In how many trials with points that were a little off the pair was chosen.
  public let survivals: Int
  /// Of how many.
  public let drawCount: Int

  public init(isReplaceable: Bool, survivals: Int, drawCount: Int) {
    self.isReplaceable = isReplaceable
    self.survivals = survivals
    self.drawCount = drawCount
  }
}

extension Attitude {
  /// The place in the list, from 1; `nil` where no order was given.
  public var rank: Int? {
    if case .place(let place) = self { place } else { nil }
  }
}

/// One person in one form.
public struct Seat: Hashable, Sendable {
  public let person: PersonID
  public let form: FormCode

  public init(_ person: PersonID, in form: FormCode) {
    self.person = person
    self.form = form
  }
}

/// A person without a partner in a form, and exactly why.
public struct Unmatched: Equatable, Sendable {
  public let person: PersonID
  public let form: FormCode
  public let role: Role
  public let reason: UnmatchedReason

  public init(person: PersonID, form: FormCode, role: Role, reason: UnmatchedReason) {
    self.person = person
    self.form = form
    self.role = role
    self.reason = reason
  }
}

/// Why a person stays without a partner.
public enum UnmatchedReason: Equatable, Sendable {
  /// Left out before any matching.
  case excluded([Gate])
  /// No mentor of the form may be paired with this mentee: which rules removed how many of them.
  case noEligibleMentor([ScoredSeason.Removal], mentorCount: Int)
  /// Others are better here; bringing this person in keeps the coverage and has a price.
  case crowdedOut(Crowding)
  /// Bringing this person in would cost coverage, or break a pin or a side rule.
  case bottleneck(Bottleneck)
  /// The search was stopped before its optimum: there may be no reason at all.
  case undetermined

  public var code: String {
    switch self {
    case .excluded: "excluded"
    case .noEligibleMentor: "no-eligible-mentor"
    case .crowdedOut: "crowded-out"
    case .bottleneck: "bottleneck"
    case .undetermined: "undetermined"
    }
  }
}

/// What stands between an unmatched mentee and a mentor.
public struct Crowding: Equatable, Sendable {
  /// What the whole proposal loses when this person is brought in; ≥ 0.
  public let price: Int
  /// Who would then stay without a mentor instead.
  public let displaced: [Seat]
  /// The deficient set; `nil` where free places remain and only points speak against the person.
  public let deficit: Deficit?

  public init(price: Int, displaced: [Seat], deficit: Deficit?) {
    self.price = price
    self.displaced = displaced
    self.deficit = deficit
  }

  /// Mentees who compete for fewer places than they are.
  ///
  /// One more place among these mentors lets one more of these mentees be served.
  public struct Deficit: Equatable, Sendable {
    public let mentees: [Seat]
    public let mentors: [Seat]
    public let places: Int

    public init(mentees: [Seat], mentors: [Seat], places: Int) {
      self.mentees = mentees
      self.mentors = mentors
      self.places = places
    }
  }
}

/// What bringing an unmatched mentee in would break.
public enum Bottleneck: Equatable, Sendable {
  /// So many others would stay without a mentor for this one, because of these rules.
  case coverage(lost: Int, rules: [SeasonRule])
  /// No proposal with this person in it keeps these rules; none named = the pins.
  case impossible(rules: [SeasonRule])
}

/// How much of a mentor's capacity is used.
public struct MentorLoad: Equatable, Sendable {
  public let form: FormCode
  public let mentor: PersonID
  public let load: Int
  public let capacity: Int
  /// Places still free; a total over all forms that is used up leaves none.
  public let free: Int

  public init(form: FormCode, mentor: PersonID, load: Int, capacity: Int, free: Int) {
    self.form = form
    self.mentor = mentor
    self.load = load
    self.capacity = capacity
    self.free = free
  }
}

/// How many pairs count in a quota of the season.
public struct QuotaLoad: Equatable, Sendable {
  public let size: SideRules.QuotaSize
  public let load: Int

  public init(size: SideRules.QuotaSize, load: Int) {
    self.size = size
    self.load = load
  }
}
