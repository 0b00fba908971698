public import Problems

/// Checks of answers for the tests of solvers, straight from the doc comments of the value types.
extension AssignmentProblem {
  /// Whether an assignment is one of this problem, with the value that it says.
  public func accepts(_ assignment: Assignment) -> Bool {
    let chosen = Set(assignment.pairs)
    guard chosen.count == assignment.pairs.count, chosen.isSuperset(of: fixed),
      objective(of: assignment.pairs) == assignment.objective
    else { return false }
    let counts = AnswerCounts(assignment.pairs, in: self)
    for (mentee, demand) in demands.enumerated() {
      let count = counts.mentees[mentee]
      if count > demand || (coverage == .everyMentee && count < demand) { return false }
    }
    for (mentor, limits) in mentors.enumerated() {
      let load = counts.mentors[mentor]
      if load > limits.capacity { return false }
      if coverage == .everyMentor, load < limits.capacity { return false }
      if load < limits.minimum, minimumRule == .always || load > 0 { return false }
    }
    return quotas.indices.allSatisfy { index in
      let (quota, count) = (quotas[index], counts.quotas[index])
      let isIdle = quota.when.map { when in
        !chosen.contains {
          when.contains($0.mentee) && quota.mentors?.contains($0.mentor) ?? true
        }
      }
      return isIdle == true || count >= quota.atLeast && count <= quota.atMost ?? .max
    } && sideRulesHold(for: chosen)
  }

  private func sideRulesHold(for chosen: Set<Pair>) -> Bool {
    func mentors(_ mentee: Int) -> Set<Int> {
      Set(chosen.filter { $0.mentee == mentee }.map(\.mentor))
    }
    let apartHolds = apart.allSatisfy { set in
      let all = set.flatMap { Array(mentors($0)) }
      return Set(all).count == all.count
    }
    let togetherHolds = together.allSatisfy { Set($0.map(mentors)).count == 1 }
    let hoursHold = hours.limits.allSatisfy { mentor, limit in
      chosen.filter { $0.mentor == mentor }
        .reduce(0) { $0 + (hours.pairs[$1] ?? hours.mentees[$1.mentee] ?? 1) } <= limit
    }
    return apartHolds && togetherHolds && hoursHold
  }

  /// Whether prices prove an assignment optimal, by every line of the doc comment of ``DualPrices``.
  public func proves(_ prices: DualPrices, _ assignment: Assignment) -> Bool {
    guard prices.coverageWeight == coverageWeight, prices.mentees.count == menteeCount,
      prices.mentors.count == mentorCount, prices.quotas.count == quotas.count
    else { return false }
    let all = AnswerCounts(assignment.pairs, in: self)
    let fixedCounts = AnswerCounts(fixed, in: self)
    var bound = 0
    for (mentee, price) in prices.mentees.enumerated() {
      if price > 0, all.mentees[mentee] < demands[mentee] { return false }
      if price < 0, coverage != .everyMentee { return false }
      bound += price * (demands[mentee] - fixedCounts.mentees[mentee])
    }
    for (mentor, price) in prices.mentors.enumerated() {
      let (load, limits) = (all.mentors[mentor], mentors[mentor])
      if price > 0, load < limits.capacity { return false }
      let isAtMinimum = minimumRule == .always && limits.minimum > 0 && load == limits.minimum
      if price < 0, coverage != .everyMentor, !isAtMinimum { return false }
      bound += price * (load - fixedCounts.mentors[mentor])
    }
    for (index, price) in prices.quotas.enumerated() {
      let (load, quota) = (all.quotas[index], quotas[index])
      if price > 0, load != quota.atMost { return false }
      if price < 0, load != quota.atLeast { return false }
      bound += price * (load - fixedCounts.quotas[index])
    }
    let (slack, gain) = pairSlack(prices, Set(assignment.pairs).subtracting(fixed))
    return slack.map { bound + $0 == gain } ?? false
  }

  /// Σ over the chosen (w − prices), `nil` when a pair has the wrong sign; and Σ over the chosen w.
  private func pairSlack(_ prices: DualPrices, _ chosen: Set<Pair>) -> (slack: Int?, gain: Int) {
    var (slack, gain) = (0, 0)
    for mentee in 0..<menteeCount {
      for entry in table.entries(of: mentee) {
        let pair = Pair(mentee: mentee, mentor: table.mentor(of: entry, mentee: mentee))
        guard !fixed.contains(pair) else { continue }
        let weight = coverageWeight + table.points[entry]
        var price = prices.mentees[mentee] + prices.mentors[pair.mentor]
        for (index, quota) in quotas.enumerated() where quota.covers(pair) {
          price += prices.quotas[index]
        }
        if chosen.contains(pair) {
          if weight < price { return (nil, gain) }
          slack += weight - price
          gain += weight
        } else if weight > price {
          return (nil, gain)
        }
      }
    }
    return (slack, gain)
  }
}

/// How many of some pairs each person and each quota has.
struct AnswerCounts {
  private(set) var mentees: [Int]
  private(set) var mentors: [Int]
  private(set) var quotas: [Int]

  init(_ pairs: [Pair], in problem: AssignmentProblem) {
    mentees = Array(repeating: 0, count: problem.menteeCount)
    mentors = Array(repeating: 0, count: problem.mentorCount)
    for pair in pairs {
      mentees[pair.mentee] += 1
      mentors[pair.mentor] += 1
    }
    quotas = problem.quotas.map { quota in pairs.filter { quota.covers($0) }.count }
  }
}

extension Quota {
  func covers(_ pair: Pair) -> Bool {
    mentees?.contains(pair.mentee) ?? true && mentors?.contains(pair.mentor) ?? true
  }
}
