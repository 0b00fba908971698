/// Two sides, who is acceptable to whom, and in which place: what rank-based policies look at.
///
/// Only acceptable pairs are in the table: eligible, and listed by both sides. Fixed pairs are counted out, with the
/// places that they take.
///
/// ```swift
/// let market = try RankedMarket(problem, rankings)
/// market.places.ofMentors[market.table.entries(of: 0).lowerBound]  // 1: a first choice of mentee 0
/// ```
public struct RankedMarket: Equatable, Sendable {
  /// The acceptable pairs that are not fixed, with their points.
  public let table: PairTable
  /// By mentee: how many mentors, fixed ones counted out.
  public let demands: [Int]
  /// By mentor: how many mentees, fixed ones counted out.
  public let capacities: [Int]
  /// By entry of the table.
  public let places: Places
  /// In every answer.
  public let fixed: [Pair]

  public var menteeCount: Int { table.menteeCount }
  public var mentorCount: Int { table.mentorCount }

  /// Takes what a problem and its people's answers say; other rules of the problem are not looked at.
  ///
  /// - Parameters:
  ///   - problem: points are kept as they are, a market does not look at them.
  ///   - rankings: `nil` = nobody answered, and everybody is content with all who are eligible.
  /// - Complexity: O(pairCount + length of the rankings · log mentorCount).
  public init(_ problem: AssignmentProblem, _ rankings: Rankings?) {
    let all = Places(problem.table, rankings)
    let fixed = Set(problem.fixed)
    var kept: [Int] = []
    table =
      problem.table.mapped { pair, entry in
        guard all.isAcceptable(entry), !fixed.contains(pair) else { return nil }
        kept.append(entry)
        return problem.table.points[entry]
      }.table
    places = Places(all, of: kept)
    var demands = problem.demands
    var capacities = problem.mentors.map(\.capacity)
    for pair in problem.fixed {
      demands[pair.mentee] = max(0, demands[pair.mentee] - 1)
      capacities[pair.mentor] = max(0, capacities[pair.mentor] - 1)
    }
    (self.demands, self.capacities, self.fixed) = (demands, capacities, problem.fixed)
  }
}

extension Rankings {
  /// What the points of a problem amount to: everybody likes best whom they have the most points with.
  ///
  /// - Complexity: O(pairCount · log degree).
  public init(inducedBy table: PairTable) {
    var mentees = [[Int: [Int]]](repeating: [:], count: table.menteeCount)
    var mentors = [[Int: [Int]]](repeating: [:], count: table.mentorCount)
    table.forEachPair { pair, entry in
      let points = table.points[entry]
      mentees[pair.mentee][points, default: []].append(pair.mentor)
      mentors[pair.mentor][points, default: []].append(pair.mentee)
    }
    func tiers(_ byPoints: [Int: [Int]]) -> Tiers {
      byPoints.sorted { $0.key > $1.key }.map(\.value)
    }
    self.init(mentees: mentees.map(tiers), mentors: mentors.map(tiers))
  }
}
