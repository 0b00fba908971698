/// A matching under construction: who has which place, at which prices, and the short lists.
///
/// *The invariant that makes short lists exact.* Reduced cost = cost − price of the column. Every row holds
/// a list of columns and a threshold *t*, and each eligible column that is not in the list has a reduced
/// cost of at least *t*. When the list is built this holds by construction. Afterwards every step of
/// every phase only lowers prices, so that reduced costs only rise and the invariant stays, however old the
/// list. A phase that needs to know more about a row than its list tells - because the *t* of the row comes
/// before the best that is listed - builds the list anew and longer. So nothing is ever overlooked, and no
/// final pass over the matrix has to look for what was.
///
/// *Prices.* A column with room left has the price 0, unless all columns will be full in the end (square
/// problems), where prices may be anything. A matched row sits on a column of its least reduced cost once
/// the phase without slack is reached.
struct Matching<Rows: CostRows>: ~Copyable {
  typealias Cost = Rows.Cost

  /// What a search looks at again and again, close together.
  struct Column: BitwiseCopyable {
    var price: Cost
    /// From the row where the search began; ``CostNumber/unreached`` between searches.
    var distance: Cost = .unreached
  }

  struct Row: BitwiseCopyable {
    var list: UnsafeMutablePointer<Entry<Cost>>
    var listCount: Int32 = 0
    var threshold: Cost = 0 &- .unreached
    /// A column, ``free`` or ``unmatched``.
    var column: Int32 = -1
    /// The cost of the pair that the row is matched in.
    var cost: Cost = 0
    /// What the present search adds to the reduced costs of the row.
    var base: Cost = 0
    /// The neighbours among the rows of the same column.
    var next: Int32 = -1
    var previous: Int32 = -1
    var listRoom: Int32
  }

  static var free: Int32 { -1 }
  static var unmatched: Int32 { -2 }
  /// The occupant of a column that has no place at all.
  static var nobody: Int32 { .max }
  private static var mostFirstRoom: Int { 24 }

  let source: Rows
  /// The cost of leaving a row unmatched; `nil` = every row must be matched.
  var unmatchedCost: Cost?
  var capacities: [Int32]
  let isUnit: Bool

  private(set) var rows: Block<Row>
  private(set) var columns: Block<Column>
  /// By column: below 0 as long as there is room; else a row that sits there, or ``nobody``.
  private(set) var occupants: Block<Int32>
  /// The prices of the columns once more, one after the other, for the passes over whole rows.
  private(set) var prices: Block<Cost>
  /// By column: a row that sits there, or −1.
  private(set) var heads: Block<Int32>
  /// By column: places left.
  private(set) var rooms: Block<Int32>
  /// By column: the row from which the present search reached it.
  private(set) var predecessors: Block<Int32>
  private let arena: Block<Entry<Cost>>
  var scratch = ListScratch<Cost>()

  var heap = CostHeap<Cost>()
  var events = CostHeap<Cost>()
  var ready = IndexStack()
  var scanned = IndexStack()
  var touched = IndexStack()
  /// The rows that want a partner.
  var active: [Int32] = []
  var areListsBuilt = false
  let watch: SolverWatch
  /// Whether an answer must match all active rows, so that bad pairs count in ``totalBound``.
  var mustMatchAll = false
  /// The points of the pairs that are counted out.
  var fixedTotal = 0
  var nextReport: ContinuousClock.Instant
  var isCancelled = false
  /// A price fell so low that this type of numbers could overflow.
  var isExhausted = false

  /// Makes the empty matching with all prices 0.
  init(_ source: Rows, capacities: [Int32], unmatchedCost: Cost?, watch: SolverWatch = .none) {
    self.watch = watch
    nextReport = ContinuousClock.now + watch.interval
    self.source = source
    self.capacities = capacities
    self.unmatchedCost = unmatchedCost
    isUnit = capacities.allSatisfy { $0 == 1 }
    let (rowCount, columnCount) = (source.rowCount, source.columnCount)
    let room = min(Self.mostFirstRoom, max(1, source.longestRow))
    arena = Block(count: rowCount * room)
    rows = Block(count: rowCount)
    for row in 0..<rowCount {
      (rows.base + row).initialize(
        to: Row(list: arena.base + row * room, listRoom: Int32(truncatingIfNeeded: room)))
    }
    columns = Block(repeating: Column(price: 0), count: columnCount)
    occupants = Block(repeating: -1, count: columnCount)
    prices = Block(repeating: 0, count: columnCount)
    heads = Block(repeating: -1, count: columnCount)
    rooms = Block(repeating: 0, count: columnCount)
    predecessors = Block(repeating: -1, count: columnCount)
    vacate()
  }

  deinit { lists.freeGrown() }

  /// Takes every row out of its column.
  func vacate() {
    for row in 0..<rows.count { rows.base[row].column = Self.free }
    for column in 0..<columns.count {
      heads.base[column] = -1
      rooms.base[column] = capacities[column]
      occupants.base[column] = capacities[column] > 0 ? -1 : Self.nobody
    }
  }

  @inline(__always)
  func setPrice(_ price: Cost, of column: Int) {
    columns.base[column].price = price
    prices.base[column] = price
  }

  @inline(__always)
  func place(_ row: Int, in column: Int, at cost: Cost) {
    let number = Int32(truncatingIfNeeded: row)
    let head = heads.base[column]
    rows.base[row].column = Int32(truncatingIfNeeded: column)
    rows.base[row].cost = cost
    rows.base[row].next = head
    rows.base[row].previous = -1
    if head >= 0 { rows.base[Int(head)].previous = number }
    heads.base[column] = number
    rooms.base[column] &-= 1
    occupants.base[column] = rooms.base[column] > 0 ? -1 : number
  }

  @inline(__always)
  func remove(_ row: Int) {
    let column = Int(rows.base[row].column)
    let (next, previous) = (rows.base[row].next, rows.base[row].previous)
    if previous >= 0 { rows.base[Int(previous)].next = next } else { heads.base[column] = next }
    if next >= 0 { rows.base[Int(next)].previous = previous }
    rooms.base[column] &+= 1
    occupants.base[column] = -1
    rows.base[row].column = Self.free
  }

  /// Adds a row without a list.
  mutating func addRow() {
    rows = rows.grown(by: 1)
    (rows.base + rows.count - 1).initialize(
      to: Row(list: .allocate(capacity: 8), listRoom: 8))
  }

  /// Adds a column without places, at price 0, that no list has.
  mutating func addColumn() {
    capacities.append(0)
    columns = columns.grown(by: 1)
    prices = prices.grown(by: 1)
    heads = heads.grown(by: 1)
    rooms = rooms.grown(by: 1)
    occupants = occupants.grown(by: 1)
    predecessors = predecessors.grown(by: 1)
    let column = columns.count - 1
    columns.base[column] = Column(price: 0)
    prices.base[column] = 0
    heads.base[column] = -1
    rooms.base[column] = 0
    occupants.base[column] = Self.nobody
  }

  /// Seats the rows by ``occupants`` alone, where every column has one place.
  func seatOccupants() {
    for column in 0..<columns.count {
      let occupant = occupants.base[column]
      heads.base[column] = occupant
      rooms.base[column] = occupant < 0 ? 1 : 0
      if occupant >= 0 {
        rows.base[Int(occupant)].next = -1
        rows.base[Int(occupant)].previous = -1
      }
    }
  }

  /// Builds the list of a row at the present prices.
  @inline(never)
  mutating func rebuild(_ row: Int, size: Int, reaching bound: Cost? = nil) {
    let threshold = source.shortList(
      row, size: size, prices: prices.base, floor: nil, reaching: bound, &scratch)
    lists.keep(row, threshold, scratch)
  }

  /// Where the lists are: the first ones side by side, longer ones on their own.
  var lists: Lists {
    Lists(rows: rows.base, rowCount: rows.count, arena: arena.base, room: arena.count)
  }

  struct Lists {
    let rows: UnsafeMutablePointer<Row>
    let rowCount: Int
    let arena: UnsafeMutablePointer<Entry<Cost>>
    let room: Int

    func keep(_ row: Int, _ threshold: Cost, _ scratch: borrowing ListScratch<Cost>) {
      let count = scratch.count
      if rows[row].listRoom < count {
        free(row)
        rows[row].list = .allocate(capacity: count)
        rows[row].listRoom = Int32(truncatingIfNeeded: count)
      }
      rows[row].list.update(from: scratch.entries.base, count: count)
      rows[row].listCount = Int32(truncatingIfNeeded: count)
      rows[row].threshold = threshold
    }

    func append(_ entry: Entry<Cost>, to row: Int) {
      let count = Int(rows[row].listCount)
      if count == Int(rows[row].listRoom) {
        let list = UnsafeMutablePointer<Entry<Cost>>.allocate(capacity: 2 * count + 8)
        list.update(from: rows[row].list, count: count)
        free(row)
        rows[row].list = list
        rows[row].listRoom = Int32(truncatingIfNeeded: 2 * count + 8)
      }
      rows[row].list[count] = entry
      rows[row].listCount += 1
    }

    private func free(_ row: Int) {
      let list = rows[row].list
      if list < arena || list >= arena + room { list.deallocate() }
    }

    func freeGrown() { for row in 0..<rowCount { free(row) } }
  }
}
