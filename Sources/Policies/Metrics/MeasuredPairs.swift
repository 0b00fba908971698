import Problems

/// Pairs of a market, with all that metrics look up.
struct MeasuredPairs {
  let pairs: [Pair]
  /// By pair: the mentor's place with the mentee, after all others where not listed.
  let mentorPlaces: [Int32]
  /// By pair: the mentee's place with the mentor.
  let menteePlaces: [Int32]
  /// Ascending.
  let points: [Int]
  let total: Int
  /// By mentee; 0 for who is unmatched.
  let pointsByMentee: [Int]
  /// By mentor.
  let loads: [Int]
  private let meter: MarketMeter
  /// By mentee.
  private let held: [Int]
  /// By person: the worst place of a partner; 0 = none.
  private let worst: (ofMentees: [Int32], ofMentors: [Int32])

  private var problem: AssignmentProblem { meter.market.problem }

  /// - Complexity: O(pairs · log pairs + people).
  init(_ meter: MarketMeter, _ pairs: [Pair]) {
    self.meter = meter
    let problem = meter.market.problem
    let entries = pairs.map { problem.table.entry(of: $0) }
    self.pairs = pairs
    mentorPlaces = zip(pairs, entries).map { pair, entry in
      let last = meter.lastPlaces.ofMentees[pair.mentee]
      return entry.map { min(last, meter.places.ofMentors[$0]) } ?? last
    }
    menteePlaces = zip(pairs, entries).map { pair, entry in
      let last = meter.lastPlaces.ofMentors[pair.mentor]
      return entry.map { min(last, meter.places.ofMentees[$0]) } ?? last
    }
    let points = entries.map { $0.map { problem.table.points[$0] } ?? 0 }
    self.points = points.sorted()
    total = points.reduce(0, +)
    var pointsByMentee = [Int](repeating: 0, count: problem.menteeCount)
    var held = pointsByMentee
    var loads = [Int](repeating: 0, count: problem.mentorCount)
    var worst = (
      ofMentees: [Int32](repeating: 0, count: problem.menteeCount),
      ofMentors: [Int32](repeating: 0, count: problem.mentorCount)
    )
    for (index, pair) in pairs.enumerated() {
      pointsByMentee[pair.mentee] += points[index]
      held[pair.mentee] += 1
      loads[pair.mentor] += 1
      worst.ofMentees[pair.mentee] = max(worst.ofMentees[pair.mentee], mentorPlaces[index])
      worst.ofMentors[pair.mentor] = max(worst.ofMentors[pair.mentor], menteePlaces[index])
    }
    (self.pointsByMentee, self.held, self.loads, self.worst) = (pointsByMentee, held, loads, worst)
  }

  /// Pairs of some mentees, of all that they ask for; `nil` where they ask for nothing.
  func coverage(of mentees: [Int]) -> Double? {
    let wanted = mentees.reduce(0) { $0 + problem.demands[$1] }
    return wanted == 0 ? nil : Double(mentees.reduce(0) { $0 + held[$1] }) / Double(wanted)
  }

  /// Points per pair of some mentees.
  func meanPoints(of mentees: [Int]) -> Double? {
    let count = mentees.reduce(0) { $0 + held[$1] }
    return count == 0 ? nil : Double(mentees.reduce(0) { $0 + pointsByMentee[$1] }) / Double(count)
  }

  /// The mean place over all that mentees ask for.
  var meanRank: Double? {
    let wanted = problem.demands.reduce(0, +)
    guard wanted > 0 else { return nil }
    var sum = mentorPlaces.reduce(0) { $0 + Int($1) }
    for mentee in problem.demands.indices {
      let missing = max(0, problem.demands[mentee] - held[mentee])
      sum += missing * Int(meter.lastPlaces.ofMentees[mentee])
    }
    return Double(sum) / Double(wanted)
  }

  private func wants(_ place: Int32, _ worst: Int32, _ count: Int, _ limit: Int) -> Bool {
    limit > 0 && (count < limit || worst > place)
  }

  private func accepts(_ place: Int32, _ worst: Int32, _ count: Int, _ limit: Int) -> Bool {
    limit > 0 && (count < limit || worst >= place)
  }

  /// Acceptable pairs that are not chosen: both would rather have each other; `isStrong` = one would, and the other would
  /// not mind.
  ///
  /// - Complexity: O(pairCount).
  func blocking(isStrong: Bool) -> [Pair] {
    let chosen = Set(pairs)
    var blocking: [Pair] = []
    problem.table.forEachPair { pair, entry in
      guard meter.places.isAcceptable(entry), !chosen.contains(pair) else { return }
      let mentee = (
        meter.places.ofMentors[entry], worst.ofMentees[pair.mentee], held[pair.mentee],
        problem.demands[pair.mentee]
      )
      let mentor = (
        meter.places.ofMentees[entry], worst.ofMentors[pair.mentor], loads[pair.mentor],
        problem.mentors[pair.mentor].capacity
      )
      let (one, other) = (
        wants(mentee.0, mentee.1, mentee.2, mentee.3), wants(mentor.0, mentor.1, mentor.2, mentor.3)
      )
      let blocks =
        isStrong
        ? one && accepts(mentor.0, mentor.1, mentor.2, mentor.3)
          || other && accepts(mentee.0, mentee.1, mentee.2, mentee.3)
        : one && other
      if blocks { blocking.append(pair) }
    }
    return blocking
  }

  /// Mentees who would rather have a mentor who has somebody the mentor likes less.
  ///
  /// - Complexity: O(pairCount).
  var enviousCount: Int {
    let chosen = Set(pairs)
    var envious = Set<Int>()
    problem.table.forEachPair { pair, entry in
      guard meter.places.isAcceptable(entry), !chosen.contains(pair),
        wants(
          meter.places.ofMentors[entry], worst.ofMentees[pair.mentee], held[pair.mentee],
          problem.demands[pair.mentee]),
        worst.ofMentors[pair.mentor] > meter.places.ofMentees[entry]
      else { return }
      envious.insert(pair.mentee)
    }
    return envious.count
  }
}

extension [Int] {
  /// The Gini coefficient; `nil` where something is below 0 or all is 0.
  var gini: Double? {
    let sorted = self.sorted()
    let sum = sorted.reduce(0, +)
    guard let least = sorted.first, least >= 0, sum > 0 else { return nil }
    let weighted = sorted.enumerated().reduce(0.0) {
      $0 + Double(2 * $1.offset + 1 - count) * Double($1.element)
    }
    return weighted / (Double(count) * Double(sum))
  }

  /// The least number that so many per cent of all do not exceed; the numbers are ascending.
  func quantile(_ percent: Int) -> Double? {
    isEmpty ? nil : Double(self[Swift.max(0, (count * percent + 99) / 100 - 1)])
  }
}

extension [Int32] {
  var mean: Double? {
    isEmpty ? nil : Double(reduce(0) { $0 + Int($1) }) / Double(count)
  }
}

extension [Double] {
  /// The largest difference of two; `nil` of none.
  var spread: Double? {
    guard let least = self.min(), let most = self.max() else { return nil }
    return most - least
  }
}
