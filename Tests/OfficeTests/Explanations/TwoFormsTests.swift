import Foundation
import InstanceFiles
import Mentorship
import Office
import Policies
import Problems
import Testing

@Suite("People who take part in two forms")
struct TwoFormsTests {
  private static let school = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "samples/school-7")
  private static let twin = FormCode("twin")

  /// The teachers of the sample school, each a second time in another form of the same rules.
  private func season() throws -> Season {
    var season = try #require(try Office.read(Self.school.path).season)
    let form = try #require(season.forms.first { $0.code.rawValue == "teacher-teacher" })
    let twin = Form(
      code: Self.twin, title: .init(russian: "вторая форма", english: "second form"),
      rules: form.rules, capacityLimit: form.capacityLimit, weights: form.weights)
    season.forms = [form, twin]
    let teachers = season.questionnaires.filter { $0.form == form.code }
    season.questionnaires =
      teachers
      + teachers.map { one in
        Questionnaire(
          person: one.person, form: Self.twin, role: one.role, place: one.place,
          organisation: one.organisation, requests: one.requests, subjects: one.subjects,
          hours: one.hours, capacity: one.capacity, admission: one.admission,
          hasAddendum: one.hasAddendum, hasDeficit: one.hasDeficit)
      }
    season.pins = []
    return season
  }

  /// The best pairs, as a program writes them down and ``SolvedCase/approvedPairs(at:of:)`` reads them.
  private func reading(_ json: JSONValue, in solved: SolvedCase) throws -> ApprovedPairs {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(json.text(.pretty).utf8).write(to: file)
    return try solved.approvedPairs(at: file.path)
  }

  /// Two people who are a pair in both forms.
  private func twice(_ solved: SolvedCase, _ scored: ScoredSeason) throws -> [Pair] {
    func names(_ pair: Pair) -> [PersonID] {
      [scored.mentees[pair.mentee].person, scored.mentors[pair.mentor].questionnaire.person]
    }
    let groups = Dictionary(grouping: solved.best.pairs, by: names).values
    return try #require(groups.first { $0.count == 2 })
  }

  @Test("what propose and alternatives print is read as the pairs of the right forms")
  func approved() throws {
    let season = try season()
    let solved = try SolvedCase(season)
    let all = Set(solved.best.pairs)
    let words = Messages(.russian)
    let proposal = ProposalJSON(try MatchSeason().report(season), messages: words).value()
    #expect(try reading(proposal, in: solved).pairs == all)
    let alternatives = CaseJSON(solved, messages: words)
      .value(try solved.alternatives(1)).text(.pretty)
    let list = try JSONValue(parsing: Array(alternatives.utf8))
    #expect(
      try reading(list, in: solved).pairs == Set(try solved.alternatives(1).solutions[0].pairs))

    // Two people are a pair in both forms, and only one of these was approved.
    let both = try twice(solved, ScoredSeason(season))
    for kept in both {
      let left = solved.best.pairs.filter { !both.contains($0) || $0 == kept }
      let json = JSONValue([("pairs", try rows(left, of: season, withForms: true))])
      #expect(try reading(json, in: solved).pairs == Set(left))
      // Without forms nobody can tell: both are.
      let bare = JSONValue([("pairs", try rows([kept], of: season, withForms: false))])
      #expect(try reading(bare, in: solved).pairs == Set(both))
    }
  }

  private func rows(_ pairs: [Pair], of season: Season, withForms: Bool) throws -> JSONValue {
    let scored = ScoredSeason(season)
    return JSONValue(
      pairs.map { pair in
        let (mentee, mentor) = (scored.mentees[pair.mentee], scored.mentors[pair.mentor])
        let people: [(String, JSONValue)] = [
          ("mentee", .string(mentee.person.rawValue)),
          ("mentor", .string(mentor.questionnaire.person.rawValue)),
        ]
        return JSONValue(
          (withForms ? [("form", .string(mentee.form.rawValue))] : []) + people)
      })
  }

  @Test("who left one form is gone there, and not from the other")
  func parted() throws {
    let before = try season()
    let approved = ProposalJSON(try MatchSeason().report(before), messages: Messages(.russian))
      .value()
    let pair = try twice(try SolvedCase(before), ScoredSeason(before))[0]
    let gone = ScoredSeason(before).mentees[pair.mentee].person
    var after = before
    after.questionnaires.removeAll { $0.person == gone && $0.form == Self.twin }
    let solved = try SolvedCase(after)
    let read = try reading(approved, in: solved)
    #expect(read.goneMentees.map(\.name) == [gone.rawValue])
    #expect(read.goneMentees.map(\.form) == [Self.twin] && read.goneMentors.isEmpty)
    let text = CaseText(solved, messages: Messages(.russian), width: 1000)
      .text(try solved.rematch(read))
    #expect(text.contains("\(PersonName(gone.rawValue).short) (вторая форма)."))
  }

  @Test("whatever names a mentee or a mentor of a season says the form")
  func keys() throws {
    let season = try season()
    let solved = try SolvedCase(season)
    let words = Messages(.english)
    let approved = try reading(
      ProposalJSON(try MatchSeason().report(season), messages: words).value(), in: solved)
    let explain = CaseJSON(solved, messages: words)
    let best = try #require(solved.best.pairs.first)
    let values: [JSONValue] = [
      CaseJSON(solved, messages: words)
        .value(try solved.alternatives(4), try solved.robustness(draws: 3)),
      CaseJSON(solved, messages: words).value(try solved.rematch(approved)),
      CaseJSON(solved, messages: words).value(try solved.front(.points, .worst)),
      CaseJSON(solved, messages: words).value(try solved.recruitment(steps: 1)),
      explain.value(try solved.explanation(of: best)),
      explain.value(try solved.explanation(of: .seat(best.mentor), side: .mentors)),
      explain.value(try solved.explanation(of: .seat(best.mentee), side: .mentees)),
    ]
    for value in values {
      let data = Data(value.text(.pretty).utf8)
      let objects = Self.objects(try JSONSerialization.jsonObject(with: data))
      for case let pairs as [Any] in objects.compactMap({ $0["pairs"] }) {
        #expect(pairs.allSatisfy { $0 is [String: Any] })
      }
      let people = objects.filter { $0["mentee"] is String || $0["mentor"] is String }
      #expect(!people.isEmpty || objects.contains { $0["pair"] != nil })
      for one in people + objects.filter({ $0["pair"] != nil }) {
        #expect(["teacher-teacher", "twin"].contains(one["form"] as? String), "\(one)")
      }
    }
  }

  @Test("the classes of pairs name their forms beside them")
  func classes() throws {
    let solved = try SolvedCase(try season())
    let report = try solved.alternatives(1, classifies: true)
    let value = CaseJSON(solved, messages: Messages(.english)).value(report)
    for key in ["every", "some"] {
      guard case .array(let pairs)? = value[key], case .array(let forms)? = value["forms"]?[key]
      else {
        Issue.record("no \(key)")
        continue
      }
      #expect(pairs.count == forms.count)
    }
  }

  /// All objects inside a value.
  private static func objects(_ value: Any) -> [[String: Any]] {
    if let list = value as? [Any] { return list.flatMap(objects) }
    guard let object = value as? [String: Any] else { return [] }
    return [object] + object.values.flatMap(objects)
  }
}
