import Problems

/// Proposals to all equals at once, for mentees who ask for one mentor.
///
/// What is deleted is in no assignment as stable as asked; what is left holds one if there is any.
struct IndifferentProposals {
  private(set) var deleted: [Pair] = []

  private let market: RankedMarket
  private let stability: Stability
  private let people: EntryPeople
  /// By mentor: the entries that are left, the best place first.
  private var columns: [[Int]]
  private var isLeft: [Bool]
  private var isProposed: [Bool]
  /// By mentee and by mentor: how many proposals stand.
  private var proposalCounts: [Int]
  private var receivedCounts: [Int]
  private var waiting: [Int]

  init(_ market: RankedMarket, _ stability: Stability) {
    (self.market, self.stability) = (market, stability)
    let people = EntryPeople(market.table)
    // Nobody without a place is in any assignment, and nobody blocks one either.
    isLeft = (0..<market.table.pairCount).map { entry in
      market.demands[Int(people.mentees[entry])] > 0
        && market.capacities[Int(people.mentors[entry])] > 0
    }
    let lists = StrictLists(
      of: .mentors, market.table, people, places: market.places.ofMentees, ties: .canonical)
    columns = (0..<market.mentorCount).map { [isLeft] mentor in
      lists[mentor].map { Int($0) }.filter { isLeft[$0] }
    }
    self.people = people
    isProposed = Array(repeating: false, count: market.table.pairCount)
    proposalCounts = Array(repeating: 0, count: market.menteeCount)
    receivedCounts = Array(repeating: 0, count: market.mentorCount)
    waiting = Array((0..<market.menteeCount).reversed())
  }

  /// The assignment that is as stable as asked if any is.
  mutating func candidate() -> [Pair] {
    while true {
      propose()
      guard stability == .strong else { return firstSeats() }
      let (matching, free) = competition()
      let unseated = free.filter { matching.seat[$0] == nil }
      if unseated.isEmpty { return seated(matching) }
      for mentor in matching.reached(from: unseated).others { deleteTail(of: mentor) }
    }
  }

  private mutating func propose() {
    while let mentee = waiting.popLast() {
      guard proposalCounts[mentee] == 0 else { continue }
      let left = market.table.entries(of: mentee).filter { isLeft[$0] }
      let best = left.map { market.places.ofMentors[$0] }.min()
      for entry in left where market.places.ofMentors[entry] == best && isLeft[entry] {
        let mentor = Int(people.mentors[entry])
        isProposed[entry] = true
        proposalCounts[mentee] += 1
        receivedCounts[mentor] += 1
        if stability == .superStable, receivedCounts[mentor] > market.capacities[mentor] {
          deleteTail(of: mentor)
        }
        if receivedCounts[mentor] >= market.capacities[mentor] { deleteDominated(by: mentor) }
      }
    }
  }

  /// Deletes whoever stands after enough proposals to fill a mentor.
  private mutating func deleteDominated(by mentor: Int) {
    var received = 0
    for entry in columns[mentor] {
      received += isProposed[entry] ? 1 : 0
      guard received == market.capacities[mentor] else { continue }
      let place = market.places.ofMentees[entry]
      while let last = columns[mentor].last, market.places.ofMentees[last] > place {
        delete(last)
      }
      return
    }
  }

  /// Deletes all whom a mentor likes least of those left.
  private mutating func deleteTail(of mentor: Int) {
    guard let place = tail(of: mentor) else { return }
    while let last = columns[mentor].last, market.places.ofMentees[last] == place { delete(last) }
  }

  private func tail(of mentor: Int) -> Int32? {
    columns[mentor].last.map { market.places.ofMentees[$0] }
  }

  /// Deletes the last entry of a column.
  private mutating func delete(_ entry: Int) {
    let (mentee, mentor) = (Int(people.mentees[entry]), Int(people.mentors[entry]))
    columns[mentor].removeLast()
    isLeft[entry] = false
    deleted.append(people.pair(entry))
    guard isProposed[entry] else { return }
    isProposed[entry] = false
    receivedCounts[mentor] -= 1
    proposalCounts[mentee] -= 1
    if proposalCounts[mentee] == 0 { waiting.append(mentee) }
  }

  private func proposals(of mentee: Int) -> [Int] {
    market.table.entries(of: mentee).filter { isProposed[$0] }
  }

  /// Whether a mentor has a seat for a proposal whatever the others do.
  private func isBound(_ entry: Int) -> Bool {
    let mentor = Int(people.mentors[entry])
    return receivedCounts[mentor] <= market.capacities[mentor]
      || market.places.ofMentees[entry] != tail(of: mentor)
  }

  /// Who is sure of no seat competes for those that are left.
  private func competition() -> (matching: SeatMatching, free: [Int]) {
    var capacities = market.capacities
    var free: [Int] = []
    var choices = [[Int]](repeating: [], count: market.menteeCount)
    for mentee in choices.indices where proposalCounts[mentee] > 0 {
      let proposals = proposals(of: mentee)
      let bound = proposals.filter { isBound($0) }
      for entry in bound { capacities[Int(people.mentors[entry])] -= 1 }
      guard bound.isEmpty else { continue }
      choices[mentee] = proposals.map { Int(people.mentors[$0]) }
      free.append(mentee)
    }
    var matching = SeatMatching(choices: choices, capacities: capacities)
    matching.augmentAll(free)
    return (matching, free)
  }

  private func seated(_ matching: SeatMatching) -> [Pair] {
    (0..<market.menteeCount).compactMap { mentee in
      let bound = proposals(of: mentee).first { isBound($0) }
      let mentor = bound.map { Int(people.mentors[$0]) } ?? matching.seat[mentee]
      return mentor.map { Pair(mentee: mentee, mentor: $0) }
    }
  }

  private func firstSeats() -> [Pair] {
    (0..<market.menteeCount).compactMap { proposals(of: $0).first.map { people.pair($0) } }
  }
}
