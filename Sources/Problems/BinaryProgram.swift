/// A 0–1 program: maximise Σ objective · x over x ∈ {0, 1} under linear rows, all in integers.
///
/// Source: L. A. Wolsey, *Integer Programming*, 2nd ed., 2020.
public struct BinaryProgram: Equatable, Sendable {
  /// lower ≤ Σ coefficients · x ≤ upper; `nil` = unbounded on that side.
  public struct Row: Equatable, Sendable {
    /// The columns, each at most once.
    public let columns: [Int]
    public let coefficients: [Int]
    public let lower: Int?
    public let upper: Int?

    public init(columns: [Int], coefficients: [Int], lower: Int?, upper: Int?) {
      self.columns = columns
      self.coefficients = coefficients
      self.lower = lower
      self.upper = upper
    }
  }

  /// By column.
  public let objective: [Int]
  public let rows: [Row]

  public init(objective: [Int], rows: [Row]) {
    self.objective = objective
    self.rows = rows
  }

  public var columnCount: Int { objective.count }
}
