import Problems

/// The reader of the generalised assignment problems of the OR-Library: jobs are mentees, agents mentors.
///
/// `m n` (agents, jobs), then m rows of n costs, m rows of n resources, m capacities, over as many lines
/// as they like; one problem a file.
///
/// Source: J. E. Beasley, "OR-Library: distributing test problems by electronic mail", J. Oper. Res.
/// Soc. 41, 1990, doi:10.1057/jors.1990.166.
struct ORLibraryGapFile {
  /// Jobs × agents.
  let matrix: BareMatrix
  let hours: MentorHours
  let hoursScale: NumberScale

  private static let largestCellCount = 100_000_000

  /// - Throws: ``InstanceFileError`` with line and column.
  /// - Complexity: O(byte count).
  init(_ bytes: [UInt8]) throws(InstanceFileError) {
    var scanner = TextScanner(bytes)
    guard let first = scanner.next() else { throw .empty }
    let agentCount = try scanner.count(first)
    guard let second = scanner.next() else {
      throw .wrongCount(scanner.place(bytes.count), count: 1, expected: 2)
    }
    let jobCount = try scanner.count(second)
    let (cellCount, overflow) = agentCount.multipliedReportingOverflow(by: jobCount)
    guard !overflow, cellCount <= Self.largestCellCount, max(agentCount, jobCount) <= 1_000_000
    else { throw .tooLarge(scanner.place(first.lowerBound)) }

    var words: [Range<Int>] = []
    let expected = 2 * cellCount + agentCount
    while let word = scanner.next() {
      guard words.count < expected else {
        throw .wrongCount(
          scanner.place(word.lowerBound), count: words.count + 1, expected: expected)
      }
      words.append(word)
    }
    guard words.count == expected else {
      throw .wrongCount(scanner.place(bytes.count), count: words.count, expected: expected)
    }

    var numbers = CompactNumbers()
    var (draft, offsets) = (HoursDraft(), [Int]())
    for job in 0..<jobCount {
      for agent in 0..<agentCount {
        let cost = words[agent * jobCount + job]
        numbers.append(try scanner.number(cost))
        offsets.append(cost.lowerBound)
        let resource = words[cellCount + agent * jobCount + job]
        try draft.add(
          scanner.number(resource), of: .pair(Pair(mentee: job, mentor: agent)),
          at: { FilePlace(offset: resource.lowerBound, in: bytes) })
      }
    }
    for (agent, word) in words[(2 * cellCount)...].enumerated() {
      try draft.add(
        scanner.number(word), of: .mentor(agent),
        at: { FilePlace(offset: word.lowerBound, in: bytes) })
    }
    let places = offsets
    matrix = BareMatrix(
      rowCount: jobCount, columnCount: agentCount, numbers: .exact(numbers),
      place: { FilePlace(offset: places[$0], in: bytes) })
    (hours, hoursScale) = try draft.hours(menteeCount: jobCount)
  }
}
