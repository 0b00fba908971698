import Problems

/// Solves a ``LazyProblem`` by shortest augmenting paths over short lists.
///
/// The narrowest numbers that hold the costs are tried first, and where coverage comes first at first
/// without the possibility to stay unmatched: mostly everybody can be matched, and the weight that coverage
/// takes needs wide numbers. What does not work out that way is begun anew with more.
struct LazySolver {
  let problem: LazyProblem
  let strategy: AssignmentStrategy
  let threads: Int
  let watch: SolverWatch

  enum Attempt {
    case finished(AssignmentOutcome)
    /// Not every row can be matched; the violator if the rows are in short.
    case blocked(HallViolator?)
    /// Wider numbers may help.
    case exhausted
  }

  /// - Returns: `nil` where even 64 bits may not suffice, or the witness is not for this solver to find.
  func solve() -> AssignmentOutcome? {
    let table = problem.problem.table
    let transposed =
      problem.isTransposed && table.isComplete ? TransposedCells(table) : nil
    switch problem.duty {
    case .everyRow:
      switch attempt(transposed, unmatchedCost: nil) {
      case .finished(let outcome): return outcome
      case .blocked(let violator): return violator.map { .infeasible(.hall($0)) }
      case .exhausted: return nil
      }
    case .mostRows:
      if problem.hopeful.count <= problem.placeCount,
        case .finished(let outcome) = attempt(transposed, unmatchedCost: nil)
      {
        return outcome
      }
    case .worthwhile, .everyColumn: break
    }
    guard case .finished(let outcome) = attempt(transposed, unmatchedCost: problem.bonus) else {
      return nil
    }
    return outcome
  }

  /// Tries narrow numbers, then wide ones.
  private func attempt(_ transposed: TransposedCells?, unmatchedCost: Int?) -> Attempt {
    let table = problem.problem.table
    let range = table.points.range
    let largest = max(
      range.lowerBound.magnitude, range.upperBound.magnitude, unmatchedCost?.magnitude ?? 0)
    let fitsNarrow = largest <= Int32.largestCost
    if table.isComplete {
      if fitsNarrow, let rows = problem.narrowMatrix(transposed) {
        let result = attempt(rows, unmatchedCost: unmatchedCost, strategy)
        guard case .exhausted = result else { return result }
      }
      if largest <= Double.largestCost, let rows = problem.realMatrix(transposed) {
        let result = attempt(rows, unmatchedCost: unmatchedCost, strategy)
        guard case .exhausted = result else { return result }
      }
      guard largest <= Int.largestCost else { return .exhausted }
      return attempt(problem.wideMatrix(transposed), unmatchedCost: unmatchedCost, strategy)
    }
    if fitsNarrow {
      let result = attemptSparse(Int32.self, unmatchedCost: unmatchedCost)
      guard case .exhausted = result else { return result }
    }
    guard largest <= Int.largestCost else { return .exhausted }
    return attemptSparse(Int.self, unmatchedCost: unmatchedCost)
  }

  private func attemptSparse<Cost: CostNumber>(_: Cost.Type, unmatchedCost: Int?) -> Attempt {
    let rows: SparseRows<Cost> = problem.sparseRows()
    guard unmatchedCost == nil, !rows.haveRoom(for: problem.hopeful, in: problem.capacities) else {
      return attempt(rows, unmatchedCost: unmatchedCost, strategy)
    }
    // Bids would never end; where it matters who cannot be matched a search shows it without them.
    return problem.duty == .everyRow
      ? attempt(rows, unmatchedCost: nil, .reduction) : .blocked(nil)
  }

  private func attempt<Rows: CostRows>(
    _ rows: Rows, unmatchedCost: Int?, _ strategy: AssignmentStrategy
  ) -> Attempt {
    var matching = Matching(
      rows, capacities: problem.capacities, unmatchedCost: unmatchedCost.map { .init(whole: $0) },
      watch: watch)
    matching.mustMatchAll = problem.duty == .everyRow
    matching.fixedTotal = problem.terms.fixedTotal
    switch matching.run(problem.hopeful, strategy: strategy, threads: threads) {
    case .exhausted: return .exhausted
    case .cancelled: return .finished(matching.bestSoFar(problem.terms))
    case .blocked(let row): return matching.violator(at: row, problem.terms)
    case .matched:
      let solution = matching.solution(problem.terms)
      if problem.duty == .everyColumn, !solution.fillsColumns { return .blocked(nil) }
      guard let prices = solution.prices else { return .exhausted }
      return .finished(.optimal(solution.assignment, .duals(prices)))
    }
  }
}
