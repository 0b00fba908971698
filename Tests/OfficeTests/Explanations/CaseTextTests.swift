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

  /// Every text that there is about a case.
  private func texts(_ solved: SolvedCase, _ text: CaseText) throws -> [String] {
    let approved = try approvedPairs(solved)
    var texts = [
      text.text(try solved.alternatives(4, classifies: true), try solved.robustness(draws: 3)),
      text.text(try solved.recruitment(steps: 2)), text.text(try solved.rematch(approved)),
      text.text(try solved.front(.points, .worst)), text.text(try solved.front(.points, .load)),
      text.text(try solved.front(.points, .blockingPairs)),
    ]
    let (mentees, mentors) = (solved.problem.menteeCount, solved.problem.mentorCount)
    for mentee in stride(from: 0, to: mentees, by: max(1, mentees / 8)) {
      texts.append(text.text(try solved.explanation(of: .seat(mentee), side: .mentees)))
      for mentor in stride(from: 0, to: mentors, by: max(1, mentors / 4)) {
        let pair = Pair(mentee: mentee, mentor: mentor)
        texts.append(text.text(try solved.explanation(of: pair)))
      }
    }
    for mentor in stride(from: 0, to: mentors, by: max(1, mentors / 8)) {
      texts.append(text.text(try solved.explanation(of: .seat(mentor), side: .mentors)))
    }
    return texts
  }

  /// All but the first chosen pair, whose mentee then has somebody else.
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
      for text in try texts(solved, CaseText(solved, messages: Messages(.english))) {
        let russian = text.unicodeScalars.first { "а"..."я" ~= $0 || "А"..."Я" ~= $0 }
        #expect(russian == nil, "\(text)")
      }
    }
  }

  @Test("no line is wider than the screen, and none is left open")
  func width() throws {
    let solved = try SolvedCase.open(Self.samples.appending(path: "school-7").path)
    for language in [Language.russian, .english] {
      let text = CaseText(solved, messages: Messages(language), width: 80)
      for page in try texts(solved, text) {
        #expect(page.hasSuffix("\n") && !page.contains("\n\n\n"), "\(page)")
        for line in page.split(separator: "\n") {
          #expect(line.count <= 80 && line.last != " ", "\(line)")
        }
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
