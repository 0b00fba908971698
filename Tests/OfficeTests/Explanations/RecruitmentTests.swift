import Foundation
import Mentorship
import Office
import Policies
import Problems
import Testing

@Suite("Whom to recruit for a season")
struct RecruitmentTests {
  private static let samples = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "samples")

  private func season(_ sample: String) throws -> Season {
    try #require(try Office.read(Self.samples.appending(path: sample).path).season)
  }

  /// The season as if mentors of these profiles had handed in questionnaires.
  private func adding(_ profiles: [RecruitReport.Profile], to season: Season) throws -> Season {
    var season = season
    for (number, one) in profiles.enumerated() {
      guard case .season(let profile) = one else { continue }
      let form = try #require(season.forms.first { $0.code == profile.form })
      let newcomer = Newcomer(profile, number: number, in: form)
      season.people[newcomer.person.id] = newcomer.person
      season.questionnaires.append(newcomer.questionnaire)
      if let partner = newcomer.partner, !season.partners.contains(partner) {
        season.partners.append(partner)
      }
    }
    return season
  }

  @Test(
    "a profile, with no more days than it names, gains in the season itself what it is said to gain"
  )
  func profiles() throws {
    let season = try season("school-7")
    let solved = try SolvedCase(season)
    let report = try solved.recruitment(steps: 7)
    #expect(!report.isStopped && report.candidates.count > 4)
    for one in report.candidates {
      let next = try SolvedCase(try adding([one.profile], to: season))
      #expect(next.best.objective - solved.best.objective == one.gain, "\(one.profile)")
      guard case .season(let profile) = one.profile else { continue }
      let mentees = next.best.pairs.count { pair in
        next.problem.mentors[pair.mentor].capacity == profile.capacity
      }
      #expect(mentees >= one.mentees.count)
    }
    for count in report.steps.indices {
      let next = try SolvedCase(
        try adding(report.steps[...count].map { $0.profile }, to: season))
      #expect(next.best.objective == report.steps[count].objective, "\(count)")
    }
    #expect(report.steps.count == 7)
  }

  @Test("the same where mentors change each other's points")
  func rarity() throws {
    var season = try season("school-7")
    for index in season.forms.indices { season.forms[index].weights.criteria[.rare] = 30 }
    // One form of few people: every profile is scored and solved by itself.
    let kept = season.questionnaires.filter { $0.form.rawValue == "teacher-teacher" }
    season.questionnaires = kept
    season.pins = []
    let solved = try SolvedCase(season)
    let report = try solved.recruitment(steps: 1, time: .seconds(60))
    #expect(!report.candidates.isEmpty)
    for one in report.candidates {
      let next = try SolvedCase(try adding([one.profile], to: season))
      #expect(next.best.objective - solved.best.objective == one.gain, "\(one.profile)")
    }
  }

  @Test("a place more gains what a season with it gains")
  func places() throws {
    let season = try season("school-7")
    let solved = try SolvedCase(season)
    let gains = try solved.recruitment(steps: 0).places
    let scored = ScoredSeason(season)
    #expect(gains.count == scored.mentors.count)
    for (mentor, gain) in gains.enumerated() where mentor % 5 == 0 {
      let seat = scored.seat(ofMentor: mentor)
      var wider = season
      for index in wider.forms.indices { wider.forms[index].capacityLimit += 1 }
      for index in wider.questionnaires.indices where wider.questionnaires[index].role == .mentor {
        let one = season.questionnaires[index]
        let limit = season.forms.first { $0.code == one.form }?.capacityLimit ?? 0
        let isOne = one.person == seat.person
        wider.questionnaires[index].capacity =
          min(one.capacity ?? 1, limit) + (isOne && one.form == seat.form ? 1 : 0)
        if isOne { wider.questionnaires[index].totalCapacity? += 1 }
      }
      let next = try SolvedCase(wider)
      #expect(gain.change == .some(next.best.objective - solved.best.objective), "\(seat)")
    }
  }
}
