/// What of a profile is enough for the mentees whom its mentor takes.
///
/// Fewer hours and a lower grade give no pair more points. So where those taken keep theirs, the whole keeps its
/// value, and nothing has to be solved again.
public struct EnoughHours: Sendable {
  private let season: ScoredSeason

  /// - Parameter season: without the mentor.
  public init(_ season: ScoredSeason) { self.season = season }

  /// The profile with the fewest days that leave all pairs their points, and the least grade.
  ///
  /// - Complexity: O(sets of days · mentees taken · answers of a person).
  public func narrowed(_ profile: MentorProfile, for mentees: [Int]) -> MentorProfile {
    guard let form = season.season.forms.first(where: { $0.code == profile.form }) else {
      return profile
    }
    var narrow = profile
    narrow.grade = leastGrade(form, mentees)
    guard let hours = profile.hours else { return narrow }
    let wanted = mentees.map { season.mentees[$0].hours ?? WeekHours() }
      .reduce(WeekHours()) { $0.union($1) }
    narrow.hours = hours.intersection(wanted)
    let newcomer = Newcomer(narrow, number: 0, in: form)
    let trial = PairTrial(season.adding([newcomer]))
    var mentor = newcomer.questionnaire
    let points = mentees.map { trial.points(mentee: season.mentees[$0], mentor: mentor) }
    for days in Self.subsets(of: narrow.hours?.weekdays ?? []) {
      mentor.hours = narrow.hours?.only(on: days)
      let isEnough = zip(mentees, points).allSatisfy {
        trial.points(mentee: season.mentees[$0], mentor: mentor) == $1
      }
      guard isEnough else { continue }
      narrow.hours = mentor.hours
      break
    }
    return narrow
  }

  private func leastGrade(_ form: Form, _ mentees: [Int]) -> Int? {
    let gaps = form.rules.compactMap { if case .gradeAbove(let gap) = $0 { gap } else { nil } }
    let grades = mentees.compactMap {
      season.season.people[season.mentees[$0].person]?.grade?.number
    }
    guard let gap = gaps.max(), let highest = grades.max() else { return nil }
    return min(11, max(1, highest + gap))
  }

  /// Few days first, then early ones.
  private static func subsets(of days: [Int]) -> [[Int]] {
    (0..<1 << days.count).map { mask in
      days.indices.filter { mask >> $0 & 1 == 1 }.map { days[$0] }
    }
    .sorted { one, other in
      one.count == other.count ? one.lexicographicallyPrecedes(other) : one.count < other.count
    }
  }
}
