import Problems
import Solvers

/// An assignment problem as rows over 0–1 columns, and back.
///
/// Columns: the arcs of ``MergedArcs``; then one per mentor who may stay empty or take the minimum,
/// "open"; one per quota under a condition, "met"; then whatever a caller adds. Rows: demands, capacities
/// with minimums, quotas, people apart, hours. A mentor who may stay empty has minimum · open ≤ load ≤ capacity · open.
struct AssignmentEncoding {
  let free: FreeProblem
  let arcs: MergedArcs
  let elasticity: Elasticity
  private(set) var rows: [BinaryProgram.Row] = []
  private(set) var columnCount: Int
  private(set) var slacks: [Slack] = []
  /// The column that says whether a mentor who may stay empty does not.
  private(set) var openColumns: [Int: Int] = [:]

  /// A column, and how much it counts in a row.
  typealias Term = (column: Int, coefficient: Int)

  /// - Parameters:
  ///   - free: the problem with its fixed pairs counted out.
  ///   - elasticity: which bounds may give way.
  /// - Complexity: O(pairCount + Σ sizes of the rules · mentorCount).
  init(_ free: FreeProblem, elasticity: Elasticity = .none) {
    self.free = free
    self.elasticity = elasticity
    arcs = MergedArcs(free, needsPlaces: elasticity.hasFixedPlaces)
    columnCount = arcs.count
    for item in arcs.items.indices {
      let bounds = bounds(ofItem: item)
      addRow(
        arcs.ofItem[item].map { ($0, 1) }, lower: bounds.lower, upper: bounds.upper,
        of: .demand(mentee: arcs.items[item][0]))
    }
    for (mentor, bounds) in free.mentors.enumerated() {
      if openMinimum(of: mentor) > 0 {
        addOpening(of: mentor)
      } else {
        let capacity = Rule.capacity(mentor: mentor)
        addRow(
          load(of: mentor), lower: bounds.lower, upper: bounds.upper, of: capacity,
          least: free.problem.coverage == .everyMentor ? capacity : .minimum(mentor: mentor))
      }
    }
    addQuotas()
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
  func terms(_ columns: some Sequence<Int>, _ weight: (Pair) -> Int) -> [Term] {
    columns.compactMap { arc in
      let sum = arcs.pairs(of: arc).reduce(0) { $0 + weight($1) }
      return sum > 0 ? (arc, sum) : nil
    }
  }

  private func load(of mentor: Int) -> [Term] {
    arcs.ofMentor[mentor].map { ($0, arcs.pairCount(of: $0)) }.filter { $0.1 > 0 }
  }

  /// Adds a row of positive coefficients, unless it holds whatever is chosen; `least` is the rule that
  /// asks for `lower`, where that is another one.
  mutating func addRow(
    _ terms: [Term], lower: Int = 0, upper: Int, of rule: Rule, least: Rule? = nil
  ) {
    let most = terms.reduce(0) { $0 + $1.coefficient }
    let isLowerElastic = isElastic(least ?? rule, atLeast: true)
    let isUpperElastic = isElastic(rule, atLeast: false)
    let (asks, limits) = (lower > 0, upper < most)
    guard isLowerElastic || isUpperElastic else {
      if asks || limits { append(terms, lower: asks ? lower : nil, upper: upper) }
      return
    }
    if asks {
      // Needs beyond all partners stay open whatever is chosen.
      let lower = elasticity == .needs ? min(lower, most) : lower
      let slack = isLowerElastic ? addSlack(least ?? rule, upTo: lower, sign: -1) : []
      append(terms + slack, lower: lower, upper: nil)
    }
    if limits {
      let slack = isUpperElastic ? addSlack(rule, upTo: most - upper, sign: 1) : []
      append(terms + slack, lower: nil, upper: upper)
    }
  }

  /// Adds columns of 1, 2, 4, … units by which a bound may move: up (1) or down (−1).
  mutating func addSlack(_ rule: Rule, upTo count: Int, sign: Int) -> [Term] {
    var terms: [Term] = []
    var units = 1
    while units <= count {
      terms.append((columnCount, -sign * units))
      slacks.append(Slack(rule: rule, column: columnCount, by: sign * units))
      columnCount += 1
      units *= 2
    }
    return terms
  }

  mutating func addColumn() -> Int {
    columnCount += 1
    return columnCount - 1
  }

  mutating func append(_ terms: [Term], lower: Int?, upper: Int?) {
    rows.append(
      .init(
        columns: terms.map(\.column), coefficients: terms.map(\.coefficient), lower: lower,
        upper: upper))
  }

  private mutating func addOpening(of mentor: Int) {
    let load = load(of: mentor)
    let (minimum, upper) = (openMinimum(of: mentor), free.mentors[mentor].upper)
    let most = load.reduce(0) { $0 + $1.coefficient }
    let isElastic = isElastic(.minimum(mentor: mentor), atLeast: true)
    guard minimum <= min(most, upper) || isElastic else {
      return addRow(load, upper: 0, of: .minimum(mentor: mentor))
    }
    let isOpen = addColumn()
    openColumns[mentor] = isOpen
    let slack = isElastic ? addSlack(.minimum(mentor: mentor), upTo: minimum, sign: -1) : []
    append(load + slack + [(isOpen, -minimum)], lower: 0, upper: nil)
    append(
      load + [(isOpen, -(elasticity.hasFixedPlaces ? min(most, upper) : most))], lower: nil,
      upper: 0)
    if !elasticity.hasFixedPlaces { addRow(load, upper: upper, of: .capacity(mentor: mentor)) }
  }
}

extension AssignmentEncoding {
  /// People apart: at most one of a set for each mentor, and none for one who stays empty; people
  /// together: what fixed pairs of one ask of the others.
  private mutating func addSets() {
    if arcs.areContradictory { append([], lower: 1, upper: nil) }
    for arc in arcs.forced { append([(arc, 1)], lower: 1, upper: nil) }
    for (index, set) in free.problem.apart.enumerated() {
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
        addConflict(
          terms[mentor] ?? [], of: mentor, left: 1 - (pinned[mentor] ?? 0), rule: .apart(index))
      }
    }
  }

  private mutating func addConflict(_ terms: [Term], of mentor: Int, left: Int, rule: Rule) {
    // Where there is one place the capacity says as much, unless it may give way.
    guard free.mentors[mentor].upper > left || !elasticity.hasFixedPlaces else { return }
    guard let isOpen = openColumns[mentor] else { return addRow(terms, upper: left, of: rule) }
    guard terms.reduce(0, { $0 + $1.coefficient }) > 1 else { return }
    append(terms + [(isOpen, -1)], lower: nil, upper: 0)
  }

  private mutating func addHours() {
    let hours = free.problem.hours
    for (mentor, limit) in hours.limits.sorted(by: { $0.key < $1.key }) {
      let rule = Rule.hours(mentor: mentor)
      let left = free.problem.fixed.reduce(limit) {
        $0 - ($1.mentor == mentor ? hours.hours(of: $1) : 0)
      }
      let terms = terms(arcs.ofMentor[mentor], hours.hours(of:))
      guard left >= 0, elasticity.hasFixedPlaces else {
        addRow(terms, upper: left, of: rule)
        continue
      }
      // Small coefficients are what a solver in floating point is safe with.
      let possible = terms.map(\.coefficient).filter { $0 <= left }
      let unit = max(1, possible.reduce(0, greatestCommonDivisor))
      let most = left / unit
      addRow(
        terms.map { ($0.column, $0.coefficient > left ? most + 1 : $0.coefficient / unit) },
        upper: most, of: rule)
    }
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
