import Testing

import Mentorship

@Suite("Gates of consents and admission, around the season's date")
struct PaperGateTests {
  private static let before = CalendarDate(parsing: "14.10.2026")
  private static let today = CalendarDate(parsing: "15.10.2026")
  private static let after = CalendarDate(parsing: "16.10.2026")

  private func record(
    _ kind: ConsentRecord.Kind = .personalData, _ number: String = "", line: Int = 2,
    change: (inout ConsentRecord) -> Void = { _ in }
  ) -> ConsentRecord {
    var record = ConsentRecord(kind: kind, place: Place(file: "consents.csv", line: line))
    record.number = number
    record.giver = .representative(name: "Мать", relation: "")
    change(&record)
    return record
  }

  /// The gates of Г with these papers, and the findings.
  private func scored(
    _ papers: [ConsentRecord], change: (inout Season) -> Void = { _ in }
  ) throws -> (gates: [Gate], findings: [FindingKind]) {
    var small = try SmallSeason()
    small.season.people[PersonID("Г")]?.register = papers
    change(&small.season)
    let scored = ScoredSeason(small.season)
    let gates = scored.exclusions.first { $0.questionnaire.person == PersonID("Г") }?.gates
    return (gates ?? [], scored.findings.map(\.kind))
  }

  @Test("valid from its first day to its last, and up to the day before it is withdrawn")
  func days() throws {
    let today = try #require(Self.today)
    let before = try #require(Self.before)
    let invalid = [Gate.consentNotValid(on: today)]
    let cases: [(String, (inout ConsentRecord) -> Void, [Gate])] = [
      ("open", { _ in }, []),
      ("from the day before", { $0.from = Self.before }, []),
      ("from the day", { $0.from = Self.today }, []),
      ("from the day after", { $0.from = Self.after }, invalid),
      ("until the day before", { $0.until = Self.before }, invalid),
      ("until the day", { $0.until = Self.today }, []),
      ("until the day after", { $0.until = Self.after }, []),
      (
        "withdrawn before", { $0.withdrawn = Self.before },
        [.consentWithdrawn(.personalData, on: before)]
      ),
      (
        "withdrawn on the day", { $0.withdrawn = Self.today },
        [.consentWithdrawn(.personalData, on: today)]
      ),
      ("withdrawn after", { $0.withdrawn = Self.after }, []),
      ("unreadable", { $0.isReadable = false }, invalid),
    ]
    for (name, change, gates) in cases {
      #expect(try scored([record(change: change)]).gates == gates, "\(name)")
    }
  }

  @Test("the register wins over the questionnaire, and a contradiction is told")
  func register() throws {
    let valid = try scored([record()]) { $0.people[PersonID("Г")]?.consent = .refused }
    #expect(valid.gates == [])
    #expect(valid.findings == [.record(.consentContradicted(name: "Г", holds: true))])
    let expired = try scored([record { $0.until = Self.before }])
    #expect(expired.gates.count == 1)
    #expect(expired.findings == [.record(.consentContradicted(name: "Г", holds: false))])
    let silent = try scored([record()]) { $0.people[PersonID("Г")]?.consent = .missing }
    #expect(silent.gates == [] && silent.findings == [])
    // A paper of another kind says nothing of personal data.
    #expect(try scored([record(.mentoring)]).gates == [])
  }

  @Test("a minor's representative signs, up to the day before the birthday of that age")
  func minors() throws {
    func gates(born: String, _ giver: ConsentRecord.Giver?, until age: Int = 18) throws -> [Gate] {
      try scored([record { $0.giver = giver }]) { season in
        season.people[PersonID("Г")]?.birthDate = CalendarDate(parsing: born)
        season.consentRules.representativeUntil = age
      }.gates
    }
    let gate = [Gate.consentNotByRepresentative(until: 18)]
    let mother = ConsentRecord.Giver.representative(name: "", relation: "мать")
    #expect(try gates(born: "16.10.2008", .own) == gate)
    #expect(try gates(born: "15.10.2008", .own) == [])
    #expect(try gates(born: "14.10.2008", .own) == [])
    #expect(try gates(born: "16.10.2008", mother) == [])
    #expect(try gates(born: "16.10.2008", nil) == [])
    #expect(try gates(born: "16.10.2011", .own, until: 14) == [])
    #expect(
      try gates(born: "16.10.2012", .own, until: 14) == [.consentNotByRepresentative(until: 14)])
    #expect(try gates(born: "16.10.2012", .own, until: 0) == [])
    // The child's paper and the mother's together are enough.
    let both = try scored([record { $0.giver = .own }, record()])
    #expect(both.gates == [])
  }

  @Test("who signed for a minor is asked, once for a register that never says it")
  func givers() throws {
    let unknown = record { $0.giver = nil }
    #expect(
      try scored([unknown]).findings == [.record(.consentGiverUnknown(name: "Г"))])
    let several = try scored([unknown]) { $0.people[PersonID("А")]?.register = [unknown] }
    #expect(several.findings == [.record(.consentGiverUnknownInFile(count: 2))])
    let some = try scored([unknown]) { season in
      season.people[PersonID("А")]?.register = [unknown]
      season.people[PersonID("Б")]?.register = [record()]
    }
    #expect(some.findings.count == 2)
    let ageless = try scored([record { $0.giver = .own }]) {
      $0.people[PersonID("Г")]?.birthDate = nil
    }
    #expect(ageless.gates == [])
    #expect(ageless.findings.contains(.record(.consentAgeUnknown(name: "Г"))))
  }

  @Test("of several papers the best that holds")
  func best() throws {
    var person = Person(id: PersonID("Г"), name: PersonName("Г"))
    person.birthDate = CalendarDate(parsing: "01.09.2010")
    let date = try #require(Self.today)
    func number(_ papers: ConsentRecord...) -> String? {
      person.register = papers
      return person.consent(.personalData, on: date, ConsentRules())?.number
    }
    let own = record(.personalData, "own") { $0.giver = .own }
    let short = record(.personalData, "short") { ($0.from, $0.until) = (Self.before, Self.after) }
    let long = record(.personalData, "long") { $0.from = Self.before }
    let newest = record(.personalData, "newest") { $0.from = Self.today }
    #expect(number(own, short) == "short")
    #expect(number(short, long) == "long")
    #expect(number(long, newest, short) == "newest")
    #expect(number(newest, own, long) == "newest")
    #expect(number(record { $0.until = Self.before }) == nil)
  }

  @Test("a teacher's consent and addendum, each dated, each on the season's date")
  func addendum() throws {
    let today = try #require(Self.today)
    func gates(_ papers: [ConsentRecord], says addendum: Bool = false) throws -> [Gate] {
      try scored(papers) { season in
        season.forms[0].rules = [.mentorAddendum]
        for index in season.questionnaires.indices {
          season.questionnaires[index].hasAddendum = addendum
        }
      }.gates
    }
    func paper(_ kind: ConsentRecord.Kind, _ from: CalendarDate?) -> ConsentRecord {
      record(kind) { $0.from = from }
    }
    #expect(try gates([]) == [.addendumMissing])
    #expect(try gates([], says: true) == [])
    let consent = paper(.mentoring, Self.today)
    #expect(try gates([consent, paper(.addendum, Self.today)]) == [])
    #expect(try gates([consent, paper(.addendum, Self.before)]) == [])
    let missing = [Gate.paperNotValid(.addendum, on: today)]
    #expect(try gates([consent, paper(.addendum, Self.after)]) == missing)
    #expect(try gates([consent, paper(.addendum, nil)]) == missing)
    #expect(try gates([consent]) == missing)
    #expect(try gates([consent], says: true) == [])
    // The register wins, where it has the paper.
    #expect(try gates([consent, paper(.addendum, Self.after)], says: true) == missing)
    let withdrawn = record(.mentoring) { ($0.from, $0.withdrawn) = (Self.before, Self.today) }
    #expect(try gates([withdrawn]) == [.consentWithdrawn(.mentoring, on: today)])
  }

  @Test("admitted from the day of admission on")
  func admission() throws {
    func gates(_ word: Admission?, _ steps: [(Admission, AdmissionSteps.Step)]) throws -> [Gate] {
      try scored([]) { season in
        season.questionnaires[3].admission = word
        for (stage, step) in steps { season.questionnaires[3].steps[stage] = step }
      }.gates
    }
    #expect(try gates(nil, []) == [.notAdmitted(nil)])
    #expect(try gates(nil, [(.admitted, .done(Self.before))]) == [])
    #expect(try gates(nil, [(.admitted, .done(Self.today))]) == [])
    #expect(try gates(nil, [(.admitted, .done(Self.after))]) == [.notAdmitted(.candidate)])
    #expect(
      try gates(nil, [(.interviewed, .done(nil)), (.trained, .done(Self.today))])
        == [.notAdmitted(.trained)])
    #expect(try gates(nil, [(.interviewed, .notDone)]) == [.notAdmitted(.candidate)])
    // The one word fills in what the steps leave open, and no more.
    #expect(try gates(.admitted, [(.trained, .done(nil))]) == [])
    #expect(try gates(.admitted, [(.admitted, .done(Self.after))]) == [.notAdmitted(.candidate)])
    #expect(try gates(.candidate, [(.trained, .done(nil))]) == [.notAdmitted(.trained)])
  }

  @Test("steps in an order that cannot be")
  func order() {
    func impossible(_ steps: [(Admission, AdmissionSteps.Step)]) -> [Admission]? {
      var all = AdmissionSteps()
      for (stage, step) in steps { all[stage] = step }
      return all.impossible.map { [$0.earlier, $0.later] }
    }
    #expect(impossible([]) == nil)
    #expect(impossible([(.interviewed, .done(Self.today)), (.trained, .done(Self.today))]) == nil)
    #expect(
      impossible([(.interviewed, .done(Self.after)), (.trained, .done(Self.today))])
        == [.interviewed, .trained])
    #expect(impossible([(.trained, .notDone), (.admitted, .done(nil))]) == [.trained, .admitted])
    #expect(impossible([(.trained, .done(nil)), (.admitted, .done(Self.today))]) == nil)
  }
}
