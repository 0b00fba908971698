import Problems
import TestSupport
import Testing

@Suite("Pairs above bounds")
struct PairTableAboveTests {
  private func naive(_ table: PairTable, _ own: [Int128], _ other: [Int128]) -> [Pair] {
    var found: [Pair] = []
    table.forEachPair { pair, entry in
      if Int128(table.points[entry]) > own[pair.mentee] + other[pair.mentor] { found.append(pair) }
    }
    return found
  }

  @Test(
    "agrees with a look at every pair, for all cells, bounds of all sizes, any number of threads")
  func agree() throws {
    var random = SplitMix64(seed: 3)
    for (scale, most) in [
      (1, 200), (1, 60_000), (1, 1 << 31), (1 << 33, 1 << 60), (.max / 8, .max / 4),
    ] {
      for (mentees, mentors) in [(7, 130), (1, 1), (20, 3), (0, 4), (3, 0)] {
        let cells = (0..<mentees * mentors).map { _ in Int.random(in: 0...most, using: &random) }
        var tables = [
          try PairTable(complete: Points(cells), menteeCount: mentees, mentorCount: mentors),
          try PairTable(
            complete: Points(cells).negated, menteeCount: mentees, mentorCount: mentors),
          PairTable(menteeCount: mentees, mentorCount: mentors) { pair in
            pair.mentor % 3 == 1 ? nil : cells[pair.mentee * mentors + pair.mentor] - most / 2
          },
        ]
        if most < 1 << 53 {
          let reals = Points.Cells.double(CellBuffer(cells.map { Double($0) }))
          for isNegated in [false, true] {
            tables.append(
              try PairTable(
                complete: Points(reals, isNegated: isNegated), menteeCount: mentees,
                mentorCount: mentors))
          }
        }
        let own = (0..<mentees).map { _ in Int128(Int.random(in: -most...most, using: &random)) }
        for factor in [1, scale] {
          let other = (0..<mentors).map { _ in
            Int128(Int.random(in: -most...most, using: &random)) * Int128(factor)
          }
          for table in tables {
            let expected = naive(table, own, other)
            for threads in [1, 2, 5] {
              for limit in [0, 3, 10_000] {
                #expect(
                  table.pairs(aboveMentees: own, mentors: other, atMost: limit, threads: threads)
                    == Array(expected.prefix(limit)), "\(most), \(mentees) × \(mentors)")
              }
            }
          }
        }
      }
    }
  }

  @Test("scores are compared without being stored")
  func scores() throws {
    var random = SplitMix64(seed: 4)
    for most in [5, 3000, 100_000] {
      let people = (0..<90).map { _ in (0..<6).map { _ in Int.random(in: 0...most, using: &random) }
      }
      let scores = try ProfileScores(.l1, mentees: Array(people[..<20]), mentors: people)
      let table = try PairTable(
        complete: Points(.scores(scores), isNegated: true), menteeCount: 20, mentorCount: 90)
      let own = (0..<20).map { Int128(-$0 * most / 10) }
      let other = (0..<90).map { Int128(-$0 * most / 50) }
      #expect(
        table.pairs(aboveMentees: own, mentors: other, atMost: 10_000, threads: 2)
          == naive(table, own, other))
    }
  }
}
