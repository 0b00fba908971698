import Mentorship
import TestSupport
import Testing

/// Draws a season of two forms and a handful of people in which every rule over several people may stand.
struct RandomRuleSeason {
  private static let first = FormCode("student-student")
  private static let second = FormCode("employer-student")
  private static let place = Place(file: "random.csv", line: 2)

  private var random: SplitMix64
  private var season: Season

  static func draw(seed: UInt64) throws -> Season {
    var draw = try RandomRuleSeason(seed: seed)
    draw.addPeople()
    draw.addPairs()
    draw.addSets()
    draw.addQuotas()
    return draw.season
  }

  private init(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let weights = Weights(profile: 0, preferences: 1, criteria: [.menteePreference: 1])
    let goals: [CoverageGoal] = [.first, .first, .ignore, .all]
    season = Season(
      title: "seed \(seed)", organisation: Term("Школа"),
      date: try #require(CalendarDate(parsing: "15.10.2026")),
      coverage: goals.randomElement(using: &random) ?? .first, forms: [])
    for code in [Self.first, Self.second] {
      season.forms.append(
        Form(
          code: code, title: .init(russian: code.rawValue, english: code.rawValue), rules: [],
          capacityLimit: 3, weights: weights, group: Self.group(&random)))
    }
    self.random = random
  }

  private static func group(_ random: inout SplitMix64) -> GroupRules {
    func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    var group = GroupRules()
    if happens(40) { group.minimum = Int.random(in: 1...3, using: &random) }
    if happens(20) { group.minimumIs = .always }
    if happens(30) { group.sameClassAtMost = Int.random(in: 1...2, using: &random) }
    if happens(30) { group.ageSpanAtMost = Int.random(in: 0...2, using: &random) }
    if happens(30) {
      group.experienced = .init(
        atLeast: happens(80) ? 1 : 2, years: happens(50) ? Years(2) : nil,
        grade: happens(60) ? 10 : nil)
    }
    return group
  }

  private mutating func happens(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func addPeople() {
    let total = happens(50) ? Int.random(in: 1...4, using: &random) : nil
    for (form, mentees) in [(Self.first, 2...4), (Self.second, 0...3)] {
      for index in 0..<Int.random(in: 1...2, using: &random) {
        // Mentor 0 is the same person in both forms.
        let isShared = index == 0
        let name = isShared ? "Общий" : "Наставник \(index) \(form.rawValue)"
        addPerson(name)
        season.questionnaires.append(
          Questionnaire(
            person: PersonID(name), form: form, role: .mentor, place: Self.place,
            capacity: Int.random(in: 1...3, using: &random),
            minimum: happens(15) ? Int.random(in: 0...3, using: &random) : nil,
            totalCapacity: isShared ? total : nil))
      }
      for index in 0..<Int.random(in: mentees, using: &random) {
        // Pupil 0 is a mentee in both forms.
        let name = index == 0 ? "Ученик" : "Ученик \(index) \(form.rawValue)"
        addPerson(name)
        season.questionnaires.append(
          Questionnaire(
            person: PersonID(name), form: form, role: .mentee, place: Self.place,
            organisation: happens(20) ? Term("Завод") : nil))
      }
    }
  }

  private mutating func addPerson(_ name: String) {
    let id = PersonID(name)
    guard season.people[id] == nil else { return }
    let grade = Int.random(in: 8...11, using: &random)
    let letter = happens(50) ? "А" : "Б"
    season.people[id] = Person(
      id: id, name: PersonName(name),
      birthDate: happens(80) ? CalendarDate(day: 1, month: 11, year: 2019 - grade) : nil,
      grade: happens(85) ? Grade(number: grade, letter: letter) : nil,
      experience: happens(60) ? Years(Int.random(in: 0...4, using: &random)) : nil)
  }

  private mutating func addPairs() {
    for one in season.questionnaires where one.role == .mentee {
      var answer = MeetingAnswer(person: one.person, role: .mentee, place: one.place)
      for other in season.questionnaires where other.role == .mentor && other.form == one.form {
        answer.marks[other.person] = Int.random(in: 1...5, using: &random)
        let pair = CuratorPair(
          form: one.form, mentee: one.person, mentor: other.person, reason: "проверка",
          place: one.place)
        if happens(20) {
          season.bans.append(pair)
        } else if happens(4), !season.pins.contains(where: { $0.mentee == one.person }) {
          season.pins.append(pair)
        }
      }
      if !season.answers.contains(where: { $0.person == one.person }) {
        season.answers.append(answer)
      }
    }
  }

  private mutating func addSets() {
    for form in season.forms.map(\.code) {
      let mentees = season.questionnaires.filter { $0.form == form && $0.role == .mentee }
        .map(\.person)
      guard mentees.count > 1 else { continue }
      for isApart in [true, false] where happens(30) {
        let count = Int.random(in: 2...min(3, mentees.count), using: &random)
        let people = Array(mentees.shuffled(using: &random).prefix(count))
        let set = MenteeSet(
          people: people, form: happens(50) ? form : nil, reason: "проверка", place: Self.place)
        if isApart { season.apart.append(set) } else { season.together.append(set) }
      }
    }
  }

  private mutating func addQuotas() {
    while happens(35) {
      let atLeast = happens(60) ? Int.random(in: 0...3, using: &random) : nil
      season.quotas.append(
        PairQuota(
          name: "Квота \(season.quotas.count)", mentees: filter(), mentors: filter(),
          atLeast: atLeast,
          atMost: happens(40) ? Int.random(in: (atLeast ?? 0)...4, using: &random) : nil,
          share: happens(30) ? Part(parsing: "0.4") : nil, place: Self.place))
    }
  }

  private mutating func filter() -> PeopleFilter {
    var filter = PeopleFilter()
    if happens(40) { filter.forms = [happens(50) ? Self.first : Self.second] }
    if happens(15) { filter.organisations = [Term(happens(50) ? "Школа" : "Завод")] }
    if happens(15) { filter.grades = [8, 9] }
    if happens(10) { filter.classes = [8, 9, 10].compactMap { Grade(number: $0, letter: "А") } }
    if happens(15) { filter.experienceAtMost = Years(2) }
    if happens(10) { filter.experienceAtLeast = Years(1) }
    if happens(10) { filter.people = [PersonID("Общий"), PersonID("Ученик")] }
    return filter
  }
}
