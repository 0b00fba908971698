import Mentorship
import Testing

@testable import Documents

/// Pins, bans and dependent people: what is found, and that nothing is lost silently.
@Suite struct CuratorPairReaderTests {
  private func read(_ more: String) throws -> SeasonFolder.Reading {
    var sample = SampleSeason()
    sample.files["season.yaml"]? += more + "\n"
    return try sample.read()
  }

  private func place(_ line: Int, _ column: Int) -> Place {
    Place(file: "season.yaml", line: line, column: column)
  }

  @Test func namesBecomePeople() throws {
    let reading = try read(
      """
      pins: [{form: student-student, mentee: Иванов П., mentor: Сидоров О., reason: давно}]
      bans: [{mentee: Смирнова Ольга, mentor: Анна Петрова, reason: сёстры}]
      dependent: [[Иванов Пётр, Петрова Анна, Сидоров Олег]]
      """)
    #expect(reading.findings == [])
    #expect(
      reading.season?.pins == [
        CuratorPair(
          form: FormCode("student-student"), mentee: PersonID("Иванов Пётр"),
          mentor: PersonID("Сидоров Олег"), reason: "давно", place: place(29, 8))
      ])
    #expect(reading.season?.bans.map(\.mentor) == [PersonID("Петрова Анна")])
    #expect(reading.season?.dependent.count == 3)
  }

  @Test func namesOfNobodyBlock() throws {
    let form = FormCode("student-student")
    let reading = try read(
      """
      pins: [{form: student-student, mentee: Иванов Пётр, mentor: Смирнова О., reason: давно}]
      bans: [{mentee: Кто-то, mentor: Сидоров Олег, reason: давно}]
      dependent: [[Иванов Пётр, Никто]]
      """)
    #expect(
      reading.findings == [
        Finding(
          .notApplied(
            name: "Смирнова О.", role: .mentor, form: form, elsewhere: .onlyAs(.mentee)),
          at: place(29, 61)),
        Finding(.notApplied(name: "Кто-то", role: .mentee, form: nil), at: place(30, 17)),
        Finding(.notApplied(name: "Никто", role: nil, form: nil), at: place(31, 27)),
      ])
    #expect(reading.findings.allSatisfy { $0.kind.severity == .error })
    #expect(reading.season?.pins == [])
  }

  @Test func twice() throws {
    let reading = try read(
      """
      pins:
        - {mentee: Иванов Пётр, mentor: Сидоров Олег, reason: а}
        - {form: student-student, mentee: Иванов П., mentor: Сидоров О., reason: б}
      """)
    let (mentee, mentor) = ("Иванов Пётр", "Сидоров Олег")
    #expect(
      reading.findings == [
        Finding(.pinTwice(mentee: mentee, mentor: mentor), at: place(31, 5))
      ])
  }

  @Test func dependentOnOneself() throws {
    let reading = try read("dependent: [[Иванов Пётр, Пётр Иванов]]")
    let kind = FindingKind.valueInvalid(
      key: "dependent", text: "Иванов Пётр, Пётр Иванов", expected: .names(atLeast: 2))
    #expect(reading.findings == [Finding(kind, at: place(29, 14))])
  }

  @Test func ambiguousNameBlocks() throws {
    var sample = SampleSeason()
    sample.replace("Смирнова Ольга", with: "Иванов Павел", in: "mentees.csv")
    sample.files["season.yaml"]? += "bans: [{mentee: Иванов П., mentor: Сидоров О., reason: а}]\n"
    let candidates = ["Иванов Павел", "Иванов Пётр"]
    #expect(
      try sample.read().findings == [
        Finding(.pinAmbiguous(name: "Иванов П.", candidates: candidates), at: place(29, 17))
      ])
  }

  @Test func namesNearby() throws {
    let reading = try read("bans: [{mentee: Иванов Петя, mentor: Сидоров Олег 10А, reason: а}]")
    #expect(
      reading.findings.map(\.kind) == [
        .notApplied(
          name: "Иванов Петя", role: .mentee, form: nil, suggestions: ["Иванов Пётр"]),
        .notApplied(
          name: "Сидоров Олег 10А", role: .mentor, form: nil, suggestions: ["Сидоров Олег"]),
      ])
  }
}
