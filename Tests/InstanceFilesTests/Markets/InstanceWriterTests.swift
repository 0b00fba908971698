import Foundation
import InstanceFiles
import Problems
import Testing

@Suite("Instances written, and read again")
struct InstanceWriterTests {
  private static let names = [
    "anna", "Вера Ильина", "a=b", "{x}", "-", "x,y", "x;y", "say \"hi\"", "back\\slash", "tab\ttab",
    " outer ", "7", "new\nline", "-1", "=",
  ]

  /// A market of random size with everything that CSV can hold.
  private static func market(_ generator: inout SystemlessGenerator) throws -> Instance {
    let mentees = Int.random(in: 0...5, using: &generator)
    let mentors = Int.random(in: 0...5, using: &generator)
    func tiers(_ count: Int) -> Rankings.Tiers? {
      guard Int.random(in: 0..<5, using: &generator) > 0 else { return nil }
      var tiers: Rankings.Tiers = []
      for person in (0..<count).shuffled(using: &generator)
      where Int.random(in: 0..<4, using: &generator) > 0 {
        switch Int.random(in: 0..<6, using: &generator) {
        case 0 where !tiers.isEmpty: tiers[tiers.count - 1].append(person)
        case 1: tiers += [[], [person]]
        default: tiers.append([person])
        }
      }
      return tiers
    }
    let table = PairTable(menteeCount: mentees, mentorCount: mentors) { _ in
      Int.random(in: 0..<4, using: &generator) > 0
        ? Int.random(in: -9...99, using: &generator) : nil
    }
    let names = (
      names.shuffled(using: &generator).prefix(mentees),
      names.shuffled(using: &generator).prefix(mentors)
    )
    return Instance(
      try AssignmentProblem(
        table: table,
        demands: (0..<mentees).map { _ in Int.random(in: 0...3, using: &generator) },
        mentors: (0..<mentors).map { _ in
          MentorLimits(
            capacity: Int.random(in: 0...3, using: &generator),
            minimum: Int.random(in: 0...1, using: &generator))
        }, coverage: .first),
      rankings: Rankings(
        mentees: (0..<mentees).map { _ in tiers(mentors) },
        mentors: (0..<mentors).map { _ in tiers(mentees) }),
      menteeIDs: Array(names.0), mentorIDs: Array(names.1))
  }

  /// Tiers with people in order, and no places behind the last somebody has.
  private static func ordered(_ rankings: Rankings?) -> [[[Int]]?] {
    ((rankings?.mentees ?? []) + (rankings?.mentors ?? [])).map { $0?.map { $0.sorted() } }
  }

  @Test("csv-pairs and JSON hold every market: the same people, places, points and lists")
  func wholeMarkets() throws {
    var generator = SystemlessGenerator(state: 1)
    for seed in 0..<400 {
      let market = try Self.market(&generator)
      for format in [InstanceWriter.Format.csvPairs, .json] {
        let written = try InstanceWriter(format).write(market)
        #expect(written.losses == [], "seed \(seed) \(format): \(written.text)")
        let reading = format == .json ? InstanceFormat.json : .csvPairs
        let copy = try InstanceReader(format: reading).read(Array(written.text.utf8))
        #expect(copy.problem == market.problem, "seed \(seed)")
        #expect(copy.menteeIDs == market.menteeIDs && copy.mentorIDs == market.mentorIDs)
        #expect(Self.ordered(copy.rankings) == Self.ordered(market.rankings), "seed \(seed)")
      }
    }
  }

  @Test("csv-ranks holds people, places and lists, and what it does not hold is said")
  func lists() throws {
    var generator = SystemlessGenerator(state: 2)
    var lossCount = 0
    for seed in 0..<400 {
      let market = try Self.market(&generator)
      let written = try InstanceWriter(.csvRanks).write(market)
      let copy = try InstanceReader(format: .csvRanks).read(Array(written.text.utf8))
      #expect(copy.rankings == market.rankings, "seed \(seed): \(written.text)")
      #expect(copy.menteeIDs == market.menteeIDs && copy.mentorIDs == market.mentorIDs)
      #expect(copy.problem.demands == market.problem.demands)
      #expect(copy.problem.mentors == market.problem.mentors)
      #expect(Set(written.losses).isSubset(of: [.points, .eligible, .menteeLists, .mentorLists]))
      let isSame = copy.problem.table == market.problem.table
      #expect(written.losses.contains(.points) || written.losses.contains(.eligible) || isSame)
      lossCount += isSame ? 0 : 1
      // What is read from such a file is held by it.
      let again = try InstanceWriter(.csvRanks).write(copy)
      #expect(again.text == written.text && again.losses == [], "seed \(seed)")
    }
    #expect(lossCount > 200)
  }

  @Test("PrefLib and hospital/residents hold what they can read")
  func otherProgrammes() throws {
    for (text, format, reading) in [
      (PrefLibTests.new, InstanceWriter.Format.preflib, InstanceFormat.preflib),
      (ResidentsTests.residents, .residents, .residents),
    ] {
      let instance = try InstanceReader(format: reading).read(Array(text.utf8))
      let written = try InstanceWriter(format).write(instance)
      #expect(written.losses == [])
      let copy = try InstanceReader(format: reading).read(Array(written.text.utf8))
      #expect(copy.problem == instance.problem && copy.rankings == instance.rankings)
      #expect(copy.menteeIDs == instance.menteeIDs && copy.mentorIDs == instance.mentorIDs)
    }
    let projects = try InstanceReader(format: .residents).read(Array(ResidentsTests.projects.utf8))
    #expect(try InstanceWriter(.residents).write(projects).losses == [.quotas])
  }

  private static let rules = """
    "id": "x", "sense": "min", "coverage": "all",
    "mentees": [{"id": "a", "demand": 2, "hours": 1.5, "waiting": 3}, {"id": "b"}, {"id": "c"}],
    "mentors": [{"id": "x", "capacity": 2, "minimum": 1, "hours": 6}, {"id": "y"}], "minimumIs": "always",
    "apart": [[0, 1]], "together": [[1, 2]], "quotas": [{"name": "q", "mentees": [0], "atMost": 3, "when": [1]}],
    "points": [[3.25, 5], [-4e1, null], [1, 2]], "fixed": [[2, 0], [0, 0]],
    "rankings": {"mentees": [[[0], [1]], null, []], "mentors": [null, [[2, 0]]]}
    """

  @Test("JSON holds every rule; other formats say which they lose")
  func losses() throws {
    let full = try instance(Self.rules)
    let json = try InstanceWriter(.json).write(full)
    #expect(json.losses == [])
    let copy = try InstanceReader().read(Array(json.text.utf8))
    #expect(copy.json == full.json)
    #expect(copy.problem == full.problem && copy.rankings == full.rankings)
    #expect(copy.waiting == full.waiting)
    #expect(
      try InstanceWriter(.csvPairs).write(full).losses
        == [
          .id, .sense, .minimumRule, .coverage, .fixed, .apart, .together, .quotas, .hours,
          .waiting,
        ])
    let preflib = Set(try InstanceWriter(.preflib).write(full).losses)
    #expect(preflib.isSuperset(of: [.menteeNames, .points, .mentorLists, .demands, .capacities]))
    #expect(!preflib.contains(.mentorNames) && !preflib.contains(.menteeLists))
    for loss in InstanceLoss.allCases {
      #expect(Language.allCases.allSatisfy { !loss.text(in: $0).isEmpty })
    }
  }

  @Test("reals come back as they were")
  func reals() throws {
    let real = try instance(
      #""mentees": 1, "mentors": 2, "points": [[0.1234567890123, 0.3333333333333333]]"#)
    for (format, reading) in [
      (InstanceWriter.Format.json, InstanceFormat.json), (.csvPairs, .csvPairs),
    ] {
      let written = try InstanceWriter(format).write(real)
      #expect(written.losses == [], "\(format)")
      let copy = try InstanceReader(format: reading).read(Array(written.text.utf8))
      #expect(copy.total(of: [Pair(mentee: 0, mentor: 0)]).double == 0.1234567890123)
    }
  }

  @Test("without names it is the same market in another order, and no name is left")
  func anonymous() throws {
    let full = try instance(Self.rules)
    let other = try full.anonymous(menteeOrder: [2, 0, 1], mentorOrder: [1, 0])
    #expect(other.menteeIDs == ["e1", "e2", "e3"] && other.mentorIDs == ["m1", "m2"])
    #expect(other.id == nil && other.hash != full.hash)
    #expect(other.problem.table.points(of: Pair(mentee: 1, mentor: 1)) == -325)
    #expect(other.problem.fixed == [Pair(mentee: 0, mentor: 1), Pair(mentee: 1, mentor: 1)])
    #expect(other.problem.apart == [[1, 2]] && other.problem.together == [[0, 2]])
    #expect(
      other.problem.quotas == [Quota(name: "q1", mentees: [1], atMost: 3, when: [2])])
    #expect(other.problem.demands == [1, 2, 1] && other.waiting == [0, 3, 0])
    #expect(
      other.rankings
        == Rankings(mentees: [[], [[1], [0]], nil], mentors: [[[0, 1]], nil]))
    #expect(other.problem.hours.mentees[1] == 15)
    // There and back again.
    let back = try other.anonymous(menteeOrder: [1, 2, 0], mentorOrder: [1, 0])
    #expect(back.problem.table == full.problem.table && back.problem.hours == full.problem.hours)
  }
}
