import Mentorship
import Testing

@Suite("The check of decoded pairs")
struct ProposalCheckTests {
  private func pair(
    _ mentee: String, _ mentor: String, form: FormCode = SmallSeason.form, points: Int = 0
  ) -> ProposedPair {
    ProposedPair(
      form: form, mentee: PersonID(mentee), mentor: PersonID(mentor), points: points, parts: [],
      menteeAttitude: .notMet, mentorAttitude: .notMet, pinReason: nil)
  }

  private func unmatched(_ name: String) -> Unmatched {
    Unmatched(
      person: PersonID(name), form: SmallSeason.form, role: .mentee,
      reason: .bottleneck(.impossible(rules: [])))
  }

  @Test("right pairs pass, each wrong one is named")
  func violations() throws {
    let small = try SmallSeason()
    let check = ProposalCheck(season: small.season)
    func violations(_ pairs: [ProposedPair], _ left: [String]) -> [ProposalCheck.Violation] {
      check.violations(
        of: Proposal(pairs: pairs, unmatched: left.map(unmatched), loads: []))
    }
    #expect(violations([pair("А", "В"), pair("Б", "Г")], []).isEmpty)
    #expect(violations([pair("А", "В")], []) == [.forgotten(PersonID("Б"), SmallSeason.form)])
    #expect(
      violations([pair("Б", "В"), pair("А", "Г")], []) == [
        .ineligible(mentee: PersonID("Б"), mentor: PersonID("В"), [.gradeAbove(1)])
      ])
    #expect(
      violations([pair("А", "Г"), pair("Б", "Г")], []) == [
        .overloaded(PersonID("Г"), load: 2, capacity: 1)
      ])
    #expect(
      violations([pair("А", "Г"), pair("А", "В")], ["Б"]) == [
        .twoMentors(PersonID("А"), SmallSeason.form)
      ])
    #expect(
      violations([pair("А", "В", points: 7)], ["Б"]) == [
        .wrongPoints(mentee: PersonID("А"), mentor: PersonID("В"))
      ])
    let stranger = pair("В", "Г")
    #expect(violations([stranger], ["А", "Б"]) == [.stranger(stranger)])
  }

  @Test("people without consent, a missing pin, and a total over forms are seen")
  func seasonRules() throws {
    var small = try SmallSeason()
    small.season.people[PersonID("А")]?.consent = .refused
    small.season.questionnaires[3].totalCapacity = 0
    small.season.pins = [
      CuratorPair(
        form: nil, mentee: PersonID("Б"), mentor: PersonID("Г"), reason: "",
        place: SmallSeason.place)
    ]
    let violations = ProposalCheck(season: small.season).violations(
      of: Proposal(pairs: [pair("А", "Г")], unmatched: [unmatched("Б")], loads: []))
    #expect(violations.contains(.gated(PersonID("А"), [.consentRefused])))
    #expect(violations.contains(.gated(PersonID("Г"), [.noCapacity])))
    #expect(violations.contains(.overloaded(PersonID("Г"), load: 1, capacity: 0)))
    #expect(
      violations.contains(.pinMissing(mentee: PersonID("Б"), mentor: PersonID("Г"))))
  }
}
