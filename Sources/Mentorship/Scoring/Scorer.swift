/// Gives a pair its points, part by part.
///
/// Points are whole numbers by construction: each part is an exact fraction of the criterion's maximum,
/// rounded half up, and the pair's points are the sum of its parts.
struct Scorer {
  /// As many common hours a week as a pair can use; more earn nothing.
  private static let usefulHours = 4

  private let season: Season
  private let weights: PairWeights
  private let rarity: Rarity
  private let attitudes: Attitudes
  private let thirdParty: ThirdPartyScore
  private let lastYear: Set<LastPair>

  private struct LastPair: Hashable {
    let mentee: PersonID
    let mentor: PersonID
  }

  init(season: Season) {
    self.season = season
    attitudes = Attitudes(season: season)
    thirdParty = ThirdPartyScore(season: season)
    weights = PairWeights(season: season)
    rarity = Rarity(season: season)
    lastYear = Set(season.lastYear.pairs.map { LastPair(mentee: $0.mentee, mentor: $0.mentor) })
  }

  /// The parts of a pair of one form, in the order of ``Criterion``.
  ///
  /// - Complexity: O(answers of the two people).
  func parts(mentee: Questionnaire, mentor: Questionnaire) -> [ScorePart] {
    weights.maximums(mentee: mentee, mentor: mentor).map { criterion, maximum in
      let (share, reason) = judge(criterion, mentee: mentee, mentor: mentor)
      return ScorePart(
        criterion: criterion, points: share.of(maximum), maximum: maximum, reason: reason)
    }
  }

  /// Whether the points of a form's pairs depend on what its other mentors offer.
  func looksAtOthers(in form: FormCode) -> Bool { weights.counts(.rare, in: form) }

  private func judge(
    _ criterion: Criterion, mentee: Questionnaire, mentor: Questionnaire
  ) -> (Share, Reason) {
    switch criterion {
    case .request: shared(mentee.requests, mentor.requests)
    case .subjects: shared(mentee.subjects, mentor.subjects)
    case .interests: shared(mentee.interests, mentor.interests)
    case .hours: hours(mentee, mentor)
    case .age: age(mentee, mentor)
    case .waiting: waiting(mentee)
    case .priority: (mentee.hasPriority ? .all : .none, .priority(mentee.hasPriority))
    case .rare: rarity.share(mentee: mentee, mentor: mentor)
    case .lastYear: lastYear(mentee, mentor)
    case .menteePreference: preference(of: mentee, for: mentor)
    case .mentorPreference: preference(of: mentor, for: mentee)
    case .thirdParty: thirdParty.share(mentee: mentee, mentor: mentor)
    }
  }

  private func shared(_ wanted: [Term], _ offered: [Term]) -> (Share, Reason) {
    guard !wanted.isEmpty else { return (.half, .menteeSaidNothing) }
    let common = wanted.filter(offered.contains)
    return (
      Share(numerator: common.count, denominator: wanted.count),
      .shared(common, wanted: wanted.count)
    )
  }

  private func hours(_ mentee: Questionnaire, _ mentor: Questionnaire) -> (Share, Reason) {
    guard let first = mentee.hours, let second = mentor.hours else { return (.half, .hours(nil)) }
    let common = first.common(with: second)
    return (
      Share(numerator: min(common, Self.usefulHours), denominator: Self.usefulHours),
      .hours(common)
    )
  }

  private func age(_ mentee: Questionnaire, _ mentor: Questionnaire) -> (Share, Reason) {
    guard let wished = mentor.wishedAges else { return (.all, .anyAge) }
    guard let age = season.people[mentee.person]?.birthDate?.age(on: season.date) else {
      return (.half, .ageUnknown)
    }
    if wished.contains(age) { return (.all, .ageWished(age: age)) }
    let isNear = age == wished.lowerBound - 1 || age == wished.upperBound + 1
    return (isNear ? .half : .none, .ageNotWished(age: age, wished: wished))
  }

  /// A year without a mentor is as long as counts.
  private static let longestWait = 12

  private func waiting(_ mentee: Questionnaire) -> (Share, Reason) {
    guard let since = mentee.waitingSince else { return (.none, .waited(months: nil)) }
    let months = max(0, since.months(until: season.date))
    return (
      Share(numerator: min(months, Self.longestWait), denominator: Self.longestWait),
      .waited(months: months)
    )
  }

  private func lastYear(_ mentee: Questionnaire, _ mentor: Questionnaire) -> (Share, Reason) {
    let hasPaired = lastYear.contains(LastPair(mentee: mentee.person, mentor: mentor.person))
    let isWished = hasPaired == (season.lastYear.wish == .again)
    return (isWished ? .all : .none, .pairedBefore(hasPaired))
  }

  private func preference(of one: Questionnaire, for other: Questionnaire) -> (Share, Reason) {
    let opinion = attitudes.opinion(of: one.person, as: one.role, on: other.person)
    return (
      opinion.worth,
      opinion.isOnOwnScale ? .attitudeOnOwnScale(opinion.attitude) : .attitude(opinion.attitude)
    )
  }
}

/// How people stand to each other after the group meeting, looked up by person and role.
struct Attitudes {
  private struct Speaker: Hashable {
    let person: PersonID
    let role: Role
  }

  private let answers: [Speaker: MeetingAnswer]
  private let attended: Set<PersonID>
  private let scale: PreferenceScale
  /// Of those who answered, where raters are to count alike.
  private let ownScales: [Speaker: OwnScale]

  init(season: Season) {
    attended = season.attended
    scale = season.preferenceScale
    answers = Dictionary(
      season.answers.map { (Speaker(person: $0.person, role: $0.role), $0) },
      uniquingKeysWith: { first, _ in first })
    ownScales =
      scale.normalises ? answers.mapValues { OwnScale($0, season.preferenceScale) } : [:]
  }

  /// How a person stands to another, and what that is worth.
  func opinion(
    of person: PersonID, as role: Role, on other: PersonID
  ) -> (attitude: Attitude, worth: Share, isOnOwnScale: Bool) {
    let attitude = attitude(of: person, as: role, to: other)
    let worth = Share(numerator: scale.percent(attitude), denominator: 100)
    switch attitude {
    case .place, .listed, .mark:
      let own = ownScales[Speaker(person: person, role: role)]?[other]
      return (attitude, own ?? worth, own != nil)
    case .veto, .notNamed, .noAnswer, .notMet: return (attitude, worth, false)
    }
  }

  func attitude(of person: PersonID, as role: Role, to other: PersonID) -> Attitude {
    let answer = answers[Speaker(person: person, role: role)]
    if let said = answer?.attitude(to: other) { return said }
    if attended.contains(person), attended.contains(other) { return .notNamed }
    let reply = answers[Speaker(person: other, role: role.other)]?.attitude(to: person)
    return reply == nil ? .notMet : .noAnswer
  }
}
