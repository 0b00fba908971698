import Problems

/// What is done without looking ahead: what better policies are held against.
struct Baseline {
  let problem: AssignmentProblem

  /// The pairs in canonical order; see ``GreedyChoice`` for the rules that are kept.
  ///
  /// - Complexity: O(*p* log *p* + *p* · rules) for *p* eligible pairs.
  func pairs(_ mechanism: Mechanism, seed: Int) -> [Pair] {
    let table = problem.table
    var order = (0..<table.pairCount).map { (pair: table.pair(of: $0), points: table.points[$0]) }
    switch mechanism {
    case .greedy: order.sort { ($1.points, $0.pair) < ($0.points, $1.pair) }
    case .firstCome:
      order.sort { ($0.pair.mentee, $1.points, $0.pair) < ($1.pair.mentee, $0.points, $1.pair) }
    default:
      var generator = SeededGenerator(seed: seed, draw: 0)
      order.shuffle(using: &generator)
    }
    var choice = GreedyChoice(problem)
    for entry in order { choice.offer(entry.pair) }
    return choice.pairs.sorted()
  }
}
