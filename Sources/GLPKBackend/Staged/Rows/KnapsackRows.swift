/// A row about a knapsack Σ a · x ≤ b · y of the program: Σ coefficients · x ≤ right · y.
///
/// Of a minimal cover C, columns whose a sum to more than b, at most |C| − 1 are chosen; every other column
/// gets the largest coefficient for which that stays true of all choices, one after the other. So the
/// row holds over all columns of the knapsack, also those that are absent.
///
/// Source: E. Zemel, "Easily computable facets of the knapsack polytope", Mathematics of Operations
/// Research 14(4), 1989, doi:10.1287/moor.14.4.760.
final class KnapsackRow: Sendable {
  /// The row of the program that it follows from.
  let origin: Int
  /// By column of the program, 0 left out.
  let coefficients: [Int32: Int32]
  let right: Int

  init(origin: Int, coefficients: [Int32: Int32], right: Int) {
    self.origin = origin
    self.coefficients = coefficients
    self.right = right
  }

  func coefficient(of column: Int32) -> Double { Double(coefficients[column] ?? 0) }
}

/// Finds lifted cover rows that a point breaks, at most one for each knapsack of the program.
struct KnapsackRows: Separator {
  func brokenRows(at point: RelaxationPoint, tolerance: Double) -> [CutRow] {
    point.structure.knapsacks.compactMap { knapsack in
      guard let search = CoverSearch(knapsack, point), let row = search.liftedRow(tolerance)
      else { return nil }
      return Self.cut(row, knapsack)
    }
  }

  static func cut(_ row: KnapsackRow, _ knapsack: ProgramStructure.Knapsack) -> CutRow {
    let order = row.coefficients.keys.sorted()
    var cut = CutRow(
      columns: order, coefficients: order.map(row.coefficient(of:)), origin: .knapsack(row))
    cut.upper = Double(row.right)
    if let open = knapsack.open {
      cut.columns.append(Int32(truncatingIfNeeded: open))
      cut.coefficients.append(-cut.upper)
      cut.upper = 0
    }
    return cut
  }
}

/// The search for one cover.
private struct CoverSearch {
  private struct Item {
    let column: Int32
    let weight: Int
    /// Of the point, divided by how far the knapsack is open.
    let value: Double
  }

  private let knapsack: ProgramStructure.Knapsack
  private let items: [Item]
  private let opening: Double

  /// - Returns: `nil` when the point is integral here.
  init?(_ knapsack: ProgramStructure.Knapsack, _ point: RelaxationPoint) {
    opening = knapsack.open.map { point.values[$0] } ?? 1
    guard opening > 1e-4 else { return nil }
    self.knapsack = knapsack
    var items: [Item] = []
    var isFractional = false
    for entry in point.program.rows.range(knapsack.row) {
      let column = point.program.rows.indices[entry]
      guard Int(column) != knapsack.open else { continue }
      let value = min(1, max(0, point.values[Int(column)] / opening))
      if value > 1e-6 && value < 1 - 1e-6 { isFractional = true }
      let weight = Int(point.program.rows.coefficients[entry]) - knapsack.discount
      items.append(Item(column: column, weight: weight, value: value))
    }
    guard isFractional else { return nil }
    self.items = items.sorted {
      ($1.value, $1.weight, $0.column) < ($0.value, $0.weight, $1.column)
    }
  }

  /// The row, if the point breaks it by more than `tolerance`.
  func liftedRow(_ tolerance: Double) -> KnapsackRow? {
    guard let cover = minimalCover() else { return nil }
    let most = cover.count - 1
    guard most > 0 else { return nil }
    var coefficients: [Int32: Int32] = [:]
    // By sum of coefficients: the least weight that it takes.
    var least = [Int](repeating: 0, count: most + 1)
    for (count, weight) in cover.map({ items[$0].weight }).sorted().prefix(most).enumerated() {
      least[count + 1] = least[count] + weight
    }
    let isInCover = Set(cover)
    var activity = 0.0
    for index in cover {
      coefficients[items[index].column] = 1
      activity += items[index].value
    }
    for (index, item) in items.enumerated() where !isInCover.contains(index) {
      let room = knapsack.limit - item.weight
      guard let reached = least.lastIndex(where: { $0 <= room }) else { continue }
      let coefficient = most - reached
      guard coefficient > 0 else { continue }
      coefficients[item.column] = Int32(coefficient)
      activity += Double(coefficient) * item.value
      for sum in stride(from: most, through: coefficient, by: -1) {
        least[sum] = min(least[sum], least[sum - coefficient] + item.weight)
      }
      for sum in 1...most where sum < coefficient { least[sum] = min(least[sum], item.weight) }
    }
    guard (activity - Double(most)) * opening > tolerance else { return nil }
    return KnapsackRow(origin: knapsack.row, coefficients: coefficients, right: most)
  }

  /// Columns of weight above the limit whose values miss 1 by the least in sum; `nil` = all fit.
  private func minimalCover() -> [Int]? {
    let candidates = items.indices.filter { items[$0].value > 1e-6 }
    let goal = knapsack.limit + 1
    guard candidates.reduce(0, { $0 + items[$1].weight }) >= goal else { return nil }
    guard goal <= 4096 else { return greedyCover(candidates) }
    // By weight reached, up to the goal: the least sum of what is missing.
    var cost = [Double](repeating: .infinity, count: goal + 1)
    cost[0] = 0
    var takes = [[Bool]](repeating: [], count: candidates.count)
    for (place, index) in candidates.enumerated() {
      var taken = [Bool](repeating: false, count: goal + 1)
      let (weight, missing) = (items[index].weight, 1 - items[index].value + 1e-7)
      for reached in stride(from: goal, through: 1, by: -1) {
        let other = cost[max(0, reached - weight)] + missing
        if other < cost[reached] {
          cost[reached] = other
          taken[reached] = true
        }
      }
      takes[place] = taken
    }
    var cover: [Int] = []
    var reached = goal
    for place in candidates.indices.reversed() where takes[place][reached] {
      cover.append(candidates[place])
      reached = max(0, reached - items[candidates[place]].weight)
      if reached == 0 { break }
    }
    return minimal(cover)
  }

  private func greedyCover(_ candidates: [Int]) -> [Int] {
    var (cover, sum) = ([Int](), 0)
    for index in candidates where sum <= knapsack.limit {
      cover.append(index)
      sum += items[index].weight
    }
    return minimal(cover)
  }

  /// Leaves out what a cover does not need, the smallest values first.
  private func minimal(_ cover: [Int]) -> [Int] {
    var sum = cover.reduce(0) { $0 + items[$1].weight }
    var kept: [Int] = []
    for index in cover.sorted(by: { (items[$0].value, $1) < (items[$1].value, $0) }) {
      if sum - items[index].weight > knapsack.limit {
        sum -= items[index].weight
      } else {
        kept.append(index)
      }
    }
    return kept
  }
}
