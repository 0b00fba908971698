internal import CGLPK

/// Why a linear program could not be solved to an end.
enum LinearTrouble: Error {
  /// The time is up, or the caller gave up.
  case stopped
  case fault(message: String)
}

/// Where a row or a column stands in a basis, as GLPK numbers it.
typealias BasisStatus = UInt8

extension BasisStatus {
  static let basic = BasisStatus(NASTAVNIK_LP_BASIC)
  static let atLower = BasisStatus(NASTAVNIK_LP_AT_LOWER)
  static let atUpper = BasisStatus(NASTAVNIK_LP_AT_UPPER)
  static let isFixed = BasisStatus(NASTAVNIK_LP_IS_FIXED)
}

/// The basis of a linear program.
struct Basis {
  var rows: [BasisStatus]
  var columns: [BasisStatus]
}

/// Rows of a matrix one after the other: entries of row *i* are `starts[i]..<starts[i + 1]`.
struct EntryLists {
  var starts: [Int32] = [0]
  var indices: [Int32] = []
  var coefficients: [Double] = []

  var count: Int { starts.count - 1 }

  func range(_ list: Int) -> Range<Int> { Int(starts[list])..<Int(starts[list + 1]) }

  mutating func append(_ index: Int, _ coefficient: Double) {
    indices.append(Int32(truncatingIfNeeded: index))
    coefficients.append(coefficient)
  }

  mutating func endList() { starts.append(Int32(truncatingIfNeeded: indices.count)) }
}

/// What the simplex method found out.
enum LinearEnd {
  case optimal
  case infeasible
  /// No solution reaches the objective limit.
  case cutOff
  /// The iterations are used up.
  case unfinished
  /// Nothing is known.
  case failed
}

/// The sole owner of one linear program inside GLPK, maximised; for one thread only.
final class LinearSession {
  enum Method {
    case primal, dualThenPrimal, dual
  }

  private let handle: OpaquePointer
  private let question: StopQuestion
  private(set) var objective = 0.0

  /// Begins without rows and columns; `question` is asked some twenty times a second while a solve is
  /// under way, `memoryMegabytes` is the most that GLPK may take on this thread (0 = no limit).
  init(question: StopQuestion, memoryMegabytes: Int) throws(LinearTrouble) {
    let ask: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
      guard let context else { return 0 }
      return Unmanaged<StopQuestion>.fromOpaque(context).takeUnretainedValue().ask() ? 1 : 0
    }
    guard
      let handle = nastavnik_lp_create(
        ask, Unmanaged.passUnretained(question).toOpaque(),
        Int32(clamping: memoryMegabytes))
    else { throw .fault(message: "no memory") }
    self.handle = handle
    self.question = question
  }

  private init(handle: OpaquePointer, question: StopQuestion) {
    self.handle = handle
    self.question = question
  }

  deinit { nastavnik_lp_delete(handle) }

  /// Frees all that GLPK holds for this thread, after its last session.
  static func endThread() { nastavnik_lp_end_thread() }

  func copy() throws(LinearTrouble) -> LinearSession {
    guard let copy = nastavnik_lp_copy(handle) else { throw .fault(message: "dead session") }
    let session = LinearSession(handle: copy, question: question)
    session.objective = objective
    return session
  }

  var rowCount: Int { Int(nastavnik_lp_row_count(handle)) }
  var columnCount: Int { Int(nastavnik_lp_column_count(handle)) }

  private func check(_ end: nastavnik_lp_end) throws(LinearTrouble) {
    switch end {
    case NASTAVNIK_LP_STOPPED: throw .stopped
    case NASTAVNIK_LP_FAULT:
      throw .fault(message: String(cString: nastavnik_lp_message(handle)))
    default: break
    }
  }

  func addRows(_ rows: EntryLists, lower: [Double], upper: [Double]) throws(LinearTrouble) {
    try check(
      nastavnik_lp_add_rows(
        handle, Int32(truncatingIfNeeded: rows.count), lower, upper, rows.starts, rows.indices,
        rows.coefficients))
  }

  func addColumns(
    _ columns: EntryLists, objective: [Double], lower: [Double], upper: [Double]
  ) throws(LinearTrouble) {
    try check(
      nastavnik_lp_add_columns(
        handle, Int32(truncatingIfNeeded: columns.count), objective, lower, upper, columns.starts,
        columns.indices, columns.coefficients))
  }

  func deleteRows(_ rows: [Int32]) throws(LinearTrouble) {
    try check(nastavnik_lp_delete_rows(handle, Int32(truncatingIfNeeded: rows.count), rows))
  }

  func deleteColumns(_ columns: [Int32]) throws(LinearTrouble) {
    try check(
      nastavnik_lp_delete_columns(handle, Int32(truncatingIfNeeded: columns.count), columns))
  }

  func bound(row: Int, _ lower: Double, _ upper: Double) throws(LinearTrouble) {
    try check(nastavnik_lp_bound_row(handle, Int32(truncatingIfNeeded: row), lower, upper))
  }

  func bound(column: Int, _ lower: Double, _ upper: Double) throws(LinearTrouble) {
    try check(
      nastavnik_lp_bound_column(handle, Int32(truncatingIfNeeded: column), lower, upper))
  }

  /// Solves from the basis there is, with at most so many iterations (0 = no limit).
  ///
  /// `limit` is what the objective must reach; only ``Method/dual`` stops early there.
  func solve(
    _ method: Method, iterations: Int = 0, limit: Double = -.infinity
  ) throws(LinearTrouble) -> LinearEnd {
    // GLPK asks only in solves that take long.
    if question.ask() { throw .stopped }
    let chosen =
      switch method {
      case .primal: NASTAVNIK_LP_PRIMAL
      case .dualThenPrimal: NASTAVNIK_LP_DUAL_THEN_PRIMAL
      case .dual: NASTAVNIK_LP_DUAL
      }
    let end = nastavnik_lp_solve(
      handle, chosen, Int32(truncatingIfNeeded: iterations), limit, &objective)
    try check(end)
    switch end {
    case NASTAVNIK_LP_OPTIMAL: return .optimal
    case NASTAVNIK_LP_INFEASIBLE: return .infeasible
    case NASTAVNIK_LP_CUT_OFF: return .cutOff
    case NASTAVNIK_LP_ITERATIONS: return .unfinished
    default: return .failed
    }
  }

  /// The same, and once more from another basis where the first attempt gives up.
  func solveSurely(_ method: Method, limit: Double = -.infinity) throws(LinearTrouble) -> LinearEnd
  {
    let end = try solve(method, limit: limit)
    guard case .failed = end else { return end }
    let second = try solve(.dualThenPrimal, limit: limit)
    guard case .failed = second else { return second }
    try startAnew()
    return try solve(.dualThenPrimal, limit: limit)
  }

  func startAnew() throws(LinearTrouble) { try check(nastavnik_lp_start_anew(handle)) }

  func readColumns(primal: inout [Double], dual: inout [Double]) throws(LinearTrouble) {
    primal.resize(to: columnCount)
    dual.resize(to: columnCount)
    try check(nastavnik_lp_read_columns(handle, &primal, &dual, nil))
  }

  func readRows(primal: inout [Double], dual: inout [Double]) throws(LinearTrouble) {
    primal.resize(to: rowCount)
    dual.resize(to: rowCount)
    try check(nastavnik_lp_read_rows(handle, &primal, &dual, nil))
  }

  func basis() throws(LinearTrouble) -> Basis {
    var basis = Basis(
      rows: Array(repeating: 0, count: rowCount), columns: Array(repeating: 0, count: columnCount))
    try check(nastavnik_lp_read_rows(handle, nil, nil, &basis.rows))
    try check(nastavnik_lp_read_columns(handle, nil, nil, &basis.columns))
    return basis
  }

  func setBasis(_ basis: Basis) throws(LinearTrouble) {
    guard basis.rows.count == rowCount, basis.columns.count == columnCount else {
      throw .fault(message: "a basis of another program")
    }
    try check(nastavnik_lp_set_basis(handle, basis.rows, basis.columns))
  }

  func matrix() throws(LinearTrouble) -> EntryLists {
    let count = Int(nastavnik_lp_entry_count(handle))
    var lists = EntryLists(
      starts: Array(repeating: 0, count: rowCount + 1), indices: Array(repeating: 0, count: count),
      coefficients: Array(repeating: 0, count: count))
    try check(
      nastavnik_lp_read_matrix(handle, &lists.starts, &lists.indices, &lists.coefficients))
    return lists
  }
}

/// Carries a closure through C.
final class StopQuestion {
  let ask: () -> Bool

  init(ask: @escaping () -> Bool) { self.ask = ask }
}

extension [Double] {
  fileprivate mutating func resize(to count: Int) {
    if self.count > count { removeLast(self.count - count) }
    if self.count < count { append(contentsOf: repeatElement(0, count: count - self.count)) }
  }
}
