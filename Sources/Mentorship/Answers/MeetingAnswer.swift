/// What one person said after the group meeting about people of the other role.
///
/// Every format that schools use fits: ranked choices with ties, an unranked list, marks from 1 to 5,
/// vetoes, and any mixture. Silence about somebody is no refusal.
public struct MeetingAnswer: Equatable, Sendable {
  public let person: PersonID
  public let role: Role
  public let place: Place
  /// From the first choice down; people of one tier are equally welcome.
  ///
  /// A tier is empty where the place was left blank or its name meant nobody: the second choice stays
  /// the second.
  public var tiers: [[PersonID]]
  /// Listed without an order.
  public var listed: [PersonID]
  /// 1…5.
  public var marks: [PersonID: Int]
  /// "Rather not", with the reason, which may be empty.
  public var vetoes: [PersonID: String]
  /// Met and, in so many words, not chosen: less than a choice, and no veto.
  public var passedOver: Set<PersonID> = []
  /// Not spoken to, in so many words, although both were there: not met is not refused.
  public var notMet: Set<PersonID> = []

  public init(
    person: PersonID, role: Role, place: Place, tiers: [[PersonID]] = [],
    listed: [PersonID] = [], marks: [PersonID: Int] = [:], vetoes: [PersonID: String] = [:]
  ) {
    self.person = person
    self.role = role
    self.place = place
    self.tiers = tiers
    self.listed = listed
    self.marks = marks
    self.vetoes = vetoes
  }

  /// What was said about one person; `nil` = nothing.
  public func attitude(to person: PersonID) -> Attitude? {
    if let reason = vetoes[person] { return .veto(reason: reason) }
    if let tier = tiers.firstIndex(where: { $0.contains(person) }) { return .place(tier + 1) }
    if listed.contains(person) { return .listed }
    if let mark = marks[person] { return .mark(mark) }
    if notMet.contains(person) { return .notMet }
    return passedOver.contains(person) ? .notNamed : nil
  }
}

/// How a person stands to another after the meeting.
public enum Attitude: Equatable, Sendable {
  /// 1 = first choice.
  case place(Int)
  case listed
  /// 1…5.
  case mark(Int)
  case veto(reason: String)
  /// Both were at the meeting, and this one was not named.
  case notNamed
  /// The other named this one, who handed in no answer: they met, nothing more is known.
  case noAnswer
  /// At least one of the two was absent: not met is not refused.
  case notMet
}

/// What attitudes are worth.
public struct PreferenceScale: Equatable, Sendable {
  /// Percent for the first, second, … place; further places count as the last.
  public var places: [Int]
  public var listed: Int
  /// Percent for marks 1…5.
  public var marks: [Int]
  public var notNamed: Int
  /// Neutral: the middle, so that absence neither helps nor harms.
  public var notMet: Int
  /// Whether a veto makes the pair ineligible; otherwise it is worth nothing.
  public var vetoIsHard: Bool
  /// Whether generous and strict raters count alike, see ``OwnScale``.
  public var normalises = false

  public init(
    places: [Int] = [100, 80, 60, 40], listed: Int = 80, marks: [Int] = [0, 25, 50, 75, 100],
    notNamed: Int = 0, notMet: Int = 50, vetoIsHard: Bool = true
  ) {
    self.places = places
    self.listed = listed
    self.marks = marks
    self.notNamed = notNamed
    self.notMet = notMet
    self.vetoIsHard = vetoIsHard
  }

  /// 0…100.
  public func percent(_ attitude: Attitude) -> Int {
    switch attitude {
    case .place(let place): places.isEmpty ? 100 : places[min(place, places.count) - 1]
    case .listed: listed
    case .mark(let mark): marks.indices.contains(mark - 1) ? marks[mark - 1] : 0
    case .veto: 0
    case .notNamed: notNamed
    case .noAnswer, .notMet: notMet
    }
  }
}
