import Foundation
import Mentorship
import Office
import Problems
import TestSupport
import Testing

@Suite("What a season offers before any matching")
struct ReadinessTests {
  private static let samples = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples")

  private func season(_ name: String) throws -> Season {
    try #require(try Office.read(Self.samples.appending(path: name).path).season)
  }

  /// Augmenting paths over places; small and slow.
  private func matching(_ form: FormCode, _ scored: ScoredSeason) -> Int {
    var holders = scored.mentors.map { _ in [Int]() }
    func place(_ mentee: Int, _ seen: inout Set<Int>) -> Bool {
      for candidate in scored.candidates[mentee] where seen.insert(candidate.mentor).inserted {
        let mentor = candidate.mentor
        if holders[mentor].count < scored.mentors[mentor].capacity {
          holders[mentor].append(mentee)
          return true
        }
        for index in holders[mentor].indices where place(holders[mentor][index], &seen) {
          holders[mentor][index] = mentee
          return true
        }
      }
      return false
    }
    return scored.mentees.indices.count { mentee in
      var seen: Set<Int> = []
      return scored.mentees[mentee].form == form && place(mentee, &seen)
    }
  }

  @Test("what a rule holds back is what the season without it would have more")
  func effects() throws {
    var gains = 0
    for name in ["school-7", "groups"] {
      var full = try season(name)
      full.pins = []
      for seed in 0..<6 as Range<UInt64> {
        var random = SplitMix64(seed: seed)
        var season = full
        if seed > 0 { season.questionnaires.removeAll { _ in random.next() % 3 == 0 } }
        let scored = ScoredSeason(season)
        for readiness in CheckSeason().report(season).readiness {
          for rule in [EligibilityRule.commonHours(1), .gradeAbove(1), .compatibleFormat] {
            var relaxed = season
            let index = try #require(relaxed.forms.firstIndex { $0.code == readiness.form })
            guard relaxed.forms[index].rules.contains(rule) else { continue }
            relaxed.forms[index].rules.removeAll { $0 == rule }
            let wider = ScoredSeason(relaxed)
            let mine = wider.mentees.indices.filter { wider.mentees[$0].form == readiness.form }
            let effect = readiness.effects.first { $0.cause == .rule(rule) }
            let message: Comment = "\(name) \(seed) \(readiness.form.rawValue) \(rule)"
            let pairs = mine.reduce(0) {
              $0 + wider.candidates[$1].count - scored.candidates[$1].count
            }
            #expect(effect?.pairCount ?? 0 == pairs, message)
            let relieved = mine.count {
              scored.candidates[$0].isEmpty && !wider.candidates[$0].isEmpty
            }
            #expect(effect?.relievedCount ?? 0 == relieved, message)
            let gain = matching(readiness.form, wider) - matching(readiness.form, scored)
            #expect(effect?.matchedGain ?? 0 == gain, message)
            gains += gain
          }
        }
      }
    }
    #expect(gains > 0)
  }

  @Test("groups count demand and places, and mentors without mentees are named")
  func groups() throws {
    var season = try season("school-7")
    let lone = try #require(season.questionnaires.first { $0.role == .mentor })
    for index in season.questionnaires.indices
    where season.questionnaires[index].person == lone.person {
      season.questionnaires[index].hours = WeekHours(parsing: "вс 22-23")
    }
    let report = CheckSeason().report(season)
    let scored = ScoredSeason(season)
    #expect(report.readiness.contains { $0.idle.contains { $0.person == lone.person } })
    for readiness in report.readiness {
      let mentees = scored.mentees.filter { $0.form == readiness.form }
      let grades = readiness.groups.filter { if case .grade = $0.kind { true } else { false } }
      let graded = mentees.count { season.people[$0.person]?.grade != nil }
      #expect(grades.reduce(0) { $0 + $1.menteeCount } == graded)
      #expect(readiness.groups.allSatisfy { $0.places <= readiness.places })
    }
    let text = CheckText(report, messages: Messages(.russian)).text
    #expect(text.contains("Что мешает") && text.contains(lone.person.rawValue))
  }
}
