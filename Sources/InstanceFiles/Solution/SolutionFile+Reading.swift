import Problems

extension SolutionFile {
  /// Reads a solution file; keys that the schema does not know are passed over.
  ///
  /// Indices may be any integers: whether they name people is for the checker to say.
  ///
  /// - Throws: ``InstanceFileError`` with line, column and JSON path.
  public init(bytes: [UInt8]) throws(InstanceFileError) {
    var parser = JSONParser(bytes)
    let root = try parser.parseDocument()
    let schema = try root.requiredMember("schema")
    let found = try schema.string()
    guard found == Self.schema else {
      throw .wrongSchema(schema.place, found: found, expected: Self.schema)
    }
    let facts = Facts(
      version: try root.member("version")?.string() ?? "",
      seed: try root.member("seed")?.integer() ?? 0,
      policy: try root.member("policy")?.string() ?? "",
      preferences: try root.member("preferences")?.string(),
      backend: try root.member("backend")?.string() ?? "",
      verified: try root.member("verified")?.boolean() ?? false,
      seconds: try root.member("seconds").map(Timing.init),
      cpuSeconds: try root.member("cpuSeconds").map(Timing.init))
    self.init(
      id: try root.member("id")?.value,
      instanceHash: try root.member("instanceHash")?.string(), facts: facts,
      status: try root.requiredMember("status").choice(Status.self),
      objective: try root.member("objective").map(Value.init),
      bound: try root.member("bound").map(Value.init),
      pairs: try Self.pairs(root.member("pairs")),
      proof: try root.member("proof")?.choice(ProofKind.self),
      certificate: try root.member("certificate").map(Certificate.init),
      witness: try root.member("witness").map(FileWitness.init),
      relaxation: try root.member("relaxation").map(Self.changes),
      relaxationIsCheapest: try root.member("relaxationIsCheapest")?.boolean() ?? true,
      goals: try root.member("goals").map(Self.claims),
      tolerance: try root.member("tolerance")?.number().double,
      lottery: try root.member("lottery").flatMap(Self.tickets))
  }

  private static func tickets(_ list: JSONNode) throws(InstanceFileError) -> [Ticket]? {
    guard !list.isNull() else { return nil }
    var tickets: [Ticket] = []
    for node in try list.elements() {
      tickets.append(
        Ticket(
          probability: try node.requiredMember("probability").number().double,
          pairs: try pairs(node.requiredMember("pairs"))))
    }
    return tickets
  }

  private static func changes(_ list: JSONNode) throws(InstanceFileError) -> [Change] {
    var changes: [Change] = []
    for node in try list.elements() {
      changes.append(
        Change(
          rule: try node.requiredMember("rule").string(),
          by: try node.requiredMember("by").number()))
    }
    return changes
  }

  private static func claims(_ list: JSONNode) throws(InstanceFileError) -> [GoalClaim] {
    var claims: [GoalClaim] = []
    for node in try list.elements() {
      let value = try node.requiredMember("value")
      let isList = if case .array = value.value { true } else { false }
      claims.append(
        GoalClaim(
          goal: try node.requiredMember("goal").string(),
          values: isList ? try value.numbers() : [try value.number()]))
    }
    return claims
  }

  private static func pairs(_ list: JSONNode?) throws(InstanceFileError) -> [Pair] {
    var pairs: [Pair] = []
    for node in try list?.elements() ?? [] {
      let parts = try node.elements(.pair)
      guard parts.count == 2 else { throw .wrongType(node.place, expected: .pair) }
      pairs.append(Pair(mentee: try parts[0].integer(), mentor: try parts[1].integer()))
    }
    return pairs
  }
}

extension JSONNode {
  fileprivate func integers() throws(InstanceFileError) -> [Int] {
    var integers: [Int] = []
    for node in try elements() { integers.append(try node.integer()) }
    return integers
  }

  fileprivate func numbers() throws(InstanceFileError) -> [JSONNumber] {
    var numbers: [JSONNumber] = []
    for node in try elements() { numbers.append(try node.number()) }
    return numbers
  }
}

extension SolutionFile.Value {
  fileprivate init(_ node: JSONNode) throws(InstanceFileError) {
    self.init(
      matched: try node.requiredMember("matched").integer(),
      total: try node.requiredMember("total").number())
  }
}

extension SolutionFile.Certificate {
  fileprivate init(_ node: JSONNode) throws(InstanceFileError) {
    self.init(
      coverageWeight: try node.requiredMember("coverageWeight").number(),
      mentees: try node.requiredMember("mentees").numbers(),
      mentors: try node.requiredMember("mentors").numbers(),
      quotas: try node.member("quotas")?.numbers() ?? [])
  }
}

extension SolutionFile.Timing {
  fileprivate init(_ node: JSONNode) throws(InstanceFileError) {
    self.init(
      read: try node.requiredMember("read").number().double,
      solve: try node.requiredMember("solve").number().double,
      verify: try node.requiredMember("verify").number().double)
  }
}

extension SolutionFile.FileWitness {
  private enum Kind: String, CaseIterable { case hall, conflict, nonexistent }
  private enum SideName: String, CaseIterable { case mentees, mentors }

  fileprivate init(_ node: JSONNode) throws(InstanceFileError) {
    switch try node.requiredMember("kind").choice(Kind.self) {
    case .hall:
      let side = try node.member("side")?.choice(SideName.self) ?? .mentees
      self = .hall(
        side: side == .mentees ? .mentees : .mentors,
        mentees: try node.requiredMember("mentees").integers(),
        mentors: try node.requiredMember("mentors").integers(),
        places: try node.requiredMember("places").integer(),
        needed: try node.member("needed")?.integer())
    case .conflict:
      var rules: [String] = []
      for rule in try node.requiredMember("rules").elements() { rules.append(try rule.string()) }
      self = .conflict(rules: rules, isMinimal: try node.member("minimal")?.boolean() ?? true)
    case .nonexistent:
      self = .nonexistent(policy: try node.requiredMember("policy").string())
    }
  }
}
