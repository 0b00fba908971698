/// Finds rows that hold for every way to fill one knapsack and the places of its group.
///
/// The point, as far as the group is open, is written as a combination of such fillings, or a row is found
/// that shows that it cannot be: the prices of a linear program whose columns are fillings, the next one by
/// dynamic programming. Prices become whole numbers, the right side is computed anew from them and other
/// columns are lifted in, all in integers: what is approximate in the prices makes a row weaker, never wrong.
///
/// Source: E. A. Boyd, "Fenchel cutting planes for integer programs", Operations Research 42(1), 1994,
/// doi:10.1287/opre.42.1.53.
struct PatternRows {
  let question: StopQuestion

  /// - Returns: rows over columns of the program, at most one for each knapsack.
  func brokenRows(
    at point: RelaxationPoint, tolerance: Double
  ) throws(LinearTrouble) -> [CutRow] {
    var rows: [CutRow] = []
    for knapsack in point.structure.knapsacks where knapsack.discount == 0 {
      if question.ask() { throw .stopped }
      guard let filling = Filling(knapsack, point), let prices = try prices(filling),
        let row = filling.liftedRow(prices, tolerance: tolerance)
      else { continue }
      rows.append(KnapsackRows.cut(row, knapsack))
    }
    return rows
  }

  private static let mostPatterns = 80
  private static let margin = 1e-3

  /// Prices of the members in the point, under which no filling is worth more than 1 but the point is; `nil`
  /// = there are none.
  private func prices(_ filling: Filling) throws(LinearTrouble) -> [Double]? {
    let count = filling.inside.count
    let session = try LinearSession(question: question, memoryMegabytes: 0)
    try session.addRows(
      EntryLists(starts: Array(repeating: 0, count: count + 1), indices: [], coefficients: []),
      lower: filling.inside.map(\.value), upper: Array(repeating: .infinity, count: count))
    var patterns = (0..<count).map { [$0] }
    var (activity, dual) = ([Double](), [Double]())
    for _ in 0..<Self.mostPatterns {
      var lists = EntryLists()
      for pattern in patterns {
        for member in pattern { lists.append(member, 1) }
        lists.endList()
      }
      try session.addColumns(
        lists, objective: Array(repeating: -1, count: patterns.count),
        lower: Array(repeating: 0, count: patterns.count),
        upper: Array(repeating: .infinity, count: patterns.count))
      guard case .optimal = try session.solve(.primal), -session.objective > 1 + Self.margin
      else { return nil }
      try session.readRows(primal: &activity, dual: &dual)
      let prices = dual.map { max(0, -$0) }
      let (worth, pattern) = filling.best(prices)
      if worth <= 1 + 1e-6 { return prices }
      patterns = [pattern]
    }
    return nil
  }
}

/// One knapsack with the places of its group, at a point.
private struct Filling {
  struct Member {
    let column: Int32
    let weight: Int
    let size: Int
    /// Of the point, divided by how far the group is open.
    let value: Double
  }

  let knapsack: ProgramStructure.Knapsack
  /// Those in the point, and those not in it.
  private(set) var inside: [Member] = []
  private var outside: [Member] = []
  private let places: Int
  private let opening: Double

  private static let mostMembers = 30
  private static let largestTable = 8192
  private static let denominators = 1...24

  /// - Returns: `nil` when the point is integral here, or too large.
  init?(_ knapsack: ProgramStructure.Knapsack, _ point: RelaxationPoint) {
    let (program, structure) = (point.program, point.structure)
    self.knapsack = knapsack
    opening = knapsack.open.map { point.values[$0] } ?? 1
    guard opening > 1e-4 else { return nil }
    var groupIndex = -1
    var isFractional = false
    for entry in program.rows.range(knapsack.row) {
      let column = program.rows.indices[entry]
      guard Int(column) != knapsack.open else { continue }
      let group = Int(structure.groupOf[Int(column)])
      guard group >= 0, groupIndex < 0 || groupIndex == group else { return nil }
      groupIndex = group
      let value = min(1, max(0, point.values[Int(column)] / opening))
      let member = Member(
        column: column, weight: Int(program.rows.coefficients[entry]),
        size: Int(structure.sizes[Int(column)]), value: value)
      if value > 1e-6 { inside.append(member) } else { outside.append(member) }
      if value > 1e-6 && value < 1 - 1e-6 { isFractional = true }
    }
    guard isFractional, groupIndex >= 0, inside.count <= Self.mostMembers else { return nil }
    let group = structure.groups[groupIndex]
    places = group.capacity
    guard group.open == knapsack.open, places > 0,
      (places + 1) * (knapsack.limit + 1) <= Self.largestTable
    else { return nil }
  }

  private var width: Int { knapsack.limit + 1 }

  private func fits(_ member: Member) -> Bool {
    member.weight <= knapsack.limit && member.size <= places
  }

  /// Lets a member into a table of what can be reached with so many places and so much weight.
  private func add<Worth: Comparable & AdditiveArithmetic>(
    _ member: Member, _ worth: Worth, to table: inout [Worth], noting taken: (Int) -> Void
  ) {
    let step = member.size * width + member.weight
    for place in stride(from: places, through: member.size, by: -1) {
      for weight in stride(from: knapsack.limit, through: member.weight, by: -1) {
        let at = place * width + weight
        let other = table[at - step] + worth
        if other > table[at] {
          table[at] = other
          taken(at)
        }
      }
    }
  }

  /// The filling of largest worth.
  func best(_ prices: [Double]) -> (worth: Double, members: [Int]) {
    let count = (places + 1) * width
    var table = [Double](repeating: 0, count: count)
    var isTaken = [Bool](repeating: false, count: count * inside.count)
    for (index, member) in inside.enumerated() where prices[index] > 0 && fits(member) {
      add(member, prices[index], to: &table) { isTaken[index * count + $0] = true }
    }
    var members: [Int] = []
    var at = count - 1
    for index in inside.indices.reversed() where isTaken[index * count + at] {
      members.append(index)
      at -= inside[index].size * width + inside[index].weight
    }
    return (table[count - 1], members)
  }

  /// The row of some prices, if the point breaks it.
  func liftedRow(_ prices: [Double], tolerance: Double) -> KnapsackRow? {
    let denominator =
      Self.denominators.first { denominator in
        prices.allSatisfy {
          abs($0 * Double(denominator) - ($0 * Double(denominator)).rounded()) < 1e-4
        }
      } ?? Self.denominators.upperBound
    var table = [Int](repeating: 0, count: (places + 1) * width)
    var coefficients: [Int32: Int32] = [:]
    var activity = 0.0
    for (member, price) in zip(inside, prices) where fits(member) {
      let coefficient = Int((price * Double(denominator)).rounded())
      guard coefficient > 0 else { continue }
      coefficients[member.column] = Int32(coefficient)
      activity += Double(coefficient) * member.value
      add(member, coefficient, to: &table) { _ in }
    }
    let right = table[table.count - 1]
    guard right > 0, (activity - Double(right)) * opening > tolerance * Double(right) else {
      return nil
    }
    for member in outside where fits(member) {
      let left = (places - member.size) * width + knapsack.limit - member.weight
      let coefficient = right - table[left]
      guard coefficient > 0 else { continue }
      coefficients[member.column] = Int32(coefficient)
      add(member, coefficient, to: &table) { _ in }
    }
    return KnapsackRow(origin: knapsack.row, coefficients: coefficients, right: right)
  }
}
