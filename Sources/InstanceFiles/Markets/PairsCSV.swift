import Problems

/// The reader of `csv-pairs`: a row a pair, with its points and the places that both sides give each other.
///
/// ```csv
/// mentee,mentor,points,mentee_rank,mentor_rank,demand,capacity,minimum
/// anna,,,2,,1,,
/// ,boris,,,1,,2,0
/// ,vera,,,,,1,0
/// anna,boris,5,1,1,,,
/// anna,vera,3,2,,,,
/// ```
///
/// - A row of one name is a person: `demand` of a mentee, `capacity` and `minimum` of a mentor, and in the person's
///   rank column how many places their list has. Empty = no answer where no pair has a rank either: everybody is
///   welcome; 0 = nobody is. Where a side has no such row, its people are those whom the pairs name, one place each.
/// - A row of two names is a pair. With `points` it is eligible. `mentee_rank`: the place of the mentor in the
///   mentee's list, from 1, equals share one; `mentor_rank` the other way round; empty = not listed.
/// - Without a column `points` pairs are eligible and have points by place, as in ``MarketDraft``.
struct PairsCSV {
  static let columns = [
    "mentee", "mentor", "points", "mentee_rank", "mentor_rank", "demand", "capacity", "minimum",
  ]

  private let table: CSVColumns
  private var mentees: NamedPeople
  private var mentors: NamedPeople
  private var menteeLists = RankLists()
  private var mentorLists = RankLists()
  private var demands: [Int: Int] = [:]
  private var limits: [Int: MentorLimits] = [:]
  private var pairs: [Pair] = []
  private var numbers = CompactNumbers()
  private var cells: [CSVRecords.Cell] = []

  static func matches(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let header = CSVRecords.header(bytes)
    return header.contains("mentee") || header.contains("mentor")
  }

  /// - Throws: ``InstanceFileError`` with line and column.
  /// - Complexity: O(byte count).
  init(_ bytes: [UInt8]) throws(InstanceFileError) {
    let table = try CSVColumns(CSVRecords(bytes), known: Self.columns)
    try table.require(["mentee", "mentor"])
    self.table = table
    let rows = table.records.records.dropFirst()
    mentees = NamedPeople(isClosed: rows.contains { table.cell("mentor", $0) == nil })
    mentors = NamedPeople(isClosed: rows.contains { table.cell("mentee", $0) == nil })
    for row in rows {
      try table.checkWidth(row)
      try readPerson(row)
    }
    var seen: Set<Pair> = []
    for row in rows { try readPair(row, &seen) }
  }

  private mutating func readPerson(_ row: [CSVRecords.Cell]) throws(InstanceFileError) {
    let records = table.records
    switch (table.cell("mentee", row), table.cell("mentor", row)) {
    case (let mentee?, nil):
      let index = mentees.names.count
      try mentees.add(mentee.text) { records.place(mentee) }
      demands[index] = try table.count("demand", row)
      menteeLists.counts[index] = try place("mentee_rank", row)
    case (nil, let mentor?):
      let index = mentors.names.count
      try mentors.add(mentor.text) { records.place(mentor) }
      limits[index] = MentorLimits(
        capacity: try table.count("capacity", row) ?? 1,
        minimum: try table.count("minimum", row) ?? 0)
      mentorLists.counts[index] = try place("mentor_rank", row)
    case (nil, nil):
      throw .wrongType(records.place(row[0]), expected: .identifier)
    case (.some, .some): break
    }
  }

  private mutating func readPair(
    _ row: [CSVRecords.Cell], _ seen: inout Set<Pair>
  ) throws(InstanceFileError) {
    guard let mentee = table.cell("mentee", row), let mentor = table.cell("mentor", row) else {
      return
    }
    let records = table.records
    let pair = Pair(
      mentee: try mentees.index(of: mentee.text) { records.place(mentee) },
      mentor: try mentors.index(of: mentor.text) { records.place(mentor) })
    guard seen.insert(pair).inserted else { throw .duplicatePair(records.place(mentee), pair) }
    for (column, lists, owner, other) in [
      ("mentee_rank", \PairsCSV.menteeLists, pair.mentee, pair.mentor),
      ("mentor_rank", \PairsCSV.mentorLists, pair.mentor, pair.mentee),
    ] {
      guard let rank = try place(column, row, atLeast: 1) else { continue }
      if let count = self[keyPath: lists].counts[owner], rank > count {
        throw .market(
          records.place(table.cell(column, row) ?? mentee),
          .placeBeyondList(rank, placeCount: count))
      }
      self[keyPath: lists].places[owner, default: [:]][rank, default: []].append(other)
    }
    guard let cell = table.cell("points", row) else { return }
    let text = Array(cell.text.utf8)
    do throws(InstanceFileError) {
      numbers.append(try TextScanner.number(text, text.indices))
    } catch {
      throw error.moved(to: records.place(cell))
    }
    pairs.append(pair)
    cells.append(cell)
  }

  private func place(
    _ column: String, _ row: [CSVRecords.Cell], atLeast least: Int = 0
  ) throws(InstanceFileError) -> Int? {
    let place = try table.count(column, row, atLeast: least)
    if let place, place > RankLists.largestPlace, let cell = table.cell(column, row) {
      throw .ordinalOutOfRange(
        table.records.place(cell), number: place, count: RankLists.largestPlace)
    }
    return place
  }

  /// What the file holds, in the sense that its points have.
  ///
  /// - Throws: `tooLarge` where the lists have more places than memory should be asked for.
  func draft(sense: Sense) throws(InstanceFileError) -> InstanceDraft {
    let (records, cells) = (table.records, cells)
    guard menteeLists.length + mentorLists.length <= MarketDraft.largestCount else {
      throw .tooLarge(records.end)
    }
    let market = MarketDraft(
      menteeIDs: mentees.names, mentorIDs: mentors.names,
      mentees: menteeLists.tiers(count: mentees.names.count),
      mentors: mentorLists.tiers(count: mentors.names.count),
      demands: mentees.names.indices.map { demands[$0] ?? 1 },
      limits: mentors.names.indices.map { limits[$0] ?? MentorLimits(capacity: 1) })
    guard table.has("points") else { return try market.draft() }
    var draft = InstanceDraft(
      menteeCount: mentees.names.count, mentorCount: mentors.names.count, shape: .pairs(pairs),
      numbers: .exact(numbers), place: { records.place(cells[$0]) }, sense: sense,
      coverage: .first, demands: market.demands, mentors: market.limits)
    (draft.menteeIDs, draft.mentorIDs) = (market.menteeIDs, market.mentorIDs)
    if table.has("mentee_rank") || table.has("mentor_rank") {
      draft.rankings = Rankings(mentees: market.mentees, mentors: market.mentors)
    }
    return draft
  }
}

/// Lists as places, by person.
private struct RankLists {
  /// Whom each has in which place.
  var places: [Int: [Int: [Int]]] = [:]
  /// How many places a list has, where that is said.
  var counts: [Int: Int] = [:]

  /// Two numbers in a file of a hundred bytes must not ask for all memory.
  static let largestPlace = 100_000

  /// How many places all lists have.
  var length: Int {
    counts.values.reduce(0, +)
      + places.reduce(0) { $0 + (counts[$1.key] == nil ? $1.value.keys.max() ?? 0 : 0) }
  }

  func tiers(count: Int) -> [Rankings.Tiers?] {
    (0..<count).map { person in
      let own = places[person] ?? [:]
      guard let length = counts[person] ?? own.keys.max() else { return nil }
      return (1..<length + 1).map { own[$0] ?? [] }
    }
  }
}

extension InstanceFileError {
  /// The same mistake of a number in a cell, at the cell's place.
  fileprivate func moved(to place: FilePlace) -> InstanceFileError {
    switch self {
    case .notANumber(_, let found): .notANumber(place, found: found)
    case .notFinite: .notFinite(place)
    case .tooLarge: .tooLarge(place)
    default: self
    }
  }
}
