import Problems
import Solvers

/// An assignment problem as rows over 0–1 columns, and back.
///
/// Columns: the free eligible pairs in the order of their table; then one per mentor who may stay empty
/// or take the minimum, "open"; then whatever a caller adds. Rows: demands, capacities with minimums,
/// quotas. A mentor who may stay empty has minimum · open ≤ load ≤ capacity · open.
struct AssignmentEncoding {
  let free: FreeProblem
  private(set) var rows: [BinaryProgram.Row] = []
  private(set) var columnCount: Int
  /// By entry of the free table.
  private let pairs: [Pair]
  private let ofMentor: [[Int]]

  /// - Parameters:
  ///   - free: the problem with its fixed pairs counted out.
  ///   - includesLowerBounds: whether the needs of people, which the elastic program measures, are rows.
  /// - Complexity: O(pairCount + Σ quota sizes · pairCount).
  init(_ free: FreeProblem, includesLowerBounds: Bool = true) {
    self.free = free
    let table = free.table
    pairs = (0..<free.mentees.count).flatMap { mentee in
      table.entries(of: mentee).map {
        Pair(mentee: mentee, mentor: table.mentor(of: $0, mentee: mentee))
      }
    }
    var ofMentor = Array(repeating: [Int](), count: free.mentors.count)
    for (entry, pair) in pairs.enumerated() { ofMentor[pair.mentor].append(entry) }
    self.ofMentor = ofMentor
    columnCount = pairs.count
    for (mentee, bounds) in free.mentees.enumerated() {
      addRow(Array(table.entries(of: mentee)), bounds, isLowerBounded: includesLowerBounds)
    }
    for (mentor, bounds) in free.mentors.enumerated() {
      if free.openMinimums[mentor] > 0 {
        addOpening(of: mentor)
      } else {
        addRow(ofMentor[mentor], bounds, isLowerBounded: includesLowerBounds)
      }
    }
    for (index, bounds) in free.quotas.enumerated() {
      guard let bounds else { continue }
      let quota = free.problem.quotas[index]
      addRow(pairs.indices.filter { quota.counts(pairs[$0]) }, bounds, isLowerBounded: true)
    }
  }

  private mutating func addRow(
    _ columns: [Int], _ bounds: FreeProblem.Bounds, isLowerBounded: Bool
  ) {
    let lower = isLowerBounded && bounds.lower > 0 ? bounds.lower : nil
    guard lower != nil || bounds.upper < columns.count else { return }
    rows.append(
      .init(
        columns: columns, coefficients: Array(repeating: 1, count: columns.count), lower: lower,
        upper: bounds.upper))
  }

  private mutating func addOpening(of mentor: Int) {
    let columns = ofMentor[mentor]
    let minimum = free.openMinimums[mentor]
    let most = min(free.mentors[mentor].upper, columns.count)
    guard minimum <= most else {
      addRow(columns, .init(lower: 0, upper: 0), isLowerBounded: false)
      return
    }
    let isOpen = addColumn()
    let ones = Array(repeating: 1, count: columns.count)
    rows.append(
      .init(
        columns: columns + [isOpen], coefficients: ones + [-minimum], lower: 0, upper: nil))
    rows.append(
      .init(columns: columns + [isOpen], coefficients: ones + [-most], lower: nil, upper: 0))
  }

  mutating func addColumn() -> Int {
    columnCount += 1
    return columnCount - 1
  }

  /// The entries of a mentor's pairs.
  func entries(ofMentor mentor: Int) -> [Int] { ofMentor[mentor] }

  /// Makes the program that values the pairs and nothing else.
  ///
  /// - Parameters:
  ///   - matched: how many free pairs to choose; `nil` = as many as is best.
  ///   - value: by entry of the free table.
  /// - Returns: the rows with that objective.
  func program(matched: Int? = nil, value: (Int) -> Int) -> BinaryProgram {
    let values = pairs.indices.map(value)
    let rest = Array(repeating: 0, count: columnCount - pairs.count)
    guard let matched else { return BinaryProgram(objective: values + rest, rows: rows) }
    let count = BinaryProgram.Row(
      columns: Array(pairs.indices), coefficients: Array(repeating: 1, count: pairs.count),
      lower: matched, upper: matched)
    return BinaryProgram(objective: values + rest, rows: rows + [count])
  }

  /// The assignment that an answer means, fixed pairs included.
  func assignment(_ answer: ProgramAnswer) -> Assignment {
    let problem = free.problem
    let chosen = problem.fixed + pairs.indices.filter { answer.values[$0] }.map { pairs[$0] }
    let total = chosen.reduce(0) { $0 + (problem.table.points(of: $1) ?? 0) }
    return Assignment(pairs: chosen, objective: .init(matched: chosen.count, total: total))
  }
}
