import Problems

extension Instance {
  /// The instance as `nastavnik.instance/1`; forbidden pairs are merely not there.
  ///
  /// What every reader reads back as the same instance. Only that all mentors must be served, which matrix
  /// formats may mean, has no word in the schema and is left out.
  ///
  /// - Complexity: O(pairCount + length of the rankings).
  public var json: JSONValue {
    var members: [(String, JSONValue)] = [("schema", .string(InstanceJSON.schema))]
    if let id { members.append(("id", id)) }
    members.append(("sense", .string(sense.rawValue)))
    if let coverage = coverageName { members.append(("coverage", .string(coverage.rawValue))) }
    members.append(("mentees", JSONValue(problem.demands.indices.map(menteeJSON))))
    members.append(("mentors", JSONValue(problem.mentors.indices.map(mentorJSON))))
    if problem.mentors.contains(where: { $0.minimum > 0 }) {
      members.append(("minimumIs", .string(problem.minimumRule.rawValue)))
    }
    members.append(pointsJSON)
    if !problem.fixed.isEmpty {
      members.append(("fixed", JSONValue(fixedInOrder.map { Self.list([$0.mentee, $0.mentor]) })))
    }
    for (key, sets) in [("apart", problem.apart), ("together", problem.together)]
    where !sets.isEmpty {
      members.append((key, JSONValue(sets.map(Self.list))))
    }
    if !problem.quotas.isEmpty {
      members.append(("quotas", JSONValue(problem.quotas.map(Self.json))))
    }
    if let rankings {
      let sides: JSONValue = [
        "mentees": JSONValue(rankings.mentees.map(Self.json)),
        "mentors": JSONValue(rankings.mentors.map(Self.json)),
      ]
      members.append(("rankings", sides))
    }
    return JSONValue(members)
  }

  private var coverageName: InstanceJSON.CoverageName? {
    switch problem.coverage {
    case .first: .first
    case .ignore: .ignore
    case .everyMentee: .all
    case .everyMentor: nil
    }
  }

  /// The fixed pairs as the file had them.
  private var fixedInOrder: [Pair] {
    var pairs = problem.fixed
    for (pair, place) in zip(problem.fixed, fixedOrder) where pairs.indices.contains(place) {
      pairs[place] = pair
    }
    return pairs
  }

  private func menteeJSON(_ mentee: Int) -> JSONValue {
    var members: [(String, JSONValue)] = [("id", .string(name(ofMentee: mentee)))]
    if problem.demands[mentee] != 1 {
      members.append(("demand", JSONValue(problem.demands[mentee])))
    }
    if let hours = problem.hours.mentees[mentee] {
      members.append(("hours", .number(hoursScale.number(hours))))
    }
    if waiting.indices.contains(mentee), waiting[mentee] > 0 {
      members.append(("waiting", JSONValue(waiting[mentee])))
    }
    return JSONValue(members)
  }

  private func mentorJSON(_ mentor: Int) -> JSONValue {
    let limits = problem.mentors[mentor]
    var members: [(String, JSONValue)] = [("id", .string(name(ofMentor: mentor)))]
    if limits.capacity != 1 { members.append(("capacity", JSONValue(limits.capacity))) }
    if limits.minimum != 0 { members.append(("minimum", JSONValue(limits.minimum))) }
    if let hours = problem.hours.limits[mentor] {
      members.append(("hours", .number(hoursScale.number(hours))))
    }
    return JSONValue(members)
  }

  /// A matrix where most pairs are eligible, else a list.
  private var pointsJSON: (String, JSONValue) {
    let table = problem.table
    let isDense = table.pairCount * 3 >= table.menteeCount * table.mentorCount
    if isDense, problem.hours.pairs.isEmpty {
      let rows = (0..<table.menteeCount).map { mentee in
        var row = [JSONValue](repeating: .null, count: table.mentorCount)
        for entry in table.entries(of: mentee) {
          row[table.mentor(of: entry, mentee: mentee)] = .number(number(of: entry))
        }
        return JSONValue(row)
      }
      return ("points", JSONValue(rows))
    }
    var pairs: [JSONValue] = []
    table.forEachPair { pair, entry in
      var parts = [
        JSONValue(pair.mentee), JSONValue(pair.mentor), .number(number(of: entry)),
      ]
      if let hours = problem.hours.pairs[pair] { parts.append(.number(hoursScale.number(hours))) }
      pairs.append(JSONValue(parts))
    }
    return ("pairs", JSONValue(pairs))
  }

  private static func list(_ people: [Int]) -> JSONValue { JSONValue(people.map { JSONValue($0) }) }

  private static func json(_ tiers: Rankings.Tiers?) -> JSONValue {
    tiers.map { JSONValue($0.map(list)) } ?? .null
  }

  private static func json(_ quota: Quota) -> JSONValue {
    var members: [(String, JSONValue)] = [("name", .string(quota.name))]
    if let mentees = quota.mentees { members.append(("mentees", list(mentees))) }
    if let mentors = quota.mentors { members.append(("mentors", list(mentors))) }
    if quota.atLeast > 0 { members.append(("atLeast", JSONValue(quota.atLeast))) }
    if let atMost = quota.atMost { members.append(("atMost", JSONValue(atMost))) }
    if let when = quota.when { members.append(("when", list(when))) }
    return JSONValue(members)
  }
}
