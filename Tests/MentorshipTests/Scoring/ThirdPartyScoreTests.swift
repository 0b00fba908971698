import Testing

import Mentorship

@Suite("What third parties say")
struct ThirdPartyScoreTests {
  private func statement(
    _ about: String, change: (inout ThirdPartyStatement) -> Void
  ) -> ThirdPartyStatement {
    var statement = ThirdPartyStatement(about: PersonID(about), place: SmallSeason.place)
    change(&statement)
    return statement
  }

  private func scored(
    _ statements: [ThirdPartyStatement], traits: [String: [String]] = [:], weight: Int = 100
  ) throws -> ScoredSeason {
    var small = try SmallSeason()
    small.season.forms[0].weights.thirdParty = weight
    small.season.forms[0].weights.criteria[.thirdParty] = 1
    small.season.thirdParty = statements
    for index in small.season.questionnaires.indices {
      let person = small.season.questionnaires[index].person.rawValue
      small.season.questionnaires[index].traits = (traits[person] ?? []).map { Term($0) }
    }
    return ScoredSeason(small.season)
  }

  private func part(_ scored: ScoredSeason, mentor: Int) -> ScorePart? {
    scored.parts(mentee: 0, mentor: mentor).first { $0.criterion == .thirdParty }
  }

  @Test("a part of its own: nothing of it where the weight is 0")
  func weight() throws {
    let silent = try scored([], weight: 0)
    #expect(part(silent, mentor: 0) == nil)
    // 50 + 50 + 100: half of all points, and neutral where nobody said anything.
    let heard = try #require(part(try scored([]), mentor: 0))
    #expect(heard.maximum == 500 && heard.points == 250 && heard.reason == .thirdPartySilent)
  }

  @Test("wishes about either of the two, each a like part; silence of the partner is half")
  func wishes() throws {
    let about = statement("А") {
      $0.traits = [Term("терпеливый"), Term("спокойный")]
      $0.requests = [Term("спорт")]
    }
    let other = statement("Г") { $0.traits = [Term("старательный")] }
    let season = try scored(
      [about, other], traits: ["Г": ["терпеливый"], "А": ["старательный"]])
    // Г: one of two traits, the request, and А has what is asked for of Г's partner: 3 of 4.
    #expect(part(season, mentor: 1)?.points == 375)
    // В says nothing of traits (half of two), and offers no sport: 1 of 3.
    #expect(part(season, mentor: 0)?.points == 167)
    let opinions = [
      ThirdPartyOpinion(
        source: .other, visibility: .curator, met: [Term("спорт"), Term("терпеливый")], wanted: 3),
      ThirdPartyOpinion(
        source: .other, visibility: .curator, met: [Term("старательный")], wanted: 1),
    ]
    #expect(part(season, mentor: 1)?.reason == .thirdParty(opinions))
  }

  @Test("advice against a person or a trait rules the pair out, whoever of the two it is about")
  func contraindications() throws {
    let cases: [ThirdPartyStatement] = [
      statement("А") { ($0.notWith, $0.source) = ([PersonID("В")], .psychologist) },
      statement("В") { ($0.notWith, $0.source) = ([PersonID("А")], .psychologist) },
      statement("А") { ($0.notTraits, $0.source) = ([Term("Строгий")], .psychologist) },
    ]
    for one in cases {
      let season = try scored([one, one], traits: ["В": ["строгий"]])
      #expect(season.candidates[0].map(\.mentor) == [1])
      #expect(
        season.removals[0] == [
          .init(rule: .contraindication(by: .psychologist), count: 1, alone: 1)
        ])
    }
    // Nobody is ruled out by traits that are not stated.
    #expect(try scored([cases[2]]).candidates[0].count == 2)
  }

  @Test("who may read what")
  func visibility() {
    let open = Visibility.allCases.map { level in
      Visibility.allCases.map { level.isOpen(to: $0) }
    }
    #expect(open == [[true, false, false], [true, true, false], [true, true, true]])
  }
}
