import Problems

/// How large the numbers of a program may be for GLPK's answers to be exact, and how fine it must look.
///
/// The objective is divided by its greatest common divisor, so that values differ by at least 1. GLPK
/// rounds a bound of an integer objective with a slack of 0.001; the objective of a vertex is a sum of at
/// most *m* products, each wrong by 2⁻⁵³ of the value *R* that the objective can reach, and with *R*
/// ≤ 2³³ and *m* ≤ 1000 tight rows even the worst case *m R* 2⁻⁵³ stays below 0.001. Of two answers GLPK
/// drops the one that is not better by tolerance · (1 + value); so that this is below 1/4, the tolerance
/// follows *R*. Coefficients of rows up to 2²⁰ keep the integrality tolerance 10⁻⁷ below a unit.
///
/// Where the caller improves the answer exactly, *R* may be larger: then the objective is scaled down by
/// a power of two until its largest coefficient is below 2²⁰, which costs no digit of the first 53, and
/// GLPK's bounds are not used.
struct NumericLimits {
  static let largestReach = 1 << 33
  static let largestCoefficient = 1 << 20

  /// What the objective is divided by.
  let divisor: Int
  /// No answer has a larger objective, from one look at the rows.
  let reach: Int
  let objectiveTolerance: Double
  /// What the divided objective is multiplied by: 1, or a power of two where the answer is improved after.
  private let scale: Double

  /// - Throws: ``GLPKError/objectiveTooLarge(reach:limit:)``, ``GLPKError/rowTooLarge(row:limit:)``.
  /// - Complexity: O(entries).
  init(_ program: BinaryProgram, isImprovedAfter: Bool = false) throws(GLPKError) {
    for (index, row) in program.rows.enumerated() {
      let limit = Self.largestCoefficient
      guard row.coefficients.allSatisfy({ $0.magnitude <= UInt(limit) }) else {
        throw .rowTooLarge(row: index, limit: limit)
      }
    }
    let divisor = program.objective.reduce(0) { greatestCommonDivisor($0, $1) }
    self.divisor = max(1, divisor)
    let magnitude = Self.reach(program)
    if let magnitude, magnitude / self.divisor <= Self.largestReach {
      reach = magnitude
      objectiveTolerance = min(1e-7, 0.25 / Double(1 + magnitude / self.divisor))
      scale = 1
      return
    }
    guard isImprovedAfter else {
      throw .objectiveTooLarge(
        reach: (magnitude ?? .max) / self.divisor, limit: Self.largestReach)
    }
    // Room for what the caller adds.
    reach = min(magnitude ?? .max, .max / 2)
    objectiveTolerance = 1e-12
    let largest = program.objective.reduce(0) { max($0, $1.magnitude) } / UInt(self.divisor)
    scale = Double(
      sign: .plus, exponent: min(0, 20 - (UInt.bitWidth - largest.leadingZeroBitCount)),
      significand: 1)
  }

  /// A coefficient of the objective as GLPK gets it.
  func coefficient(_ value: Int) -> Double { Double(value / divisor) * scale }

  /// Turns GLPK's bound into one in the program's own numbers.
  func bound(_ value: Double) -> Int {
    guard scale == 1, value < Double(reach / divisor) else { return reach }
    guard value > -Double(Self.largestReach) else { return -reach }
    let cut = Int(value + 0.001)
    // The conversion cuts towards 0, the bound goes down.
    return min(reach, (Double(cut) > value + 0.001 ? cut - 1 : cut) * divisor)
  }

  /// What the objective can reach in magnitude, `nil` on overflow: every column counts in the first
  /// row that lets only so many of its columns be 1, the other columns for themselves.
  private static func reach(_ program: BinaryProgram) -> Int? {
    var isCounted = [Bool](repeating: false, count: program.columnCount)
    var sum: UInt = 0
    var hasOverflow = false
    func add(_ magnitude: UInt, times count: Int) {
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: UInt(count))
      let (total, overflowOfSum) = sum.addingReportingOverflow(product)
      hasOverflow = hasOverflow || overflow || overflowOfSum || total > UInt(Int.max)
      sum = total
    }
    for row in program.rows {
      guard let upper = row.upper, upper >= 0, row.coefficients.allSatisfy({ $0 > 0 }) else {
        continue
      }
      var (largest, freshCount): (UInt, Int) = (0, 0)
      for column in row.columns where !isCounted[column] {
        largest = max(largest, program.objective[column].magnitude)
        freshCount += 1
        isCounted[column] = true
      }
      add(largest, times: min(upper, freshCount))
    }
    for column in 0..<program.columnCount where !isCounted[column] {
      add(program.objective[column].magnitude, times: 1)
    }
    return hasOverflow ? nil : Int(sum)
  }
}

/// A row whose bounds are no wider than what its columns can add up to.
struct TightRow {
  let columns: [Int]
  let coefficients: [Int]
  /// `nil` where the columns cannot break it.
  let lower: Int?
  let upper: Int?
  /// No values satisfy the row.
  let isImpossible: Bool

  var isBinding: Bool { lower != nil || upper != nil }

  init(_ row: BinaryProgram.Row) {
    columns = row.columns
    coefficients = row.coefficients
    let least = row.coefficients.reduce(0) { $0 + min(0, $1) }
    let most = row.coefficients.reduce(0) { $0 + max(0, $1) }
    lower = row.lower.flatMap { $0 > least ? $0 : nil }
    upper = row.upper.flatMap { $0 < most ? $0 : nil }
    isImpossible =
      (row.lower ?? .min) > min(most, row.upper ?? .max) || (row.upper ?? .max) < least
  }
}
