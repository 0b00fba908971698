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
  func addBlocking(to chain: inout ProgramChain) -> [Int] {
    var columns: [Int] = []
    goals.problem.table.forEachPair { pair, entry in
      guard canBlock(pair) else { return }
      let column = chain.addColumns(1).lowerBound
      columns.append(column)
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
}
