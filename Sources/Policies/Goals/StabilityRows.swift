import GLPKBackend
import Problems

/// "No two would both rather have each other" as rows of an integer program.
///
/// A pair does not block when it is chosen, when the mentee is full with mentors at least as good, or when the
/// mentor is full with mentees at least as good. With one mentor for each mentee one row says so:
/// capacity · (mentors at least as good) + (mentees at least as good) ≥ capacity.
///
/// Source: A. Kwanashie, D. F. Manlove, "An integer programming approach to the Hospitals/Residents problem
/// with ties", Operations Research Proceedings 2013, doi:10.1007/978-3-319-07001-8_36.
struct StabilityRows {
  private let goals: GoalProblem
  /// By mentee: partners with their places, the best first.
  private var mentors: [[(pair: Pair, place: Int32)]]
  /// By mentor.
  private var mentees: [[(pair: Pair, place: Int32)]]

  /// - Complexity: O(pairCount · log pairCount).
  init(_ goals: GoalProblem) {
    self.goals = goals
    mentors = Array(repeating: [], count: goals.problem.menteeCount)
    mentees = Array(repeating: [], count: goals.problem.mentorCount)
    goals.problem.table.forEachPair { [places = goals.places] pair, entry in
      mentors[pair.mentee].append((pair, places.ofMentors[entry]))
      mentees[pair.mentor].append((pair, places.ofMentees[entry]))
    }
    for mentee in mentors.indices {
      mentors[mentee].sort { ($0.place, $0.pair) < ($1.place, $1.pair) }
    }
    for mentor in mentees.indices {
      mentees[mentor].sort { ($0.place, $0.pair) < ($1.place, $1.pair) }
    }
  }

  /// Lets no pair block.
  ///
  /// - Complexity: O(pairCount · degree).
  func add(to chain: inout ProgramChain) {
    goals.problem.table.forEachPair { pair, entry in
      addRow(of: pair, entry, to: &chain, unless: nil)
    }
  }

  /// Marks every pair that blocks.
  ///
  /// - Returns: a column for every pair that could block; 1 where it may.
  func addBlocking(to chain: inout ProgramChain) -> [Pair: Int] {
    var columns: [Pair: Int] = [:]
    goals.problem.table.forEachPair { pair, entry in
      guard canBlock(pair) else { return }
      let column = chain.addColumns(1).lowerBound
      columns[pair] = column
      addRow(of: pair, entry, to: &chain, unless: column)
    }
    return columns
  }

  /// Who takes nobody blocks nothing.
  private func canBlock(_ pair: Pair) -> Bool {
    goals.problem.demands[pair.mentee] > 0 && goals.problem.mentors[pair.mentor].capacity > 0
  }

  private func addRow(
    of pair: Pair, _ entry: Int, to chain: inout ProgramChain, unless column: Int?
  ) {
    guard canBlock(pair) else { return }
    let others = mentors[pair.mentee].prefix { $0.place <= goals.places.ofMentors[entry] }
    let rivals = mentees[pair.mentor].prefix { $0.place <= goals.places.ofMentees[entry] }
    // Who takes more than there are is never full.
    let capacity = min(goals.problem.mentors[pair.mentor].capacity, rivals.count + 1)
    let demand = min(goals.problem.demands[pair.mentee], others.count + 1)
    var terms = rivals.map { ProgramChain.Term($0.pair, 1) }
    if demand == 1 {
      terms += others.map { .init($0.pair, capacity) }
    } else {
      let isFull = chain.addColumns(1).lowerBound
      chain.addRow(
        others.map { .init($0.pair, 1) } + [.init(column: isFull, -demand)], lower: 0)
      terms += [.init(pair, capacity), .init(column: isFull, capacity)]
    }
    if let column { terms.append(.init(column: column, capacity)) }
    chain.addRow(terms, lower: capacity)
  }

  /// Combs that a point breaks: rows that every stable assignment satisfies, and that no row of one pair implies.
  ///
  /// Take a mentor with *c* places, a place in that mentor's list, and *c* mentees up to that place who take
  /// one mentor each. Either the mentor is full with mentees up to that place, or every one of the *c* has this
  /// mentor or one at least as good: all those pairs together are at least *c*. The *c* mentees who have least make
  /// the sharpest row.
  ///
  /// Source: M. Baïou, M. Balinski, "The stable admissions polytope", Mathematical Programming 87, 2000,
  /// doi:10.1007/s101070050003.
  ///
  /// - Parameters:
  ///   - value: of a pair, between 0 and 1.
  ///   - excuse: the column that marks a pair as blocking, and its value.
  /// - Returns: at most one row for a mentor, the one that is broken most.
  /// - Complexity: O(pairCount · log degree + pairCount · degree of a mentor).
  func brokenCombs(
    _ value: (Pair) -> Double, excuse: (Pair) -> (column: Int, value: Double)?
  ) -> [(terms: [ProgramChain.Term], lower: Int)] {
    var better: [Pair: Double] = [:]
    for list in mentors {
      for (pair, place) in list {
        let others = list.prefix { $0.place <= place }.reduce(0) { $0 + value($1.pair) }
        better[pair] = others - value(pair) + (excuse(pair)?.value ?? 0)
      }
    }
    var rows: [(terms: [ProgramChain.Term], lower: Int)] = []
    for (mentor, list) in mentees.enumerated() {
      let capacity = goals.problem.mentors[mentor].capacity
      guard capacity > 1, list.count > capacity else { continue }
      var best: (violation: Double, end: Int, teeth: [Pair])?
      var (end, shaft) = (0, 0.0)
      var candidates: [(loss: Double, pair: Pair)] = []
      while end < list.count {
        let place = list[end].place
        while end < list.count, list[end].place == place {
          let pair = list[end].pair
          shaft += value(pair)
          if goals.problem.demands[pair.mentee] == 1 {
            candidates.append((better[pair] ?? 0, pair))
          }
          end += 1
        }
        guard candidates.count >= capacity else { continue }
        candidates.sort { ($0.loss, $0.pair) < ($1.loss, $1.pair) }
        let teeth = candidates.prefix(capacity)
        let violation = Double(capacity) - shaft - teeth.reduce(0) { $0 + $1.loss }
        if violation > max(0.05, best?.violation ?? 0) {
          best = (violation, end, teeth.map(\.pair))
        }
      }
      if let best { rows.append((comb(list.prefix(best.end), best.teeth, excuse), capacity)) }
    }
    return rows
  }

  private func comb(
    _ shaft: ArraySlice<(pair: Pair, place: Int32)>, _ teeth: [Pair],
    _ excuse: (Pair) -> (column: Int, value: Double)?
  ) -> [ProgramChain.Term] {
    var terms = shaft.map { ProgramChain.Term($0.pair, 1) }
    for pair in teeth {
      guard let own = mentors[pair.mentee].first(where: { $0.pair == pair }) else { continue }
      terms += mentors[pair.mentee].prefix { $0.place <= own.place }.filter { $0.pair != pair }
        .map { .init($0.pair, 1) }
      if let excuse = excuse(pair) { terms.append(.init(column: excuse.column, 1)) }
    }
    return terms
  }
}
