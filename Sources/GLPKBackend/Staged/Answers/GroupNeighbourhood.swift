import Problems

/// Looks for a better answer in which only the members of a few groups change places.
///
/// Which groups is drawn by lot, around an item that has no place where there is one; the program that is
/// left is small and goes through all stages itself. Neighbourhoods grow while they are searched to the end.
///
/// Where groups are knapsacks, rounding a relaxation seldom fills them as well as trying does.
///
/// Source: P. Shaw, "Using constraint programming and local search methods to solve vehicle routing
/// problems", CP 1998, doi:10.1007/3-540-49481-2_30 (large neighbourhood search).
struct GroupNeighbourhood {
  let state: SearchState
  /// By column: whether it may be chosen.
  private let isUseful: [Bool]
  private var lot: Scatter
  /// How many items may move.
  private var size = 20

  private static let mostRounds = 120
  private static let mostFailures = 40
  private static let mostGroups = 10
  private static let sizes = 8...60
  private static let nodeLimit = 60

  /// - Parameter relaxation: solved; is not changed.
  init(_ relaxation: SiftedRelaxation) {
    state = relaxation.state
    let room = state.room(below: relaxation.value)
    isUseful = relaxation.reducedCosts().map { $0 >= -room }
    lot = Scatter(state: 0x9e37_79b9_7f4a_7c15)
  }

  /// Offers what it finds.
  mutating func improve() throws(LinearTrouble) {
    var failureCount = 0
    for _ in 0..<Self.mostRounds where !state.isProven && failureCount < Self.mostFailures {
      guard let best = state.best, let value = state.bestValue else { return }
      let columns = freeColumns(best)
      let isComplete = try solve(columns, around: best)
      if state.question.ask() { throw .stopped }
      size = isComplete ? size * 5 / 4 : size * 3 / 4
      size = min(max(size, Self.sizes.lowerBound), Self.sizes.upperBound)
      failureCount = (state.bestValue ?? value) > value ? 0 : failureCount + 1
    }
  }

  /// Who is where in an answer.
  private struct Places {
    /// By item; −1 = in no group.
    var groupOfItem: [Int]
    var itemsOfGroup: [[Int]]
    /// Items of which nothing is chosen.
    var outside: [Int] = []

    init(_ structure: ProgramStructure, _ best: [Bool]) {
      groupOfItem = Array(repeating: -1, count: structure.items.count)
      itemsOfGroup = Array(repeating: [], count: structure.groups.count)
      for (item, members) in structure.items.enumerated() {
        guard let chosen = members.first(where: { best[Int($0)] }) else {
          outside.append(item)
          continue
        }
        let group = Int(structure.groupOf[Int(chosen)])
        groupOfItem[item] = group
        if group >= 0 { itemsOfGroup[group].append(item) }
      }
    }
  }

  /// The columns of some groups that belong to items with a place there or nowhere, ascending.
  private mutating func freeColumns(_ best: [Bool]) -> [Int] {
    let structure = state.structure
    let places = Places(structure, best)
    let isOpen = openGroups(places)
    var isFree = [Bool](repeating: false, count: structure.items.count)
    for item in places.outside.prefix(size) { isFree[item] = true }
    var isOpening = [Bool](repeating: false, count: best.count)
    for group in isOpen.indices where isOpen[group] {
      for item in places.itemsOfGroup[group] { isFree[item] = true }
      if let open = structure.groups[group].open { isOpening[open] = true }
    }
    return best.indices.filter { column in
      let (item, group) = (Int(structure.itemOf[column]), Int(structure.groupOf[column]))
      guard item >= 0 else { return !structure.isOpening[column] || isOpening[column] }
      return isFree[item] && (group < 0 || isOpen[group]) && (isUseful[column] || best[column])
    }
  }

  /// By group: whether its members may move.
  private mutating func openGroups(_ places: Places) -> [Bool] {
    let structure = state.structure
    var isOpen = [Bool](repeating: false, count: structure.groups.count)
    var (itemCount, groupCount) = (0, 0)
    func open(_ group: Int) {
      guard group >= 0, !isOpen[group] else { return }
      isOpen[group] = true
      groupCount += 1
      itemCount += places.itemsOfGroup[group].count
    }
    let outside = places.outside
    let pivot =
      outside.isEmpty ? draw(below: structure.items.count) : outside[draw(below: outside.count)]
    open(places.groupOfItem[pivot])
    let members = structure.items[pivot]
    for _ in 0..<3 where !members.isEmpty {
      open(Int(structure.groupOf[Int(members[draw(below: members.count)])]))
    }
    while itemCount < size, groupCount < min(Self.mostGroups, structure.groups.count) {
      open(draw(below: structure.groups.count))
    }
    return isOpen
  }

  private mutating func draw(below count: Int) -> Int { Int(lot.next() % UInt64(max(1, count))) }

  /// Solves for some columns while all others stay as they are; says whether that was done to the end.
  private func solve(_ columns: [Int], around best: [Bool]) throws(LinearTrouble) -> Bool {
    let program = state.program
    let rows = program.rows(over: columns, around: best)
    guard !rows.contains(where: \.isImpossible),
      let presolve = Presolve(
        BinaryProgram(objective: columns.map { program.objective[$0] }, rows: []),
        rows: rows.filter(\.isBinding))
    else { return true }
    var values = best
    for (place, column) in columns.enumerated() {
      if let value = presolve.values[place] { values[column] = value }
    }
    let parts = CompactProgram.parts(
      of: presolve.remainingRows(), columnCount: columns.count,
      objective: columns.map { program.objective[$0] })
    var isComplete = true
    for part in parts {
      let own = SearchState(
        part, reach: state.reach, question: state.question,
        effort: .limited(nodes: Self.nodeLimit)
      ) { _, _, _ in }
      _ = own.offer(part.original.map { best[columns[$0]] })
      // A fault takes all sessions of the thread with it: then this is the end of the outer search too.
      defer { _ = state.offer(values) }
      let end = try ComponentSearch(state: own).search(memoryMegabytes: 0)
      if case .optimal = end {} else { isComplete = false }
      for (place, value) in zip(part.original, own.best ?? []) { values[columns[place]] = value }
    }
    return isComplete
  }
}

extension CompactProgram {
  /// The rows that some columns enter, over the places of these columns, while all others are as in `best`.
  fileprivate func rows(over columns: [Int], around best: [Bool]) -> [TightRow] {
    var place = [Int32](repeating: -1, count: columnCount)
    var isTouched = [Bool](repeating: false, count: rowCount)
    for (index, column) in columns.enumerated() {
      place[column] = Int32(truncatingIfNeeded: index)
      for entry in self.columns.range(column) { isTouched[Int(self.columns.indices[entry])] = true }
    }
    return isTouched.indices.filter { isTouched[$0] }.map { row in
      var (own, coefficients, constant) = ([Int](), [Int](), 0)
      for entry in rows.range(row) {
        let (column, coefficient) = (Int(rows.indices[entry]), Int(rows.coefficients[entry]))
        if place[column] >= 0 {
          own.append(Int(place[column]))
          coefficients.append(coefficient)
        } else if best[column] {
          constant += coefficient
        }
      }
      return TightRow(
        BinaryProgram.Row(
          columns: own, coefficients: coefficients,
          lower: lower[row].isFinite ? Int(lower[row]) - constant : nil,
          upper: upper[row].isFinite ? Int(upper[row]) - constant : nil))
    }
  }
}
