/// How many mentors of a form have each competence and subject.
struct Rarity {
  private let mentorCounts: [FormCode: Int]
  private let offers: [FormCode: [Term: Int]]

  init(season: Season) {
    var counts: [FormCode: Int] = [:]
    var offers: [FormCode: [Term: Int]] = [:]
    for mentor in season.questionnaires where mentor.role == .mentor {
      counts[mentor.form, default: 0] += 1
      for term in Set(mentor.requests + mentor.subjects) {
        offers[mentor.form, default: [:]][term, default: 0] += 1
      }
    }
    mentorCounts = counts
    self.offers = offers
  }

  /// Everything where one mentor alone has what is asked for, nothing where all have it.
  func share(mentee: Questionnaire, mentor: Questionnaire) -> (Share, Reason) {
    let count = mentorCounts[mentee.form] ?? 0
    let common =
      mentee.requests.filter(mentor.requests.contains)
      + mentee.subjects.filter(mentor.subjects.contains)
    let rarest = common.map { ($0, offers[mentee.form]?[$0] ?? count) }.min { $0.1 < $1.1 }
    guard let (term, offerCount) = rarest else { return (.none, .rare(nil, mentorCount: 0)) }
    guard count > 1 else { return (.all, .rare(term, mentorCount: offerCount)) }
    return (
      Share(numerator: count - offerCount, denominator: count - 1),
      .rare(term, mentorCount: offerCount)
    )
  }
}
