import Problems

/// The points of an instance: a dense matrix, or a list of pairs.
struct PointsJSON {
  typealias PairHours = (pair: Pair, number: JSONNumber, place: () -> FilePlace)
  typealias Result = (
    shape: InstanceDraft.Shape, numbers: InstanceDraft.Numbers, place: (Int) -> FilePlace,
    hours: [PairHours]
  )

  private let root: JSONNode
  private let menteeCount: Int
  private let mentorCount: Int
  /// Two counts in a file of a hundred bytes must not ask for all memory.
  private static let largestCellCount = 100_000_000

  init(_ root: JSONNode, menteeCount: Int, mentorCount: Int) {
    self.root = root
    self.menteeCount = menteeCount
    self.mentorCount = mentorCount
  }

  /// Reads whichever of the two the file has.
  ///
  /// Where it is optional, rankings alone make an instance in which all pairs are eligible.
  func read(isOptional: Bool) throws(InstanceFileError) -> Result {
    switch (try root.member("points"), try root.member("pairs")) {
    case (.some, let pairs?): throw .pointsAndPairs(pairs.place)
    case (let points?, nil): return try matrix(points)
    case (nil, let pairs?): return try list(pairs)
    case (nil, nil):
      guard isOptional else { throw .missingKey(root.place, key: "points") }
      let place = root.place
      guard menteeCount * mentorCount <= Self.largestCellCount else { throw .tooLarge(place) }
      let zeros = Array(repeating: 0, count: menteeCount * mentorCount)
      return (.matrix, .exact(CompactNumbers(integers: zeros)), { _ in place }, [])
    }
  }

  private func matrix(_ node: JSONNode) throws(InstanceFileError) -> Result {
    let rows = try node.array()
    guard rows.count == menteeCount else {
      throw .wrongCount(node.place, count: rows.count, expected: menteeCount)
    }
    var numbers = CompactNumbers()
    for index in rows.indices {
      guard case .array(let row) = rows[index] else {
        throw .wrongType(node.element(index, of: rows).place, expected: .array)
      }
      guard let own = row.numbers else {
        throw wrongNumber(in: node.element(index, of: rows), row)
      }
      guard own.count == mentorCount else {
        throw .wrongCount(
          node.element(index, of: rows).place, count: own.count, expected: mentorCount)
      }
      numbers.append(contentsOf: own)
    }
    let mentorCount = mentorCount
    let place = { (index: Int) -> FilePlace in
      let row = node.element(index / max(1, mentorCount), of: rows)
      guard case .array(let cells) = row.value else { return row.place }
      return row.element(index % max(1, mentorCount), of: cells).place
    }
    return (.matrix, .exact(numbers), place, [])
  }

  private func wrongNumber(in row: JSONNode, _ cells: JSONArray) -> InstanceFileError {
    let index = cells.firstIndex { cell in
      if case .number = cell { return false }
      return cell != .null
    }
    return .wrongType(row.element(index ?? 0, of: cells).place, expected: .numberOrNull)
  }

  private func list(_ node: JSONNode) throws(InstanceFileError) -> Result {
    let entries = try node.array()
    func part(_ part: Int, ofEntry index: Int) -> FilePlace {
      let entry = node.element(index, of: entries)
      guard case .array(let parts) = entry.value else { return entry.place }
      return entry.element(part, of: parts).place
    }
    var pairs: [Pair] = []
    var numbers = CompactNumbers()
    var hours: [PairHours] = []
    for index in entries.indices {
      let (pair, number, own) = try entry(index, of: entries, node)
      pairs.append(pair)
      numbers.append(number)
      if let own { hours.append((pair, own, { part(3, ofEntry: index) })) }
    }
    var seen: Set<Pair> = []
    for (index, pair) in pairs.enumerated() where !seen.insert(pair).inserted {
      throw .duplicatePair(node.element(index, of: entries).place, pair)
    }
    return (.pairs(pairs), .exact(numbers), { part(2, ofEntry: $0) }, hours)
  }

  private func entry(
    _ index: Int, of entries: JSONArray, _ node: JSONNode
  ) throws(InstanceFileError) -> (Pair, JSONNumber, hours: JSONNumber?) {
    // A node only where something is wrong: there may be millions of pairs.
    if case .array(let parts) = entries[index], let numbers = parts.numbers, 3...4 ~= numbers.count,
      let mentee = numbers[0]?.integer, 0..<menteeCount ~= mentee,
      let mentor = numbers[1]?.integer, 0..<mentorCount ~= mentor, let number = numbers[2]
    {
      let hours = numbers.count == 4 ? numbers[3] : nil
      if numbers.count == 3 || hours != nil {
        return (Pair(mentee: mentee, mentor: mentor), number, hours)
      }
    }
    let entry = node.element(index, of: entries)
    let parts = try entry.elements(.weightedPair)
    guard 3...4 ~= parts.count else { throw .wrongType(entry.place, expected: .weightedPair) }
    let pair = Pair(
      mentee: try parts[0].index(below: menteeCount), mentor: try parts[1].index(below: mentorCount)
    )
    return (pair, try parts[2].number(), parts.count == 4 ? try parts[3].number() : nil)
  }
}

/// The rankings of an instance, checked for shape: people in range, nobody twice.
struct RankingsJSON {
  private let root: JSONNode
  private let menteeCount: Int
  private let mentorCount: Int

  init(_ root: JSONNode, menteeCount: Int, mentorCount: Int) {
    self.root = root
    self.menteeCount = menteeCount
    self.mentorCount = mentorCount
  }

  /// `nil` when the file has none.
  func rankings() throws(InstanceFileError) -> Rankings? {
    guard let node = try root.member("rankings") else { return nil }
    try node.checkKeys(["mentees", "mentors"])
    return Rankings(
      mentees: try side(node.member("mentees"), count: menteeCount, others: mentorCount),
      mentors: try side(node.member("mentors"), count: mentorCount, others: menteeCount))
  }

  private func side(
    _ node: JSONNode?, count: Int, others: Int
  ) throws(InstanceFileError) -> [Rankings.Tiers?] {
    guard let node else { return Array(repeating: nil, count: count) }
    let people = try node.elements()
    guard people.count == count else {
      throw .wrongCount(node.place, count: people.count, expected: count)
    }
    var rankings: [Rankings.Tiers?] = []
    for person in people {
      guard !person.isNull() else {
        rankings.append(nil)
        continue
      }
      var seen: Set<Int> = []
      var tiers: Rankings.Tiers = []
      for tier in try person.elements(.rankings) {
        var members: [Int] = []
        for member in try tier.elements(.rankings) {
          let index = try member.index(below: others)
          guard seen.insert(index).inserted else {
            throw .duplicatePerson(member.place, person: index)
          }
          members.append(index)
        }
        tiers.append(members)
      }
      rankings.append(tiers)
    }
    return rankings
  }
}
