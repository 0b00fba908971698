/// The places that people give each other, for the pairs of one table.
///
/// A pair is acceptable when both sides list each other. Places count from 1, and equals share one; who did not
/// answer has everybody in the first place.
///
/// ```swift
/// let places = Places(table, Rankings(mentees: [[[1], [0]]], mentors: [nil, [[0]]]))
/// places.ofMentors  // [2, 1]: of mentors 0 and 1 with mentee 0
/// ```
public struct Places: Equatable, Sendable {
  /// By entry of the table: the mentor's place with the mentee.
  public private(set) var ofMentors: [Int32]
  /// By entry of the table: the mentee's place with the mentor.
  public private(set) var ofMentees: [Int32]

  private static let unlisted = Int32.max

  /// Looks up what every eligible pair has been given; whoever is not in the table does not matter.
  ///
  /// - Parameters:
  ///   - table: the eligible pairs.
  ///   - rankings: `nil` = nobody answered.
  /// - Complexity: O(pairCount + length of the rankings · log mentorCount).
  public init(_ table: PairTable, _ rankings: Rankings?) {
    func answers(_ lists: [Rankings.Tiers?]?, _ person: Int) -> Rankings.Tiers? {
      lists.flatMap { $0.indices.contains(person) ? $0[person] : nil }
    }
    (ofMentors, ofMentees) = ([], [])
    ofMentors.reserveCapacity(table.pairCount)
    ofMentees.reserveCapacity(table.pairCount)
    let hasMentorAnswered = (0..<table.mentorCount).map { answers(rankings?.mentors, $0) != nil }
    for mentee in 0..<table.menteeCount {
      let hasAnswered = answers(rankings?.mentees, mentee) != nil
      for entry in table.entries(of: mentee) {
        let mentor = table.mentor(of: entry, mentee: mentee)
        ofMentors.append(hasAnswered ? Self.unlisted : 1)
        ofMentees.append(hasMentorAnswered[mentor] ? Self.unlisted : 1)
      }
    }
    for mentee in 0..<table.menteeCount {
      for (tier, people) in (answers(rankings?.mentees, mentee) ?? []).enumerated() {
        for mentor in people {
          guard let entry = table.entry(of: Pair(mentee: mentee, mentor: mentor)) else { continue }
          ofMentors[entry] = Int32(truncatingIfNeeded: tier + 1)
        }
      }
    }
    for mentor in 0..<table.mentorCount {
      for (tier, people) in (answers(rankings?.mentors, mentor) ?? []).enumerated() {
        for mentee in people {
          guard let entry = table.entry(of: Pair(mentee: mentee, mentor: mentor)) else { continue }
          ofMentees[entry] = Int32(truncatingIfNeeded: tier + 1)
        }
      }
    }
  }

  /// Keeps the places of some entries, in their order.
  init(_ places: Places, of entries: [Int]) {
    ofMentors = entries.map { places.ofMentors[$0] }
    ofMentees = entries.map { places.ofMentees[$0] }
  }

  /// Whether both sides list each other.
  public func isAcceptable(_ entry: Int) -> Bool {
    ofMentors[entry] != Self.unlisted && ofMentees[entry] != Self.unlisted
  }

  /// Gives the pairs that nobody listed a place after all others.
  public mutating func placeUnlisted() {
    for place in [\Places.ofMentors, \Places.ofMentees] {
      let last = self[keyPath: place].reduce(1) { $1 == Self.unlisted ? $0 : max($0, $1) }
      for entry in self[keyPath: place].indices where self[keyPath: place][entry] == Self.unlisted {
        self[keyPath: place][entry] = last + 1
      }
    }
  }
}
