import Mentorship
import Testing

@Suite("Mutual choices")
struct MutualChoiceTests {
  @Test("who chose each other, first choices first")
  func mutual() throws {
    var small = try SmallSeason()
    small.answer(SmallSeason.answer("А", .mentee, tiers: [["В"], ["Г"]]))
    small.answer(SmallSeason.answer("Б", .mentee, listed: ["В"], marks: ["Г": 4]))
    small.answer(SmallSeason.answer("В", .mentor, tiers: [["Б"], ["А"]]))
    small.answer(SmallSeason.answer("Г", .mentor, tiers: [["А"]], marks: ["Б": 5]))
    let found = small.season.mutualChoices.map { "\($0.mentee.rawValue)\($0.mentor.rawValue)" }
    #expect(found == ["АВ", "АГ", "БВ", "БГ"])
    #expect(small.season.mutualChoices.map(\.places) == [[1, 2], [2, 1], [nil, 1], [nil, nil]])
    small.season.answers[2] = SmallSeason.answer("В", .mentor, tiers: [["А"]])
    #expect(small.season.mutualChoices.filter(\.isFirst).map(\.mentee.rawValue) == ["А"])
  }

  @Test("a veto, a low mark and silence are no choices; nor is one side alone")
  func others() throws {
    var small = try SmallSeason()
    small.answer(
      SmallSeason.answer("А", .mentee, tiers: [["В"]], marks: ["Г": 3], vetoes: [:]))
    small.answer(SmallSeason.answer("В", .mentor, vetoes: ["А": "спорим"]))
    small.answer(SmallSeason.answer("Г", .mentor, tiers: [["А"], ["Б"]]))
    #expect(small.season.mutualChoices.isEmpty)
  }

  @Test("said in so many words: not met is not refused, and not chosen is no veto")
  func silence() throws {
    var small = try SmallSeason()
    var answer = SmallSeason.answer("А", .mentee)
    answer.notMet = [PersonID("В")]
    answer.passedOver = [PersonID("Г")]
    small.answer(answer)
    small.season.attended = ["А", "В", "Г"].reduce(into: []) { $0.insert(PersonID($1)) }
    let scored = ScoredSeason(small.season)
    #expect(scored.attitudes(mentee: 0, mentor: 0).ofMentee == .notMet)
    #expect(scored.attitudes(mentee: 0, mentor: 1).ofMentee == .notNamed)
  }
}
