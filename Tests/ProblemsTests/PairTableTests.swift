import Problems
import Testing

@Suite("Pair tables")
struct PairTableTests {
  @Test("rows, entries and complete matrices make the same table")
  func equal() throws {
    let rows = try PairTable(rows: [[3, nil, 5], [nil, nil, nil], [1, 2, nil]], mentorCount: 3)
    let entries = try PairTable(
      entries: [
        (Pair(mentee: 2, mentor: 1), 2), (Pair(mentee: 0, mentor: 2), 5),
        (Pair(mentee: 2, mentor: 0), 1), (Pair(mentee: 0, mentor: 0), 3),
      ], menteeCount: 3, mentorCount: 3)
    #expect(rows == entries)
    #expect(rows.points(of: Pair(mentee: 0, mentor: 2)) == 5)
    #expect(rows.points(of: Pair(mentee: 0, mentor: 1)) == nil)
    #expect(rows.points(of: Pair(mentee: 7, mentor: 0)) == nil)
    #expect(rows.points(of: Pair(mentee: -1, mentor: 0)) == nil)
    for entry in 0..<rows.pairCount { #expect(rows.entry(of: rows.pair(of: entry)) == entry) }
    let complete = try PairTable(complete: [1, 2, 3, 4], menteeCount: 2, mentorCount: 2)
    #expect(complete == (try PairTable(rows: [[1, 2], [3, 4]], mentorCount: 2)))
    #expect(complete.isComplete)
    #expect(complete.removing([Pair(mentee: 0, mentor: 1)]).pairCount == 3)
  }

  @Test("empty shapes are tables too")
  func empty() throws {
    for (mentees, mentors) in [(0, 0), (0, 3), (2, 0)] {
      let table = try PairTable(entries: [], menteeCount: mentees, mentorCount: mentors)
      #expect(table.menteeCount == mentees && table.mentorCount == mentors)
      #expect(table.pairCount == 0)
    }
  }

  @Test("what cannot be a table says where")
  func errors() {
    #expect(throws: ProblemError.raggedRow(row: 1, count: 1, expected: 2)) {
      try PairTable(rows: [[1, 2], [3]], mentorCount: 2)
    }
    let pair = Pair(mentee: 0, mentor: 1)
    #expect(throws: ProblemError.duplicatePair(entry: 1, pair: pair)) {
      try PairTable(entries: [(pair, 1), (pair, 2)], menteeCount: 1, mentorCount: 2)
    }
    #expect(throws: ProblemError.pairOutOfRange(entry: 0, pair: pair)) {
      try PairTable(entries: [(pair, 1)], menteeCount: 1, mentorCount: 1)
    }
  }
}
