import Problems

/// All assignments of a small market in which no pair blocks, one pair taken or left after the other.
///
/// A branch ends when a pair that is left blocks whatever comes: mentees whose pairs are all decided gain by it for
/// certain, and so does a mentor who holds somebody worse or can no longer be filled.
struct StableSearch {
  /// What the search found.
  struct Answer {
    /// In canonical order of the first pair in which two differ, those that have it first.
    var found: [[Pair]] = []
    /// Whether there are no others.
    var isComplete = false
    var nodeCount = 0
  }

  private let market: RankedMarket
  private let people: EntryPeople
  private let stability: Stability
  /// By entry.
  private let places: (ofMentors: [Int32], ofMentees: [Int32])
  /// By mentor: the entries, ascending.
  private let columns: [[Int]]
  private var isChosen: [Bool]
  private var counts: (mentees: [Int], mentors: [Int])

  /// - Parameters:
  ///   - market: whose demands and capacities hold.
  ///   - stability: what is asked.
  ///   - places: by entry, in both lists; those of the market when absent.
  init(
    _ market: RankedMarket, _ stability: Stability,
    places: (ofMentors: [Int32], ofMentees: [Int32])? = nil
  ) {
    self.market = market
    self.stability = stability
    self.places = places ?? (market.places.ofMentors, market.places.ofMentees)
    people = EntryPeople(market.table)
    var columns = [[Int]](repeating: [], count: market.mentorCount)
    for (entry, mentor) in people.mentors.enumerated() { columns[Int(mentor)].append(entry) }
    self.columns = columns
    isChosen = Array(repeating: false, count: market.table.pairCount)
    counts = (
      Array(repeating: 0, count: market.menteeCount), Array(repeating: 0, count: market.mentorCount)
    )
  }

  /// Looks for at most `limit` assignments, at no more than `nodeLimit` decisions.
  ///
  /// - Complexity: O(2^pairCount · degree²) at worst, no more than `nodeLimit` decisions.
  mutating func run(limit: Int, nodeLimit: Int) -> Answer {
    var answer = Answer()
    var decided = 0
    while answer.nodeCount < nodeLimit {
      if isOpen(decided) {
        if decided < isChosen.count {
          answer.nodeCount += 1
          takeIfPossible(decided)
          decided += 1
          continue
        }
        // One more than asked for tells whether there are others.
        if answer.found.count == limit { return answer }
        answer.found.append(people.pairs(isChosen))
      }
      while decided > 0, !isChosen[decided - 1] { decided -= 1 }
      guard decided > 0 else {
        answer.isComplete = true
        return answer
      }
      set(decided - 1, false)
    }
    return answer
  }

  private mutating func takeIfPossible(_ entry: Int) {
    let (mentee, mentor) = (Int(people.mentees[entry]), Int(people.mentors[entry]))
    if counts.mentees[mentee] < market.demands[mentee],
      counts.mentors[mentor] < market.capacities[mentor]
    {
      set(entry, true)
    }
  }

  private mutating func set(_ entry: Int, _ isTaken: Bool) {
    isChosen[entry] = isTaken
    counts.mentees[Int(people.mentees[entry])] += isTaken ? 1 : -1
    counts.mentors[Int(people.mentors[entry])] += isTaken ? 1 : -1
  }

  /// Whether no pair blocks for certain, as far as the last mentee matters whose pairs are all decided.
  private func isOpen(_ decided: Int) -> Bool {
    guard decided > 0 else { return true }
    let row = market.table.entries(of: Int(people.mentees[decided - 1]))
    guard decided == row.upperBound else { return true }
    return row.allSatisfy { entry in
      columns[Int(people.mentors[entry])].allSatisfy { $0 >= decided || !blocks($0, decided) }
    }
  }

  private func blocks(_ entry: Int, _ decided: Int) -> Bool {
    guard !isChosen[entry] else { return false }
    let (mentee, mentor) = (Int(people.mentees[entry]), Int(people.mentors[entry]))
    let column = columns[mentor]
    let coming = column.count { $0 >= decided }
    let worstOfMentee = worst(
      places.ofMentors, among: market.table.entries(of: mentee),
      isOpen: counts.mentees[mentee] < market.demands[mentee])
    let worstOfMentor = worst(
      places.ofMentees, among: column,
      isOpen: counts.mentors[mentor] + coming < market.capacities[mentor])
    return stability.isBroken(
      by: Gain(places.ofMentors[entry], insteadOf: worstOfMentee),
      Gain(places.ofMentees[entry], insteadOf: worstOfMentor))
  }

  private func worst(
    _ places: [Int32], among entries: some Sequence<Int>, isOpen: Bool
  ) -> Int32 {
    isOpen ? .max : entries.reduce(0) { isChosen[$1] ? max($0, places[$1]) : $0 }
  }
}
