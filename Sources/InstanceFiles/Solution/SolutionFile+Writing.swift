import Problems

extension SolutionFile {
  /// The file as JSON, keys in the order of the schema; times only where there are any.
  public var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("schema", .string(Self.schema)), ("id", id ?? .null),
      ("instanceHash", instanceHash.map { .string($0) } ?? .null),
      ("version", .string(facts.version)), ("seed", JSONValue(facts.seed)),
      ("status", .string(status.rawValue)), ("policy", .string(facts.policy)),
      ("backend", .string(facts.backend)), ("objective", objective?.json ?? .null),
      ("bound", bound?.json ?? .null),
      ("pairs", JSONValue(pairs.map { [JSONValue($0.mentee), JSONValue($0.mentor)] })),
      ("proof", proof.map { .string($0.rawValue) } ?? .null),
      ("certificate", certificate?.json ?? .null), ("witness", witness?.json ?? .null),
      ("verified", .bool(facts.verified)),
    ]
    if let relaxation {
      members.append(("relaxation", JSONValue(relaxation.map(\.json))))
      members.append(("relaxationIsCheapest", .bool(relaxationIsCheapest)))
    }
    if let goals { members.append(("goals", JSONValue(goals.map(\.json)))) }
    if let preferences = facts.preferences {
      members.append(("preferences", .string(preferences)))
    }
    if let lottery { members.append(("lottery", JSONValue(lottery.map(\.json)))) }
    if let tolerance { members.append(("tolerance", JSONValue(tolerance))) }
    if let seconds = facts.seconds { members.append(("seconds", seconds.json)) }
    if let seconds = facts.cpuSeconds { members.append(("cpuSeconds", seconds.json)) }
    return JSONValue(members)
  }

  /// The object that stands for the solution of an instance that could not be read or solved.
  ///
  /// `id` is that of the instance, where that much could be read; `line` that of the stream, or of the
  /// file, 1-based.
  public static func errorLine(
    id: JSONValue?, code: String, message: String, line: Int?
  ) -> JSONValue {
    [
      "id": id ?? nil, "status": .string(Status.error.rawValue),
      "error": [
        "code": .string(code), "message": .string(message),
        "line": line.map { JSONValue($0) } ?? nil,
      ],
    ]
  }
}

extension SolutionFile.Ticket {
  fileprivate var json: JSONValue {
    [
      "probability": JSONValue(probability),
      "pairs": JSONValue(pairs.map { [JSONValue($0.mentee), JSONValue($0.mentor)] }),
    ]
  }
}

extension SolutionFile.Value {
  fileprivate var json: JSONValue { ["matched": JSONValue(matched), "total": .number(total)] }
}

extension SolutionFile.Certificate {
  fileprivate var json: JSONValue {
    func list(_ numbers: [JSONNumber]) -> JSONValue { JSONValue(numbers.map { .number($0) }) }
    var members: [(String, JSONValue)] = [
      ("coverageWeight", .number(coverageWeight)), ("mentees", list(mentees)),
      ("mentors", list(mentors)),
    ]
    if !quotas.isEmpty { members.append(("quotas", list(quotas))) }
    return JSONValue(members)
  }
}

extension SolutionFile.FileWitness {
  fileprivate var json: JSONValue {
    func list(_ numbers: [Int]) -> JSONValue { JSONValue(numbers.map { JSONValue($0) }) }
    switch self {
    case .hall(let side, let mentees, let mentors, let places, let needed):
      return [
        "kind": "hall", "side": .string(side.rawValue), "mentees": list(mentees),
        "mentors": list(mentors), "places": JSONValue(places),
        "needed": needed.map { JSONValue($0) } ?? nil,
      ]
    case .conflict(let rules, let isMinimal):
      let members: [(String, JSONValue)] = [
        ("kind", "conflict"), ("rules", JSONValue(rules.map { .string($0) })),
      ]
      return JSONValue(isMinimal ? members : members + [("minimal", false)])
    case .nonexistent(let policy):
      return ["kind": "nonexistent", "policy": .string(policy)]
    }
  }
}

extension SolutionFile.Change {
  fileprivate var json: JSONValue { ["rule": .string(rule), "by": .number(by)] }
}

extension SolutionFile.GoalClaim {
  fileprivate var json: JSONValue {
    let list = values.map { JSONValue.number($0) }
    return ["goal": .string(goal), "value": list.count == 1 ? list[0] : JSONValue(list)]
  }
}

extension SolutionFile.Timing {
  fileprivate var json: JSONValue {
    ["read": JSONValue(read), "solve": JSONValue(solve), "verify": JSONValue(verify)]
  }
}
