/// What stands above the orders of a PrefLib file.
struct PrefLibHeader {
  typealias Counted = (count: Int, offset: Int)

  let isOld: Bool
  /// Of the alternatives, in the order of the file.
  private(set) var numbers: [Int] = []
  private(set) var names: [String] = []
  private(set) var kind: PrefLibFile.Kind?
  /// How many voters the file speaks of, and where.
  private(set) var voterCounts: [Counted] = []
  private(set) var orderCount: Counted?
  /// Lines of the file that belong to the header.
  private(set) var lineCount = 0

  /// - Throws: ``InstanceFileError`` with line and column.
  /// - Complexity: O(byte count).
  init(_ lines: TextLines) throws(InstanceFileError) {
    let isComment = { (line: Range<Int>) in lines.bytes[line].first == UInt8(ascii: "#") }
    guard let first = lines.ranges.firstIndex(where: { !lines.isBlank($0) }) else { throw .empty }
    isOld = !isComment(lines.ranges[first])
    if isOld {
      try readOld(lines, from: first)
    } else {
      lineCount =
        lines.ranges[first...].firstIndex { !lines.isBlank($0) && !isComment($0) }
        ?? lines.ranges.count
      try readNew(lines, first..<lineCount)
    }
    // Names that are not one person's are none.
    if Set(names).count < names.count || names.contains("") { names = numbers.map(String.init) }
  }

  private mutating func readNew(
    _ lines: TextLines, _ range: Range<Int>
  ) throws(InstanceFileError) {
    let nameKey = "ALTERNATIVE NAME "
    var (given, alternatives) = ([Int: String](), Counted?.none)
    for line in lines.ranges[range] where !lines.isBlank(line) {
      let parts = lines.split(line.lowerBound + 1..<line.upperBound, at: ":", most: 2)
      guard parts.count == 2 else { continue }
      let (key, value) = (lines.text(parts[0]).uppercased(), parts[1])
      switch key {
      case "DATA TYPE": kind = PrefLibFile.Kind(name: lines.text(value))
      case "NUMBER ALTERNATIVES": alternatives = try counted(value, lines)
      case "NUMBER VOTERS": voterCounts = [try counted(value, lines)]
      case "NUMBER UNIQUE ORDERS": orderCount = try counted(value, lines)
      case _ where key.hasPrefix(nameKey):
        guard let number = Int(key.dropFirst(nameKey.count)), 1...MarketDraft.largestCount ~= number
        else { throw .market(lines.place(line.lowerBound), .badLine("# \(nameKey)1: Anna")) }
        guard given.updateValue(lines.text(value), forKey: number) == nil else {
          throw .market(lines.place(line.lowerBound), .listedTwice("\(number)"))
        }
      default: break
      }
    }
    guard let alternatives else {
      throw .missingKey(lines.place(0), key: "NUMBER ALTERNATIVES")
    }
    // Names may be left out, but only all of them.
    let isNamed = given.isEmpty || given.count == alternatives.count
    guard isNamed, given.keys.allSatisfy({ $0 <= alternatives.count }) else {
      throw .market(
        lines.place(alternatives.offset),
        .wrongTotal(.alternatives, count: given.count, expected: alternatives.count))
    }
    numbers = Array(1..<alternatives.count + 1)
    names = numbers.map { given[$0] ?? "\($0)" }
  }

  private mutating func readOld(_ lines: TextLines, from first: Int) throws(InstanceFileError) {
    let count = try counted(lines.ranges[first], lines).count
    var seen: Set<Int> = []
    let rest = lines.ranges.indices[(first + 1)...].filter { !lines.isBlank(lines.ranges[$0]) }
    guard rest.count > count else {
      throw .market(lines.end, .endsEarly(missing: count + 1 - rest.count))
    }
    for index in rest.prefix(count) {
      let parts = lines.split(lines.ranges[index], at: ",", most: 2)
      guard parts.count == 2, let number = lines.count(parts[0]) else {
        throw .market(lines.place(lines.ranges[index].lowerBound), .badLine("1,Anna"))
      }
      guard seen.insert(number).inserted else {
        throw .market(lines.place(lines.ranges[index].lowerBound), .listedTwice("\(number)"))
      }
      numbers.append(number)
      names.append(lines.text(parts[1]))
    }
    let sums = lines.ranges[rest[count]]
    let parts = lines.split(sums, at: ",")
    guard parts.count == 3 else {
      throw .market(lines.place(sums.lowerBound), .badLine("31,31,31"))
    }
    voterCounts = [try counted(parts[0], lines), try counted(parts[1], lines)]
    orderCount = try counted(parts[2], lines)
    lineCount = rest[count] + 1
  }

  private func counted(
    _ range: Range<Int>, _ lines: TextLines
  ) throws(InstanceFileError) -> Counted {
    guard let count = lines.count(range), count <= MarketDraft.largestCount else {
      throw .notANumber(
        lines.place(lines.trimmed(range).lowerBound), found: String(lines.text(range).prefix(40)))
    }
    return (count, lines.trimmed(range).lowerBound)
  }
}
