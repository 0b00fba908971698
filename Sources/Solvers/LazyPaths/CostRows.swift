/// The costs of a problem, row by row: all that the search knows of them.
///
/// Rows are those who must find a partner, columns have places. A pair that is not eligible is in no list.
protocol CostRows: Sendable {
  associatedtype Cost: CostNumber

  var rowCount: Int { get }
  var columnCount: Int { get }
  /// The most eligible columns of a row.
  var longestRow: Int { get }

  /// Whether every pair is eligible.
  var isComplete: Bool { get }
  /// Holds all costs.
  var costRange: ClosedRange<Int> { get }

  /// The cost of an eligible pair.
  func cost(_ row: Int, _ column: Int) -> Cost

  /// Lowers prices to the costs of a row where these are lower.
  func lower(
    _ prices: UnsafeMutablePointer<Cost>, by row: Int, _ scratch: inout ListScratch<Cost>)

  /// Makes ready for a look at several rows one after the other.
  func prepare(_ rows: Range<Int>, _ scratch: inout ListScratch<Cost>)

  /// Collects the columns of smallest reduced cost in a row.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - size: how many at least; up to about twice as many come, all where there are not more.
  ///   - prices: by column.
  ///   - floor: no reduced cost is below it, and many may be equal; `nil` = nothing is known.
  ///   - hint: a reduced cost to reach, if it is known better than `size`.
  ///   - scratch: gets the entries.
  /// - Returns: the threshold *t*: every eligible column that is not collected has cost − price ≥ *t*.
  func shortList(
    _ row: Int, size: Int, prices: UnsafePointer<Cost>, floor: Cost?, reaching hint: Cost?,
    _ scratch: inout ListScratch<Cost>
  ) -> Cost
}
