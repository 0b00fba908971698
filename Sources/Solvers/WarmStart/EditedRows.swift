import Problems

/// The rows of a problem with what was changed since.
///
/// A row that was not replaced is looked at where it is stored; only what the edits touch is looked up one
/// by one.
struct EditedRows<Base: CostRows>: CostRows {
  typealias Cost = Base.Cost

  let base: Base
  let edits: ProblemEdits
  let isTransposed: Bool

  var rowCount: Int { isTransposed ? edits.mentorCount : edits.menteeCount }
  var columnCount: Int { isTransposed ? edits.menteeCount : edits.mentorCount }
  var longestRow: Int { columnCount }
  var isComplete: Bool { base.isComplete }
  var costRange: ClosedRange<Int> { base.costRange }

  private func pair(_ row: Int, _ column: Int) -> Pair {
    isTransposed ? Pair(mentee: column, mentor: row) : Pair(mentee: row, mentor: column)
  }

  private var editedColumns: Dictionary<Int, [Int?]>.Keys {
    isTransposed ? edits.mentees.keys : edits.mentors.keys
  }

  private func isReplaced(_ row: Int) -> Bool {
    (isTransposed ? edits.mentors[row] : edits.mentees[row]) != nil
  }

  private func replacement(_ row: Int) -> [Int?]? {
    isTransposed ? edits.replacement(ofMentor: row) : edits.replacement(ofMentee: row)
  }

  /// The cost of a pair, `nil` where it is not eligible.
  func costIfEligible(_ row: Int, _ column: Int) -> Cost? {
    if isReplaced(row) || edits.touchesRows || isTransposed || !base.isComplete
      || column >= base.columnCount
    {
      return edits.points(pair(row, column)).map { Cost(whole: 0 - $0) }
    }
    return base.cost(row, column)
  }

  func cost(_ row: Int, _ column: Int) -> Cost { costIfEligible(row, column) ?? .unreached }

  func prepare(_ rows: Range<Int>, _ scratch: inout ListScratch<Cost>) {
    if rows.upperBound <= base.rowCount { base.prepare(rows, &scratch) }
  }

  func lower(
    _ prices: UnsafeMutablePointer<Cost>, by row: Int, _ scratch: inout ListScratch<Cost>
  ) {
    if row < base.rowCount { base.lower(prices, by: row, &scratch) }
  }

  func shortList(
    _ row: Int, size: Int, prices: UnsafePointer<Cost>, floor: Cost?, reaching hint: Cost?,
    _ scratch: inout ListScratch<Cost>
  ) -> Cost {
    if let points = replacement(row) {
      scratch.reserve(entries: columnCount)
      scratch.count = 0
      for (column, points) in points.enumerated() { append(column, points, &scratch) }
      return scratch.count <= 2 * size ? .unreached : scratch.keepSmallest(size, prices)
    }
    guard edits.touchesRows || !editedColumns.isEmpty else {
      return base.shortList(
        row, size: size, prices: prices, floor: floor, reaching: hint, &scratch)
    }
    // Pairs that changed are taken out, and those that are eligible put in with what they cost now.
    var asked = size
    var threshold: Cost
    repeat {
      threshold = base.shortList(
        row, size: asked, prices: prices, floor: floor, reaching: hint, &scratch)
      removeChanged(of: row, &scratch)
      // Who asks for so many goes on asking until there are as many: bans may take all that came.
      asked *= 2
    } while scratch.count < size && threshold < .unreached && hint == nil
    scratch.reserve(entries: scratch.count + editedColumns.count)
    for column in editedColumns { append(column, edits.points(pair(row, column)), &scratch) }
    return threshold
  }

  private func removeChanged(of row: Int, _ scratch: inout ListScratch<Cost>) {
    let entries = scratch.entries.base
    var kept = 0
    for index in 0..<scratch.count {
      let column = Int(entries[index].column)
      guard !editedColumns.contains(column), !edits.forbidden.contains(pair(row, column)) else {
        continue
      }
      entries[kept] = entries[index]
      kept += 1
    }
    scratch.count = kept
  }

  private func append(_ column: Int, _ points: Int?, _ scratch: inout ListScratch<Cost>) {
    guard let points else { return }
    scratch.entries.base[scratch.count] = Entry(
      cost: Cost(whole: 0 - points), column: Int32(truncatingIfNeeded: column))
    scratch.count += 1
  }
}
