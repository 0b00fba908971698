import Problems
import Solvers
import Testing

@testable import GLPKBackend

@Suite("Conflicts of limits")
struct ElasticFilterTests {
  /// Five mentees for two hours each, all to be served, and mentors whose hours do not suffice in sum.
  private func problem(hours: [Int]) throws -> AssignmentProblem {
    try AssignmentProblem(
      table: PairTable(menteeCount: 5, mentorCount: hours.count) { _ in 1 },
      mentors: hours.map { _ in MentorLimits(capacity: 5) },
      hours: MentorHours(
        limits: Dictionary(uniqueKeysWithValues: hours.enumerated().map { ($0, $1) }),
        mentees: Dictionary(uniqueKeysWithValues: (0..<5).map { ($0, 2) })), coverage: .everyMentee)
  }

  private func conflict(_ problem: AssignmentProblem) throws -> [Rule]? {
    let free = try FreeProblem(problem)
    defer { LinearSession.endThread() }
    let filter = try ElasticFilter(
      AssignmentEncoding(free, elasticity: .rules), question: StopQuestion { false },
      memoryMegabytes: 0)
    return try filter.minimalConflict(among: problem.hours.limits.keys.sorted().map(Rule.hours))
  }

  @Test("all hours that are short in sum, none that could be more")
  func hoursInSum() throws {
    #expect(
      try conflict(problem(hours: [2, 4, 2])) == [
        .hours(mentor: 0), .hours(mentor: 1), .hours(mentor: 2),
      ])
    #expect(try conflict(problem(hours: [4, 6])) == nil)
  }
}
