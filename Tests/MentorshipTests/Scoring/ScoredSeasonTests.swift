import Mentorship
import Testing

@Suite("Scoring a season")
struct ScoredSeasonTests {
  @Test("points are the sum of their parts, reckoned by hand")
  func points() throws {
    var small = try SmallSeason()
    small.answer(SmallSeason.answer("А", .mentee, tiers: [["Г"], ["В"]]))
    small.answer(SmallSeason.answer("Г", .mentor, marks: ["А": 4]))
    let scored = ScoredSeason(small.season)
    #expect(scored.mentees.map(\.person.rawValue) == ["А", "Б"])
    #expect(scored.mentors.map(\.questionnaire.person.rawValue) == ["В", "Г"])
    // А–В: one request of two (250); second place 80 % of 300; В was absent: 50 % of 200.
    // А–Г: both requests (500); first place (300); mark 4: 75 % of 200.
    #expect(
      scored.candidates[0] == [.init(mentor: 0, points: 590), .init(mentor: 1, points: 950)])
    // Б (grade 9) can only go to Г (grade 10); nobody met anybody: 500 + 150 + 100.
    #expect(scored.candidates[1] == [.init(mentor: 1, points: 750)])
    for mentee in 0..<2 {
      for candidate in scored.candidates[mentee] {
        let parts = scored.parts(mentee: mentee, mentor: candidate.mentor)
        #expect(parts.reduce(0) { $0 + $1.points } == candidate.points)
        #expect(parts.reduce(0) { $0 + $1.maximum } == Weights.scale)
      }
    }
  }

  @Test("not met is neutral, not named is less, a soft veto is worth nothing")
  func attitudes() throws {
    var small = try SmallSeason()
    small.season.preferenceScale.vetoIsHard = false
    small.answer(SmallSeason.answer("А", .mentee, vetoes: ["В": "далеко живёт"]))
    small.season.attended.insert(PersonID("Г"))
    let scored = ScoredSeason(small.season)
    let attitudes = scored.attitudes(mentee: 0, mentor: 0)
    #expect(attitudes.ofMentee == .veto(reason: "далеко живёт"))
    #expect(attitudes.ofMentor == .noAnswer)
    #expect(scored.attitudes(mentee: 1, mentor: 1).ofMentee == .notMet)
    #expect(scored.attitudes(mentee: 0, mentor: 1).ofMentee == .notNamed)
    #expect(scored.candidates[0].map(\.points) == [250 + 0 + 100, 500 + 0 + 0])
  }

  @Test("a hard veto of either side and a ban remove the pair, rule by rule")
  func removals() throws {
    var small = try SmallSeason()
    small.answer(SmallSeason.answer("Г", .mentor, vetoes: ["А": ""]))
    small.season.bans = [
      CuratorPair(
        form: nil, mentee: PersonID("А"), mentor: PersonID("В"), reason: "ссора",
        place: SmallSeason.place)
    ]
    let scored = ScoredSeason(small.season)
    #expect(scored.candidates[0].isEmpty)
    #expect(
      scored.removals[0] == [
        .init(rule: .ban, count: 1, alone: 1), .init(rule: .veto(by: .mentor), count: 1, alone: 1),
      ])
    #expect(scored.removals[1] == [.init(rule: .gradeAbove(1), count: 1, alone: 1)])
  }

  @Test("every gate keeps its person out, with the reason")
  func gates() throws {
    let date = try #require(CalendarDate(parsing: "15.10.2026"))
    let yesterday = try #require(CalendarDate(parsing: "14.10.2026"))
    let cases: [(Gate, (inout SmallSeason) -> Void)] = [
      (.consentMissing, { $0.season.people[PersonID("Г")]?.consent = .missing }),
      (.consentRefused, { $0.season.people[PersonID("Г")]?.consent = .refused }),
      (
        .consentNotValid(on: date),
        { $0.season.people[PersonID("Г")]?.consent = .given(from: nil, until: yesterday) }
      ),
      (
        .tooYoung(age: 9, minimum: 10),
        { $0.season.people[PersonID("Г")]?.birthDate = CalendarDate(parsing: "16.10.2016") }
      ),
      (.notAdmitted(.trained), { $0.season.questionnaires[3].admission = .trained }),
      (.noCapacity, { $0.season.questionnaires[3].capacity = 0 }),
    ]
    for (gate, change) in cases {
      var small = try SmallSeason()
      change(&small)
      let scored = ScoredSeason(small.season)
      #expect(scored.exclusions.map(\.questionnaire.person.rawValue) == ["Г"], "\(gate)")
      #expect(scored.exclusions.first?.gates == [gate])
      #expect(scored.candidates[1].isEmpty)
    }
  }

  @Test("a pin that breaks a rule is a finding that names the rule")
  func pins() throws {
    var small = try SmallSeason()
    small.season.pins = [
      CuratorPair(
        form: nil, mentee: PersonID("Б"), mentor: PersonID("В"), reason: "так решили",
        place: SmallSeason.place)
    ]
    let scored = ScoredSeason(small.season)
    #expect(scored.pins.isEmpty)
    #expect(
      scored.findings.map(\.kind) == [
        .pinIneligible(mentee: "Б", mentor: "В", rules: [.gradeAbove(1)])
      ])
  }

  @Test("a pair both pinned and banned is one finding")
  func pinAndBan() throws {
    var small = try SmallSeason()
    let pair = CuratorPair(
      form: nil, mentee: PersonID("А"), mentor: PersonID("В"), reason: "", place: SmallSeason.place)
    small.season.pins = [pair]
    small.season.bans = [pair]
    #expect(
      ScoredSeason(small.season).findings
        == [Finding(.pinAndBan(mentee: "А", mentor: "В"), at: SmallSeason.place)])
  }

  @Test("a missing fact breaks no rule, and is said")
  func unchecked() throws {
    var small = try SmallSeason()
    small.season.people[PersonID("А")]?.birthDate = nil
    small.season.people[PersonID("А")]?.grade = nil
    let scored = ScoredSeason(small.season)
    #expect(scored.candidates[0].count == 2)
    #expect(
      scored.findings.map(\.kind) == [
        .ruleUnchecked(rule: .minimumAge(10), name: "А"),
        .ruleUnchecked(rule: .gradeAbove(1), name: "А"),
      ])
  }

  @Test("nobody asks adults for a birth date, but one that is stated counts")
  func adultMentors() throws {
    var small = try SmallSeason()
    small.season.forms[0].mentorsAreAdults = true
    for person in small.season.people.keys { small.season.people[person]?.birthDate = nil }
    #expect(
      ScoredSeason(small.season).findings.map(\.kind) == [
        .ruleUncheckedInFile(rule: .minimumAge(10))
      ])
    for name in ["А", "Б"] {
      small.season.people[PersonID(name)]?.birthDate = CalendarDate(parsing: "01.09.2010")
    }
    #expect(ScoredSeason(small.season).findings.isEmpty)
    small.season.people[PersonID("В")]?.birthDate = CalendarDate(parsing: "01.09.2018")
    #expect(
      ScoredSeason(small.season).exclusions.map(\.gates) == [[.tooYoung(age: 8, minimum: 10)]])
  }

  @Test("a fact that a whole file lacks is said once")
  func uncheckedInFile() throws {
    var small = try SmallSeason()
    for person in small.season.people.keys { small.season.people[person]?.birthDate = nil }
    small.season.people[PersonID("А")]?.grade = nil
    let place = Place(file: SmallSeason.place.file)
    #expect(
      ScoredSeason(small.season).findings == [
        Finding(.ruleUncheckedInFile(rule: .minimumAge(10)), at: place),
        Finding(.ruleUnchecked(rule: .gradeAbove(1), name: "А"), at: SmallSeason.place),
      ])
  }
}
