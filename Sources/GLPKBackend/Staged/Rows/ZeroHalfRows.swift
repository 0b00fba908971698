/// Finds rows that are half of a sum of tight rows, rounded down.
///
/// Rows that are nearly tight are vectors over GF(2): the odd coefficients of fractional columns, and the
/// right side. Gaussian elimination looks for sums in which all those coefficients are even and the right
/// side is odd: half of such a sum, rounded, cuts the point off by nearly 1/2. Several orders of elimination
/// find several.
///
/// Source: A. M. C. A. Koster, A. Zymolka, M. Kutschka, "Algorithms to separate {0, 1/2}-Chvátal–Gomory
/// cuts", Algorithmica 55, 2009, doi:10.1007/s00453-008-9218-x.
struct ZeroHalfRows: Separator {
  let most: Int
  /// Distinguishes the orders of elimination of one call from those of the next.
  let seed: UInt64
  private let columns: [Int32]
  private let values: [Double]
  private var tight: [TightSum] = []
  /// Columns of the session with fractional values, and their places in that list.
  private var fractional: [Int] = []
  private var placeOf: [Int32]

  private static let passes = 4
  private static let largestSlack = 0.2

  /// One row in the form Σ coefficients · x ≤ right.
  private struct TightSum {
    var entries: [(column: Int32, coefficient: Int32)]
    var right: Int
    var slack: Double
  }

  init(_ relaxation: SiftedRelaxation, most: Int, seed: UInt64) throws(LinearTrouble) {
    self.most = most
    self.seed = seed
    columns = relaxation.columns
    values = relaxation.primal
    placeOf = Array(repeating: -1, count: columns.count)
    for (index, value) in values.enumerated() where value > 1e-5 && value < 1 - 1e-5 {
      placeOf[index] = Int32(truncatingIfNeeded: fractional.count)
      fractional.append(index)
    }
    guard !fractional.isEmpty else { return }
    let matrix = try relaxation.session.matrix()
    for row in 0..<matrix.count {
      let activity = relaxation.rowActivity[row]
      let above = relaxation.rowUpper[row] - activity
      let below = activity - relaxation.rowLower[row]
      guard min(above, below) <= Self.largestSlack else { continue }
      let sign = above <= below ? 1.0 : -1.0
      let right = sign * (above <= below ? relaxation.rowUpper[row] : relaxation.rowLower[row])
      var sum = TightSum(entries: [], right: Int(right), slack: max(0, min(above, below)))
      var (isOdd, isLarge) = (false, false)
      for entry in matrix.range(row) {
        let coefficient = Int32(sign * matrix.coefficients[entry])
        if abs(coefficient) > 30 { isLarge = true }
        if coefficient & 1 != 0, placeOf[Int(matrix.indices[entry])] >= 0 { isOdd = true }
        sum.entries.append((matrix.indices[entry], coefficient))
      }
      if isOdd && !isLarge { tight.append(sum) }
    }
  }

  func brokenRows(at point: RelaxationPoint, tolerance: Double) -> [CutRow] {
    guard !tight.isEmpty else { return [] }
    var generator = Scatter(state: seed | 1)
    var found: [Found] = []
    for pass in 0..<Self.passes {
      for members in combinations(pass, &generator) {
        if let cut = cut(of: members, tolerance: tolerance) { found.append(cut) }
      }
    }
    return chosen(from: found)
  }

  private struct Found {
    var entries: [(column: Int32, coefficient: Int32)]
    var right: Int
    var depth: Double
  }

  /// Sets of tight rows whose sum has an odd right side and hardly an odd coefficient.
  private func combinations(_ pass: Int, _ generator: inout Scatter) -> [[Int]] {
    var order = Array(fractional.indices)
    if pass == 0 {
      let keys = fractional.map { -min(values[$0], 1 - values[$0]) }
      order.sort { (keys[$0], $0) < (keys[$1], $1) }
    } else {
      let keys = fractional.map { _ in generator.next() }
      order.sort { keys[$0] < keys[$1] }
    }
    var matrix = ParityMatrix(width: fractional.count, slack: tight.map(\.slack))
    for (row, sum) in tight.enumerated() {
      var isOdd = sum.right & 1 != 0
      for entry in sum.entries where entry.coefficient & 1 != 0 {
        let place = Int(placeOf[Int(entry.column)])
        if place >= 0 {
          matrix.flip(row: row, place: place)
        } else if values[Int(entry.column)] > 0.5 {
          isOdd.toggle()
        }
      }
      if isOdd { matrix.flipRight(row: row) }
    }
    matrix.eliminate(order)
    return matrix.oddSums(slackUpTo: 0.8)
  }

  /// Half of a sum of rows, with x ≥ 0 or x ≤ 1 added where a coefficient is odd, whichever is tighter.
  private func cut(of members: [Int], tolerance: Double) -> Found? {
    var sums: [Int32: Int] = [:]
    var right = 0
    for member in members {
      right += tight[member].right
      for entry in tight[member].entries {
        sums[entry.column, default: 0] += Int(entry.coefficient)
      }
    }
    var found = Found(entries: [], right: 0, depth: 0)
    var (activity, norm) = (0.0, 0.0)
    for (column, sum) in sums.sorted(by: { $0.key < $1.key }) {
      let value = values[Int(column)]
      let isRaised = sum & 1 != 0 && value > 0.5
      if isRaised { right += 1 }
      let half = (isRaised ? sum + 1 : sum) >> 1
      guard half != 0 else { continue }
      guard abs(half) <= 10 else { return nil }
      found.entries.append((column, Int32(half)))
      activity += Double(half) * value
      norm += Double(half * half)
    }
    found.right = right >> 1
    let broken = activity - Double(found.right)
    guard broken >= tolerance, found.entries.count <= 600, norm > 0 else { return nil }
    found.depth = broken / norm.squareRoot()
    return found
  }

  /// The deepest, without those nearly parallel to a deeper one.
  private func chosen(from found: [Found]) -> [CutRow] {
    let order = found.indices.sorted { (found[$1].depth, $0) < (found[$0].depth, $1) }
    var supports: [Set<Int32>] = []
    var rows: [CutRow] = []
    for index in order where rows.count < most {
      let cut = found[index]
      let support = Set(cut.entries.filter { $0.coefficient > 0 }.map(\.column))
      let isParallel = supports.contains { other in
        let common =
          other.count < support.count
          ? other.count { support.contains($0) } : support.count { other.contains($0) }
        return Double(common) > 0.9 * Double(max(support.count, other.count))
      }
      guard !isParallel else { continue }
      supports.append(support)
      rows.append(
        CutRow(
          columns: cut.entries.map { columns[Int($0.column)] },
          coefficients: cut.entries.map { Double($0.coefficient) }, upper: Double(cut.right),
          origin: .core))
    }
    return rows
  }
}

/// Numbers without a pattern for orders of elimination.
///
/// Source: G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8(14), 2003,
/// doi:10.18637/jss.v008.i14.
struct Scatter {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
