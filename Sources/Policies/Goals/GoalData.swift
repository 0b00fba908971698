public import Problems

/// What the goals of a chain look at beside the points.
public struct GoalData: Equatable, Sendable {
  /// `nil` where nobody was asked: then everybody is content with all who are eligible.
  public var rankings: Rankings?
  /// Pairs of an approved assignment.
  public var approved: Set<Pair>
  /// By mentee, in any unit; empty = nobody waits.
  public var waiting: [Int]

  public init(rankings: Rankings? = nil, approved: Set<Pair> = [], waiting: [Int] = []) {
    self.rankings = rankings
    self.approved = approved
    self.waiting = waiting
  }

  public static let none = GoalData()
}

/// The places that people give each other, for the pairs of one problem.
///
/// A pair is acceptable when both sides list each other; fixed pairs are acceptable anyway, in a place after
/// all that were listed. Places count from 1, and equals share one.
struct Places {
  /// By entry of the table: the mentor's place with the mentee.
  private(set) var ofMentors: [Int32]
  /// By entry of the table: the mentee's place with the mentor.
  private(set) var ofMentees: [Int32]

  /// - Complexity: O(pairCount + length of the rankings).
  init(_ table: PairTable, _ rankings: Rankings?) {
    let count = table.pairCount
    (ofMentors, ofMentees) = (Array(repeating: 1, count: count), Array(repeating: 1, count: count))
    guard let rankings else { return }
    let byMentee = rankings.mentees.map { $0.map(Self.places) }
    let byMentor = rankings.mentors.map { $0.map(Self.places) }
    table.forEachPair { pair, entry in
      ofMentors[entry] = Self.place(of: pair.mentor, in: byMentee, at: pair.mentee)
      ofMentees[entry] = Self.place(of: pair.mentee, in: byMentor, at: pair.mentor)
    }
  }

  private static func places(_ tiers: Rankings.Tiers) -> [Int: Int32] {
    var places: [Int: Int32] = [:]
    for (index, tier) in tiers.enumerated() {
      for person in tier { places[person] = Int32(truncatingIfNeeded: index + 1) }
    }
    return places
  }

  private static func place(
    of person: Int, in lists: [[Int: Int32]?], at owner: Int
  ) -> Int32 {
    guard lists.indices.contains(owner), let list = lists[owner] else { return 1 }
    return list[person] ?? unlisted
  }

  private static let unlisted = Int32.max

  /// Whether both sides list each other.
  func isAcceptable(_ entry: Int) -> Bool {
    ofMentors[entry] != Self.unlisted && ofMentees[entry] != Self.unlisted
  }

  /// Gives the pairs that nobody listed, the fixed ones, a place after all others.
  mutating func placeUnlisted() {
    for place in [\Places.ofMentors, \Places.ofMentees] {
      let last = self[keyPath: place].reduce(1) { $1 == Self.unlisted ? $0 : max($0, $1) }
      for entry in self[keyPath: place].indices where self[keyPath: place][entry] == Self.unlisted {
        self[keyPath: place][entry] = last + 1
      }
    }
  }
}
