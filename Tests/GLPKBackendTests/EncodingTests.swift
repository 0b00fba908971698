import Problems
import Solvers
import Testing

@testable import GLPKBackend

@Suite("Encoding of side rules")
struct EncodingTests {
  private func encoding(
    _ rows: [[Int?]], _ mentors: [MentorLimits], fixed: [Pair] = [], apart: [[Int]] = [],
    together: [[Int]] = [], hours: MentorHours = .unlimited, coverage: Coverage = .ignore
  ) throws -> AssignmentEncoding {
    AssignmentEncoding(
      try FreeProblem(
        AssignmentProblem(
          table: PairTable(rows: rows, mentorCount: mentors.count), mentors: mentors,
          fixed: fixed, apart: apart, together: together, hours: hours, coverage: coverage)))
  }

  @Test("people together are one item, with arcs to common mentors who have the places")
  func mergedItems() throws {
    let encoding = try encoding(
      [[1, 2, 4], [8, nil, 16], [32, 64, 128]],
      [.init(capacity: 2), .init(capacity: 3), .init(capacity: 1)], together: [[0, 1]])
    #expect(encoding.arcs.items == [[0, 1], [2]])
    // Of mentor 1 one is not eligible, mentor 2 has one place.
    #expect(
      encoding.arcs.pairs(of: 0) == [.init(mentee: 0, mentor: 0), .init(mentee: 1, mentor: 0)])
    #expect(encoding.arcs.count == 4)
    let points = encoding.free.table.points
    #expect(encoding.program { points[$0] }.objective == [9, 32, 64, 128])
    // Two places for an item of two and one of one.
    #expect(
      encoding.rows.contains(
        .init(columns: [0, 1], coefficients: [2, 1], lower: nil, upper: 2)))
  }

  @Test("sets that overlap are one item, and a fixed pair forces the others")
  func forcedArcs() throws {
    let encoding = try encoding(
      [[1, 1], [1, 1], [1, 1]], [.init(capacity: 3), .init(capacity: 3)],
      fixed: [Pair(mentee: 2, mentor: 1)], together: [[0, 1], [1, 2]])
    #expect(encoding.arcs.items == [[0, 1, 2]])
    #expect(encoding.arcs.forced == [1])
    #expect(encoding.arcs.pairs(of: 1).map(\.mentee) == [0, 1])
    #expect(
      encoding.rows.contains(.init(columns: [1], coefficients: [1], lower: 1, upper: nil)))
  }

  @Test("conflicts are rows only where two could meet, and hold against a closed group")
  func conflicts() throws {
    let encoding = try encoding(
      [[1, 1, 1], [1, nil, 1], [1, 1, 1]],
      [.init(capacity: 3), .init(capacity: 3), .init(capacity: 3, minimum: 2)], apart: [[0, 1]])
    let open = encoding.arcs.count
    #expect(
      encoding.rows.contains(.init(columns: [0, 3], coefficients: [1, 1], lower: nil, upper: 1)))
    #expect(
      encoding.rows.contains(
        .init(columns: [2, 4, open], coefficients: [1, 1, -1], lower: nil, upper: 0)))
    // Nobody else is apart, and mentor 1 is not eligible for both.
    #expect(
      !encoding.rows.contains { $0.columns == [1] || $0.columns == [1, 3] })
  }

  @Test("hours are divided by what divides them all, and too long pairs are ruled out")
  func hours() throws {
    let hours = MentorHours(limits: [0: 50], mentees: [0: 20, 1: 40, 2: 1000])
    let encoding = try encoding(
      [[1], [1], [1]], [.init(capacity: 3)], hours: hours)
    #expect(
      encoding.rows == [
        .init(columns: [0, 1, 2], coefficients: [1, 2, 3], lower: nil, upper: 2)
      ])
  }
}
