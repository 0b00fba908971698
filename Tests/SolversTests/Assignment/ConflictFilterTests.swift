import Problems
import Solvers
import Testing

@Suite("Conflict filter")
struct ConflictFilterTests {
  @Test("finds every planted conflict, with few questions")
  func findsPlantedConflicts() throws {
    let problem = try AssignmentProblem(
      table: PairTable(rows: [], mentorCount: 32),
      mentors: Array(repeating: .init(capacity: 3, minimum: 2), count: 32), coverage: .first)
    for first in 0..<32 {
      for second in 0..<32 {
        let planted = Set([first, second])
        var questionCount = 0
        let rules = ConflictFilter(problem).minimalConflict { part in
          questionCount += 1
          return planted.allSatisfy { part.mentors[$0].minimum == 2 }
        }
        #expect(rules == planted.sorted().map { .minimum(mentor: $0) })
        #expect(questionCount <= 24)
      }
    }
  }
}
