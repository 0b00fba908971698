import Foundation
import Office
import Policies
import Problems
import Testing

/// Whoever has the shortest list chooses first.
struct ShortListsFirst: MatchingPolicy {
  let name = "short-lists-first"

  func result(in market: Market, _ run: PolicyRun) throws(PolicyError) -> PolicyResult {
    let (table, places) = (market.ranked.table, market.ranked.places)
    var free = market.ranked.capacities
    var pairs = market.ranked.fixed
    let order = (0..<table.menteeCount).map { table.entries(of: $0) }.sorted { $0.count < $1.count }
    for list in order {
      let open = list.filter { free[table.pair(of: $0).mentor] > 0 }
      guard let best = open.min(by: { places.ofMentors[$0] < places.ofMentors[$1] }) else {
        continue
      }
      free[table.pair(of: best).mentor] -= 1
      pairs.append(table.pair(of: best))
    }
    return .pairs(pairs, .definition)
  }
}

@Suite("A policy of one's own")
struct OwnPolicyTests {
  @Test("is compared like all others, and stands in the README as it is here")
  func compared() throws {
    let table = try PairTable(rows: [[1, 2], [3, nil]], mentorCount: 2)
    let problem = try AssignmentProblem(
      table: table, mentors: [MentorLimits(capacity: 1), MentorLimits(capacity: 1)],
      coverage: .first)
    let rankings = Rankings(mentees: [[[0], [1]], [[0]]], mentors: [nil, nil])
    let report = ComparePolicies([ShortListsFirst(), Aim.policy(.serialDictatorship)])
      .report(on: [ComparedMarket(Market(problem, rankings: rankings), file: "own", hash: "own")])
    #expect(report.rows.map(\.isVerified) == [true, true])
    #expect(report.rows.map { $0.values[.matched] } == [2, 1])
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let start = try #require(source.range(of: "/// Whoever has")?.lowerBound)
    let end = try #require(source.range(of: "\n}\n", range: start..<source.endIndex)?.upperBound)
    #expect(readme.contains(source[start..<end]))
  }
}
