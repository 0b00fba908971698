public import Problems

extension RankedMarket {
  /// Draws a tiny market: lists with or without equals, incomplete ones, people without places, and many seats.
  ///
  /// - Parameters:
  ///   - seed: equal seeds give equal markets.
  ///   - sizes: of each side.
  ///   - demand: the most that a mentee asks for.
  ///   - isStrict: whether nobody has equals on the list.
  /// - Returns: the market, with points from 0 to 5.
  /// - Throws: ``ProblemError``, never in practice.
  public static func random(
    seed: UInt64, sizes: ClosedRange<Int> = 0...4, demand: Int = 1, isStrict: Bool = false
  ) throws(ProblemError) -> RankedMarket {
    var generator = SplitMix64(seed: seed)
    let menteeCount = Int.random(in: sizes, using: &generator)
    let mentorCount = Int.random(in: sizes, using: &generator)
    let missing = generator.happens(percent: 50) ? 0 : Int.random(in: 0...50, using: &generator)
    let rows = (0..<menteeCount).map { _ in
      (0..<mentorCount).map { _ in
        generator.happens(percent: missing) ? nil : Int.random(in: 0...5, using: &generator)
      }
    }
    let isUnit = generator.happens(percent: 40)
    let demands = (0..<menteeCount).map { _ in
      generator.happens(percent: 8) ? 0 : Int.random(in: 1...demand, using: &generator)
    }
    let mentors = (0..<mentorCount).map { _ in
      MentorLimits(capacity: isUnit ? 1 : Int.random(in: 0...3, using: &generator))
    }
    let equal = isStrict ? 0 : Int.random(in: 0...60, using: &generator)
    let unlisted = generator.happens(percent: 50) ? 0 : Int.random(in: 0...20, using: &generator)
    func lists(of count: Int, over others: Int) -> [Rankings.Tiers?] {
      (0..<count).map { _ in
        if !isStrict, generator.happens(percent: 5) { return nil }
        var tiers: Rankings.Tiers = []
        for other in (0..<others).shuffled(using: &generator)
        where !generator.happens(percent: unlisted) {
          if !tiers.isEmpty, generator.happens(percent: equal) {
            tiers[tiers.count - 1].append(other)
          } else {
            tiers.append([other])
          }
        }
        return tiers
      }
    }
    let rankings = Rankings(
      mentees: lists(of: menteeCount, over: mentorCount),
      mentors: lists(of: mentorCount, over: menteeCount))
    let problem = try AssignmentProblem(
      table: PairTable(rows: rows, mentorCount: mentorCount), demands: demands, mentors: mentors,
      coverage: .first)
    return RankedMarket(problem, rankings)
  }

  /// Every assignment that demands and capacities allow, each in canonical order.
  ///
  /// - Complexity: O(2^pairCount).
  public func allAssignments() -> [[Pair]] {
    var all: [[Pair]] = []
    var (demands, capacities) = (demands, capacities)
    var chosen: [Pair] = []
    func decide(_ entry: Int) {
      guard entry < table.pairCount else { return all.append(chosen) }
      let pair = table.pair(of: entry)
      if demands[pair.mentee] > 0, capacities[pair.mentor] > 0 {
        demands[pair.mentee] -= 1
        capacities[pair.mentor] -= 1
        chosen.append(pair)
        decide(entry + 1)
        chosen.removeLast()
        demands[pair.mentee] += 1
        capacities[pair.mentor] += 1
      }
      decide(entry + 1)
    }
    decide(0)
    return all
  }

  /// The place of every pair with its mentee and its mentor.
  public func places(of pair: Pair) -> (ofMentor: Int, ofMentee: Int)? {
    table.entry(of: pair).map { (Int(places.ofMentors[$0]), Int(places.ofMentees[$0])) }
  }

  /// The places of a mentee's mentors, best first, one later than all for every one missing.
  ///
  /// Shorter is better at equal depth: with one mentor asked for, less means better.
  public func standing(of mentee: Int, in pairs: [Pair]) -> [Int] {
    let given = pairs.filter { $0.mentee == mentee }.compactMap { places(of: $0)?.ofMentor }
    let missing = max(0, demands[mentee] - given.count)
    return given.sorted() + Array(repeating: Int(Int32.max), count: missing)
  }
}
