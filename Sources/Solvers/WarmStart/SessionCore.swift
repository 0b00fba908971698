import Problems

/// A change to a matching, in rows and columns.
enum SessionChange {
  case unlist(row: Int, column: Int)
  case relist(row: Int, column: Int)
  case activate(row: Int)
  case deactivate(row: Int)
  /// How many places a column has, those of fixed pairs counted out.
  case places(column: Int, Int)
  case row(Int)
  case column(Int)
  case addRow
  case addColumn
}

enum SessionEnd: Equatable {
  case matched
  case blocked(row: Int)
  case exhausted
}

/// A matching that is changed and made optimal again, whatever its numbers are.
///
/// Closures and not a protocol: they are made where the numbers are known, and stay specialised.
/// Methods of a generic class behind a protocol are not, and take ten times as long.
struct SessionCore {
  let apply: (SessionChange) -> Void
  let settle: () -> SessionEnd
  let outcome: (LazyTerms) -> AssignmentOutcome?

  init<Base: CostRows>(_ session: Session<Base>) {
    apply = { session.apply($0) }
    settle = { session.settle() }
    outcome = { session.outcome($0) }
  }
}
