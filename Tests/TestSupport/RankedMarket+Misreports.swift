public import Problems

extension RankedMarket {
  /// What the market becomes when one mentee gives any other strict list of acceptable mentors, shorter ones too.
  ///
  /// - Complexity: O(degree!) markets for every mentee.
  public func misreports() throws -> [(mentee: Int, market: RankedMarket)] {
    try (0..<menteeCount).flatMap { mentee in
      try Self.lists(of: table.entries(of: mentee).map { table.mentor(of: $0, mentee: mentee) })
        .map { (mentee, try replacing(listOf: mentee, by: $0)) }
    }
  }

  private func replacing(listOf mentee: Int, by list: [Int]) throws -> RankedMarket {
    func tiers(_ places: [(place: Int32, person: Int)]) -> Rankings.Tiers {
      Set(places.map(\.place)).sorted().map { place in
        places.filter { $0.place == place }.map(\.person)
      }
    }
    var mentees: [[(Int32, Int)]] = Array(repeating: [], count: menteeCount)
    var mentors: [[(Int32, Int)]] = Array(repeating: [], count: mentorCount)
    table.forEachPair { pair, entry in
      mentees[pair.mentee].append((places.ofMentors[entry], pair.mentor))
      mentors[pair.mentor].append((places.ofMentees[entry], pair.mentee))
    }
    var lists = mentees.map(tiers)
    lists[mentee] = list.map { [$0] }
    let problem = try AssignmentProblem(
      table: table, demands: demands, mentors: capacities.map { MentorLimits(capacity: $0) },
      coverage: .first)
    return RankedMarket(problem, Rankings(mentees: lists, mentors: mentors.map(tiers)))
  }

  private static func lists(of people: [Int]) -> [[Int]] {
    [[]]
      + people.flatMap { first in lists(of: people.filter { $0 != first }).map { [first] + $0 } }
  }
}
