import Mentorship
import Testing

@testable import Documents

/// Group minimums, together, apart and quotas: what is read, and every finding with its place.
@Suite struct SideRulesReaderTests {
  private let form = FormCode("student-student")

  private func read(_ more: String, form: String = "capacity: 3") throws -> SeasonFolder.Reading {
    var sample = SampleSeason()
    sample.replace("capacity: 3", with: form, in: "season.yaml")
    sample.files["season.yaml"]? += more + "\n"
    return try sample.read()
  }

  private func place(_ line: Int, _ column: Int) -> Place {
    Place(file: "season.yaml", line: line, column: column)
  }

  private func invalid(_ key: String, _ text: String, _ expected: ExpectedValue) -> FindingKind {
    .valueInvalid(key: key, text: text, expected: expected)
  }

  private func expect(
    _ more: String, form: String = "capacity: 3", _ findings: (FindingKind, Int, Int)...,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(
      try read(more, form: form).findings == findings.map { Finding($0.0, at: place($0.1, $0.2)) },
      "\(more)", sourceLocation: location)
  }

  @Test func everythingIsRead() throws {
    let reading = try read(
      """
      together: [{people: [Иванов П., Смирнова Ольга], reason: друзья}]
      apart: [{people: [Иванов Пётр, Смирнова О.], form: student-student, reason: ссора}]
      quotas:
        - {name: Младшие, mentees: {form: student-student, grade: [7, 8], class: 8Б}, mentors: {people: [Сидоров О.], organisation: МБОУ «Школа № 7»}, at-least: 0, at-most: 2}
        - {name: Новые, mentees: {experience-at-most: 3, experience-at-least: 1}, share: 70 %}
      """,
      form: """
        capacity: 3
            minimum: 2
            minimum-is: always
            group: {same-class-at-most: 2, age-span-at-most: 3, experienced-at-least: 1, experienced: {grade: 9, experience: 2}}
        """)
    #expect(reading.findings == [])
    let season = try #require(reading.season)
    var rules = GroupRules()
    rules.minimum = 2
    rules.minimumIs = .always
    rules.sameClassAtMost = 2
    rules.ageSpanAtMost = 3
    rules.experienced = .init(atLeast: 1, years: Years(2), grade: 9)
    #expect(season.forms[0].group == rules)
    let people = [PersonID("Иванов Пётр"), PersonID("Смирнова Ольга")]
    #expect(
      season.together
        == [MenteeSet(people: people, form: nil, reason: "друзья", place: place(32, 12))])
    #expect(
      season.apart
        == [MenteeSet(people: people, form: form, reason: "ссора", place: place(33, 9))])
    var younger = PeopleFilter()
    younger.forms = [form]
    younger.grades = [7, 8]
    younger.classes = [try #require(Grade(number: 8, letter: "Б"))]
    var mentors = PeopleFilter()
    mentors.people = [PersonID("Сидоров Олег")]
    mentors.organisations = [Term("МБОУ «Школа № 7»")]
    var new = PeopleFilter()
    new.experienceAtLeast = Years(1)
    new.experienceAtMost = Years(3)
    #expect(
      season.quotas == [
        PairQuota(
          name: "Младшие", mentees: younger, mentors: mentors, atLeast: 0, atMost: 2,
          place: place(35, 5)),
        PairQuota(name: "Новые", mentees: new, share: Part(parsing: "0.7"), place: place(36, 5)),
      ])
  }

  @Test func ownMinimumsAreAColumn() throws {
    var sample = SampleSeason()
    sample.replace(
      "capacity: Сколько", with: "capacity: Сколько\n      minimum: Не меньше", in: "season.yaml")
    sample.replace("Сколько;Допуск", with: "Сколько;Допуск;Не меньше", in: "mentors.csv")
    sample.replace("2;допущен", with: "2;допущен;2", in: "mentors.csv")
    sample.replace("допущена", with: "допущена;пара", in: "mentors.csv")
    let reading = try sample.read()
    #expect(
      reading.findings == [
        Finding(
          .capacityInvalid(text: "пара"),
          at: Place(file: "mentors.csv", line: 3, column: 66, cell: "Не меньше"))
      ])
    let mentors = reading.season?.questionnaires.filter { $0.role == .mentor }
    #expect(mentors?.map(\.minimum) == [nil, 2])
  }

  @Test func formValues() throws {
    try expect(
      "", form: "minimum: много",
      (invalid("forms.student-student.minimum", "много", .wholeNumber(0...1)), 7, 14))
    try expect(
      "", form: "capacity: 3\n    minimum: 4",
      (invalid("forms.student-student.minimum", "4", .wholeNumber(0...3)), 8, 14))
    try expect(
      "", form: "minimum-is: sometimes",
      (
        invalid("forms.student-student.minimum-is", "sometimes", .oneOf(["if-open", "always"])),
        7, 17
      ))
    try expect(
      "", form: "group: {same-clas-at-most: 2}",
      (
        .keyUnknown(
          key: "forms.student-student.group.same-clas-at-most", suggestion: "same-class-at-most"),
        7, 13
      ))
    try expect(
      "", form: "group: {experienced-at-least: 1}",
      (.keyMissing(key: "forms.student-student.group.experienced"), 7, 12))
    try expect(
      "", form: "group: {experienced-at-least: 1, experienced: {}}",
      (.keyMissing(key: "forms.student-student.group.experienced.experience"), 7, 51))
  }

  @Test func sets() throws {
    try expect(
      "apart: [{people: [Иванов Пётр], reason: ссора}]",
      (invalid("apart[0].people", "[…]", .names(atLeast: 2)), 29, 18))
    try expect(
      "together: [{people: [Иванов Пётр, Смирнова Ольга]}]",
      (.keyMissing(key: "together[0].reason"), 29, 12))
    try expect(
      "apart: [{people: [Иванов Пётр, Смирнова Ольга, иванов п.], reason: ссора}]",
      (.rule(.memberTwice(name: "иванов п.")), 29, 48))
    try expect(
      "apart: [{people: [Иванов Пётр, Сидоров Олег], reason: ссора}]",
      (
        .notApplied(
          name: "Сидоров Олег", role: .mentee, form: nil, elsewhere: .onlyAs(.mentor)), 29, 32
      ))
    try expect(
      "together: [{people: [Иванво Пётр, Смирнова О.], form: student-student, reason: друзья}]",
      (
        .notApplied(
          name: "Иванво Пётр", role: .mentee, form: form, suggestions: ["Иванов Пётр"]), 29, 22
      ))
    try expect(
      "apart: [{people: [Иванов Пётр, Смирнова О.], form: teacher-teacher, reason: ссора}]",
      (invalid("apart[0].form", "teacher-teacher", .oneOf(["student-student"])), 29, 52))
    try expect("apart: {}", (invalid("apart", "{}", .list(count: nil)), 29, 8))
  }

  @Test func quotas() throws {
    try expect(
      "quotas: [{name: Все}]", (.rule(.quotaAsksNothing(quota: "Все")), 29, 10))
    try expect(
      "quotas: [{name: Все, at-least: 1}, {name: все, at-most: 2}]",
      (.rule(.quotaTwice(quota: "все")), 29, 36))
    try expect(
      "quotas: [{name: Все, at-least: 3, at-most: 2}]",
      (invalid("quotas[0].at-most", "2", .wholeNumber(3...10_000)), 29, 44))
    for text in ["1.5", "0", "half", "120%", "0.12345"] {
      try expect(
        "quotas: [{name: Все, share: \(text)}]", (invalid("quotas[0].share", text, .part), 29, 29))
    }
    try expect(
      "quotas: [{name: Все, share: 0.5, mentees: {grade: 12, clas: 9Б}}]",
      (invalid("quotas[0].mentees.grade", "12", .wholeNumber(1...11)), 29, 51),
      (.keyUnknown(key: "quotas[0].mentees.clas", suggestion: "class"), 29, 55))
    try expect(
      "quotas: [{name: Все, share: 0.5, mentees: {class: старший}}]",
      (invalid("quotas[0].mentees.class", "старший", .schoolClass), 29, 51))
    try expect(
      "quotas: [{name: Все, at-most: 1, mentors: {people: [Смирнова О.]}}]",
      (
        .notApplied(
          name: "Смирнова О.", role: .mentor, form: nil, elsewhere: .onlyAs(.mentee)), 29, 53
      ))
    try expect(
      "quotas: [{at-most: 1}]", (.keyMissing(key: "quotas[0].name"), 29, 10))
  }
}
