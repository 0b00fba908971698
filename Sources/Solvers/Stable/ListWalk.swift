/// How far down their lists proposers are.
struct ListWalk {
  /// By entry.
  var isHeld: [Bool]

  private let lists: StrictLists
  /// By entry: the place with the proposer, and who would receive the proposal.
  private let places: [Int32]
  private let receivers: [Int32]
  private var isRefused: [Bool]
  /// Into the lists: what to ask next; where its equals begin; the first of them that may have room.
  private var nextIndex: [Int]
  private var firstEqual: [Int]
  private var firstOpen: [Int]

  init(_ lists: StrictLists, places: [Int32], receivers: [Int32]) {
    (self.lists, self.places, self.receivers) = (lists, places, receivers)
    isHeld = Array(repeating: false, count: places.count)
    isRefused = isHeld
    nextIndex = Array(lists.starts.dropLast())
    (firstEqual, firstOpen) = (nextIndex, nextIndex)
  }

  /// The next entry of the list.
  @inline(__always)
  mutating func next(_ proposer: Int) -> Int? {
    let index = nextIndex[proposer]
    guard index < lists.starts[proposer + 1] else { return nil }
    nextIndex[proposer] = index + 1
    return Int(lists.entries[index])
  }

  /// The next entry of the list, of equals first one with room.
  mutating func nextKind(_ proposer: Int, _ seats: Seats) -> Int? {
    let end = lists.starts[proposer + 1]
    while firstEqual[proposer] < end {
      if let entry = open(proposer, seats) { return entry }
      while nextIndex[proposer] < end, isEqual(nextIndex[proposer], proposer) {
        let entry = Int(lists.entries[nextIndex[proposer]])
        nextIndex[proposer] += 1
        if !isHeld[entry], !isRefused[entry] { return entry }
      }
      firstEqual[proposer] = nextIndex[proposer]
      firstOpen[proposer] = nextIndex[proposer]
    }
    return nil
  }

  /// Whether a proposer who is held with an entry could as well go to another who has room.
  mutating func isYielding(_ entry: Int, of proposer: Int, _ seats: Seats) -> Bool {
    let first = firstEqual[proposer]
    guard first < lists.starts[proposer + 1],
      places[Int(lists.entries[first])] == places[entry]
    else { return false }
    return open(proposer, seats) != nil
  }

  mutating func refuse(_ entry: Int) { isRefused[entry] = true }

  mutating func restart(_ proposer: Int) {
    for entry in lists[proposer] { isRefused[Int(entry)] = false }
    nextIndex[proposer] = lists.starts[proposer]
    firstEqual[proposer] = lists.starts[proposer]
    firstOpen[proposer] = lists.starts[proposer]
  }

  /// Of the equals whose turn it is, the first with room: who has no room never gets any.
  private mutating func open(_ proposer: Int, _ seats: Seats) -> Int? {
    while firstOpen[proposer] < lists.starts[proposer + 1],
      isEqual(firstOpen[proposer], proposer)
    {
      let entry = Int(lists.entries[firstOpen[proposer]])
      if !isHeld[entry], seats.hasRoom(Int(receivers[entry])) { return entry }
      firstOpen[proposer] += 1
    }
    return nil
  }

  private func isEqual(_ index: Int, _ proposer: Int) -> Bool {
    places[Int(lists.entries[index])] == places[Int(lists.entries[firstEqual[proposer]])]
  }
}
