import Problems

/// From the best stable assignment for mentees to all others, one rotation after the other.
struct RotationWalk {
  /// By mentee, the entry that it has.
  typealias Seats = [Int?]

  private(set) var found: [Seats] = []

  private let lists: MarketLists
  /// By entry: where it stands on the mentee's list and on the mentor's.
  private let standing: (ofMentors: [Int32], ofMentees: [Int32])

  init(_ lists: MarketLists, _ best: [Pair]) {
    self.lists = lists
    standing = (lists.mentees.positions, lists.mentors.positions)
    var seats = Seats(repeating: nil, count: lists.market.menteeCount)
    for pair in best { seats[pair.mentee] = lists.market.table.entry(of: pair) }
    found = [seats]
  }

  /// Finds at most `limit` assignments, nearest to the best for mentees first.
  ///
  /// - Returns: whether there are no others.
  mutating func run(limit: Int) -> Bool {
    var known = Set(found)
    var next = 0
    while next < found.count {
      for rotation in rotations(of: found[next]) {
        var seats = found[next]
        for (mentee, entry) in rotation { seats[mentee] = entry }
        guard known.insert(seats).inserted else { continue }
        if found.count == limit { return false }
        found.append(seats)
      }
      next += 1
    }
    return true
  }

  /// The circles of mentees each of whom could take the place that the next one has.
  private func rotations(of seats: Seats) -> [[(mentee: Int, entry: Int)]] {
    let worst = worst(of: seats)
    let steps = seats.indices.map { step(of: $0, seats, worst) }
    // 0 = not seen, otherwise 1 + the mentee whose walk came here first.
    var walk = [Int](repeating: 0, count: seats.count)
    var circles: [[(mentee: Int, entry: Int)]] = []
    for first in seats.indices where walk[first] == 0 {
      var mentee = first
      var path: [(mentee: Int, entry: Int)] = []
      while walk[mentee] == 0, let step = steps[mentee] {
        walk[mentee] = first + 1
        path.append((mentee, step.entry))
        mentee = step.next
      }
      if walk[mentee] == first + 1, let start = path.firstIndex(where: { $0.mentee == mentee }) {
        circles.append(Array(path[start...]))
      }
    }
    return circles
  }

  /// By mentor: the entry of the worst mentee, `nil` while there is room.
  private func worst(of seats: Seats) -> [Int?] {
    var worst = [Int?](repeating: nil, count: lists.market.mentorCount)
    var counts = [Int](repeating: 0, count: lists.market.mentorCount)
    for case let entry? in seats {
      let mentor = Int(lists.people.mentors[entry])
      counts[mentor] += 1
      guard let other = worst[mentor], standing.ofMentees[other] > standing.ofMentees[entry] else {
        worst[mentor] = entry
        continue
      }
    }
    return worst.indices.map { counts[$0] == lists.market.capacities[$0] ? worst[$0] : nil }
  }

  /// The next on a mentee's list who would have it, and the mentee who would have to go.
  private func step(
    of mentee: Int, _ seats: Seats, _ worst: [Int?]
  ) -> (entry: Int, next: Int)? {
    guard let seat = seats[mentee] else { return nil }
    for entry in lists.mentees[mentee].dropFirst(Int(standing.ofMentors[seat]) + 1) {
      let mentor = Int(lists.people.mentors[Int(entry)])
      guard lists.market.capacities[mentor] > 0 else { continue }
      // A mentor with room has the same mentees in all stable assignments.
      guard let other = worst[mentor] else { return nil }
      if standing.ofMentees[Int(entry)] < standing.ofMentees[other] {
        return (Int(entry), Int(lists.people.mentees[other]))
      }
    }
    return nil
  }
}
