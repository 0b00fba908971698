/// The eligible pairs of a problem and their points, row by row.
///
/// A pair that is not eligible is *absent*, never "very expensive".
///
/// ```swift
/// let table = try PairTable(rows: [[3, 5], [4, nil]], mentorCount: 2)
/// table.points(of: Pair(mentee: 0, mentor: 1))  // 5
/// table.points(of: Pair(mentee: 1, mentor: 1))  // nil: not eligible
/// ```
///
/// Compressed rows: row *i* occupies `rowStarts[i]..<rowStarts[i + 1]` of `points` and of `mentors`,
/// mentors ascending inside a row. A complete table (every pair eligible) stores no `mentors`: entry
/// *k* of a row belongs to mentor *k*.
public struct PairTable: Equatable, Sendable {
  public let mentorCount: Int
  public let rowStarts: [Int]
  /// The mentor of every entry; `nil` when every pair is eligible.
  public let mentors: [Int32]?
  /// The points of every entry.
  public let points: Points

  public var menteeCount: Int { rowStarts.count - 1 }
  public var pairCount: Int { points.count }
  public var isComplete: Bool { mentors == nil }

  /// Makes a complete table from row-major points, menteeCount × mentorCount.
  ///
  /// - Throws: ``ProblemError/raggedRow(row:count:expected:)`` when the last row is not whole.
  /// - Complexity: O(1) beyond the row starts.
  public init(complete points: Points, menteeCount: Int, mentorCount: Int) throws(ProblemError) {
    guard points.count == menteeCount * mentorCount else {
      throw .raggedRow(
        row: points.count / max(1, mentorCount), count: points.count % max(1, mentorCount),
        expected: mentorCount)
    }
    self.mentorCount = mentorCount
    self.points = points
    mentors = nil
    rowStarts = (0...menteeCount).map { $0 * mentorCount }
  }

  /// Makes a table from rows of points, where `nil` is an ineligible pair.
  ///
  /// - Throws: ``ProblemError/raggedRow(row:count:expected:)``.
  /// - Complexity: O(menteeCount · mentorCount).
  public init(rows: [[Int?]], mentorCount: Int) throws(ProblemError) {
    var builder = Builder(mentorCount: mentorCount)
    for (index, row) in rows.enumerated() {
      guard row.count == mentorCount else {
        throw .raggedRow(row: index, count: row.count, expected: mentorCount)
      }
      for (mentor, points) in row.enumerated() {
        if let points { builder.append(mentor: mentor, points: points) }
      }
      builder.endRow()
    }
    self = builder.table
  }

  /// Makes a table by asking for the points of every pair in canonical order, `nil` = ineligible.
  ///
  /// - Complexity: O(menteeCount · mentorCount).
  public init(menteeCount: Int, mentorCount: Int, points: (Pair) -> Int?) {
    var builder = Builder(mentorCount: mentorCount)
    for mentee in 0..<menteeCount {
      for mentor in 0..<mentorCount {
        if let points = points(Pair(mentee: mentee, mentor: mentor)) {
          builder.append(mentor: mentor, points: points)
        }
      }
      builder.endRow()
    }
    self = builder.table
  }

  /// Makes a table from pairs in any order.
  ///
  /// - Throws: ``ProblemError/pairOutOfRange(entry:pair:)`` or
  ///   ``ProblemError/duplicatePair(entry:pair:)`` with the place in `entries`.
  /// - Complexity: O(*p* log *p*) for *p* pairs.
  public init(
    entries: [(pair: Pair, points: Int)], menteeCount: Int, mentorCount: Int
  ) throws(ProblemError) {
    for (index, entry) in entries.enumerated() {
      guard (0..<menteeCount).contains(entry.pair.mentee),
        (0..<mentorCount).contains(entry.pair.mentor)
      else { throw .pairOutOfRange(entry: index, pair: entry.pair) }
    }
    // Equal pairs stay in the order given, so that the second of two is the one reported.
    let order = entries.indices.sorted { (entries[$0].pair, $0) < (entries[$1].pair, $1) }
    var builder = Builder(mentorCount: mentorCount)
    var previous: Pair?
    for index in order {
      let (pair, points) = entries[index]
      if pair == previous { throw .duplicatePair(entry: index, pair: pair) }
      previous = pair
      while builder.rowCount < pair.mentee { builder.endRow() }
      builder.append(mentor: pair.mentor, points: points)
    }
    while builder.rowCount < menteeCount { builder.endRow() }
    self = builder.table
  }

  /// Makes a complete table from row-major numbers.
  ///
  /// - Throws: ``ProblemError/raggedRow(row:count:expected:)`` when the last row is not whole.
  /// - Complexity: O(menteeCount · mentorCount).
  public init(complete points: [Int], menteeCount: Int, mentorCount: Int) throws(ProblemError) {
    try self.init(complete: Points(points), menteeCount: menteeCount, mentorCount: mentorCount)
  }

  private init(mentorCount: Int, rowStarts: [Int], mentors: [Int32], points: [Int]) {
    self.mentorCount = mentorCount
    self.rowStarts = rowStarts
    self.points = Points(points)
    self.mentors = points.count == (rowStarts.count - 1) * mentorCount ? nil : mentors
  }

  /// The entries of one mentee.
  public func entries(of mentee: Int) -> Range<Int> {
    rowStarts[mentee]..<rowStarts[mentee + 1]
  }

  /// The mentor of an entry of the given mentee.
  public func mentor(of entry: Int, mentee: Int) -> Int {
    if let mentors { Int(mentors[entry]) } else { entry - rowStarts[mentee] }
  }

  /// The entry of a pair, `nil` when the pair is not eligible.
  ///
  /// - Complexity: O(log mentorCount).
  public func entry(of pair: Pair) -> Int? {
    guard (0..<menteeCount).contains(pair.mentee), (0..<mentorCount).contains(pair.mentor) else {
      return nil
    }
    guard let mentors else { return rowStarts[pair.mentee] + pair.mentor }
    var range = entries(of: pair.mentee)
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if Int(mentors[middle]) == pair.mentor { return middle }
      range =
        Int(mentors[middle]) < pair.mentor
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// The points of a pair, `nil` when it is not eligible.
  public func points(of pair: Pair) -> Int? {
    entry(of: pair).map { points[$0] }
  }

  /// Visits the eligible pairs in canonical order.
  ///
  /// - Complexity: O(pairCount).
  public func forEachPair(_ visit: (Pair, _ entry: Int) -> Void) {
    for mentee in 0..<menteeCount {
      for entry in entries(of: mentee) {
        visit(Pair(mentee: mentee, mentor: mentor(of: entry, mentee: mentee)), entry)
      }
    }
  }

  /// The same pairs with other points, by entry.
  ///
  /// - Complexity: O(pairCount).
  package func replacingPoints(_ points: [Int]) -> PairTable {
    PairTable(
      mentorCount: mentorCount, rowStarts: rowStarts, mentors: mentors ?? [], points: points)
  }

  /// The same table without some pairs.
  ///
  /// - Complexity: O(pairCount).
  public func removing(_ pairs: Set<Pair>) -> PairTable {
    guard !pairs.isEmpty else { return self }
    return mapped { pair, entry in pairs.contains(pair) ? nil : points[entry] }.table
  }

  /// The pairs that get points of their own, `nil` = left out, with the entry that each had here.
  ///
  /// - Complexity: O(pairCount).
  package func mapped(
    _ points: (_ pair: Pair, _ entry: Int) -> Int?
  ) -> (table: PairTable, entries: [Int]) {
    var builder = Builder(mentorCount: mentorCount)
    var kept: [Int] = []
    kept.reserveCapacity(pairCount)
    for mentee in 0..<menteeCount {
      for entry in entries(of: mentee) {
        let mentor = mentor(of: entry, mentee: mentee)
        guard let points = points(Pair(mentee: mentee, mentor: mentor), entry) else { continue }
        builder.append(mentor: mentor, points: points)
        kept.append(entry)
      }
      builder.endRow()
    }
    return (builder.table, kept)
  }

  /// Collects rows one after the other; mentors must come in ascending order inside a row.
  struct Builder {
    private let mentorCount: Int
    private var rowStarts = [0]
    private var mentors: [Int32] = []
    private var points: [Int] = []

    init(mentorCount: Int) { self.mentorCount = mentorCount }

    var rowCount: Int { rowStarts.count - 1 }

    var table: PairTable {
      PairTable(mentorCount: mentorCount, rowStarts: rowStarts, mentors: mentors, points: points)
    }

    mutating func append(mentor: Int, points: Int) {
      mentors.append(Int32(truncatingIfNeeded: mentor))
      self.points.append(points)
    }

    mutating func endRow() { rowStarts.append(points.count) }
  }
}
