import InstanceFiles
import Problems
import Testing

@Suite struct InstanceJSONTests {
  @Test("reads every supported key of the example")
  func example() throws {
    let text = """
      { "schema": "nastavnik.instance/1", "id": "echoed", "sense": "max", "coverage": "first",
        "mentees": [{"id": "e0"}, {"id": "e1", "demand": 1}, {"id": "e2"}, {"id": "e3"}],
        "mentors": [{"id": "m0", "capacity": 2, "minimum": 2}, {"id": "m1", "capacity": 1}],
        "minimumIs": "if-open",
        "points": [[3, 5], [4, null], [2, 2], [1, 6]],
        "fixed": [[3, 1]], "forbidden": [[2, 1]],
        "rankings": {"mentees": [[[0], [1]], [[0]], null, [[1], [0]]],
                     "mentors": [null, [[3], [0, 2]]]} }
      """
    let instance = try InstanceReader().read(Array(text.utf8))
    #expect(instance.id == "echoed")
    #expect(instance.menteeIDs == ["e0", "e1", "e2", "e3"])
    #expect(instance.mentor(named: "m1") == 1)
    #expect(instance.mentor(named: "0") == 0)
    #expect(instance.mentee(named: "4") == nil)
    #expect(instance.problem.mentors == [.init(capacity: 2, minimum: 2), .init(capacity: 1)])
    #expect(instance.problem.coverage == .first)
    #expect(instance.problem.fixed == [Pair(mentee: 3, mentor: 1)])
    #expect(instance.problem.table.points == [3, 5, 4, 2, 1, 6])
    #expect(instance.problem.table.points(of: Pair(mentee: 2, mentor: 1)) == nil)
    #expect(instance.scale == .decimal(fractionDigits: 0))
    #expect(instance.tolerance == nil)
    #expect(instance.rankings?.mentees == [[[0], [1]], [[0]], nil, [[1], [0]]])
    #expect(instance.rankings?.mentors == [nil, [[3], [0, 2]]])
  }

  @Test("reads quotas, people apart and together, and hours in tenths where a file has tenths")
  func sideRules() throws {
    let read = try instance(
      #""mentees": [{"hours": 1.5}, "b", "c"], "mentors": [{"hours": 6, "capacity": 3}, "n"], "#
        + #""pairs": [[0, 0, 1], [1, 0, 1, 0.5], [2, 1, 4]], "apart": [[2, 0]], "#
        + #""together": [[0, 1], [1, 2]], "quotas": [{"name": "young", "mentees": [1, 0], "#
        + #""atLeast": 1, "atMost": 2, "when": [2, 0]}, {"mentors": [1]}]"#)
    #expect(read.problem.apart == [[0, 2]])
    #expect(read.problem.together == [[0, 1], [1, 2]])
    #expect(
      read.problem.quotas == [
        Quota(name: "young", mentees: [0, 1], atLeast: 1, atMost: 2, when: [0, 2]),
        Quota(name: "quotas[1]", mentors: [1]),
      ])
    let hours = read.problem.hours
    #expect(hours.limits == [0: 60])
    let pairs = [
      Pair(mentee: 0, mentor: 0), .init(mentee: 1, mentor: 0), .init(mentee: 2, mentor: 1),
    ]
    #expect(pairs.map(hours.hours(of:)) == [15, 5, 10])
    #expect(read.hoursScale == .decimal(fractionDigits: 1))
    let endless = try instance(
      #""mentees": [{"hours": 2}], "mentors": [{"hours": 1e40}], "points": [[1]]"#)
    #expect(endless.problem.hours.limits.isEmpty)
  }

  @Test("the hash is that of the bytes")
  func hash() {
    #expect(
      ContentHash(of: Array("abc".utf8)).text
        == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(ContentHash(of: []).text.hasSuffix("7852b855"))
  }

  @Test("counts, ids, sparse pairs, costs, huge capacities and nobody at all")
  func forms() throws {
    let sparse = try instance(
      #""sense": "min", "coverage": "all", "mentees": 2, "mentors": ["a", {"id": "b", "#
        + #""capacity": 1000000000000000000}], "pairs": [[1, 0, 7], [0, 1, -2]]"#)
    #expect(sparse.problem.coverage == .everyMentee)
    #expect(sparse.problem.table.points(of: Pair(mentee: 1, mentor: 0)) == -7)
    #expect(sparse.problem.table.pairCount == 2)
    #expect(sparse.problem.mentors[1].capacity >= 2)
    #expect(sparse.total(of: [Pair(mentee: 0, mentor: 1)]).text == "-2")
    let nobody = try instance(#""mentees": 0, "mentors": [], "points": []"#)
    #expect(nobody.problem.menteeCount == 0)
    let ranked = try instance(
      #""mentees": 1, "mentors": 2, "rankings": {"mentees": [[[1], [0]]]}"#)
    #expect(ranked.problem.table.pairCount == 2)
    #expect(ranked.rankings?.mentors == [nil, nil])
    #expect(
      try instance(#""mentees": 0, "mentors": 0, "points": [], "apart": [], "quotas": []"#).id
        == nil)
  }

  @Test("every mistake is named with line, column and path")
  func mistakes() {
    for mistake in InstanceMistake.all {
      let (members, path) = (mistake.members, mistake.path)
      let found = failure(
        Array("{\"schema\": \"nastavnik.instance/1\",\n \(members)}".utf8))
      guard let place = found?.place else {
        Issue.record("\(members): \(String(describing: found))")
        continue
      }
      #expect(found == mistake.error(place), "\(members)")
      #expect(place.path == path, "\(members)")
      #expect(place.line == (path == nil ? 1 : 2), "\(members)")
      for language in Language.allCases {
        #expect(found?.text(in: language).contains(path ?? "1:1") ?? false, "\(members)")
      }
    }
    #expect(
      failure(Array(#"{"schema": "nastavnik.instance/9"}"#.utf8))
        == .wrongSchema(
          FilePlace(line: 1, column: 12, path: "schema"), found: "nastavnik.instance/9",
          expected: "nastavnik.instance/1"))
    #expect(
      failure(Array("[]".utf8)) == .wrongType(FilePlace(line: 1, column: 1), expected: .object))
  }

  @Test("columns point at the element of a row of numbers")
  func columns() {
    let text =
      "{\"schema\": \"nastavnik.instance/1\", \"mentees\": 1, \"mentors\": 3,\n"
      + "\"points\": [[1 ,\n  20, 9e18]]}"
    #expect(
      failure(Array(text.utf8))
        == .tooLarge(FilePlace(line: 3, column: 7, path: "points[0][2]")))
  }

  @Test("decimals are exact, other reals lie on a grid with its tolerance")
  func exactness() throws {
    let tenths = try instance(
      #""mentees": 1, "mentors": [{"capacity": 3}, "b", "c"], "points": [[0.1, 0.2, 0.30]]"#)
    #expect(tenths.scale == .decimal(fractionDigits: 1))
    #expect(tenths.problem.table.points == [1, 2, 3])
    let both = [Pair(mentee: 0, mentor: 0), Pair(mentee: 0, mentor: 1)]
    #expect(tenths.total(of: both).text == "0.3")
    let big = try instance(#""mentees": 1, "mentors": 1, "points": [[9007199254740993]]"#)
    #expect(big.problem.table.points == [9_007_199_254_740_993])
    #expect(big.tolerance == nil)
    let nine = try instance(#""mentees": 1, "mentors": 2, "points": [[0.000000001, 2.50]]"#)
    #expect(nine.problem.table.points == [1, 2_500_000_000])
    let scientific = try instance(#""mentees": 1, "mentors": 2, "points": [[1.5e3, 25E-1]]"#)
    #expect(scientific.problem.table.points == [15000, 25])
    for text in ["0.3333333333333333", "0.12345678901234567890", "1e-30", "-5e-324"] {
      let real = try instance("\"mentees\": 1, \"mentors\": 2, \"points\": [[\(text), 0]]")
      guard case .binary(let exponent) = real.scale else {
        Issue.record("\(text): \(real.scale)")
        continue
      }
      let first = [Pair(mentee: 0, mentor: 0)]
      #expect(real.total(of: first).double == Double(text), "\(text)")
      let step = Double(sign: .plus, exponent: -exponent, significand: 1)
      let points = Double(real.problem.table.points[0]) * step
      #expect(abs(points - (Double(text) ?? 0)) <= (real.tolerance ?? 0), "\(text)")
      #expect(real.tolerance.map { $0 == step } ?? true, "\(text)")
    }
  }

  @Test("ten thousand damaged files: always a value or a typed error")
  func fuzz() throws {
    let text = """
      {"schema": "nastavnik.instance/1", "id": "x", "sense": "min", "coverage": "first",
       "mentees": [{"id": "a", "demand": 2, "hours": 1.5}, "b"],
       "mentors": [{"capacity": 2, "minimum": 1, "hours": 6}, "m"], "apart": [[0, 1]],
       "together": [[1, 0]], "quotas": [{"name": "q", "mentees": [0], "atLeast": 1, "atMost": 3}],
       "minimumIs": "always", "points": [[3.25, 5], [-4e1, null]], "fixed": [[0, 0]],
       "forbidden": [[0, 1]], "rankings": {"mentees": [[[0], [1]], null], "mentors": [null, null]}}
      """
    let right = Array(text.utf8)
    #expect(failure(right) == nil)
    var generator = SystemlessGenerator(state: 11)
    var readCount = 0
    for _ in 0..<10_000 {
      var bytes = right
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(bytes[Int.random(in: bytes.indices, using: &generator)], at: place)
        default: bytes[place] = bytes[Int.random(in: bytes.indices, using: &generator)]
        }
      }
      let failure = failure(bytes)
      if failure == nil { readCount += 1 }
      for language in Language.allCases {
        #expect(failure?.text(in: language).isEmpty != true)
      }
    }
    #expect(readCount > 100)
    for count in right.indices { #expect(failure(Array(right[..<count])) != nil) }
  }
}

/// A seeded generator.
struct SystemlessGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let word = (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return word ^ (word >> 29)
  }
}
