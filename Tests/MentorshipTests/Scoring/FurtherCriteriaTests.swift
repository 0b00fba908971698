import Mentorship
import Testing

@Suite("Criteria that a season can ask for")
struct FurtherCriteriaTests {
  /// The parts of the pair А and В, where only some criteria count.
  private func parts(
    _ criteria: [Criterion: Int], change: (inout Season) throws -> Void
  ) throws -> [Criterion: ScorePart] {
    var small = try SmallSeason()
    small.season.forms[0].weights.criteria.merge(criteria) { $1 }
    try change(&small.season)
    let scored = ScoredSeason(small.season)
    let mentee = try #require(scored.mentees.firstIndex { $0.person == PersonID("А") })
    let mentor = try #require(
      scored.mentors.firstIndex { $0.questionnaire.person == PersonID("В") })
    let parts = scored.parts(mentee: mentee, mentor: mentor)
    #expect(parts.reduce(0) { $0 + $1.maximum } == Weights.scale)
    return Dictionary(uniqueKeysWithValues: parts.map { ($0.criterion, $0) })
  }

  private static func change(
    _ season: inout Season, _ name: String, _ change: (inout Questionnaire) -> Void
  ) {
    for index in season.questionnaires.indices
    where season.questionnaires[index].person == PersonID(name) {
      change(&season.questionnaires[index])
    }
  }

  @Test("waiting earns a twelfth a month, a year at most")
  func waiting() throws {
    let dates = [
      "15.10.2026": 0, "16.09.2026": 0, "15.09.2026": 1, "15.04.2026": 6, "01.01.2020": 12,
    ]
    for (date, twelfths) in dates {
      let part = try parts([.waiting: 100]) { season in
        Self.change(&season, "А") { $0.waitingSince = CalendarDate(parsing: date) }
      }[.waiting]
      #expect(part?.maximum == 250)
      #expect(part?.points == (250 * twelfths * 2 + 12) / 24, "\(date)")
    }
    let silent = try parts([.waiting: 100]) { _ in }[.waiting]
    #expect(silent?.points == 0 && silent?.reason == .waited(months: nil))
  }

  @Test("priority counts for the mentee who has it")
  func priority() throws {
    for has in [true, false] {
      let part = try parts([.priority: 100]) { season in
        Self.change(&season, "А") { $0.hasPriority = has }
      }[.priority]
      #expect(part?.points == (has ? 250 : 0))
    }
  }

  @Test("help that one mentor alone offers earns most, help that all offer nothing")
  func rare() throws {
    // В and Г both offer учёба.
    #expect(try parts([.rare: 100]) { _ in }[.rare]?.points == 0)
    let part = try parts([.rare: 100]) { season in
      Self.change(&season, "Г") { $0.requests = [Term("спорт")] }
    }[.rare]
    #expect(part?.points == 250)
    #expect(part?.reason == .rare(Term("учёба"), mentorCount: 1))
    let none = try parts([.rare: 100]) { season in
      Self.change(&season, "В") { $0.requests = [] }
    }[.rare]
    #expect(none?.points == 0 && none?.reason == .rare(nil, mentorCount: 0))
  }

  @Test("last year's pair is preferred or avoided")
  func lastYear() throws {
    let pair = CuratorPair(
      form: nil, mentee: PersonID("А"), mentor: PersonID("В"), reason: "", place: SmallSeason.place)
    for (wish, paired, points) in [
      (LastYear.Wish.again, true, 250), (.again, false, 0), (.another, true, 0),
      (.another, false, 250),
    ] {
      let part = try parts([.lastYear: 100]) { season in
        season.lastYear.wish = wish
        season.lastYear.pairs = paired ? [pair] : []
      }[.lastYear]
      #expect(part?.points == points, "\(wish) \(paired)")
    }
  }

  @Test("what is most important to either counts more, and a perfect pair keeps its points")
  func important() throws {
    let plain = try parts([.interests: 100]) { _ in }
    #expect(plain[.interests]?.maximum == 250 && plain[.request]?.maximum == 250)
    let one = try parts([.interests: 100]) { season in
      Self.change(&season, "А") { $0.important = .interests }
    }
    #expect(one[.interests]?.maximum == 333 && one[.request]?.maximum == 167)
    // Both name the same: once.
    let both = try parts([.interests: 100]) { season in
      for name in ["А", "В"] { Self.change(&season, name) { $0.important = .interests } }
    }
    #expect(both[.interests]?.maximum == 333)
    // A criterion that the season does not weigh stays without weight.
    let absent = try parts([:]) { season in
      Self.change(&season, "А") { $0.important = .subjects }
    }
    #expect(absent[.subjects] == nil)
  }

  @Test("a mentee's role model weighs the profile of its pairs alone")
  func roleModel() throws {
    let model = RoleModel(
      code: "m", title: .init(russian: "м", english: "m"), criteria: [.subjects: 3, .request: 1])
    let part = try parts([:]) { season in
      season.forms[0].models = [model]
      Self.change(&season, "А") { $0.roleModel = "m" }
    }
    #expect(part[.subjects]?.maximum == 375 && part[.request]?.maximum == 125)
    let other = try parts([:]) { season in
      season.forms[0].models = [model]
      Self.change(&season, "Б") { $0.roleModel = "m" }
    }
    #expect(other[.subjects] == nil && other[.request]?.maximum == 500)
  }
}

@Suite("Rules about places, classes, schools and last year")
struct FurtherRulesTests {
  private func broken(_ change: (inout Season) -> Void) throws -> [EligibilityRule] {
    var small = try SmallSeason()
    small.season.forms[0].rules += [.compatiblePlace, .notClassTeacher]
    change(&small.season)
    let season = small.season
    func answers(_ name: String) throws -> Questionnaire {
      try #require(season.questionnaires.first { $0.person == PersonID(name) })
    }
    return Eligibility(season: season).brokenRules(
      mentee: try answers("А"), mentor: try answers("Г"))
  }

  private static func change(
    _ season: inout Season, _ name: String, _ change: (inout Questionnaire) -> Void
  ) {
    for index in season.questionnaires.indices
    where season.questionnaires[index].person == PersonID(name) {
      change(&season.questionnaires[index])
    }
  }

  @Test("a place that both can reach, or online")
  func place() throws {
    func broken(
      _ one: [String], _ other: [String], _ formats: (MeetingFormat?, MeetingFormat?) = (nil, nil)
    ) throws -> [EligibilityRule] {
      try self.broken { season in
        Self.change(&season, "А") { ($0.places, $0.format) = (one.map { Term($0) }, formats.0) }
        Self.change(&season, "Г") { ($0.places, $0.format) = (other.map { Term($0) }, formats.1) }
      }
    }
    #expect(try broken(["школа"], ["Школа", "завод"]) == [])
    #expect(try broken(["школа"], []) == [])
    #expect(try broken(["школа"], ["завод"]) == [.compatiblePlace])
    #expect(try broken(["школа"], ["завод"], (.online, .either)) == [])
    #expect(try broken(["школа"], ["завод"], (.either, .inPerson)) == [.compatiblePlace])
    #expect(try broken(["школа"], ["завод"], (.either, nil)) == [.compatiblePlace])
  }

  @Test("the teacher of the own class, by name or by class")
  func classTeacher() throws {
    #expect(try broken { Self.change(&$0, "А") { $0.classTeacher = "Г." } } == [])
    #expect(
      try broken { season in
        let id = PersonID("Г")
        season.people[id] = Person(id: id, name: PersonName("Гурова Анна Львовна"))
        Self.change(&season, "А") { $0.classTeacher = "Гурова А. Л." }
      } == [.notClassTeacher])
    for (led, own, isTeacher) in [("7А", "7А", true), ("7А", "7Б", false), ("7", "7", false)] {
      let rules = try broken { season in
        season.people[PersonID("А")]?.grade = Grade(parsing: own)
        Self.change(&season, "Г") { $0.leadsClass = Grade(parsing: led) }
      }
      #expect(rules == (isTeacher ? [.notClassTeacher] : []), "\(led) \(own)")
    }
    // A class of another school.
    let other = try broken { season in
      season.people[PersonID("А")]?.grade = Grade(parsing: "7А")
      season.forms[0].rules.removeAll { $0 == .sameOrganisation }
      Self.change(&season, "Г") {
        ($0.leadsClass, $0.organisation) = (Grade(parsing: "7А"), Term("Лицей"))
      }
    }
    #expect(other == [])
  }

  @Test("a pair that failed, and a mentor for certain schools")
  func others() throws {
    let failed = try broken { season in
      season.lastYear.failed = [
        CuratorPair(
          form: nil, mentee: PersonID("А"), mentor: PersonID("Г"), reason: "ссора",
          place: SmallSeason.place)
      ]
    }
    #expect(failed == [.failedBefore])
    #expect(
      try broken { Self.change(&$0, "Г") { $0.servedOrganisations = [Term("школа")] } } == [])
    #expect(
      try broken { Self.change(&$0, "Г") { $0.servedOrganisations = [Term("Лицей")] } }
        == [.servedOrganisation])
  }
}
