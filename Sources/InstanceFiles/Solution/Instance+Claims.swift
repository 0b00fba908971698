public import Problems

extension Instance {
  /// A claimed total as points of the problem.
  ///
  /// On a grid the file holds the sum of the given numbers, not of the rounded ones: a claim that is
  /// this sum within the tolerance is taken for the exact sum of points, which the checker recomputes.
  ///
  /// - Throws: `offScale` when the total is no multiple of the unit.
  func claimedPoints(_ total: JSONNumber, pairs: [Pair]) throws(InstanceFileError) -> Int {
    let place = FilePlace(path: "objective.total")
    guard case .binary(let exponent) = scale else {
      guard let points = points(total: total) else { throw .offScale(place) }
      return points
    }
    let given = self.total(of: pairs).double
    let exact = pairs.reduce(0) { $0 &+ (problem.table.points(of: $1) ?? 0) }
    let slack = (tolerance ?? 0) + abs(given) * 0x1p-40
    if abs(total.double - given) <= slack { return exact }
    let scaled = NumberScale.scaled(total.double, by: exponent).rounded()
    let claimed = Int(exactly: sense == .minimize ? -scaled : scaled) ?? .max
    return claimed == exact ? exact &+ 1 : claimed
  }

  /// A bound as points, rounded towards the weaker claim; `nil` beyond 64 bits.
  func boundPoints(_ total: JSONNumber) -> Int? {
    guard case .binary(let exponent) = scale else { return points(total: total) }
    let scaled = NumberScale.scaled(total.double, by: exponent)
    return Int(exactly: (sense == .minimize ? -scaled : scaled).rounded(.up))
  }

  /// What people need together, fixed pairs counted out.
  func needed(_ side: Side, _ people: [Int]) -> Int {
    var needed = 0
    for person in people {
      switch side {
      case .mentees where problem.demands.indices.contains(person):
        needed &+= max(
          0, problem.demands[person] - problem.fixed.count { $0.mentee == person })
      case .mentors where problem.mentors.indices.contains(person):
        let limits = problem.mentors[person]
        let lower = problem.coverage == .everyMentor ? limits.capacity : limits.minimum
        needed &+= max(0, lower - problem.fixed.count { $0.mentor == person })
      case .mentees, .mentors: break
      }
    }
    return needed
  }

  /// A rule as this instance's file names it: fixed pairs by their place in the file's list.
  func path(of rule: Rule) -> String {
    if case .fixed(let index) = rule, fixedOrder.indices.contains(index) {
      return Rule.fixed(fixedOrder[index]).path
    }
    return rule.path
  }

  /// The rule that a path of this instance's file names: `mentors[7].minimum`; `nil` for what is none.
  ///
  /// Whether there is such a person or rule is not asked.
  public func rule(at path: String) -> Rule? {
    let parts = path.split(separator: "[", maxSplits: 1)
    guard parts.count == 2, let end = parts[1].firstIndex(of: "]"),
      let index = Int(parts[1][..<end])
    else { return nil }
    switch (parts[0], parts[1][end...].dropFirst()) {
    case ("mentors", ".minimum"): return .minimum(mentor: index)
    case ("mentors", ".capacity"): return .capacity(mentor: index)
    case ("mentees", ".demand"): return .demand(mentee: index)
    case ("mentors", ".hours"): return .hours(mentor: index)
    case ("quotas", ""): return .quota(index)
    case ("apart", ""): return .apart(index)
    case ("together", ""): return .together(index)
    case ("fixed", ""): return .fixed(fixedOrder.firstIndex(of: index) ?? -1)
    default: return nil
    }
  }
}
