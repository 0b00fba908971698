import InstanceFiles
import Problems
import Testing
import Verification

@Suite struct SolutionTests {
  static let facts = SolutionFile.Facts(
    version: "1.0", seed: 1, policy: "coverage-first", backend: "hungarian", verified: true,
    seconds: .init(read: 0.001, solve: 0.002, verify: 0.001),
    cpuSeconds: .init(read: 0.001, solve: 0.002, verify: 0.001))

  static func instances() throws -> [Instance] {
    try [
      instance(
        #""id": "echoed", "mentees": 2, "mentors": 2, "points": [[3, 5], [4, null]], "#
          + #""fixed": [[1, 0], [0, 1]]"#),
      instance(#""sense": "min", "mentees": 2, "mentors": 2, "points": [[0.5, 2], [1.25, 3]]"#),
      instance(
        #""mentees": 2, "mentors": 2, "points": [[0.3333333333333333, 5], [0.1, 0.7]]"#),
      instance(
        #""sense": "min", "mentees": 2, "mentors": 2, "points": [[0.3333333333333333, 5], [1, 7]]"#),
    ]
  }

  static func outcomes(of instance: Instance) -> [AssignmentOutcome] {
    let problem = instance.problem
    let pairs = [Pair(mentee: 0, mentor: 1), Pair(mentee: 1, mentor: 0)]
    let best = Assignment(
      pairs: pairs,
      objective: problem.objective(of: pairs) ?? Objective(matched: 0, total: 0))
    let prices = DualPrices(
      coverageWeight: problem.coverageWeight, mentees: [7, -1],
      mentors: [(1 << 51) + 1, 3])
    return [
      .optimal(best, .duals(prices)), .optimal(best, .bound(best.objective)),
      .infeasible(
        .hall(
          HallViolator(side: .mentors, mentees: [0, 1], mentors: [1], needed: 5, places: 2))),
      .limitReached(nil, bound: Objective(matched: 2, total: 40)),
      .limitReached(best, bound: Objective(matched: 2, total: best.objective.total + 3)),
    ]
  }

  @Test("outcomes come back from the text of their file as they were")
  func roundTrips() throws {
    for (number, instance) in try Self.instances().enumerated() {
      for outcome in Self.outcomes(of: instance) {
        let file = SolutionFile(outcome, of: instance, facts: Self.facts)
        for layout in [JSONValue.Layout.compact, .pretty] {
          let read = try SolutionFile(bytes: Array(file.json.text(layout).utf8))
          #expect(read == file, "instance \(number)")
          #expect(try read.outcome(of: instance) == outcome, "instance \(number)")
        }
      }
    }
  }

  @Test("changes that would make an instance feasible come back in the numbers of the file")
  func relaxations() throws {
    let instance = try instance(
      #""mentees": 1, "mentors": [{"hours": 0.5}], "points": [[1]], "coverage": "all""#)
    var file = SolutionFile(
      .infeasible(.conflict([.hours(mentor: 0)])), of: instance, facts: Self.facts)
    #expect(file.json["relaxation"] == nil)
    file.set(
      [.init(rule: .hours(mentor: 0), by: 5), .init(rule: .capacity(mentor: 0), by: -1)],
      isCheapest: false, of: instance)
    #expect(
      file.json["relaxation"]?.text()
        == #"[{"rule":"mentors[0].hours","by":0.5},{"rule":"mentors[0].capacity","by":-1}]"#)
    #expect(file.json["relaxationIsCheapest"] == false)
    let read = try SolutionFile(bytes: Array(file.json.text().utf8))
    #expect(read == file)
    #expect(try read.outcome(of: instance) == .infeasible(.conflict([.hours(mentor: 0)])))
  }

  @Test("keys, their order, and the numbers in the given sense")
  func layout() throws {
    let costs = try Self.instances()[1]
    let file = SolutionFile(Self.outcomes(of: costs)[0], of: costs, facts: Self.facts)
    guard case .object(let object) = file.json else {
      Issue.record("no object")
      return
    }
    #expect(
      object.keys == [
        "schema", "id", "instanceHash", "version", "seed", "status", "policy", "backend",
        "objective", "bound", "pairs", "proof", "certificate", "witness", "verified", "seconds",
        "cpuSeconds",
      ])
    #expect(object["objective"]?.text() == #"{"matched":2,"total":3.25}"#)
    #expect(object["certificate"]?["mentees"]?.text() == "[0.07,-0.01]")
    let rough = try Self.instances()[2]
    let json = SolutionFile(Self.outcomes(of: rough)[0], of: rough, facts: Self.facts).json
    #expect(json["tolerance"] != nil)
    #expect(json["objective"]?.text() == #"{"matched":2,"total":5.1}"#)
    #expect(
      SolutionFile.errorLine(id: "x", code: "empty", message: "m", line: 3).text()
        == #"{"id":"x","status":"error","error":{"code":"empty","message":"m","line":3}}"#)
  }

  @Test("fixed pairs of a conflict are named as in the file")
  func conflictPaths() throws {
    let instance = try Self.instances()[0]
    #expect(instance.problem.fixed.first == Pair(mentee: 0, mentor: 1))
    let rules: [Rule] = [.fixed(0), .minimum(mentor: 1), .capacity(mentor: 0), .demand(mentee: 0)]
    let outcome = AssignmentOutcome.infeasible(.conflict(rules))
    let file = SolutionFile(outcome, of: instance, facts: Self.facts)
    #expect(
      file.json["witness"]?["rules"]?.text()
        == #"["fixed[1]","mentors[1].minimum","mentors[0].capacity","mentees[0].demand"]"#)
    #expect(try file.outcome(of: instance) == outcome)
    #expect(file.json["witness"]?["minimal"] == nil)
    let coarse = AssignmentOutcome.infeasible(.unisolated(rules))
    let open = SolutionFile(coarse, of: instance, facts: Self.facts)
    #expect(open.json["witness"]?["minimal"] == false)
    let read = try SolutionFile(bytes: Array(open.json.text().utf8))
    #expect(try read.outcome(of: instance) == coarse)
    var strange = file
    strange.witness = .conflict(rules: ["closed[0]"])
    #expect(throws: InstanceFileError.self) { try strange.outcome(of: instance) }
    strange.witness = .conflict(rules: ["fixed[77]"])
    #expect(try strange.outcome(of: instance) == .infeasible(.conflict([.fixed(-1)])))
  }

  @Test("another instance's solution, wrong types and off-scale numbers are errors, not crashes")
  func rejects() throws {
    let instance = try Self.instances()[0]
    let other = try Self.instances()[1]
    let file = SolutionFile(Self.outcomes(of: instance)[0], of: instance, facts: Self.facts)
    #expect(
      throws: InstanceFileError.foreignSolution(
        found: instance.hash.text, expected: other.hash.text)
    ) { try file.outcome(of: other) }
    var changed = file
    changed.objective?.total = JSONNumber(significand: 15, fractionDigits: 1)
    #expect(throws: InstanceFileError.inconsistent(key: "bound")) {
      try changed.outcome(of: instance)
    }
    changed.bound = changed.objective
    #expect(throws: InstanceFileError.offScale(FilePlace(path: "objective.total"))) {
      try changed.outcome(of: instance)
    }
    changed = file
    changed.proof = .definition
    let claim = try changed.outcome(of: instance)
    let isDefinition = if case .optimal(_, .definition) = claim { true } else { false }
    #expect(isDefinition)
    let text = file.json.text()
    for (old, new) in [
      ("[[0,1],[1,0]]", "[[0,\"1\"]]"), ("[[0,1],[1,0]]", "[[0]]"), ("\"optimal\"", "\"best\""),
      ("\"matched\":2", "\"matched\":2.5"), ("\"duals\"", "7"), ("nastavnik.solution/1", "s/2"),
    ] {
      let damaged = text.replacing(old, with: new)
      #expect(damaged != text)
      #expect(throws: InstanceFileError.self, "\(new)") {
        try SolutionFile(bytes: Array(damaged.utf8))
      }
    }
    let foreign = text.replacing("[[0,1],[1,0]]", with: "[[0,99],[-1,0]]")
    guard
      case .optimal(let best, _) = try SolutionFile(bytes: Array(foreign.utf8)).outcome(
        of: instance)
    else {
      Issue.record("not optimal")
      return
    }
    #expect(best.pairs == [Pair(mentee: -1, mentor: 0), Pair(mentee: 0, mentor: 99)])
  }

  @Test("a wrong total on a grid never comes back as the right one")
  func wrongTotalOnGrid() throws {
    for instance in try Self.instances()[2...] {
      let outcome = Self.outcomes(of: instance)[1]
      guard case .optimal(let best, _) = outcome else { continue }
      var file = SolutionFile(outcome, of: instance, facts: Self.facts)
      let total = file.objective?.total.double ?? 0
      for change in [1e-6, -1e-6, 1, 1e300] {
        file.objective?.total = JSONNumber(total + change) ?? JSONNumber(integer: 0)
        file.bound = file.objective
        guard case .optimal(let claimed, _) = try file.outcome(of: instance) else { continue }
        #expect(claimed.objective.total != best.objective.total, "\(change)")
      }
    }
  }

  @Test("a proof survives its file on every scale: the checker accepts what it reads")
  func proofsFromFiles() throws {
    for (sense, points) in [
      ("max", "[[3, 1]]"), ("max", "[[0.25, -0.5]]"), ("min", "[[1.5, 2.75]]"),
      ("max", "[[0.3333333333333333, 0.1]]"), ("min", "[[0.1234567890123, 7e5]]"),
      ("min", "[[-0.3333333333333333, 1e-7]]"),
    ] {
      let instance = try instance(
        "\"sense\": \"\(sense)\", \"mentees\": 1, \"mentors\": 2, \"points\": \(points)")
      let problem = instance.problem
      let pairs = [Pair(mentee: 0, mentor: 0)]
      let value = try #require(problem.objective(of: pairs))
      let prices = DualPrices(
        coverageWeight: problem.coverageWeight, mentees: [problem.coverageWeight + value.total],
        mentors: [0, 0])
      let outcome = AssignmentOutcome.optimal(
        Assignment(pairs: pairs, objective: value), .duals(prices))
      let text = SolutionFile(outcome, of: instance, facts: Self.facts).json.text()
      let claim = try SolutionFile(bytes: Array(text.utf8)).outcome(of: instance)
      #expect(Verdict(checking: claim, of: problem).proof == .checked, "\(sense) \(points)")
    }
  }

  @Test("ten thousand damaged solutions: a typed error or a verdict, never a crash")
  func fuzz() throws {
    let instances = try Self.instances()
    let texts = instances.flatMap { instance in
      Self.outcomes(of: instance).map {
        (instance, Array(SolutionFile($0, of: instance, facts: Self.facts).json.text().utf8))
      }
    }
    var generator = SystemlessGenerator(state: 3)
    var readCount = 0
    for round in 0..<10_000 {
      var (instance, bytes) = texts[round % texts.count]
      for _ in 0..<Int.random(in: 1...2, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 48...57, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 48...57, using: &generator), at: place)
        }
      }
      guard let claim = try? SolutionFile(bytes: bytes).outcome(of: instance) else { continue }
      readCount += 1
      _ = Verdict(checking: claim, of: instance.problem)
    }
    #expect(readCount > 1000)
  }
}
