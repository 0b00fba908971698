import TestSupport
import Testing

import Mentorship

@Suite("Answers on the rater's own scale")
struct OwnScaleTests {
  private func people(_ count: Int) -> [PersonID] {
    // Letters sort as the numbers do.
    (0..<count).map { PersonID("Наставник \($0 < 10 ? "0" : "")\($0)") }
  }

  /// What a mentee's answer is worth for each of the mentors, a perfect one being 1.
  private func worths(
    _ people: [PersonID], tiers: [[PersonID]] = [], listed: [PersonID] = [],
    marks: [PersonID: Int] = [:]
  ) throws -> [Double] {
    var small = try SmallSeason()
    small.season.questionnaires.removeAll { $0.role == .mentor || $0.person != PersonID("А") }
    for person in people {
      small.add(person.rawValue, .mentor, grade: 11, requests: [])
    }
    small.season.preferenceScale.normalises = true
    small.answer(
      MeetingAnswer(
        person: PersonID("А"), role: .mentee, place: SmallSeason.place, tiers: tiers,
        listed: listed, marks: marks))
    let scored = ScoredSeason(small.season)
    return people.indices.map { Double(scored.worths(mentee: 0, mentor: $0).ofMentee) / 100_000 }
  }

  @Test("a rater's shift and stretch change nothing; every rater's marks average one half")
  func marks() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let people = people(Int.random(in: 1...8, using: &random))
      let marks = people.map { _ in Int.random(in: 1...5, using: &random) }
      // Any other marks in the same order: as many of the five as there are different ones.
      let levels = Set(marks).sorted()
      let others = [1, 2, 3, 4, 5].shuffled(using: &random).prefix(levels.count).sorted()
      let moved = marks.map { others[levels.firstIndex(of: $0) ?? 0] }
      let one = try worths(people, marks: Dictionary(uniqueKeysWithValues: zip(people, marks)))
      let other = try worths(people, marks: Dictionary(uniqueKeysWithValues: zip(people, moved)))
      #expect(one == other, "seed \(seed)")
      for left in people.indices {
        for right in people.indices where marks[left] < marks[right] {
          #expect(one[left] < one[right], "seed \(seed)")
        }
      }
      let mean = one.reduce(0, +) / Double(people.count)
      #expect(abs(mean - 0.5) < 2e-5, "seed \(seed)")
    }
  }

  @Test(
    "lists of any length begin with the first place's worth; gaps and later places are no matter")
  func choices() throws {
    for count in 1...30 {
      let people = people(count)
      let plain = try worths(people, tiers: people.map { [$0] })
      let gaps = try worths(people, tiers: people.flatMap { [[], [$0]] })
      #expect(plain == gaps, "\(count)")
      #expect(plain[0] == 1, "\(count)")
      #expect(plain.allSatisfy { $0 > 0.4 && $0 <= 1 }, "\(count)")
      #expect(zip(plain, plain.dropFirst()).allSatisfy { $0 > $1 }, "\(count)")
    }
    // The middle of a list is the middle, however long it is.
    #expect(try worths(people(2), tiers: people(2).map { [$0] })[1] == 0.7)
    #expect(try worths(people(20), tiers: people(20).map { [$0] })[10] == 0.7)
  }

  @Test("who names everybody says less of each than who names one")
  func lists() throws {
    #expect(try worths(people(1), listed: people(1))[0] == 1)
    #expect(try worths(people(2), listed: people(2))[0] == 0.85)
    let many = try worths(people(20), listed: people(20))
    #expect(Set(many).count == 1 && many[0] < 0.75)
    // Those without a place come after those with one.
    let mixed = try worths(people(2), tiers: [[people(2)[1]]], listed: [people(2)[0]])
    #expect(mixed[0] < mixed[1])
  }

  @Test("a generous and a strict rater give the same points, where the season asks for it")
  func points() throws {
    func points(_ first: [String: Int], _ second: [String: Int], normalises: Bool) throws -> [[Int]]
    {
      var small = try SmallSeason()
      small.season.forms[0].rules = []
      small.season.preferenceScale.normalises = normalises
      small.answer(SmallSeason.answer("А", .mentee, marks: first))
      small.answer(SmallSeason.answer("Б", .mentee, marks: second))
      for index in small.season.questionnaires.indices {
        small.season.questionnaires[index].requests = []
      }
      return ScoredSeason(small.season).candidates.map { $0.map(\.points) }
    }
    let alike = try points(["В": 5, "Г": 4], ["В": 2, "Г": 1], normalises: true)
    #expect(alike[0] == alike[1])
    #expect(alike[0][0] - alike[0][1] == 300)
    let plain = try points(["В": 5, "Г": 4], ["В": 2, "Г": 1], normalises: false)
    #expect(plain[0] != plain[1])
    // One mark alone compares with nothing: the middle, as for who was not met.
    let single = try points(["В": 5], ["В": 1], normalises: true)
    #expect(single[0][0] == single[1][0])
  }
}
