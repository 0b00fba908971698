/// Builds an answer group by group, as near to a point as the upper bounds of the rows let it be.
///
/// It is a start where dives fail, which small groups that open with a minimum cause; a group that does not
/// reach its minimum is closed again.
struct GreedyAnswer {
  private let state: SearchState
  private let point: [Double]
  private var values: [Bool]
  /// By row.
  private var activity: [Double]

  init(_ state: SearchState, point: [Double]) {
    self.state = state
    self.point = point
    values = Array(repeating: false, count: state.program.columnCount)
    activity = Array(repeating: 0, count: state.program.rowCount)
  }

  /// Offers the answer, if it is one.
  ///
  /// - Complexity: O(entries), and an order of the columns.
  mutating func build() {
    let groups = state.structure.groups
    let order = groups.indices.sorted {
      (opening(groups[$1]), $0) < (opening(groups[$0]), $1)
    }
    for group in order { fill(groups[group]) }
    let rest = values.indices.filter { state.structure.isSiftable($0) && !values[$0] }
    for column in rest.sorted(by: { isBetter($0, than: $1) }) { _ = take(column) }
    _ = state.offer(values)
  }

  private func opening(_ group: ProgramStructure.Group) -> Double {
    if let open = group.open { return point[open] }
    return 1
  }

  private func isBetter(_ one: Int, than other: Int) -> Bool {
    (point[other], state.program.objective[other], one)
      < (point[one], state.program.objective[one], other)
  }

  private mutating func fill(_ group: ProgramStructure.Group) {
    if let open = group.open {
      guard point[open] > 1e-6 else { return }
      set(open, to: true)
    }
    let members = group.members.map { Int($0) }.filter { group.open != nil || point[$0] > 1e-6 }
    var taken: [Int] = []
    for column in members.sorted(by: { isBetter($0, than: $1) }) where take(column) {
      taken.append(column)
    }
    guard let open = group.open, let lower = group.lowerRow,
      activity[lower] < state.program.lower[lower]
    else { return }
    for column in taken + [open] { set(column, to: false) }
  }

  private mutating func take(_ column: Int) -> Bool {
    let program = state.program
    for entry in program.columns.range(column) {
      let (row, coefficient) = (
        Int(program.columns.indices[entry]), program.columns.coefficients[entry]
      )
      if coefficient > 0, activity[row] + coefficient > program.upper[row] { return false }
    }
    set(column, to: true)
    return true
  }

  private mutating func set(_ column: Int, to value: Bool) {
    values[column] = value
    let program = state.program
    for entry in program.columns.range(column) {
      let coefficient = program.columns.coefficients[entry]
      activity[Int(program.columns.indices[entry])] += value ? coefficient : -coefficient
    }
  }
}
