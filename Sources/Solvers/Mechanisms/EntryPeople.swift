import Problems

/// Whom every entry of a table joins.
struct EntryPeople {
  let mentees: [Int32]
  let mentors: [Int32]

  /// - Complexity: O(pairCount).
  init(_ table: PairTable) {
    var mentees: [Int32] = []
    mentees.reserveCapacity(table.pairCount)
    for mentee in 0..<table.menteeCount {
      mentees.append(
        contentsOf: repeatElement(Int32(mentee), count: table.entries(of: mentee).count))
    }
    self.mentees = mentees
    let row = (0..<Int32(table.mentorCount))
    mentors = table.mentors ?? (0..<table.menteeCount).flatMap { _ in row }
  }

  func pair(_ entry: Int) -> Pair {
    Pair(mentee: Int(mentees[entry]), mentor: Int(mentors[entry]))
  }

  /// The pairs of marked entries, in canonical order.
  func pairs(_ isChosen: [Bool]) -> [Pair] {
    isChosen.indices.lazy.filter { isChosen[$0] }.map { pair($0) }
  }
}
