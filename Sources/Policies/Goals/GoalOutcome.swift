public import Problems

/// What a goal came to.
public struct GoalValue: Equatable, Sendable {
  public let goal: Goal
  /// One number; for ``Goal/leximin`` the points of the pairs from the worst up, for ``Goal/rankProfile`` and
  /// ``Goal/generous`` the mentees served in each place, the one that counts most first.
  public let numbers: [Int]

  public init(goal: Goal, numbers: [Int]) {
    self.goal = goal
    self.numbers = numbers
  }
}

/// The best assignment for a chain of goals, or why there is none.
public struct GoalOutcome: Equatable, Sendable {
  /// `nil` where there are assignments but none is stable, or none of acceptable pairs follows the rules.
  public let outcome: AssignmentOutcome?
  /// By goal of the chain, recomputed from the pairs; empty without an assignment.
  public let values: [GoalValue]
  public let backend: Backend
}

/// What one way of solving a chain of goals came to.
enum ChainEnd {
  case optimal([Pair])
  /// `nil`: why is not known here.
  case infeasible(Witness?)
  /// With the best pairs so far for the goals before the one under way.
  case limitReached([Pair]?)
}

/// What an assignment is worth to each goal, straight from the definitions.
///
/// It shares nothing with the solvers but the places: what they report is held against it.
struct GoalMeter {
  let goals: GoalProblem

  /// - Complexity: O(pairs · log mentorCount), with blocking pairs O(pairCount · degree).
  func values(of pairs: [Pair]) -> [GoalValue] {
    goals.chain.goals.map { GoalValue(goal: $0, numbers: numbers(of: $0, pairs)) }
  }

  /// By goal: a number of which more is better, for goals that are one number.
  func worth(of pairs: [Pair]) -> [Int] {
    goals.chain.goals.map { goal in
      let number = numbers(of: goal, pairs).first ?? 0
      return goal.isBetterSmaller ? -number : number
    }
  }

  /// How many mentees have a mentor in the first place, in the second, and so on to the last that anybody gave.
  private func profile(_ entries: [Int]) -> [Int] {
    let places = goals.places.ofMentors
    var counts = [Int](repeating: 0, count: Int(places.max() ?? 0))
    for entry in entries { counts[Int(places[entry]) - 1] += 1 }
    return counts
  }

  private func numbers(of goal: Goal, _ pairs: [Pair]) -> [Int] {
    let table = goals.problem.table
    let entries = pairs.compactMap(table.entry)
    let points = entries.map { table.points[$0] }
    func sum(_ places: [Int32]) -> Int { entries.reduce(0) { $0 + Int(places[$1]) } }
    switch goal {
    case .matched: return [pairs.count]
    case .points: return [points.reduce(0, +)]
    case .worst: return points.min().map { [$0] } ?? []
    case .leximin: return points.sorted()
    case .nash: return [points.reduce(0) { $0 + (Goal.nash($1) ?? 0) }]
    case .rankProfile: return profile(entries)
    case .generous: return profile(entries).reversed()
    case .ranks: return [sum(goals.places.ofMentors)]
    case .bothRanks: return [sum(goals.places.ofMentors) + sum(goals.places.ofMentees)]
    case .firstChoices: return [entries.count { goals.places.ofMentors[$0] == 1 }]
    case .load:
      let loads = Dictionary(grouping: pairs, by: \.mentor).values.map(\.count)
      return [loads.reduce(0) { $0 + $1 * $1 }]
    case .changes: return [goals.approved.subtracting(pairs).count]
    case .waiting:
      let waiting = goals.data.waiting
      return [
        pairs.reduce(0) { $0 + (waiting.indices.contains($1.mentee) ? waiting[$1.mentee] : 0) }
      ]
    case .blockingPairs: return [goals.blockingPairs(of: pairs).count]
    }
  }
}

extension GoalChain {
  /// What pairs of a problem are worth to each goal; `nil` when one of them is not eligible, or not acceptable
  /// where that is asked.
  ///
  /// - Complexity: O(pairCount), with blocking pairs O(pairCount · degree).
  public func values(
    of pairs: [Pair], in problem: AssignmentProblem, _ data: GoalData
  ) -> [GoalValue]? {
    values(ofEach: [pairs], in: problem, data)[0]
  }

  /// The same for several sets of pairs.
  ///
  /// - Complexity: O(pairCount), with blocking pairs O(pairCount · degree) for each.
  public func values(
    ofEach sets: [[Pair]], in problem: AssignmentProblem, _ data: GoalData
  ) -> [[GoalValue]?] {
    guard let goals = try? GoalProblem(problem, self, data) else { return sets.map { _ in nil } }
    let (meter, table) = (GoalMeter(goals: goals), goals.problem.table)
    return sets.map { pairs in
      pairs.allSatisfy { table.entry(of: $0) != nil } ? meter.values(of: pairs) : nil
    }
  }
}

extension GoalChain {
  /// Where only stable pairs count: those who would both rather have each other.
  ///
  /// - Complexity: O(pairCount · degree).
  public func pairsAgainst(
    _ pairs: [Pair], in problem: AssignmentProblem, _ data: GoalData
  ) -> [Pair] {
    guard isStable, let goals = try? GoalProblem(problem, self, data) else { return [] }
    return goals.blockingPairs(of: pairs)
  }
}

extension GoalProblem {
  /// The acceptable pairs of whom both would rather have each other than what they have: not a pair, and
  /// each with a free place or with somebody strictly worse.
  ///
  /// Source: D. F. Manlove, *Algorithmics of Matching Under Preferences*, 2013, §1.3 (weak stability).
  func blockingPairs(of pairs: [Pair]) -> [Pair] {
    let (table, chosen) = (problem.table, Set(pairs))
    var (ofMentee, ofMentor): ([Int: [Int32]], [Int: [Int32]]) = ([:], [:])
    for pair in pairs {
      guard let entry = table.entry(of: pair) else { continue }
      ofMentee[pair.mentee, default: []].append(places.ofMentors[entry])
      ofMentor[pair.mentor, default: []].append(places.ofMentees[entry])
    }
    func wants(_ place: Int32, _ partners: [Int32], _ limit: Int) -> Bool {
      limit > 0 && (partners.count < limit || partners.contains { $0 > place })
    }
    var blocking: [Pair] = []
    table.forEachPair { pair, entry in
      guard !chosen.contains(pair),
        wants(
          places.ofMentors[entry], ofMentee[pair.mentee] ?? [], problem.demands[pair.mentee]),
        wants(
          places.ofMentees[entry], ofMentor[pair.mentor] ?? [],
          problem.mentors[pair.mentor].capacity)
      else { return }
      blocking.append(pair)
    }
    return blocking
  }
}
