import Foundation
import Problems
import Solvers
import Testing

private let dataFolder = ProcessInfo.processInfo.environment["NASTAVNIK_DATA"]

/// Cases of other codes and of the literature, see the file for the source of each.
@Suite(
  "Published stable assignments",
  .enabled(if: dataFolder != nil, "NASTAVNIK_DATA names no folder of published data"))
struct PublishedStableTests {
  private struct Case: Decodable {
    let id: String
    let studentPrefs: [String: [String]]
    let hostPrefs: [String: [String]]
    let hostCapacity: [String: Int]
    let expectedHostToStudents: [String: [String]]
    let expectedIs: String
    let numberOfStableMatchings: Int?

    var students: [String] { studentPrefs.keys.sorted() }
    var hosts: [String] { hostPrefs.keys.sorted() }

    var market: RankedMarket {
      get throws {
        let (students, hosts) = (students, hosts)
        let table = PairTable(menteeCount: students.count, mentorCount: hosts.count) { _ in 0 }
        let problem = try AssignmentProblem(
          table: table,
          mentors: hosts.map { MentorLimits(capacity: hostCapacity[$0] ?? 0) }, coverage: .first)
        func lists(_ prefs: [String: [String]], _ own: [String], _ others: [String]) -> [[[Int]]] {
          own.map { (prefs[$0] ?? []).compactMap { others.firstIndex(of: $0) }.map { [$0] } }
        }
        return RankedMarket(
          problem,
          Rankings(
            mentees: lists(studentPrefs, students, hosts),
            mentors: lists(hostPrefs, hosts, students)))
      }
    }

    var expected: [Pair] {
      expectedHostToStudents.flatMap { host, members in
        members.compactMap { member in
          guard let mentee = students.firstIndex(of: member),
            let mentor = hosts.firstIndex(of: host)
          else { return nil }
          return Pair(mentee: mentee, mentor: mentor)
        }
      }.sorted()
    }
  }

  @Test("the best for students, and how many there are")
  func cases() throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let url = URL(filePath: "\(dataFolder ?? "")/stable_small/stable_cases.json")
    let cases = try decoder.decode([Case].self, from: Data(contentsOf: url))
    #expect(cases.count >= 6)
    for one in cases {
      let market = try one.market
      #expect(one.expectedIs == "resident-optimal stable matching", "\(one.id)")
      #expect(DeferredAcceptance(market).pairs() == one.expected, "\(one.id)")
      let all = StableMatchings(market).all(limit: 1000)
      #expect(all.isComplete && all.assignments.first == one.expected, "\(one.id)")
      if let count = one.numberOfStableMatchings {
        #expect(all.assignments.count == count, "\(one.id)")
      }
    }
  }
}
