import Foundation
import Policies
import Problems
import TestSupport

/// A small problem with rankings and a chain of goals, and what is best there by trying everything.
struct GoalDraw {
  let seed: UInt64
  let problem: AssignmentProblem
  let chain: GoalChain
  let data: GoalData

  init(seed: UInt64, rules: RandomRules, chain given: GoalChain? = nil) throws {
    self.seed = seed
    problem = try .random(seed: seed, rules: rules, sizes: 0...4)
    var generator = SplitMix64(seed: seed ^ 0xabcd_ef01)
    if let given {
      chain = given
    } else if generator.happens(percent: 50) {
      let chains = Policy.allCases.compactMap(\.chain)
      chain = chains[Int.random(in: chains.indices, using: &generator)]
    } else {
      let goals = Goal.allCases.shuffled(using: &generator)
      chain = GoalChain(Array(goals.prefix(Int.random(in: 1...4, using: &generator))))
    }
    let (mentees, mentors) = (problem.menteeCount, problem.mentorCount)
    let rankings = Rankings(
      mentees: (0..<mentees).map { _ in Self.tiers(mentors, &generator) },
      mentors: (0..<mentors).map { _ in Self.tiers(mentees, &generator) })
    let table = problem.table
    data = GoalData(
      rankings: generator.happens(percent: 85) ? rankings : nil,
      approved: Set(
        (0..<table.pairCount).filter { _ in generator.happens(percent: 30) }
          .map { table.pair(of: $0) }),
      waiting: (0..<mentees).map { _ in Int.random(in: 0...5, using: &generator) })
  }

  /// Whether a backend refused what it cannot hold: points that floating point could not tell apart in a row, and
  /// points without a logarithm.
  func isRefusal(_ error: BackendError) -> Bool {
    switch error {
    case .numbersTooLarge:
      chain.goals.contains(.nash)
        || problem.table.points.contains { $0.magnitude > 1 << 20 } && chain.goals.contains(.points)
    case .negativePoints(let pair):
      chain.goals.contains(.nash) && problem.table.points(of: pair) ?? 0 < 0
    default: false
    }
  }

  private static func tiers(_ count: Int, _ generator: inout SplitMix64) -> Rankings.Tiers? {
    guard generator.happens(percent: 85) else { return nil }
    var tiers: Rankings.Tiers = []
    for person in (0..<count).shuffled(using: &generator)
    where generator.happens(percent: 85) {
      if !tiers.isEmpty, generator.happens(percent: 35) {
        tiers[tiers.count - 1].append(person)
      } else {
        tiers.append([person])
      }
    }
    return tiers
  }

  // MARK: Definitions

  /// 0 = the best; `nil` = not listed.
  private func place(_ person: Int, _ list: Rankings.Tiers?) -> Int? {
    guard let list else { return 0 }
    return list.firstIndex { $0.contains(person) }
  }

  private func menteePlace(_ pair: Pair) -> Int? {
    place(pair.mentor, data.rankings?.mentees[pair.mentee])
  }

  private func mentorPlace(_ pair: Pair) -> Int? {
    place(pair.mentee, data.rankings?.mentors[pair.mentor])
  }

  func isAcceptable(_ pair: Pair) -> Bool {
    problem.fixed.contains(pair) || menteePlace(pair) != nil && mentorPlace(pair) != nil
  }

  private var eligible: [Pair] { (0..<problem.table.pairCount).map { problem.table.pair(of: $0) } }

  /// A place as a number, fixed pairs that nobody listed after all places of all acceptable pairs.
  private func number(_ pair: Pair, _ place: (Pair) -> Int?) -> Int {
    let last = eligible.filter(isAcceptable).compactMap(place).max() ?? 0
    return (place(pair) ?? last + 1) + 1
  }

  func blockingPairs(_ pairs: [Pair]) -> [Pair] {
    eligible.filter { pair in
      guard isAcceptable(pair), !pairs.contains(pair) else { return false }
      let mentors = pairs.filter { $0.mentee == pair.mentee }
      let mentees = pairs.filter { $0.mentor == pair.mentor }
      let own = number(pair, menteePlace)
      let other = number(pair, mentorPlace)
      let (demand, capacity) = (problem.demands[pair.mentee], problem.mentors[pair.mentor].capacity)
      let menteeWants =
        mentors.count < demand || mentors.contains { number($0, menteePlace) > own }
      let mentorWants =
        mentees.count < capacity || mentees.contains { number($0, mentorPlace) > other }
      return demand > 0 && capacity > 0 && menteeWants && mentorWants
    }
  }

  /// By goal: numbers of which larger ones are better, the first that differs decides.
  func values(of pairs: [Pair]) -> [[Int]] {
    chain.goals.map { goal in
      let points = pairs.compactMap(problem.table.points).sorted()
      switch goal {
      case .matched: return [pairs.count]
      case .points: return [points.reduce(0, +)]
      // Of no pairs none is bad.
      case .worst: return [points.first ?? largestPoints]
      case .leximin:
        return Set(problem.table.points).sorted().map { value in -points.count { $0 == value } }
      case .nash:
        return [points.reduce(0) { $0 + Int((log1p(Double($1)) * 1e6).rounded()) }]
      case .rankProfile: return profile(pairs)
      case .generous: return profile(pairs).reversed().map { -$0 }
      case .ranks: return [-pairs.reduce(0) { $0 + number($1, menteePlace) }]
      case .bothRanks:
        return [-pairs.reduce(0) { $0 + number($1, menteePlace) + number($1, mentorPlace) }]
      case .firstChoices: return [pairs.count { menteePlace($0) == 0 }]
      case .load:
        return [
          -(0..<problem.mentorCount).reduce(0) { sum, mentor in
            let load = pairs.count { $0.mentor == mentor }
            return sum + load * load
          }
        ]
      case .changes: return [pairs.count(where: data.approved.contains)]
      case .waiting: return [pairs.reduce(0) { $0 + data.waiting[$1.mentee] }]
      case .blockingPairs: return [-blockingPairs(pairs).count]
      }
    }
  }

  /// Mentees served in each place, from the first to the last of any pair that can be chosen.
  private func profile(_ pairs: [Pair]) -> [Int] {
    let last = eligible.filter(isAcceptable).map { number($0, menteePlace) }.max() ?? 0
    return (0..<last).map { place in pairs.count { number($0, menteePlace) == place + 1 } }
  }

  private var largestPoints: Int {
    let usable = chain.looksAtRanks ? eligible.filter(isAcceptable) : eligible
    return usable.compactMap(problem.table.points).max() ?? 0
  }

  /// The best values of all assignments that the chain allows; `nil` = there are none.
  func bestValues() -> [[Int]]? {
    allAssignments(problem)
      .filter { !chain.looksAtRanks || $0.allSatisfy(isAcceptable) }
      .filter { !chain.isStable || blockingPairs($0).isEmpty }
      .map(values).max { first, second in
        for (one, other) in zip(first, second) where one != other {
          return one.lexicographicallyPrecedes(other)
        }
        return false
      }
  }

  /// What the solver is to report of pairs.
  func reported(_ pairs: [Pair]) -> [GoalValue] {
    zip(chain.goals, values(of: pairs)).map { goal, values in
      switch goal {
      case .worst where pairs.isEmpty: return GoalValue(goal: goal, numbers: [])
      case .ranks, .bothRanks, .generous, .load, .blockingPairs:
        return GoalValue(goal: goal, numbers: values.map { -$0 })
      case .leximin:
        return GoalValue(goal: goal, numbers: pairs.compactMap(problem.table.points).sorted())
      case .changes:
        let usable = chain.looksAtRanks ? eligible.filter(isAcceptable) : eligible
        let possible = usable.filter {
          problem.demands[$0.mentee] > 0 && problem.mentors[$0.mentor].capacity > 0
        }
        return GoalValue(
          goal: goal, numbers: [possible.count(where: data.approved.contains) - values[0]])
      default: return GoalValue(goal: goal, numbers: values)
      }
    }
  }
}
