import Problems

/// What is left of a lottery, and an assignment that keeps to it: a circulation with bounds.
///
/// Through every mentee, every mentor and the outside run as many units as the rest allows, rounded down or up. Where
/// the assignment breaks a bound, a way round through arcs with room mends it.
struct LotteryRest {
  /// Parts that are not drawn yet.
  private(set) var parts: Int

  private let people: EntryPeople
  private let menteeCount: Int
  /// By person, mentors after mentees: entries with a chance.
  private let entries: [[Int]]
  private var amounts: [Int]
  /// By person: the sum of the amounts, and how many pairs are chosen.
  private var sums: [Int]
  private var degrees: [Int]
  private var isChosen: [Bool]
  private var step: [(node: Int, entry: Int)?]

  init(_ shares: Shares) {
    let market = shares.market
    parts = shares.parts
    amounts = shares.amounts
    people = EntryPeople(market.table)
    menteeCount = market.menteeCount
    var entries = [[Int]](repeating: [], count: market.menteeCount + market.mentorCount)
    var sums = [Int](repeating: 0, count: entries.count)
    for entry in amounts.indices where amounts[entry] > 0 {
      for node in [Int(people.mentees[entry]), menteeCount + Int(people.mentors[entry])] {
        entries[node].append(entry)
        sums[node] += amounts[entry]
      }
    }
    (self.entries, self.sums) = (entries, sums)
    degrees = Array(repeating: 0, count: sums.count)
    isChosen = Array(repeating: false, count: amounts.count)
    step = Array(repeating: nil, count: sums.count + 1)
  }

  /// Draws the assignment with as many parts as the rest bears.
  mutating func draw() -> (parts: Int, pairs: [Pair]) {
    var drawn = parts
    for node in 0..<menteeCount {
      for entry in entries[node] {
        drawn = min(drawn, isChosen[entry] ? amounts[entry] : parts - amounts[entry])
      }
    }
    for node in sums.indices {
      let over = sums[node] % parts
      guard over > 0 else { continue }
      drawn = min(drawn, degrees[node] == least(node) ? parts - over : over)
    }
    for entry in amounts.indices where isChosen[entry] {
      amounts[entry] -= drawn
      sums[Int(people.mentees[entry])] -= drawn
      sums[menteeCount + Int(people.mentors[entry])] -= drawn
    }
    parts -= drawn
    return (drawn, people.pairs(isChosen))
  }

  /// Changes the assignment until it keeps to what is left.
  mutating func repair() {
    for mentee in 0..<menteeCount {
      for entry in entries[mentee] {
        let mentor = menteeCount + Int(people.mentors[entry])
        if isChosen[entry], amounts[entry] == 0 {
          reroute(from: mentee, to: mentor, closing: entry)
        } else if !isChosen[entry], amounts[entry] == parts {
          reroute(from: mentor, to: mentee, closing: entry)
        }
      }
    }
    for node in sums.indices {
      let isMentee = node < menteeCount
      while degrees[node] < least(node), isMentee ? sends(node, outside) : sends(outside, node) {}
      while degrees[node] > most(node), isMentee ? sends(outside, node) : sends(node, outside) {}
    }
  }

  private var outside: Int { sums.count }

  private func least(_ node: Int) -> Int { sums[node] / parts }

  private func most(_ node: Int) -> Int { (sums[node] + parts - 1) / parts }

  private mutating func reroute(from source: Int, to target: Int, closing entry: Int) {
    if sends(source, target) { toggle(entry) }
  }

  /// Sends one unit along arcs with room.
  ///
  /// - Returns: whether there was a way; the rest of a lottery always has one.
  private mutating func sends(_ source: Int, _ target: Int) -> Bool {
    for node in step.indices { step[node] = nil }
    step[source] = (source, -1)
    var queue = [source]
    var next = 0
    while next < queue.count, step[target] == nil {
      let node = queue[next]
      next += 1
      for (end, entry) in arcs(from: node) where step[end] == nil {
        step[end] = (node, entry)
        queue.append(end)
      }
    }
    guard step[target] != nil else { return false }
    var node = target
    while node != source, let (previous, entry) = step[node] {
      if entry >= 0 { toggle(entry) }
      node = previous
    }
    return true
  }

  /// Where one more unit can go, or one less has come from; −1 where it is no entry.
  private func arcs(from node: Int) -> [(end: Int, entry: Int)] {
    if node == outside {
      return sums.indices.filter { other in
        other < menteeCount ? degrees[other] < most(other) : degrees[other] > least(other)
      }.map { ($0, -1) }
    }
    let isMentee = node < menteeCount
    let ways = entries[node].filter { entry in
      isMentee
        ? !isChosen[entry] && amounts[entry] > 0 : isChosen[entry] && amounts[entry] < parts
    }.map { entry in
      (isMentee ? menteeCount + Int(people.mentors[entry]) : Int(people.mentees[entry]), entry)
    }
    let leadsOut = isMentee ? degrees[node] > least(node) : degrees[node] < most(node)
    return leadsOut ? ways + [(outside, -1)] : ways
  }

  private mutating func toggle(_ entry: Int) {
    isChosen[entry].toggle()
    let change = isChosen[entry] ? 1 : -1
    degrees[Int(people.mentees[entry])] += change
    degrees[menteeCount + Int(people.mentors[entry])] += change
  }
}
