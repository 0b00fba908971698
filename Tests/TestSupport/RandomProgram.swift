public import Problems

/// Small 0–1 programs of every kind of row, for comparison with ``bestByTrying(_:)``.
public enum RandomProgram {
  /// Rows without any structure.
  public static func plain(seed: UInt64) -> BinaryProgram {
    var generator = SplitMix64(seed: seed)
    let columnCount = Int.random(in: 1...9, using: &generator)
    let rows = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
      let columns = (0..<columnCount).filter { _ in generator.happens(percent: 60) }
      let lower = Int.random(in: -6...4, using: &generator)
      return BinaryProgram.Row(
        columns: columns,
        coefficients: columns.map { _ in Int.random(in: -3...5, using: &generator) },
        lower: generator.happens(percent: 50) ? lower : nil,
        upper: generator.happens(percent: 50)
          ? lower + Int.random(in: 0...5, using: &generator) : nil)
    }
    return BinaryProgram(
      objective: (0..<columnCount).map { _ in Int.random(in: -20...20, using: &generator) },
      rows: rows)
  }

  /// An assignment with groups that open with a minimum, people who come together or stay apart, quotas,
  /// budgets and hours.
  public static func matching(seed: UInt64, mentees: Int, mentors: Int) -> BinaryProgram {
    var draw = MatchingDraw(seed: seed, menteeCount: mentees, mentorCount: mentors)
    return draw.program()
  }
}

private struct MatchingDraw {
  private var generator: SplitMix64
  private let menteeCount: Int
  private let mentorCount: Int
  private var objective: [Int] = []
  private var rows: [BinaryProgram.Row] = []
  /// By column.
  private var mentee: [Int] = []
  private var mentor: [Int] = []
  private var size: [Int] = []

  init(seed: UInt64, menteeCount: Int, mentorCount: Int) {
    generator = SplitMix64(seed: seed)
    self.menteeCount = menteeCount
    self.mentorCount = mentorCount
  }

  mutating func program() -> BinaryProgram {
    let unit = [1, 1, 10, 100][pick(0...3)]
    let top = generator.happens(percent: 30) ? 3 : 1000
    let density = pick(40...100)
    let isHourly = generator.happens(percent: 20)
    for person in 0..<menteeCount {
      let isMerged = generator.happens(percent: 25)
      for partner in 0..<mentorCount where generator.happens(percent: density) {
        mentee.append(person)
        mentor.append(partner)
        size.append(isHourly ? pick(1...4) : isMerged ? 2 : 1)
        objective.append(unit * pick((generator.happens(percent: 10) ? -top : 0)...top))
      }
    }
    let mustMatch = generator.happens(percent: 15)
    for person in 0..<menteeCount {
      add(mentee.indices.filter { mentee[$0] == person }, lower: mustMatch ? 1 : nil, upper: 1)
    }
    for partner in 0..<mentorCount { addCapacity(of: partner) }
    addConflicts()
    for _ in 0..<pick(0...2) {
      let columns = mentee.indices.filter { _ in generator.happens(percent: 50) }
      let isFloor = generator.happens(percent: 50)
      add(
        columns, lower: isFloor ? pick(0...max(1, menteeCount / 2)) : nil,
        upper: isFloor ? nil : pick(0...menteeCount))
    }
    return BinaryProgram(objective: objective, rows: rows)
  }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func add(
    _ columns: [Int], _ coefficients: [Int]? = nil, lower: Int? = nil, upper: Int? = nil
  ) {
    rows.append(
      .init(
        columns: columns, coefficients: coefficients ?? columns.map { _ in 1 }, lower: lower,
        upper: upper))
  }

  private mutating func addCapacity(of partner: Int) {
    let columns = mentor.indices.filter { mentor[$0] == partner }
    let sizes = columns.map { size[$0] }
    let capacity = pick(1...5)
    let minimum = pick(0...min(3, capacity))
    guard generator.happens(percent: 75) else {
      return add(
        columns, sizes, lower: generator.happens(percent: 20) ? minimum : nil, upper: capacity)
    }
    let open = objective.count
    objective.append(generator.happens(percent: 20) ? -pick(0...300) : 0)
    mentee.append(-1)
    mentor.append(-1)
    size.append(0)
    add(columns + [open], sizes + [-minimum], lower: 0)
    add(columns + [open], sizes + [-capacity], upper: 0)
  }

  private mutating func addConflicts() {
    for _ in 0..<pick(0...3) {
      let (one, other) = (pick(0...menteeCount - 1), pick(0...menteeCount - 1))
      guard one != other else { continue }
      for left in mentee.indices where mentee[left] == one {
        for right in mentee.indices where mentee[right] == other && mentor[left] == mentor[right] {
          add([left, right], upper: 1)
        }
      }
    }
  }
}

/// The best objective of a program, by trying values column by column; `nil` when no values satisfy it.
///
/// Shares nothing with a solver but the idea that a row which cannot be satisfied any more ends an attempt.
///
/// - Complexity: exponential; for some 25 columns.
public func bestByTrying(_ program: BinaryProgram) -> Int? {
  var search = TryingSearch(program)
  search.descend(0, total: 0)
  return search.best
}

/// The objective of values, `nil` when they break a row.
public func value(_ values: [Bool], in program: BinaryProgram) -> Int? {
  for row in program.rows {
    let activity = zip(row.columns, row.coefficients).reduce(0) { $0 + (values[$1.0] ? $1.1 : 0) }
    guard activity >= row.lower ?? .min, activity <= row.upper ?? .max else { return nil }
  }
  return zip(program.objective, values).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
}

private struct TryingSearch {
  let program: BinaryProgram
  var best: Int?
  /// By row: what is chosen, and what the columns still to come can add.
  var activity: [Int]
  var least: [Int]
  var most: [Int]
  var uses: [[(row: Int, coefficient: Int)]]

  init(_ program: BinaryProgram) {
    self.program = program
    activity = program.rows.map { _ in 0 }
    least = program.rows.map { $0.coefficients.reduce(0) { $0 + min(0, $1) } }
    most = program.rows.map { $0.coefficients.reduce(0) { $0 + max(0, $1) } }
    uses = Array(repeating: [], count: program.columnCount)
    for (index, row) in program.rows.enumerated() {
      for (column, coefficient) in zip(row.columns, row.coefficients) {
        uses[column].append((index, coefficient))
      }
    }
  }

  mutating func descend(_ column: Int, total: Int) {
    for row in column == 0 ? Array(program.rows.indices) : uses[column - 1].map(\.row) {
      guard activity[row] + most[row] >= program.rows[row].lower ?? .min,
        activity[row] + least[row] <= program.rows[row].upper ?? .max
      else { return }
    }
    guard column < program.columnCount else {
      best = max(best ?? total, total)
      return
    }
    for (row, coefficient) in uses[column] {
      least[row] -= min(0, coefficient)
      most[row] -= max(0, coefficient)
    }
    descend(column + 1, total: total)
    for (row, coefficient) in uses[column] { activity[row] += coefficient }
    descend(column + 1, total: total + program.objective[column])
    for (row, coefficient) in uses[column] {
      activity[row] -= coefficient
      least[row] += min(0, coefficient)
      most[row] += max(0, coefficient)
    }
  }
}
