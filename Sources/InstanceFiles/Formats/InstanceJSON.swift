import Problems

/// The reader of `nastavnik.instance/1`.
struct InstanceJSON {
  static let schema = "nastavnik.instance/1"
  private static let keys = [
    "schema", "id", "sense", "coverage", "mentees", "mentors", "minimumIs", "points", "pairs",
    "fixed", "forbidden", "apart", "together", "quotas", "rankings",
  ]

  enum CoverageName: String, CaseIterable { case first, ignore, all }

  private let root: JSONNode

  init(_ root: JSONNode) { self.root = root }

  /// - Throws: ``InstanceFileError`` for the first thing that is wrong.
  /// - Complexity: O(byte count), sparse pairs O(*p* log *p*).
  func draft() throws(InstanceFileError) -> InstanceDraft {
    try checkHeader()
    let mentees = try InstancePeople(
      root.requiredMember("mentees"), keys: ["id", "demand", "hours", "waiting"],
      limit: "demand")
    let mentors = try InstancePeople(
      root.requiredMember("mentors"), keys: ["id", "capacity", "minimum", "hours"],
      limit: "capacity")
    let coverage: Coverage =
      switch try root.member("coverage")?.choice(CoverageName.self) ?? .first {
      case .first: .first
      case .ignore: .ignore
      case .all: .everyMentee
      }
    let rankings = try RankingsJSON(
      root, menteeCount: mentees.count, mentorCount: mentors.count
    ).rankings()
    let (shape, numbers, place, pairHours) = try PointsJSON(
      root, menteeCount: mentees.count, mentorCount: mentors.count
    ).read(isOptional: rankings != nil)
    var draft = InstanceDraft(
      menteeCount: mentees.count, mentorCount: mentors.count, shape: shape, numbers: numbers,
      place: place, sense: try root.member("sense")?.choice(Sense.self) ?? .maximize,
      coverage: coverage, demands: mentees.limits,
      mentors: zip(mentors.limits, mentors.minimums).map { MentorLimits(capacity: $0, minimum: $1) }
    )
    draft.minimumRule = try root.member("minimumIs")?.choice(MinimumRule.self) ?? .ifOpen
    (draft.menteeIDs, draft.mentorIDs) = (mentees.ids, mentors.ids)
    draft.rankings = rankings
    draft.waiting = mentees.waiting
    draft.id = try identifier()
    try readPairs(into: &draft)
    let rules = RulesJSON(root, menteeCount: mentees.count, mentorCount: mentors.count)
    draft.quotas = try rules.quotas()
    (draft.apart, draft.together) = (try rules.sets(.apart), try rules.sets(.together))
    (draft.hours, draft.hoursScale) = try hours(mentees, mentors, pairHours)
    return draft
  }

  private func checkHeader() throws(InstanceFileError) {
    let schema = try root.requiredMember("schema")
    let found = try schema.string()
    guard found == Self.schema else {
      throw .wrongSchema(schema.place, found: found, expected: Self.schema)
    }
    try root.checkKeys(Self.keys)
  }

  private func hours(
    _ mentees: InstancePeople, _ mentors: InstancePeople, _ pairs: [PointsJSON.PairHours]
  ) throws(InstanceFileError) -> (hours: MentorHours, scale: NumberScale) {
    var draft = HoursDraft()
    for (mentor, node) in mentors.hours {
      try draft.add(node.number(), of: .mentor(mentor)) { node.place }
    }
    for (mentee, node) in mentees.hours {
      try draft.add(node.number(), of: .mentee(mentee)) { node.place }
    }
    for own in pairs { try draft.add(own.number, of: .pair(own.pair), at: own.place) }
    return try draft.hours(menteeCount: mentees.count)
  }

  private func identifier() throws(InstanceFileError) -> JSONValue? {
    guard let node = try root.member("id") else { return nil }
    switch node.value {
    case .string: return node.value
    case .number(let number) where number.integer != nil: return node.value
    default: throw .wrongType(node.place, expected: .identifier)
    }
  }

  private func readPairs(into draft: inout InstanceDraft) throws(InstanceFileError) {
    let pairs = PairsJSON(menteeCount: draft.menteeCount, mentorCount: draft.mentorCount)
    for (_, pair) in try pairs.read(root.member("forbidden")) { draft.forbidden.insert(pair) }
    let fixed = try pairs.read(root.member("fixed"))
    guard !fixed.isEmpty else { return }
    let isEligible = draft.eligibility
    var seen: Set<Pair> = []
    for (node, pair) in fixed {
      if draft.forbidden.contains(pair) { throw .fixedForbidden(node.place, pair) }
      if !isEligible(pair) { throw .fixedIneligible(node.place, pair) }
      if !seen.insert(pair).inserted { throw .duplicatePair(node.place, pair) }
      draft.fixed.append(pair)
    }
  }
}

/// A list of pairs `[mentee, mentor]`.
struct PairsJSON {
  let menteeCount: Int
  let mentorCount: Int

  func read(_ list: JSONNode?) throws(InstanceFileError) -> [(JSONNode, Pair)] {
    var pairs: [(JSONNode, Pair)] = []
    for node in try list?.elements() ?? [] {
      let parts = try node.elements(.pair)
      guard parts.count == 2 else { throw .wrongType(node.place, expected: .pair) }
      let pair = Pair(
        mentee: try parts[0].index(below: menteeCount),
        mentor: try parts[1].index(below: mentorCount))
      pairs.append((node, pair))
    }
    return pairs
  }
}

extension InstanceDraft {
  /// Whether a pair has a number, forbidden pairs included.
  var eligibility: (Pair) -> Bool {
    switch (shape, numbers) {
    case (.pairs(let pairs), _):
      let listed = Set(pairs)
      return { listed.contains($0) }
    case (.matrix, .exact(let numbers)):
      return { !numbers.isBlank($0.mentee * mentorCount + $0.mentor) }
    case (.matrix, .whole), (.matrix, .reals): return { _ in true }
    }
  }
}
