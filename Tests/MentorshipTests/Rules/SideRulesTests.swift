import Mentorship
import Testing

@Suite("Rules over several people, scored and checked")
struct SideRulesTests {
  private let place = SmallSeason.place
  private let a = PersonID("А")
  private let b = PersonID("Б")

  /// Pupils А (grade 7) and Б (grade 9), and Д in the class of Б; mentors В and Г take three each.
  private func season(_ change: (inout Season) -> Void = { _ in }) throws -> Season {
    var small = try SmallSeason()
    small.add("Д", .mentee, grade: 9, requests: [])
    small.season.forms[0].capacityLimit = 3
    small.season.forms[0].defaultCapacity = 3
    small.season.forms[0].rules = []
    change(&small.season)
    return small.season
  }

  private func findings(_ change: (inout Season) -> Void) throws -> [RuleFinding] {
    ScoredSeason(try season(change)).findings.compactMap {
      if case .rule(let finding) = $0.kind { finding } else { nil }
    }
  }

  private func set(_ people: PersonID...) -> MenteeSet {
    MenteeSet(people: people, form: nil, reason: "так", place: place)
  }

  @Test("what a rule cannot mean, or will not do, is found")
  func findings() throws {
    #expect(
      try findings { $0.together = [set(a, PersonID("В"))] }
        == [.noCommonForm(names: ["А", "В"])])
    #expect(
      try findings { $0.apart = [set(a, b, PersonID("В"))] } == [.noCommonForm(names: ["В"])])
    #expect(
      try findings {
        $0.together = [set(a, b)]
        $0.apart = [set(a, b, PersonID("Д"))]
      } == [.togetherAndApart(names: ["А", "Б"])])
    #expect(
      try findings {
        $0.forms[0].rules = [.consent]
        $0.people[a]?.consent = .refused
        $0.together = [set(a, b)]
      } == [.memberExcluded(name: "А", gates: [.consentRefused])])
    #expect(
      try findings { season in
        var nobody = PeopleFilter()
        nobody.grades = [1]
        season.quotas = [
          PairQuota(name: "Первые", mentees: nobody, mentors: nobody, atMost: 1, place: place)
        ]
      } == [
        .quotaSelectsNobody(quota: "Первые", role: .mentee),
        .quotaSelectsNobody(quota: "Первые", role: .mentor),
      ])
    #expect(
      try findings { $0.questionnaires[2].minimum = 4 }
        == [.groupNeverOpens(name: "В", capacity: 3, minimum: 4)])
    #expect(
      try findings { $0.forms[0].group.experienced = .init(atLeast: 1, grade: 10) }
        == [.nobodyExperienced(form: SmallSeason.form)])
    #expect(
      try findings {
        $0.forms[0].group.sameClassAtMost = 1
        $0.forms[0].group.ageSpanAtMost = 1
        $0.people[a]?.grade = nil
        $0.people[b]?.grade = nil
        $0.people[b]?.birthDate = nil
      } == [
        .unchecked(.sameClass, form: SmallSeason.form, names: ["А", "Б"]),
        .unchecked(.ageSpan, form: SmallSeason.form, names: ["Б"]),
      ])
  }

  @Test("people of one age are one kind: as many bounds as ages, whatever the number of people")
  func boundsStayShort() throws {
    let scored = ScoredSeason(
      try season { season in
        season.forms[0].group.ageSpanAtMost = 1
        for index in 0..<200 {
          let id = PersonID("Ученик \(index)")
          season.people[id] = Person(
            id: id, name: PersonName(id.rawValue),
            birthDate: CalendarDate(day: 1, month: 1, year: 2008 + index % 6))
          season.questionnaires.append(
            Questionnaire(person: id, form: SmallSeason.form, role: .mentee, place: place))
        }
      })
    let bounds = scored.sideRules.bounds
    #expect(bounds.count <= 2 * 8)
    #expect(bounds.allSatisfy { $0.atMost == 0 && $0.when?.isEmpty == false })
  }

  @Test("ages where both are known, else grades; what neither tells is not held against anybody")
  func ageSpan() throws {
    var rules = GroupRules()
    rules.ageSpanAtMost = 1
    let date = try #require(CalendarDate(parsing: "15.10.2026"))
    func person(_ born: Int?, _ grade: Int?) -> Person {
      Person(
        id: a, name: PersonName("А"),
        birthDate: born.flatMap { CalendarDate(day: 1, month: 10, year: $0) },
        grade: grade.flatMap { Grade(number: $0) })
    }
    let cases: [(Person, Person, Bool)] = [
      (person(2010, 9), person(2011, 5), false), (person(2010, 9), person(2012, 9), true),
      (person(nil, 9), person(2012, 10), false), (person(nil, 9), person(2010, 7), true),
      (person(nil, nil), person(2010, 7), false),
    ]
    for (one, other, isWide) in cases {
      #expect(rules.isTooWide(one, other, on: date) == isWide)
      #expect(rules.isTooWide(other, one, on: date) == isWide)
    }
  }

  @Test("decoded pairs are held against every rule")
  func violations() throws {
    func violations(
      _ pairs: [(String, String)], _ change: (inout Season) -> Void
    ) throws -> [ProposalCheck.Violation] {
      let season = try season(change)
      let served = pairs.map(\.0)
      let left = ["А", "Б", "Д"].filter { !served.contains($0) }
      let proposal = Proposal(
        pairs: pairs.map {
          ProposedPair(
            form: SmallSeason.form, mentee: PersonID($0.0), mentor: PersonID($0.1), points: 0,
            parts: [], menteeAttitude: .notMet, mentorAttitude: .notMet, pinReason: nil)
        },
        unmatched: left.map {
          Unmatched(
            person: PersonID($0), form: SmallSeason.form, role: .mentee, reason: .undetermined)
        }, loads: [])
      return ProposalCheck(season: season).violations(of: proposal)
    }
    let (v, g, d) = (PersonID("В"), PersonID("Г"), PersonID("Д"))
    let form = SmallSeason.form
    #expect(
      try violations([("А", "В")]) { $0.forms[0].group.minimum = 2 }
        == [.groupTooSmall(v, form, load: 1, minimum: 2)])
    #expect(
      try violations([("А", "В"), ("Б", "В")]) {
        $0.forms[0].group.minimum = 2
        $0.forms[0].group.minimumIs = .always
      } == [.groupTooSmall(g, form, load: 0, minimum: 2)])
    let nine = try #require(Grade(number: 9))
    #expect(
      try violations([("Б", "В"), ("Д", "В")]) { $0.forms[0].group.sameClassAtMost = 1 }
        == [.sameClass(mentor: v, nine, count: 2)])
    #expect(
      try violations([("А", "В"), ("Б", "В")]) {
        $0.forms[0].group.ageSpanAtMost = 1
        $0.people[a]?.birthDate = nil
      } == [.tooFarInAge(mentor: v, a, b)])
    #expect(
      try violations([("А", "В"), ("Б", "Г")]) {
        $0.forms[0].group.experienced = .init(atLeast: 1, grade: 9)
      } == [.tooFewExperienced(mentor: v, count: 0)])
    #expect(
      try violations([("А", "В"), ("Б", "В")]) { $0.apart = [set(a, b)] }
        == [.notApart([a, b], form)])
    #expect(try violations([("А", "В"), ("Б", "Г")]) { $0.apart = [set(a, b)] } == [])
    #expect(
      try violations([("А", "В")]) { $0.together = [set(a, d)] } == [.notTogether([a, d], form)])
    #expect(try violations([("Б", "В")]) { $0.together = [set(a, d)] } == [])
    #expect(
      try violations([("А", "В")]) {
        $0.quotas = [
          PairQuota(name: "Все", share: Part(parsing: "0.5"), place: place),
          PairQuota(name: "Немногие", atMost: 0, place: place),
        ]
      } == [.quotaBroken("Все", count: 1), .quotaBroken("Немногие", count: 1)])
  }
}
