/// Whom those who receive proposals hold: for each a heap with the worst on top, all in one array.
struct Seats {
  enum Outcome {
    case taken
    /// Whoever had the seat must go, by entry.
    case takenInsteadOf(Int)
  }

  private let starts: [Int]
  private var counts: [Int]
  private var heaps: [KeyedEntry]

  /// - Parameters:
  ///   - limits: the seats of each.
  ///   - receivers: by entry; nobody gets more seats than entries.
  init(limits: [Int], receivers: [Int32]) {
    var degrees = [Int](repeating: 0, count: limits.count)
    for receiver in receivers { degrees[Int(receiver)] += 1 }
    var starts = [0]
    starts.reserveCapacity(limits.count + 1)
    for (limit, degree) in zip(limits, degrees) {
      starts.append((starts.last ?? 0) + max(0, min(limit, degree)))
    }
    self.starts = starts
    counts = Array(repeating: 0, count: limits.count)
    heaps = Array(repeating: KeyedEntry(key: 0, entry: 0), count: starts.last ?? 0)
  }

  @inline(__always)
  func hasRoom(_ receiver: Int) -> Bool {
    starts[receiver] + counts[receiver] < starts[receiver + 1]
  }

  /// The seat of a full receiver whose holder, an entry, is as asked.
  func firstPlace(of receiver: Int, where isAsked: (Int) -> Bool) -> Int? {
    guard !hasRoom(receiver) else { return nil }
    return (0..<counts[receiver]).first { isAsked(Int(heaps[starts[receiver] + $0].entry)) }
  }

  /// Gives a free seat to an entry, else the given one, else that of the worst if the entry is better.
  ///
  /// - Returns: `nil` when it gets none.
  @inline(__always)
  mutating func take(
    _ entry: KeyedEntry, for receiver: Int, insteadOf place: Int?
  ) -> Outcome? {
    let (start, count) = (starts[receiver], counts[receiver])
    guard start + count == starts[receiver + 1] else {
      counts[receiver] += 1
      rise(entry, from: count, in: start)
      return .taken
    }
    guard count > 0, place != nil || entry < heaps[start] else { return nil }
    let refused = heaps[start + (place ?? 0)]
    if let place, refused < entry {
      rise(entry, from: place, in: start)
    } else {
      sink(entry, from: place ?? 0, in: start, count)
    }
    return .takenInsteadOf(Int(refused.entry))
  }

  private mutating func rise(_ entry: KeyedEntry, from place: Int, in start: Int) {
    var place = place
    while place > 0, heaps[start + (place - 1) / 2] < entry {
      heaps[start + place] = heaps[start + (place - 1) / 2]
      place = (place - 1) / 2
    }
    heaps[start + place] = entry
  }

  private mutating func sink(_ entry: KeyedEntry, from place: Int, in start: Int, _ count: Int) {
    var place = place
    while 2 * place + 1 < count {
      var child = 2 * place + 1
      if child + 1 < count, heaps[start + child] < heaps[start + child + 1] { child += 1 }
      guard entry < heaps[start + child] else { break }
      heaps[start + place] = heaps[start + child]
      place = child
    }
    heaps[start + place] = entry
  }
}
