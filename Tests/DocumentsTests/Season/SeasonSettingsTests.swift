import Mentorship
import Testing

@testable import Documents

private func place(_ line: Int, _ column: Int) -> Place {
  Place(file: "season.yaml", line: line, column: column)
}

/// The season file: what it sets, and every finding in it with its exact place.
@Suite struct SeasonSettingsTests {
  private func read(_ text: String) -> (settings: SeasonSettings?, findings: [Finding]) {
    var (root, findings) = YAMLReader.read(text, file: "season.yaml")
    let settings = root.flatMap { SeasonSettingsReader.read($0, &findings) }
    return (settings, findings)
  }

  /// A complete season file with more keys behind.
  private func season(_ more: String, forms: String = "  student-student:") -> String {
    """
    schema: nastavnik.season/1
    title: Осень
    date: 15.10.2026
    forms:
    \(forms)
    files:
      - {path: a.csv, kind: mentors, form: student-student, columns: {name: ФИО}}
    \(more)
    """
  }

  private func expect(
    _ text: String, _ findings: (FindingKind, Int, Int)...,
    at location: SourceLocation = #_sourceLocation
  ) {
    let expected = findings.map { Finding($0.0, at: place($0.1, $0.2)) }
    #expect(read(text).findings == expected, "\(text)", sourceLocation: location)
  }

  private func invalid(_ key: String, _ text: String, _ expected: ExpectedValue) -> FindingKind {
    .valueInvalid(key: key, text: text, expected: expected)
  }

  @Test func everythingIsRead() throws {
    let (settings, findings) = read(
      season(
        """
        coverage: all
        weights: {profile: 70, preferences: 30}
        criteria: {request: 50, subjects: 0}
        preferences: {places: [100, 50], listed: 70, marks: [0, 10, 20, 30, 40], not-named: 5, not-met: 45, veto: soft}
        partners:
          - {organisation: АО «Завод», agreement: "12-С", from: 01.09.2025, until: 31.12.2026}
          - {organisation: ИП Ли, agreement: null}
        dependent:
          - [Иванов Пётр, Иванова Анна]
        pins:
          - {form: student-student, mentee: А Б, mentor: В Г, reason: так надо}
        bans:
          - {mentee: А Б, mentor: Д Е, reason: ссора}
        """))
    #expect(findings == [])
    let read = try #require(settings)
    #expect(read.coverage == .all)
    #expect(read.forms[0].weights.profile == 70)
    #expect(read.forms[0].weights.criteria[.request] == 50)
    #expect(read.forms[0].weights.criteria[.interests] == 20)
    #expect(
      read.preferenceScale
        == PreferenceScale(
          places: [100, 50], listed: 70, marks: [0, 10, 20, 30, 40], notNamed: 5, notMet: 45,
          vetoIsHard: false))
    #expect(
      read.partners == [
        Partner(
          organisation: Term("АО «Завод»"), agreement: "12-С",
          from: CalendarDate(day: 1, month: 9, year: 2025),
          until: CalendarDate(day: 31, month: 12, year: 2026)),
        Partner(organisation: Term("ИП Ли"), agreement: nil),
      ])
    #expect(read.dependent.map { $0.map(\.name) } == [["Иванов Пётр", "Иванова Анна"]])
    #expect(read.pins.map(\.form) == [FormCode("student-student")])
    #expect(read.bans.map(\.form) == [nil])
    #expect(read.bans.map(\.mentor.name) == ["Д Е"])
  }

  @Test func formsChangeTheStandard() throws {
    let forms = """
        student-student:
          capacity: 4
          default-capacity: 2
          rules: {grade-above: 2, compatible-format: нет, mentee-grade: 5, minimum-age: on, consent: да}
          weights: {preferences: 10}
          criteria: {age: 0}
        teacher-teacher: ~
      """
    let (settings, findings) = read(season("", forms: forms))
    #expect(findings == [])
    let form = try #require(settings?.forms.first)
    #expect(form.capacityLimit == 4)
    #expect(form.defaultCapacity == 2)
    #expect(
      form.rules == [
        .consent, .admission, .minimumAge(10), .menteeGrade(atLeast: 5), .sameOrganisation,
        .gradeAbove(2), .commonHours(1), .compatiblePlace, .independence,
      ])
    #expect(form.weights.profile == 60)
    #expect(form.weights.preferences == 10)
    #expect(form.weights.criteria[.age] == 0)
    #expect(
      settings?.forms.last == FormCatalogue.standard.first { $0.code.rawValue == "teacher-teacher" }
    )
  }

  @Test func formsOfTheirOwn() throws {
    let forms = """
        parent-student:
          title: {ru: родитель – ученик, en: parent–student}
          capacity: 2
          rules: {consent: on, independence: on}
          models:
            reader: {title: читатель, criteria: {interests: 7}}
          model: reader
        student-student: {model: achiever-underachiever}
      """
    let (settings, findings) = read(season("criteria: {waiting: 5}", forms: forms))
    #expect(findings == [])
    let own = try #require(settings?.forms.first)
    #expect(own.title == .init(russian: "родитель – ученик", english: "parent–student"))
    #expect(own.rules == [.consent, .independence])
    #expect(own.capacityLimit == 2)
    #expect(own.weights.criteria[.interests] == 7 && own.weights.criteria[.request] == nil)
    #expect(own.weights.criteria[.waiting] == 5 && own.weights.criteria[.menteePreference] == 60)
    #expect(settings?.forms.last?.weights.criteria[.subjects] == 50)
    expect(
      season("", forms: "  student-student: {model: achever}"),
      (
        invalid(
          "forms.student-student.model", "achever",
          .oneOf(["achiever-underachiever", "leader-passive", "equal-equal"])), 5, 28
      ))
    // Without a title it is a slip.
    let codes = FormCatalogue.standard.map(\.code.rawValue)
    expect(
      season("", forms: "  student-student:\n  parent-student:"),
      (
        invalid(
          "forms", "parent-student", .oneOf(codes, suggestion: "student-student")), 6, 3
      ))
  }

  @Test func lastYear() throws {
    let text = """
      most-important: 3
      last-year:
        wish: another
        pairs: [{mentee: А Б, mentor: В Г}]
        failed: [{mentee: А Б, mentor: Д Е, reason: ссора}]
      """
    let (settings, findings) = read(season(text))
    #expect(findings == [])
    #expect(settings?.emphasis == 3)
    #expect(settings?.lastYear.wish == .another)
    #expect(settings?.lastYear.pairs.map(\.mentor.name) == ["В Г"])
    #expect(settings?.lastYear.failed.map(\.reason) == ["ссора"])
    expect(
      season("last-year: {failed: [{mentee: А, mentor: Б}]}"),
      (.keyMissing(key: "last-year.failed[0].reason"), 8, 22))
    expect(
      season("most-important: 0"), (invalid("most-important", "0", .wholeNumber(1...10)), 8, 17))
  }

  @Test func keys() {
    expect(
      season("wieghts: {profile: 1}"),
      (.keyUnknown(key: "wieghts", suggestion: "weights"), 8, 1))
    expect(season("weights: {foo: 1}"), (.keyUnknown(key: "weights.foo", suggestion: nil), 8, 11))
    expect(
      "schema: nastavnik.season/1\n", (.keyMissing(key: "title"), 1, 1),
      (.keyMissing(key: "date"), 1, 1), (.keyMissing(key: "forms"), 1, 1),
      (.keyMissing(key: "files"), 1, 1))
    expect(
      season("pins:\n  - {mentee: А, mentor: Б}"), (.keyMissing(key: "pins[0].reason"), 9, 5))
    expect(
      season("", forms: "  {}"), (.keyMissing(key: "forms"), 5, 3))
    expect("- a\n", (invalid("", "[…]", .map), 1, 1))
  }

  @Test func values() {
    expect(
      season("coverage: ignroe"),
      (
        invalid("coverage", "ignroe", .oneOf(["first", "ignore", "all"], suggestion: "ignore")), 8,
        11
      ))
    expect(
      season("coverage: full"),
      (invalid("coverage", "full", .oneOf(["first", "ignore", "all"])), 8, 11))
    expect(season("weights: 5"), (invalid("weights", "5", .map), 8, 10))
    expect(
      season("weights: {profile: -1}"),
      (invalid("weights.profile", "-1", .wholeNumber(0...10_000)), 8, 20))
    expect(
      season("criteria: {age: много}"),
      (invalid("criteria.age", "много", .wholeNumber(0...10_000)), 8, 17))
    expect(
      season("preferences: {places: [100, 120], marks: [1, 2], listed: x}"),
      (invalid("preferences.places[1]", "120", .percent), 8, 29),
      (invalid("preferences.marks", "[…]", .list(count: 5)), 8, 42),
      (invalid("preferences.listed", "x", .percent), 8, 58))
    expect(
      season("dependent: [[А]]"), (invalid("dependent[0]", "[…]", .names(atLeast: 2)), 8, 13))
    expect(
      season("partners: [{organisation: А, until: завтра}]"),
      (invalid("partners[0].until", "завтра", .date), 8, 37))
    if let from = CalendarDate(day: 2, month: 9, year: 2026) {
      expect(
        season("partners: [{organisation: А, from: 02.09.2026, until: 01.09.2026}]"),
        (invalid("partners[0].until", "01.09.2026", .dateNotBefore(from)), 8, 55))
    }
    expect(
      season("bans: [{form: employer-student, mentee: А, mentor: Б, reason: в}]"),
      (invalid("bans[0].form", "employer-student", .oneOf(["student-student"])), 8, 15))
    expect(
      season("pins: [{mentee: А, mentor: Б, reason: ''}]"),
      (invalid("pins[0].reason", "", .text), 8, 39))
    expect(season("pins: А – Б"), (invalid("pins", "А – Б", .list(count: nil)), 8, 7))
  }

  @Test func formValues() {
    let codes = FormCatalogue.standard.map(\.code.rawValue)
    expect(
      season("", forms: "  student-student:\n  techer-teacher:"),
      (invalid("forms", "techer-teacher", .oneOf(codes, suggestion: "teacher-teacher")), 6, 3))
    expect(
      season("", forms: "  student-student:\n  учитель-учитель:"),
      (invalid("forms", "учитель-учитель", .oneOf(codes, suggestion: "teacher-teacher")), 6, 3))
    expect(
      season("", forms: "  student-student: {capacity: 1.5}"),
      (invalid("forms.student-student.capacity", "1.5", .wholeNumber(0...10_000)), 5, 31))
    expect(
      season("", forms: "  student-student: {rules: {consent: 3, grade-above: x, age: 1}}"),
      (.keyUnknown(key: "forms.student-student.rules.age", suggestion: nil), 5, 57),
      (invalid("forms.student-student.rules.consent", "3", .onOff), 5, 38),
      (invalid("forms.student-student.rules.grade-above", "x", .wholeNumber(0...100)), 5, 54))
  }

  /// The law asks for consent: whoever switches the rule off is told so every time.
  @Test func consentThatIsNotChecked() {
    expect(
      season("", forms: "  student-student: {rules: {grade-above: 2, consent: off}}"),
      (.consentUnchecked(form: FormCode("student-student")), 5, 54))
  }

  @Test func weightsThatSumToZero() {
    expect(
      season("weights: {profile: 0, preferences: 0}"), (.weightsSumToZero(key: "weights"), 8, 10))
    expect(
      season("", forms: "  student-student: {weights: {profile: 0, preferences: 0}}"),
      (.weightsSumToZero(key: "forms.student-student.weights"), 5, 30))
    let none = Criterion.allCases.map { "\($0.rawValue): 0" }.joined(separator: ", ")
    expect(season("criteria: {\(none)}"), (.weightsSumToZero(key: "criteria"), 8, 11))
  }

  @Test func files() {
    func files(_ entry: String) -> String {
      "schema: nastavnik.season/1\ntitle: О\ndate: 15.10.2026\n"
        + "forms: {student-student: }\nfiles: [{\(entry)}]\n"
    }
    expect(
      files("path: a.csv, kind: mentor, columns: {name: Ф}"),
      (
        invalid(
          "files[0].kind", "mentor",
          .oneOf(
            ["mentors", "mentees", "answers", "consents", "third-party"], suggestion: "mentors")),
        5, 29
      ))
    expect(
      files("path: a.csv, kind: answers, columns: {name: Ф}"),
      (.keyMissing(key: "files[0].from"), 5, 9))
    expect(
      files("path: a.csv, kind: answers, from: mentees, columns: {grade: Ф}"),
      (.keyUnknown(key: "files[0].columns.grade", suggestion: nil), 5, 63))
    expect(
      files(
        "path: a.csv, kind: answers, from: mentees, encoding: cp-866, separator: '#', columns: {name: Ф}"
      ),
      (invalid("files[0].encoding", "cp-866", .oneOf(["utf-8", "windows-1251", "koi8-r"])), 5, 63),
      (invalid("files[0].separator", "#", .oneOf([",", ";", "|", "tab"])), 5, 82))
    // What is left out is remembered or guessed, when the file is read.
    expect(files("path: a.csv, kind: mentors"))
  }
}
