import Problems
import Solvers

/// Prices of the items and groups of a program without its side rows, and the tree of tight pairs that they
/// stand on.
///
/// The assignment core solves what is left when only single items and the capacities of the groups are looked
/// at. Its prices tell which columns deserve a look, and a forest of tight pairs is a basis of the linear
/// program that is dual feasible also with the side rows, whose prices start at 0.
///
/// Source: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, *Network Flows*, 1993, § 11 (spanning tree solutions).
struct StartPrices {
  /// By group; the smallest there are.
  private(set) var prices: [Int]
  /// By item: the chosen column, −1 = none.
  private(set) var chosen: [Int32]
  /// By group: how it hangs on the tree.
  private(set) var links: [Link]

  enum Link: Equatable {
    /// The price is 0: the row of the group is basic.
    case root
    /// A tight column.
    case column(Int32)
    /// The row of an item with price 0 is basic.
    case item(Int32)
  }

  /// - Returns: `nil` when the program has no such structure.
  /// - Complexity: that of the assignment core, and O(columns · log groups).
  init?(_ program: CompactProgram, _ structure: ProgramStructure) {
    guard !structure.items.isEmpty, !structure.groups.isEmpty else { return nil }
    let items = structure.items.indices.filter { item in
      structure.items[item].allSatisfy { structure.sizes[Int($0)] == 1 }
    }
    let groupCount = structure.groups.count
    var columns = [Int32](repeating: -1, count: groupCount)
    var isCurrent = -1
    func load(_ place: Int) {
      for column in columns.indices { columns[column] = -1 }
      isCurrent = place
      for column in structure.items[items[place]] {
        let group = Int(structure.groupOf[Int(column)])
        guard group >= 0 else { continue }
        let known = Int(columns[group])
        if known < 0 || program.objective[known] < program.objective[Int(column)] {
          columns[group] = column
        }
      }
    }
    let table = PairTable(menteeCount: items.count, mentorCount: groupCount) { pair in
      if pair.mentee != isCurrent { load(pair.mentee) }
      let column = Int(columns[pair.mentor])
      return column < 0 ? nil : program.objective[column]
    }
    guard
      let problem = try? AssignmentProblem(
        table: table, mentors: structure.groups.map { .init(capacity: max(0, $0.capacity)) },
        coverage: .ignore),
      case .optimal(let assignment, .duals(let duals))? = try? AssignmentSolver().solve(problem)
    else { return nil }
    chosen = Array(repeating: -1, count: structure.items.count)
    for pair in assignment.pairs {
      load(pair.mentee)
      chosen[items[pair.mentee]] = columns[pair.mentor]
    }
    prices = duals.mentors
    links = Array(repeating: .root, count: groupCount)
    lowerPrices(program, structure, items: items)
  }

  /// By item: what its best column earns at the prices, 0 at least.
  private func worth(
    _ program: CompactProgram, _ structure: ProgramStructure, items: [Int]
  ) -> [Int] {
    var worth = [Int](repeating: 0, count: structure.items.count)
    for item in items {
      for column in structure.items[item] {
        let group = Int(structure.groupOf[Int(column)])
        if group >= 0 {
          worth[item] = max(worth[item], program.objective[Int(column)] - prices[group])
        }
      }
    }
    return worth
  }

  /// Lowers the prices until every group hangs on something of price 0, by Dijkstra's algorithm over the
  /// tight pairs and those that become tight.
  private mutating func lowerPrices(
    _ program: CompactProgram, _ structure: ProgramStructure, items: [Int]
  ) {
    let groupCount = prices.count
    let worth = worth(program, structure, items: items)
    var occupants = Array(repeating: [Int](), count: groupCount)
    for item in items where chosen[item] >= 0 {
      occupants[Int(structure.groupOf[Int(chosen[item])])].append(item)
    }
    // By group: how much its price may still fall.
    var distance = prices
    for group in 0..<groupCount {
      for item in occupants[group] where worth[item] == 0 && distance[group] > 0 {
        distance[group] = 0
        links[group] = .item(Int32(truncatingIfNeeded: item))
      }
    }
    var heap = PriceHeap()
    func relax(_ item: Int, from base: Int, _ isDone: [Bool], _ links: inout [Link]) {
      for column in structure.items[item] {
        let group = Int(structure.groupOf[Int(column)])
        guard group >= 0, !isDone[group] else { continue }
        let length = base + worth[item] - program.objective[Int(column)] + prices[group]
        if length < distance[group] {
          distance[group] = length
          links[group] = .column(column)
          heap.push(length, group)
        }
      }
    }
    var isDone = [Bool](repeating: false, count: groupCount)
    for group in 0..<groupCount { heap.push(distance[group], group) }
    for item in items where chosen[item] < 0 { relax(item, from: 0, isDone, &links) }
    while let (length, group) = heap.pop() {
      guard !isDone[group], length == distance[group] else { continue }
      isDone[group] = true
      for item in occupants[group] { relax(item, from: length, isDone, &links) }
    }
    for group in 0..<groupCount { prices[group] -= distance[group] }
  }
}

/// A binary heap of groups, the least key first and the lowest group among equals.
private struct PriceHeap {
  private var entries: [(key: Int, group: Int)] = []

  mutating func push(_ key: Int, _ group: Int) {
    entries.append((key, group))
    var place = entries.count - 1
    while place > 0, entries[place] < entries[(place - 1) / 2] {
      entries.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> (key: Int, group: Int)? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return first }
    entries[0] = last
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < entries.count else { return first }
      if child + 1 < entries.count, entries[child + 1] < entries[child] { child += 1 }
      guard entries[child] < entries[place] else { return first }
      entries.swapAt(place, child)
      place = child
    }
  }
}
