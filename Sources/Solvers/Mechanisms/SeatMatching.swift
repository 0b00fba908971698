/// A matching of people, one seat each, with others who have several: as many as possible, by augmenting paths.
///
/// ```swift
/// var matching = SeatMatching(choices: [[0], [0]], capacities: [1])
/// matching.augment(0)           // true
/// matching.augment(1)           // false: both want the one seat
/// matching.reached(from: [1])   // people [0, 1], others [0]: why
/// ```
///
/// Source: H. W. Kuhn, "The Hungarian method for the assignment problem", Naval Research Logistics Quarterly 2, 1955,
/// doi:10.1002/nav.3800020109.
struct SeatMatching {
  /// By person: who is wanted.
  var choices: [[Int]]
  let capacities: [Int]
  /// By person: who gives the seat.
  private(set) var seat: [Int?]
  private(set) var holders: [[Int]]

  init(choices: [[Int]], capacities: [Int]) {
    (self.choices, self.capacities) = (choices, capacities)
    seat = Array(repeating: nil, count: choices.count)
    holders = Array(repeating: [], count: capacities.count)
  }

  func hasRoom(_ other: Int) -> Bool { holders[other].count < capacities[other] }

  /// Seats everybody who can be, without taking the seat of anybody.
  ///
  /// - Complexity: O(people · choices).
  mutating func augmentAll(_ people: some Sequence<Int>) {
    for person in people where seat[person] == nil { augment(person) }
  }

  /// Seats one more person, if others can move.
  ///
  /// - Complexity: O(choices).
  @discardableResult
  mutating func augment(_ person: Int) -> Bool {
    var search = Search(personCount: choices.count, otherCount: capacities.count)
    guard let end = search.run(from: [person], self, untilRoom: true) else { return false }
    var other = end
    while let mover = search.wanter[other] {
      let previous = seat[mover]
      seat[mover] = other
      holders[other].append(mover)
      guard let previous else { break }
      holders[previous].removeAll { $0 == mover }
      other = previous
    }
    return true
  }

  /// Takes the seat of a person.
  mutating func unseat(_ person: Int) {
    guard let other = seat[person] else { return }
    holders[other].removeAll { $0 == person }
    seat[person] = nil
  }

  /// All whom alternating paths lead to: people who could give way, and whom they want.
  ///
  /// - Complexity: O(choices).
  func reached(from people: [Int]) -> (people: [Int], others: [Int]) {
    var search = Search(personCount: choices.count, otherCount: capacities.count)
    _ = search.run(from: people, self, untilRoom: false)
    return (
      search.isReached.indices.filter { search.isReached[$0] },
      search.wanter.indices.filter { search.wanter[$0] != nil }
    )
  }
}

private struct Search {
  var isReached: [Bool]
  /// By other: the person through whom it was reached.
  var wanter: [Int?]

  init(personCount: Int, otherCount: Int) {
    isReached = Array(repeating: false, count: personCount)
    wanter = Array(repeating: nil, count: otherCount)
  }

  mutating func run(from people: [Int], _ matching: SeatMatching, untilRoom: Bool) -> Int? {
    var queue = people
    for person in people { isReached[person] = true }
    var next = 0
    while next < queue.count {
      let person = queue[next]
      next += 1
      for other in matching.choices[person]
      where wanter[other] == nil && matching.seat[person] != other {
        wanter[other] = person
        if untilRoom, matching.hasRoom(other) { return other }
        for holder in matching.holders[other] where !isReached[holder] {
          isReached[holder] = true
          queue.append(holder)
        }
      }
    }
    return nil
  }
}
