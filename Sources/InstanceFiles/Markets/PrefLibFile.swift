import Problems

/// The reader of PrefLib's orders, with headers of both generations: voters are mentees, alternatives mentors.
///
/// A line `3: 2,{1,4}` is three voters with one list. New headers are lines `# KEY: value`; old ones are the number of
/// alternatives, a line `number,name` for each, and a line `voters,sum of counts,unique orders`.
///
/// ```swift
/// // # NUMBER ALTERNATIVES: 2        2
/// // # NUMBER VOTERS: 3              1,Anna
/// // # NUMBER UNIQUE ORDERS: 2       2,Boris
/// // # ALTERNATIVE NAME 1: Anna      3,3,2
/// // # ALTERNATIVE NAME 2: Boris     2,1,2
/// // 2: 1,2                          1,2
/// // 1: 2
/// ```
///
/// Mentors are called by the alternatives' names where these differ, else by their numbers; mentees v1, v2, ….
///
/// Source: N. Mattei, T. Walsh, "PrefLib: a library for preferences", ADT 2013, doi:10.1007/978-3-642-41575-3_20.
struct PrefLibFile {
  /// By extension: strict or with ties, complete or not.
  enum Kind: String {
    case soc, soi, toc, toi

    init?(name: String) {
      self.init(rawValue: name.split(separator: ".").last?.lowercased() ?? "")
    }

    var isStrict: Bool { self == .soc || self == .soi }
    var isComplete: Bool { self == .soc || self == .toc }
  }

  private let lines: TextLines
  private let header: PrefLibHeader
  private let kind: Kind?

  /// Reads the header; without a kind the file is of that which it says, if it does.
  ///
  /// - Throws: ``InstanceFileError`` with line and column.
  init(_ bytes: [UInt8], kind: Kind?) throws(InstanceFileError) {
    lines = try TextLines(bytes)
    header = try PrefLibHeader(lines)
    self.kind = kind ?? header.kind
  }

  /// - Throws: ``InstanceFileError`` with line and column.
  /// - Complexity: O(byte count + length of the lists of all voters).
  func market() throws(InstanceFileError) -> MarketDraft {
    let scanner = TierScanner(
      lines, .preflib,
      index: Dictionary(uniqueKeysWithValues: header.numbers.enumerated().map { ($1, $0) }))
    var (lists, places) = ([Rankings.Tiers](), [Int]())
    var (orders, lineCount, length) = (Set<Rankings.Tiers>(), 0, 0)
    for line in lines.ranges[header.lineCount...] where !lines.isBlank(line) {
      if lines.bytes[line.lowerBound] == UInt8(ascii: "#") { continue }
      let parts = lines.split(line, at: header.isOld ? "," : ":", most: 2)
      guard let count = lines.count(parts[0]), parts.count == 2 || header.isOld else {
        throw .market(
          lines.place(line.lowerBound),
          .badLine(header.isOld ? "2,3,{1,4},5" : TierScanner.Style.preflib.pattern))
      }
      let tiers = parts.count == 2 ? try scanner.tiers(parts[1]) : []
      try check(tiers, at: line.lowerBound)
      length += count * max(1, tiers.reduce(0) { $0 + $1.count })
      guard length <= MarketDraft.largestPairCount,
        lists.count + count <= MarketDraft.largestCount
      else {
        throw .tooLarge(lines.place(line.lowerBound))
      }
      lists += Array(repeating: tiers, count: count)
      places += Array(repeating: line.lowerBound, count: count)
      orders.insert(tiers)
      lineCount += 1
    }
    try check(voterCount: lists.count, orderCounts: [lineCount, orders.count])
    let (lines, offsets) = (lines, places)
    return MarketDraft(
      menteeIDs: lists.indices.map { "v\($0 + 1)" }, mentorIDs: header.names, mentees: lists,
      mentors: Array(repeating: nil, count: header.numbers.count),
      limits: Array(repeating: MentorLimits(capacity: 1), count: header.numbers.count),
      place: { offsets.indices.contains($0) ? lines.place(offsets[$0]) : FilePlace() })
  }

  private func check(_ tiers: Rankings.Tiers, at offset: Int) throws(InstanceFileError) {
    guard let kind else { return }
    if kind.isStrict, tiers.contains(where: { $0.count > 1 }) {
      throw .market(lines.place(offset), .tieInStrictOrder)
    }
    let count = tiers.reduce(0) { $0 + $1.count }
    if kind.isComplete, count != header.numbers.count {
      throw .market(
        lines.place(offset), .incompleteOrder(count: count, expected: header.numbers.count))
    }
  }

  private func check(voterCount: Int, orderCounts: [Int]) throws(InstanceFileError) {
    for (expected, place) in header.voterCounts where expected != voterCount {
      throw .market(
        lines.place(place), .wrongTotal(.voters, count: voterCount, expected: expected))
    }
    // Equal orders may stand on several lines, for the order of the voters' sake.
    if let (expected, place) = header.orderCount, !orderCounts.contains(expected) {
      throw .market(
        lines.place(place), .wrongTotal(.orders, count: orderCounts[0], expected: expected))
    }
  }
}
