/// A heap of numbers of rows or columns by key, smallest first.
///
/// Four children a node: fewer levels, and the children of a node share a cache line.
struct CostHeap<Cost: CostNumber>: ~Copyable {
  private var entries: Block<Entry<Cost>>
  private(set) var count = 0

  init() { entries = Block(count: 1024) }

  var leastKey: Cost {
    @inline(__always) get { count > 0 ? entries.base[0].cost : .unreached }
  }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func push(_ key: Cost, _ number: Int32) {
    if count == entries.count { entries = entries.grown(to: 2 * count) }
    let base = entries.base
    var place = count
    count &+= 1
    while place > 0 {
      let parent = (place &- 1) &>> 2
      if base[parent].cost <= key { break }
      base[place] = base[parent]
      place = parent
    }
    base[place] = Entry(cost: key, column: number)
  }

  @inline(__always)
  mutating func pop() -> Entry<Cost> {
    let base = entries.base
    let top = base[0]
    count &-= 1
    guard count > 0 else { return top }
    let moved = base[count]
    var place = 0
    while true {
      let first = place &* 4 &+ 1
      if first >= count { break }
      var least = first
      var child = first &+ 1
      while child < min(first &+ 4, count) {
        if base[child].cost < base[least].cost { least = child }
        child &+= 1
      }
      if base[least].cost >= moved.cost { break }
      base[place] = base[least]
      place = least
    }
    base[place] = moved
    return top
  }
}

/// A stack of numbers of columns.
struct IndexStack: ~Copyable {
  private var numbers: Block<Int32>
  private(set) var count = 0

  init() { numbers = Block(count: 1024) }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func push(_ number: Int32) {
    if count == numbers.count { numbers = numbers.grown(to: 2 * count) }
    numbers.base[count] = number
    count &+= 1
  }

  @inline(__always)
  mutating func pop() -> Int32? {
    if count == 0 { return nil }
    count &-= 1
    return numbers.base[count]
  }

  subscript(index: Int) -> Int32 { numbers.base[index] }
}
