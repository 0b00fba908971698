import Problems
import Solvers

/// The program that leaves as few needs open as possible, instead of none.
///
/// Each person with a lower bound gets *missing* units, written in binary (1, 2, 4, …), and the objective
/// counts them. Quotas stay as they are. For problems without `together`: an arc is a pair.
///
/// Source: J. W. Chinneck, *Feasibility and Infeasibility in Optimization*, 2008, §6.1 (elastic
/// programs).
struct ElasticProgram {
  let encoding: AssignmentEncoding
  let program: BinaryProgram

  init(_ free: FreeProblem) {
    var encoding = AssignmentEncoding(free, includesLowerBounds: false)
    var rows: [BinaryProgram.Row] = []
    var missing: [(column: Int, units: Int)] = []
    func need(_ count: Int, from entries: [Int]) {
      // Needs beyond all partners stay open whatever is chosen.
      let reachable = min(count, entries.count)
      guard reachable > 0 else { return }
      var columns = entries
      var coefficients = Array(repeating: 1, count: entries.count)
      var units = 1
      while units <= reachable {
        columns.append(encoding.addColumn())
        coefficients.append(units)
        missing.append((columns[columns.count - 1], units))
        units *= 2
      }
      rows.append(
        .init(columns: columns, coefficients: coefficients, lower: reachable, upper: nil))
    }
    for (mentee, bounds) in free.mentees.enumerated() {
      need(bounds.lower, from: Array(encoding.columns(ofMentee: mentee)))
    }
    for (mentor, bounds) in free.mentors.enumerated() {
      need(bounds.lower, from: encoding.columns(ofMentor: mentor))
    }
    var objective = [Int](repeating: 0, count: encoding.columnCount)
    for (column, units) in missing { objective[column] = -units }
    self.encoding = encoding
    program = BinaryProgram(objective: objective, rows: encoding.rows + rows)
  }
}
