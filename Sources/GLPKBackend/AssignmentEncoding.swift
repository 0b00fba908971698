import Problems
import Solvers

/// An assignment problem as rows over 0–1 columns, and back.
///
/// Columns: the arcs of ``MergedArcs``; then one per mentor who may stay empty or take the minimum,
/// "open"; then whatever a caller adds. Rows: demands, capacities with minimums, quotas, people apart,
/// hours. A mentor who may stay empty has minimum · open ≤ load ≤ capacity · open.
struct AssignmentEncoding {
  let free: FreeProblem
  let arcs: MergedArcs
  private(set) var rows: [BinaryProgram.Row] = []
  private(set) var columnCount: Int
  /// The column that says whether a mentor who may stay empty does not.
  private var openColumns: [Int: Int] = [:]

  /// A column, and how much it counts in a row.
  typealias Term = (column: Int, coefficient: Int)

  /// - Parameters:
  ///   - free: the problem with its fixed pairs counted out.
  ///   - includesLowerBounds: whether the needs of people, which the elastic program measures, are rows.
  /// - Complexity: O(pairCount + Σ sizes of the rules · mentorCount + quota count · pairCount).
  init(_ free: FreeProblem, includesLowerBounds: Bool = true) {
    self.free = free
    arcs = MergedArcs(free)
    columnCount = arcs.count
    for item in arcs.items.indices {
      let bounds = bounds(ofItem: item)
      addRow(
        arcs.ofItem[item].map { ($0, 1) }, lower: includesLowerBounds ? bounds.lower : 0,
        upper: bounds.upper)
    }
    for (mentor, bounds) in free.mentors.enumerated() {
      if free.openMinimums[mentor] > 0 {
        addOpening(of: mentor)
      } else {
        addRow(
          load(of: mentor), lower: includesLowerBounds ? bounds.lower : 0, upper: bounds.upper)
      }
    }
    for (index, bounds) in free.quotas.enumerated() {
      guard let bounds else { continue }
      let quota = free.problem.quotas[index]
      addRow(
        terms(0..<arcs.count) { quota.counts($0) ? 1 : 0 }, lower: bounds.lower,
        upper: bounds.upper)
    }
    addSets()
    addHours()
  }

  /// How many mentors each of an item takes.
  private func bounds(ofItem item: Int) -> FreeProblem.Bounds {
    let members = arcs.items[item]
    guard members.count > 1 else { return free.mentees[members[0]] }
    // The arcs of a set hold its fixed pairs too.
    let demands = members.map { free.problem.demands[$0] }
    let mustBeServed = free.problem.coverage == .everyMentee
    return .init(lower: mustBeServed ? demands.max() ?? 0 : 0, upper: demands.min() ?? 0)
  }

  /// Arcs with the sum of what their pairs count, those that count nothing left out.
  private func terms(_ columns: some Sequence<Int>, _ weight: (Pair) -> Int) -> [Term] {
    columns.compactMap { arc in
      let sum = arcs.pairs(of: arc).reduce(0) { $0 + weight($1) }
      return sum > 0 ? (arc, sum) : nil
    }
  }

  private func load(of mentor: Int) -> [Term] {
    arcs.ofMentor[mentor].map { ($0, arcs.pairCount(of: $0)) }.filter { $0.1 > 0 }
  }

  /// Adds a row of positive coefficients, unless it holds whatever is chosen.
  private mutating func addRow(_ terms: [Term], lower: Int = 0, upper: Int) {
    guard lower > 0 || upper < terms.reduce(0, { $0 + $1.coefficient }) else { return }
    append(terms, lower: lower > 0 ? lower : nil, upper: upper)
  }

  private mutating func append(_ terms: [Term], lower: Int?, upper: Int?) {
    rows.append(
      .init(
        columns: terms.map(\.column), coefficients: terms.map(\.coefficient), lower: lower,
        upper: upper))
  }

  private mutating func addOpening(of mentor: Int) {
    let load = load(of: mentor)
    let minimum = free.openMinimums[mentor]
    let most = min(free.mentors[mentor].upper, load.reduce(0) { $0 + $1.coefficient })
    guard minimum <= most else { return addRow(load, upper: 0) }
    let isOpen = addColumn()
    openColumns[mentor] = isOpen
    append(load + [(isOpen, -minimum)], lower: 0, upper: nil)
    append(load + [(isOpen, -most)], lower: nil, upper: 0)
  }

  mutating func addColumn() -> Int {
    columnCount += 1
    return columnCount - 1
  }

  /// The columns of a mentor's arcs.
  func columns(ofMentor mentor: Int) -> [Int] { arcs.ofMentor[mentor] }

  /// The columns of the arcs of a mentee, alone or with the others of a set.
  func columns(ofMentee mentee: Int) -> Range<Int> { arcs.ofItem[arcs.item(of: mentee)] }
}

extension AssignmentEncoding {
  /// People apart: at most one of a set for each mentor, and none for one who stays empty; people
  /// together: what fixed pairs of one ask of the others.
  private mutating func addSets() {
    if arcs.areContradictory { append([], lower: 1, upper: nil) }
    for arc in arcs.forced { append([(arc, 1)], lower: 1, upper: nil) }
    for set in free.problem.apart {
      let members = Set(set)
      var pinned: [Int: Int] = [:]
      for pair in free.problem.fixed where members.contains(pair.mentee) {
        pinned[pair.mentor, default: 0] += 1
      }
      let columns = Set(set.map(arcs.item)).sorted().flatMap { arcs.ofItem[$0] }
      var terms: [Int: [Term]] = [:]
      for term in self.terms(columns, { members.contains($0.mentee) ? 1 : 0 }) {
        terms[arcs.mentors[term.column], default: []].append(term)
      }
      for mentor in Set(terms.keys).union(pinned.keys).sorted() {
        addConflict(terms[mentor] ?? [], of: mentor, pinnedCount: pinned[mentor] ?? 0)
      }
    }
  }

  private mutating func addConflict(_ terms: [Term], of mentor: Int, pinnedCount: Int) {
    // Where there is one place the capacity says as much.
    guard free.mentors[mentor].upper > 1 - pinnedCount else { return }
    guard let isOpen = openColumns[mentor] else { return addRow(terms, upper: 1 - pinnedCount) }
    guard terms.reduce(0, { $0 + $1.coefficient }) > 1 else { return }
    append(terms + [(isOpen, -1)], lower: nil, upper: 0)
  }

  private mutating func addHours() {
    let hours = free.problem.hours
    for (mentor, limit) in hours.limits.sorted(by: { $0.key < $1.key }) {
      let pinned = free.problem.fixed.reduce(0) {
        $0 + ($1.mentor == mentor ? hours.hours(of: $1) : 0)
      }
      let terms = terms(arcs.ofMentor[mentor], hours.hours(of:))
      guard limit >= pinned else { return append([], lower: 1, upper: nil) }
      // Small coefficients are what a solver in floating point is safe with.
      let left = limit - pinned
      let possible = terms.map(\.coefficient).filter { $0 <= left }
      let unit = max(1, possible.reduce(0, Self.greatestCommonDivisor))
      let most = left / unit
      addRow(
        terms.map { ($0.column, $0.coefficient > left ? most + 1 : $0.coefficient / unit) },
        upper: most)
    }
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    var (large, small) = (left, right)
    while small != 0 { (large, small) = (small, large % small) }
    return large
  }
}

extension AssignmentEncoding {
  /// Makes the program that values the pairs and nothing else.
  ///
  /// - Parameters:
  ///   - matched: how many free pairs to choose; `nil` = as many as is best.
  ///   - value: by entry of the free table.
  /// - Returns: the rows with that objective.
  func program(matched: Int? = nil, value: (Int) -> Int) -> BinaryProgram {
    let values = (0..<arcs.count).map { arc in
      arcs.entries(of: arc).reduce(0) { $0 + value($1) }
    }
    let rest = Array(repeating: 0, count: columnCount - arcs.count)
    guard let matched else { return BinaryProgram(objective: values + rest, rows: rows) }
    let count = BinaryProgram.Row(
      columns: Array(0..<arcs.count), coefficients: (0..<arcs.count).map(arcs.pairCount),
      lower: matched, upper: matched)
    return BinaryProgram(objective: values + rest, rows: rows + [count])
  }

  /// The assignment that an answer means, fixed pairs included.
  func assignment(_ answer: ProgramAnswer) -> Assignment {
    let problem = free.problem
    let chosen =
      problem.fixed
      + (0..<arcs.count).filter { answer.values[$0] }.flatMap { arcs.pairs(of: $0) }
    let total = chosen.reduce(0) { $0 + (problem.table.points(of: $1) ?? 0) }
    return Assignment(pairs: chosen, objective: .init(matched: chosen.count, total: total))
  }
}
