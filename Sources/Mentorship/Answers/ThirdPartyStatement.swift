/// What somebody who knows a participant says about the partner this one needs.
///
/// A source of its own beside questionnaires and the meeting: it has its own weight, and its own readers.
/// Wishes earn points; advice against somebody is a hard rule.
public struct ThirdPartyStatement: Equatable, Sendable {
  /// In what capacity somebody speaks.
  public enum Source: String, Hashable, Sendable, CaseIterable {
    case classTeacher = "class-teacher"
    case psychologist
    case socialWorker = "social-worker"
    case parents
    /// Not said, or none of these.
    case other
  }

  /// The participant spoken of, in whatever role.
  public let about: PersonID
  public let place: Place
  public var source: Source
  /// Who speaks; kept for the curator.
  public var author: String
  /// Requests that the third party sees; the partner's answers are held against them.
  public var requests: [Term]
  /// What a partner should be like.
  public var traits: [Term]
  /// Whom the participant must not work with.
  public var notWith: [PersonID]
  /// What a partner must not be like.
  public var notTraits: [Term]
  public var reason: String
  public var visibility: Visibility

  public init(
    about: PersonID, place: Place, source: Source = .other, author: String = "",
    requests: [Term] = [], traits: [Term] = [], notWith: [PersonID] = [], notTraits: [Term] = [],
    reason: String = "", visibility: Visibility = .curator
  ) {
    self.about = about
    self.place = place
    self.source = source
    self.author = author
    self.requests = requests
    self.traits = traits
    self.notWith = notWith
    self.notTraits = notTraits
    self.reason = reason
    self.visibility = visibility
  }

  /// Whether it advises against somebody, or some kind of people.
  public var forbids: Bool { !notWith.isEmpty || !notTraits.isEmpty }

  /// Whether it advises against a partner.
  public func forbids(_ partner: Questionnaire) -> Bool {
    notWith.contains(partner.person) || partner.traits.contains(where: notTraits.contains)
  }
}

/// Who may read something; each may read what those after may.
public enum Visibility: String, Sendable, Comparable, CaseIterable {
  case curator, director, participants

  /// Whether what is for these readers is for others too.
  public func isOpen(to reader: Visibility) -> Bool { reader <= self }

  public static func < (left: Visibility, right: Visibility) -> Bool {
    order(left) < order(right)
  }

  private static func order(_ reader: Visibility) -> Int { allCases.firstIndex(of: reader) ?? 0 }
}

extension Season {
  /// The statements that forbid pairs.
  public var contraindications: [ThirdPartyStatement] { thirdParty.filter(\.forbids) }
}
