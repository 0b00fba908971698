/// A mentee and a mentor who named each other after the meeting.
public struct MutualChoice: Equatable, Sendable {
  public let mentee: PersonID
  public let mentor: PersonID
  public let menteeAttitude: Attitude
  public let mentorAttitude: Attitude

  /// Each is the other's first choice.
  public var isFirst: Bool { menteeAttitude == .place(1) && mentorAttitude == .place(1) }

  /// The place that each gave the other, the mentee's first; `nil` = chosen without a place.
  public var places: [Int?] { [menteeAttitude.rank, mentorAttitude.rank] }
}

extension Season {
  /// Who chose each other: on a list, with or without an order, or by a mark of 4 or 5.
  ///
  /// Mutual first choices come first, then the smallest sum of places, choices without a place last.
  /// - Complexity: O(*n* log *n*) for *n* people named.
  public var mutualChoices: [MutualChoice] {
    let mentors = Dictionary(
      answers.filter { $0.role == .mentor }.map { ($0.person, $0) },
      uniquingKeysWith: { first, _ in first })
    let mutual = answers.filter { $0.role == .mentee }.flatMap { answer in
      answer.chosen.compactMap { mentor -> MutualChoice? in
        guard let one = answer.attitude(to: mentor),
          let other = mentors[mentor]?.attitude(to: answer.person), other.isChoice
        else { return nil }
        return MutualChoice(
          mentee: answer.person, mentor: mentor, menteeAttitude: one, mentorAttitude: other)
      }
    }
    return mutual.sorted { left, right in
      (Self.order(left), left.mentee, left.mentor) < (Self.order(right), right.mentee, right.mentor)
    }
  }

  private static func order(_ choice: MutualChoice) -> Int {
    // Longer than any list of choices.
    choice.places.reduce(0) { $0 + ($1 ?? 1_000) }
  }
}

extension MeetingAnswer {
  /// Everybody whom this person would like to work with, in canonical order.
  fileprivate var chosen: [PersonID] {
    Set(tiers.joined()).union(listed).union(marks.keys)
      .filter { attitude(to: $0)?.isChoice ?? false }.sorted()
  }
}

extension Attitude {
  /// A wish to work together; a mark is one from 4 on, as at school.
  fileprivate var isChoice: Bool {
    switch self {
    case .place, .listed: true
    case .mark(let mark): mark >= 4
    case .veto, .notNamed, .noAnswer, .notMet: false
    }
  }
}
