import Mentorship

/// The seats of a season by name and form: where the pairs of a file are looked for.
struct SeasonSeats {
  private typealias Place = (form: FormCode, index: Int)

  private var mentees: [String: [Place]] = [:]
  private var mentors: [String: [Place]] = [:]

  init(_ season: ScoredSeason) {
    for index in season.mentees.indices {
      let seat = season.seat(ofMentee: index)
      mentees[seat.person.rawValue, default: []].append((seat.form, index))
    }
    for index in season.mentors.indices {
      let seat = season.seat(ofMentor: index)
      mentors[seat.person.rawValue, default: []].append((seat.form, index))
    }
  }

  /// The seats in the form of a pair; without a form in all that both sit in.
  ///
  /// Two people who are there but share no form are found as a pair that cannot be one.
  func find(_ entry: ApprovedFile.Entry) -> [FoundPair] {
    guard case .name(let mentee) = entry.mentee, case .name(let mentor) = entry.mentor else {
      return []
    }
    func places(_ all: [Place]?) -> [Place] {
      (all ?? []).filter { entry.form == nil || $0.form == entry.form }
    }
    func found(_ one: Place?, _ other: Place?) -> FoundPair {
      FoundPair(
        menteeName: mentee, mentorName: mentor, form: entry.form, mentee: one?.index,
        mentor: other?.index)
    }
    let (own, others) = (places(mentees[mentee]), places(mentors[mentor]))
    let common = own.flatMap { one in
      others.filter { $0.form == one.form }.map { found(one, $0) }
    }
    return common.isEmpty ? [found(own.first, others.first)] : common
  }
}

/// A pair of a file, each half looked for; `nil` = not there.
struct FoundPair {
  let menteeName: String
  let mentorName: String
  let form: FormCode?
  let mentee: Int?
  let mentor: Int?
}
