public import Problems

extension AssignmentProblem {
  /// Draws a problem as solvers of matrices meet them: any shape, any width of cells, one side with one
  /// place each.
  ///
  /// - Parameters:
  ///   - seed: equal seeds give equal problems.
  ///   - largest: the most people of a side.
  /// - Returns: the problem.
  /// - Throws: ``ProblemError``, never in practice.
  public static func randomMatrix(
    seed: UInt64, largest: Int
  ) throws(ProblemError) -> AssignmentProblem {
    var draw = MatrixDraw(seed: seed, largest: largest)
    return try draw.problem()
  }
}

private struct MatrixDraw {
  private var generator: SplitMix64
  private let rows: Int
  private let columns: Int

  init(seed: UInt64, largest: Int) {
    generator = SplitMix64(seed: seed)
    let size = Int.random(in: 0...largest, using: &generator)
    rows = size
    columns =
      generator.happens(percent: 40) ? size : Int.random(in: 0...largest, using: &generator)
  }

  mutating func problem() throws(ProblemError) -> AssignmentProblem {
    let table = try table()
    let areMenteesSingle = generator.happens(percent: 75)
    let isUnit = generator.happens(percent: 50)
    let singles = { (generator: inout SplitMix64, count: Int) in
      (0..<count).map { _ in generator.happens(percent: 4) ? 0 : 1 }
    }
    let several = { (generator: inout SplitMix64, count: Int) in
      (0..<count).map { _ in isUnit ? 1 : Int.random(in: 0...4, using: &generator) }
    }
    let hasHoles = generator.happens(percent: 30)
    let ones = { (generator: inout SplitMix64, count: Int) in
      hasHoles ? singles(&generator, count) : Array(repeating: 1, count: count)
    }
    let demands = areMenteesSingle ? ones(&generator, rows) : several(&generator, rows)
    let capacities = areMenteesSingle ? several(&generator, columns) : ones(&generator, columns)
    let coverages: [Coverage] = [.first, .ignore, .everyMentee, .everyMentor]
    let coverage: Coverage =
      generator.happens(percent: 40)
      ? (areMenteesSingle ? .everyMentee : .everyMentor)
      : coverages.randomElement(using: &generator) ?? .first
    return try AssignmentProblem(
      table: table, demands: demands, mentors: capacities.map { MentorLimits(capacity: $0) },
      fixed: fixed(table, demands, capacities), coverage: coverage)
  }

  private mutating func table() throws(ProblemError) -> PairTable {
    if generator.happens(percent: 25) {
      let missing = Int.random(in: 1...95, using: &generator)
      let range = range()
      let cells = (0..<rows).map { _ in
        (0..<columns).map { _ in
          generator.happens(percent: missing) ? nil : Int.random(in: range, using: &generator)
        }
      }
      return try PairTable(rows: cells, mentorCount: columns)
    }
    return try PairTable(complete: points(), menteeCount: rows, mentorCount: columns)
  }

  private mutating func points() throws(ProblemError) -> Points {
    if generator.happens(percent: 20) { return try scores() }
    let range = range()
    let isProduct = generator.happens(percent: 5)
    let cells = (0..<rows * columns).map { index in
      isProduct
        ? (index / max(1, columns) + 1) * (index % max(1, columns) + 1)
        : Int.random(in: range, using: &generator)
    }
    let isNegated = generator.happens(percent: 50)
    let narrow = Points(cells).cells
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return Points(.int64(CellBuffer(cells)), isNegated: isNegated)
    case 1: return Points(.double(CellBuffer(cells.map { Double($0) })), isNegated: isNegated)
    default: return Points(narrow, isNegated: isNegated)
    }
  }

  private mutating func scores() throws(ProblemError) -> Points {
    let dimensions = Int.random(in: 0...5, using: &generator)
    let ranges = [0...4, -3...3, 0...300, -40_000...40_000]
    let range = ranges.randomElement(using: &generator) ?? 0...4
    let profiles = { (generator: inout SplitMix64, count: Int) in
      (0..<count).map { _ in
        (0..<dimensions).map { _ in Int.random(in: range, using: &generator) }
      }
    }
    let measure = ProfileScores.Measure.allCases.randomElement(using: &generator) ?? .l1
    return Points(
      .scores(
        try ProfileScores(
          range.upperBound > 1000 && measure == .dot ? .l1 : measure,
          mentees: profiles(&generator, rows), mentors: profiles(&generator, columns))),
      isNegated: generator.happens(percent: 50))
  }

  private mutating func range() -> ClosedRange<Int> {
    let ranges = [
      0...0, 0...1, 0...5, 0...5, 0...48, -6...3, 0...255, 0...60_000, 0...1_000_000,
      -500_000_000...500_000_000, -(1 << 27)...(1 << 27), 0...(1 << 34),
    ]
    return ranges.randomElement(using: &generator) ?? 0...5
  }

  private mutating func fixed(
    _ table: PairTable, _ demands: [Int], _ capacities: [Int]
  ) -> [Pair] {
    guard generator.happens(percent: 15), rows > 0, columns > 0 else { return [] }
    var (demands, capacities) = (demands, capacities)
    var pairs: [Pair] = []
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let pair = Pair(
        mentee: Int.random(in: 0..<rows, using: &generator),
        mentor: Int.random(in: 0..<columns, using: &generator))
      guard table.entry(of: pair) != nil, !pairs.contains(pair), demands[pair.mentee] > 0,
        capacities[pair.mentor] > 0
      else { continue }
      demands[pair.mentee] -= 1
      capacities[pair.mentor] -= 1
      pairs.append(pair)
    }
    return pairs
  }
}
