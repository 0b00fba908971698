import Foundation
import InstanceFiles
import Mentorship
import Office
import Policies
import Problems
import Testing

@Suite("Answers about a case, as people read them")
struct CaseTextTests {
  private static let samples = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "samples")

  /// Every text that there is about a case, in each of the languages.
  private func texts(_ solved: SolvedCase, _ pages: [CaseText]) throws -> [String] {
    let (alternatives, robustness) = (
      try solved.alternatives(4, classifies: true), try solved.robustness(draws: 3)
    )
    let recruitment = try solved.recruitment(steps: 2)
    let rematch = try solved.rematch(try approvedPairs(solved))
    let fronts = try [Goal.worst, .load, .blockingPairs].map { try solved.front(.points, $0) }
    let (mentees, mentors) = (solved.problem.menteeCount, solved.problem.mentorCount)
    let some = stride(from: 0, to: mentees, by: max(1, mentees / 6))
    let others = stride(from: 0, to: mentors, by: max(1, mentors / 6))
    let people =
      try some.map { try solved.explanation(of: .seat($0), side: .mentees) }
      + others.map { try solved.explanation(of: .seat($0), side: .mentors) }
    let pairs = try some.flatMap { mentee in
      try others.map { try solved.explanation(of: Pair(mentee: mentee, mentor: $0)) }
    }
    return pages.flatMap { page in
      [
        page.text(alternatives, robustness), page.text(recruitment), page.text(rematch),
      ] + fronts.map { page.text($0) } + people.map { page.text($0) } + pairs.map { page.text($0) }
    }
  }

  private func approvedPairs(_ solved: SolvedCase) throws -> ApprovedPairs {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    let report = try solved.alternatives(1)
    let json = CaseJSON(solved, messages: Messages(.english)).value(report)
    try Data(json.text(.pretty).utf8).write(to: file)
    return try solved.approvedPairs(at: file.path)
  }

  private func instance(_ text: String) throws -> SolvedCase {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try SolvedCase.open(file.path)
  }

  @Test("English texts hold no Russian word where the people have English names")
  func english() throws {
    let cases = [
      try SolvedCase.open(Self.samples.appending(path: "instances/small.json").path),
      try instance(
        #"{"schema":"nastavnik.instance/1","sense":"min","mentees":["a","b","c"],"#
          + #""mentors":["x",{"id":"y","capacity":2}],"points":[[9,2],[3,7.5],[6,null]]}"#),
    ]
    for solved in cases {
      for text in try texts(solved, [CaseText(solved, messages: Messages(.english))]) {
        let russian = text.unicodeScalars.first { "а"..."я" ~= $0 || "А"..."Я" ~= $0 }
        #expect(russian == nil, "\(text)")
      }
    }
  }

  @Test("no line is wider than the screen, and none is left open")
  func width() throws {
    let solved = try SolvedCase.open(Self.samples.appending(path: "school-7").path)
    let pages = [Language.russian, .english].map {
      CaseText(solved, messages: Messages($0), width: 80)
    }
    for text in try texts(solved, pages) {
      #expect(text.hasSuffix("\n") && !text.contains("\n\n\n"), "\(text)")
      for line in text.split(separator: "\n") {
        #expect(line.count <= 80 && line.last != " ", "\(line)")
      }
    }
  }

  @Test("two people of one surname and first name are told apart")
  func namesakes() throws {
    var season = try #require(try Office.read(Self.samples.appending(path: "school-7").path).season)
    let first = try #require(season.questionnaires.first { $0.role == .mentee })
    let second = PersonID(
      PersonName(first.person.rawValue).short + " Евграфович")
    let person = try #require(season.people[first.person])
    var other = Person(
      id: second, name: PersonName(second.rawValue), birthDate: person.birthDate,
      grade: person.grade, consent: person.consent)
    other.register = person.register
    season.people[second] = other
    season.questionnaires.append(
      Questionnaire(
        person: second, form: first.form, role: .mentee, place: first.place,
        requests: first.requests, hours: first.hours))
    let solved = try SolvedCase(season)
    let text = CaseText(solved, messages: Messages(.russian))
    let seats = try [first.person, second].map { try solved.person($0.rawValue, of: .mentees) }
    let pages = try seats.map { text.text(try solved.explanation(of: $0, side: .mentees)) }
    #expect(pages[0].hasPrefix(first.person.rawValue + " "))
    #expect(pages[1].hasPrefix(second.rawValue + " "))
  }
}
