import Problems
import Solvers

/// One linear program that tells for many sets of limits whether they can hold together.
///
/// Every limit may give way, at a price; people apart, people together and fixed pairs may not. The least
/// price is above 0 where the limits conflict, and then only those with a dual price take part. A limit is
/// dropped by freeing its rows, which leaves the basis feasible: the next answer is some steps away.
///
/// Source: J. W. Chinneck, *Feasibility and Infeasibility in Optimization*, 2008, §6.1 (elastic and
/// deletion filters).
final class ElasticFilter {
  private let session: LinearSession
  private let rows: [BinaryProgram.Row]
  private let rowsOfRule: [Rule: [Int]]
  /// Arcs of mentors who may stay empty, with the column that says whether they do not.
  private let openings: [(arc: Int, isOpen: Int)]
  private var values: [Double] = []
  private var duals: [Double] = []

  /// What a price is at least that is not 0 in double precision.
  private static let tolerance = 1e-6

  init(
    _ encoding: AssignmentEncoding, question: StopQuestion, memoryMegabytes: Int
  ) throws(LinearTrouble) {
    let program = encoding.elasticProgram
    rows = program.rows
    let count = program.columnCount
    var rule = [Rule?](repeating: nil, count: count)
    for slack in encoding.slacks { rule[slack.column] = slack.rule }
    var rowsOfRule: [Rule: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      let own = row.columns.lazy.compactMap { rule[$0] }.first
      if let own { rowsOfRule[own, default: []].append(index) }
    }
    self.rowsOfRule = rowsOfRule
    openings = encoding.openColumns.sorted { $0.key < $1.key }.flatMap { mentor, isOpen in
      encoding.arcs.ofMentor[mentor].filter { encoding.arcs.pairCount(of: $0) > 0 }
        .map { ($0, isOpen) }
    }
    session = try LinearSession(question: question, memoryMegabytes: memoryMegabytes)
    try session.addColumns(
      EntryLists(starts: Array(repeating: 0, count: count + 1), indices: [], coefficients: []),
      objective: program.objective.map(Double.init), lower: Array(repeating: 0, count: count),
      upper: Array(repeating: 1, count: count))
    try session.add(rows[...])
  }

  /// Finds a minimal conflict of the limits among some rules, as far as the linear program sees.
  ///
  /// - Returns: in the order of `rules`; `nil` where it sees none, and nothing where the rest alone conflicts.
  /// - Complexity: one solve and one more, warm, for every rule with a dual price.
  func minimalConflict(among rules: [Rule]) throws(LinearTrouble) -> [Rule]? {
    var open = rules.filter { rowsOfRule[$0] != nil }
    switch try judgement(of: open, .dualThenPrimal) {
    case .noConflict: return nil
    case .conflictOfRest: return []
    case .conflict(let needed): try drop(from: &open, keeping: needed)
    }
    var kept: [Rule] = []
    while let rule = open.popLast() {
      let basis = try session.basis()
      try free(rule)
      switch try judgement(of: kept + open, .primal) {
      case .conflict(let needed):
        try drop(from: &open, keeping: needed)
        try drop(from: &kept, keeping: needed)
      case .noConflict:
        try restore(rule)
        try session.setBasis(basis.adding(rowCount: session.rowCount - basis.rows.count))
        kept.append(rule)
      case .conflictOfRest: return []
      }
    }
    let found = Set(kept)
    return rules.filter(found.contains)
  }

  private enum Judgement {
    case noConflict
    /// The rules that take part.
    case conflict(Set<Rule>)
    /// What cannot give way conflicts by itself.
    case conflictOfRest
  }

  private func judgement(
    of rules: [Rule], _ method: LinearSession.Method
  ) throws(LinearTrouble) -> Judgement {
    var method = method
    repeat {
      switch try session.solveSurely(method) {
      case .optimal: break
      case .infeasible: return .conflictOfRest
      case .cutOff, .unfinished, .failed: throw .fault(message: "an elastic program not solved")
      }
      if session.objective < -Self.tolerance { return .conflict(try support(of: rules)) }
      method = .dualThenPrimal
    } while try addBrokenOpenings()
    return .noConflict
  }

  private func support(of rules: [Rule]) throws(LinearTrouble) -> Set<Rule> {
    try session.readRows(primal: &values, dual: &duals)
    return Set(
      rules.filter { rule in
        rowsOfRule[rule]?.contains { abs(duals[$0]) > 1e-9 } ?? false
      })
  }

  /// Adds rows that let nobody into a group more than it is open; says whether one was broken.
  private func addBrokenOpenings() throws(LinearTrouble) -> Bool {
    try session.readColumns(primal: &values, dual: &duals)
    let broken = openings.filter { values[$0.arc] > values[$0.isOpen] + Self.tolerance }
    let rows = broken.map {
      BinaryProgram.Row(
        columns: [$0.arc, $0.isOpen], coefficients: [1, -1], lower: nil, upper: 0)
    }
    try session.add(rows[...])
    return !rows.isEmpty
  }

  private func drop(from rules: inout [Rule], keeping needed: Set<Rule>) throws(LinearTrouble) {
    for rule in rules where !needed.contains(rule) { try free(rule) }
    rules.removeAll { !needed.contains($0) }
  }

  private func free(_ rule: Rule) throws(LinearTrouble) {
    for row in rowsOfRule[rule] ?? [] { try session.bound(row: row, -.infinity, .infinity) }
  }

  private func restore(_ rule: Rule) throws(LinearTrouble) {
    for row in rowsOfRule[rule] ?? [] {
      try session.bound(
        row: row, rows[row].lower.map(Double.init) ?? -.infinity,
        rows[row].upper.map(Double.init) ?? .infinity)
    }
  }
}

extension LinearSession {
  /// Adds rows as a program has them.
  func add(_ rows: ArraySlice<BinaryProgram.Row>) throws(LinearTrouble) {
    var lists = EntryLists()
    for row in rows {
      for (column, coefficient) in zip(row.columns, row.coefficients) {
        lists.append(column, Double(coefficient))
      }
      lists.endList()
    }
    try addRows(
      lists, lower: rows.map { $0.lower.map(Double.init) ?? -.infinity },
      upper: rows.map { $0.upper.map(Double.init) ?? .infinity })
  }
}

extension Basis {
  /// The same with rows more, which are basic as new rows are.
  fileprivate func adding(rowCount: Int) -> Basis {
    Basis(rows: rows + Array(repeating: .basic, count: rowCount), columns: columns)
  }
}
