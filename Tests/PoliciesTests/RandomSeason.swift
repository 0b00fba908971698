import Mentorship
import TestSupport
import Testing

/// A small season of two forms, whose eligibility, points, capacities and totals are random.
///
/// Bans make pairs ineligible, marks make points; one person may hold seats in both forms.
func randomSeason(seed: UInt64) throws -> Season {
  var random = SplitMix64(seed: seed)
  let date = try #require(CalendarDate(parsing: "15.10.2026"))
  let weights = Weights(profile: 0, preferences: 1, criteria: [.menteePreference: 1])
  let codes = [FormCode("student-student"), FormCode("employer-student")]
  var season = Season(
    title: "seed \(seed)", organisation: nil, date: date,
    forms: codes.map {
      Form(
        code: $0, title: .init(russian: $0.rawValue, english: $0.rawValue), rules: [],
        capacityLimit: 3, weights: weights)
    })
  func add(_ name: String, _ form: FormCode, _ role: Role, capacity: Int?, total: Int?) {
    let id = PersonID(name)
    season.people[id] = Person(id: id, name: PersonName(name))
    season.questionnaires.append(
      Questionnaire(
        person: id, form: form, role: role, place: Place(file: "random.csv"), capacity: capacity,
        totalCapacity: total))
  }
  let total = Int.random(in: 1...3, using: &random)
  for form in codes {
    for mentor in 0..<Int.random(in: 1...3, using: &random) {
      // Mentor 0 is the same person in both forms.
      let name = mentor == 0 ? "Общий" : "Наставник \(mentor) \(form.rawValue)"
      add(
        name, form, .mentor, capacity: Int.random(in: 1...2, using: &random),
        total: mentor == 0 ? total : nil)
    }
    for mentee in 0..<Int.random(in: 1...5, using: &random) {
      add("Ученик \(mentee) \(form.rawValue)", form, .mentee, capacity: nil, total: nil)
    }
  }
  for one in season.questionnaires where one.role == .mentee {
    var answer = MeetingAnswer(person: one.person, role: .mentee, place: one.place)
    for other in season.questionnaires where other.role == .mentor && other.form == one.form {
      answer.marks[other.person] = Int.random(in: 1...5, using: &random)
      if Int.random(in: 0..<3, using: &random) == 0 {
        season.bans.append(
          CuratorPair(
            form: one.form, mentee: one.person, mentor: other.person, reason: "проверка",
            place: one.place))
      }
    }
    season.answers.append(answer)
  }
  return season
}
