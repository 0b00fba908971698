/// Rows put into eligible columns with places, whatever that costs: the search for whether all find one.
///
/// Where not everybody can be matched an auction bids without end, and paths are searched to no purpose; to know that
/// beforehand is cheap.
///
/// Source: A. Pothen, C.-J. Fan, "Computing the block triangular form of a sparse matrix", ACM TOMS 16(4), 1990,
/// doi:10.1145/98267.98287.
struct RowSeating {
  private let starts: [Int]
  private let columns: [Int32]
  /// By column: places left.
  private var rooms: [Int32]
  /// By column: a row that sits there, or −1; the others follow by `next`.
  private var heads: [Int32]
  private var next: [Int32]
  /// By row: the first entry whose column was not yet seen full.
  ///
  /// What is full stays full.
  private var unseen: [Int]
  /// By column: the last round that came by.
  private var rounds: [Int32]
  private var round: Int32 = 0
  private var path: [Step] = []

  /// A row on the way, the entry it tries, and who would have to leave that column.
  private struct Step {
    let row: Int
    var entry: Int
    var leaving: Int32
  }

  /// Takes compressed rows and the places of the columns.
  init(starts: [Int], columns: [Int32], capacities: [Int32]) {
    (self.starts, self.columns) = (starts, columns)
    rooms = capacities
    heads = Array(repeating: -1, count: capacities.count)
    next = Array(repeating: -1, count: starts.count - 1)
    unseen = Array(starts.dropLast())
    rounds = Array(repeating: 0, count: capacities.count)
  }

  /// Whether some rows can all have a place at once.
  ///
  /// - Complexity: O(entries) for each round; hardly ever more than a few rounds.
  mutating func seatsAll(_ rows: [Int32]) -> Bool {
    var waiting = rows
    while !waiting.isEmpty {
      round += 1
      let count = waiting.count
      waiting.removeAll { seats(Int($0)) }
      // Whoever finds no way in a round where nothing was moved will never find one.
      if waiting.count == count { return false }
    }
    return true
  }

  /// Seats a row, and moves others where that is needed.
  private mutating func seats(_ row: Int) -> Bool {
    path.removeAll(keepingCapacity: true)
    path.append(Step(row: row, entry: starts[row], leaving: -1))
    while let last = path.indices.last {
      let row = path[last].row
      if let column = columnWithRoom(for: row) {
        seat(row, in: column)
        return true
      }
      if let leaving = nextLeaving(after: last) {
        path.append(Step(row: leaving, entry: starts[leaving], leaving: -1))
      } else {
        path.removeLast()
      }
    }
    return false
  }

  private mutating func columnWithRoom(for row: Int) -> Int? {
    while unseen[row] < starts[row + 1] {
      let column = Int(columns[unseen[row]])
      if rooms[column] > 0 { return column }
      unseen[row] += 1
    }
    return nil
  }

  /// Who could leave next for the row of a step; columns that this round has seen are passed over.
  private mutating func nextLeaving(after step: Int) -> Int? {
    if path[step].leaving >= 0 {
      path[step].leaving = next[Int(path[step].leaving)]
      if path[step].leaving < 0 { path[step].entry += 1 }
    }
    while path[step].leaving < 0, path[step].entry < starts[path[step].row + 1] {
      let column = Int(columns[path[step].entry])
      if rounds[column] < round {
        rounds[column] = round
        path[step].leaving = heads[column]
      }
      if path[step].leaving < 0 { path[step].entry += 1 }
    }
    return path[step].leaving < 0 ? nil : Int(path[step].leaving)
  }

  /// Gives the last row of the path a free place, and each before it that of the one after it.
  private mutating func seat(_ row: Int, in column: Int) {
    rooms[column] -= 1
    var (row, column) = (row, column)
    for step in path.dropLast().reversed() {
      let left = Int(columns[step.entry])
      remove(row, from: left)
      insert(row, into: column)
      (row, column) = (step.row, left)
    }
    insert(row, into: column)
  }

  private mutating func insert(_ row: Int, into column: Int) {
    next[row] = heads[column]
    heads[column] = Int32(truncatingIfNeeded: row)
  }

  private mutating func remove(_ row: Int, from column: Int) {
    if heads[column] == row {
      heads[column] = next[row]
      return
    }
    var before = Int(heads[column])
    while next[before] != row { before = Int(next[before]) }
    next[before] = next[row]
  }
}
