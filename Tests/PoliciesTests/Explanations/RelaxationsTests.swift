import Mentorship
import TestSupport
import Testing

@Suite("Rules that would have to go")
struct RelaxationsTests {
  /// A random season with three rules more that pairs can break.
  private func season(_ seed: UInt64) throws -> Season {
    var random = SplitMix64(seed: seed &+ 77)
    var season = try randomSeason(seed: seed)
    for index in season.forms.indices {
      season.forms[index].rules = [.sameOrganisation, .commonHours(1), .compatibleFormat]
    }
    let hours = ["пн 10-12", "вт 10-12", "пн 11-13; вт 9-11"]
    for index in season.questionnaires.indices {
      season.questionnaires[index].organisation = Term(
        "школа \(Int.random(in: 0...1, using: &random))")
      season.questionnaires[index].hours = WeekHours(
        parsing: hours[Int.random(in: 0...2, using: &random)])
      season.questionnaires[index].format = [.online, .inPerson].randomElement(using: &random)
    }
    return season
  }

  @Test("with them gone just these mentors are eligible, and with a part of them none")
  func relaxed() throws {
    var seen = 0
    for seed in 0..<400 as Range<UInt64> {
      let season = try season(seed)
      let scored = ScoredSeason(season)
      for mentee in scored.mentees.indices where scored.candidates[mentee].isEmpty {
        let choices = Relaxations(scored).choices(for: mentee)
        for choice in choices {
          #expect(relaxed(season, choice.rules, mentee) == choice.mentors, "seed \(seed)")
          if choice.rules.count > 1 { seen += 1 }
          for rule in choice.rules {
            let part = choice.rules.filter { $0 != rule }
            #expect(relaxed(season, part, mentee).isEmpty, "seed \(seed): \(part)")
          }
        }
        #expect(
          choices.map(\.rules.count) == choices.map(\.rules.count).sorted(), "seed \(seed)")
      }
    }
    #expect(seen > 20)
  }

  /// The eligible mentors of a mentee without some rules.
  private func relaxed(_ season: Season, _ rules: [EligibilityRule], _ mentee: Int) -> [Int] {
    var season = season
    for index in season.forms.indices { season.forms[index].rules.removeAll(where: rules.contains) }
    if rules.contains(.ban) { season.bans = [] }
    return ScoredSeason(season).candidates[mentee].map(\.mentor)
  }
}
