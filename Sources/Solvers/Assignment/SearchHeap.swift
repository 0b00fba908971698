/// A heap of nodes by distance, four children a node: shallow, and kind to the cache.
///
/// Entries are never changed: a node whose distance falls is pushed again, and the caller skips the
/// entries that are out of date. Equal distances come out lowest node first.
///
/// Source: D. B. Johnson, "Priority queues with update and finding minimum spanning trees",
/// Inf. Process. Lett. 4(3), 1975, doi:10.1016/0020-0190(75)90001-0.
struct SearchHeap {
  struct Entry {
    let distance: Int
    let node: Int

    static func < (left: Entry, right: Entry) -> Bool {
      left.distance < right.distance
        || (left.distance == right.distance && left.node < right.node)
    }
  }

  private var entries: [Entry] = []

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  /// - Complexity: O(log count).
  mutating func push(_ entry: Entry) {
    var hole = entries.count
    entries.append(entry)
    while hole > 0 {
      let parent = (hole - 1) / 4
      guard entry < entries[parent] else { break }
      entries[hole] = entries[parent]
      hole = parent
    }
    entries[hole] = entry
  }

  /// Takes the nearest entry out.
  ///
  /// - Complexity: O(log count).
  mutating func pop() -> Entry? {
    guard let last = entries.popLast() else { return nil }
    guard let top = entries.first else { return last }
    var hole = 0
    while true {
      let firstChild = 4 * hole + 1
      guard firstChild < entries.count else { break }
      var smallest = firstChild
      for child in firstChild + 1..<max(firstChild + 1, min(firstChild + 4, entries.count))
      where entries[child] < entries[smallest] {
        smallest = child
      }
      guard entries[smallest] < last else { break }
      entries[hole] = entries[smallest]
      hole = smallest
    }
    entries[hole] = last
    return top
  }
}
