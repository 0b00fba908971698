import Mentorship
import Testing

/// A season small enough to reckon by hand: pupils А (grade 7) and Б (grade 9) look for a mentor among
/// В (grade 9) and Г (grade 10).
struct SmallSeason {
  static let form = FormCode("student-student")
  static let place = Place(file: "people.csv", line: 2)

  var season: Season

  init() throws {
    let date = try #require(CalendarDate(parsing: "15.10.2026"))
    let form = Form(
      code: Self.form, title: .init(russian: "ученик – ученик", english: "student–student"),
      rules: [
        .consent, .admission, .minimumAge(10), .sameOrganisation, .gradeAbove(1), .commonHours(1),
        .compatibleFormat, .independence,
      ],
      capacityLimit: 1,
      weights: Weights(
        profile: 50, preferences: 50,
        criteria: [.request: 100, .menteePreference: 60, .mentorPreference: 40]))
    season = Season(title: "Осень", organisation: Term("Школа"), date: date, forms: [form])
    add("А", .mentee, grade: 7, requests: ["учёба", "спорт"])
    add("Б", .mentee, grade: 9, requests: ["учёба"])
    add("В", .mentor, grade: 9, requests: ["учёба"])
    add("Г", .mentor, grade: 10, requests: ["учёба", "спорт"])
  }

  mutating func add(_ name: String, _ role: Role, grade: Int, requests: [String]) {
    let id = PersonID(name)
    season.people[id] = Person(
      id: id, name: PersonName(name), birthDate: CalendarDate(parsing: "01.09.2010"),
      grade: Grade(number: grade), consent: .given(from: nil, until: nil))
    season.questionnaires.append(
      Questionnaire(
        person: id, form: Self.form, role: role, place: Self.place,
        requests: requests.map { Term($0) }, hours: WeekHours(parsing: "пн 14-16"),
        admission: role == .mentor ? .admitted : nil))
  }

  mutating func answer(_ answer: MeetingAnswer) {
    season.answers.append(answer)
    season.attended.insert(answer.person)
  }

  static func answer(
    _ name: String, _ role: Role, tiers: [[String]] = [], listed: [String] = [],
    marks: [String: Int] = [:], vetoes: [String: String] = [:]
  ) -> MeetingAnswer {
    MeetingAnswer(
      person: PersonID(name), role: role, place: place,
      tiers: tiers.map { $0.map { PersonID($0) } }, listed: listed.map { PersonID($0) },
      marks: Dictionary(uniqueKeysWithValues: marks.map { (PersonID($0), $1) }),
      vetoes: Dictionary(uniqueKeysWithValues: vetoes.map { (PersonID($0), $1) }))
  }
}
