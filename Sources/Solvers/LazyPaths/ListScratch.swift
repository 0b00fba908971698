import CLanes

/// The memory in which one thread builds lists.
struct ListScratch<Cost: CostNumber>: ~Copyable {
  private(set) var entries: Block<Entry<Cost>>
  var count = 0
  private(set) var minima = Block<Cost>(count: 4 * Int(LANES_GROUPS))
  /// Computed cells of some rows.
  private(set) var cells = Block<UInt8>(count: 0)
  var bufferedRows = 0..<0

  init() { entries = Block(count: 256) }

  mutating func reserve(entries needed: Int) {
    if needed > entries.count { entries = entries.grown(to: max(needed, 2 * entries.count)) }
  }

  mutating func reserve(minima needed: Int) {
    if needed > minima.count { minima = Block(count: needed) }
  }

  mutating func reserve(cells needed: Int) {
    if needed > cells.count { cells = Block(count: needed) }
  }

  /// Keeps only the entries with the smallest reduced costs.
  ///
  /// - Returns: the largest reduced cost kept; no entry dropped has a smaller one.
  mutating func keepSmallest(_ size: Int, _ prices: UnsafePointer<Cost>) -> Cost {
    let base = entries.base
    for index in 0..<count {
      base[index].cost = base[index].cost &- prices[Int(base[index].column)]
    }
    Self.partition(base, count, size)
    var largest = base[0].cost
    for index in 0..<size {
      largest = max(largest, base[index].cost)
      base[index].cost = base[index].cost &+ prices[Int(base[index].column)]
    }
    count = size
    return largest
  }

  /// A number that at least `rank` of the first `count` minima do not exceed, hardly larger than the
  /// `rank`-th smallest.
  func smallMinimum(rank: Int, of count: Int) -> Cost {
    let base = minima.base
    var count = count
    // Of two and a half times as many the choice is nearly as good, and much faster.
    while count & 1 == 0, count / 2 >= 2 * rank + rank / 2 {
      count /= 2
      for index in 0..<count { base[index] = min(base[index], base[index + count]) }
    }
    var (low, high) = (0, count - 1)
    while low < high {
      let pivot = base[(low + high) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while base[left] < pivot { left &+= 1 }
        while base[right] > pivot { right &-= 1 }
        if left <= right {
          (base[left], base[right]) = (base[right], base[left])
          left &+= 1
          right &-= 1
        }
      }
      if rank - 1 <= right { high = right } else if rank - 1 >= left { low = left } else { break }
    }
    return base[rank - 1]
  }

  /// Brings the `size` smallest entries to the front.
  ///
  /// Source: C. A. R. Hoare, "Algorithm 65: Find", Comm. ACM 4(7), 1961, doi:10.1145/366622.366647.
  private static func partition(
    _ base: UnsafeMutablePointer<Entry<Cost>>, _ count: Int, _ size: Int
  ) {
    var (low, high) = (0, count - 1)
    while low < high {
      let pivot = base[(low + high) / 2].cost
      var (left, right) = (low, high)
      while left <= right {
        while base[left].cost < pivot { left &+= 1 }
        while base[right].cost > pivot { right &-= 1 }
        if left <= right {
          (base[left], base[right]) = (base[right], base[left])
          left &+= 1
          right &-= 1
        }
      }
      if size - 1 <= right { high = right } else if size - 1 >= left { low = left } else { break }
    }
  }
}
