import Problems
import Solvers
import TestSupport
import Testing

@Suite("Network solver, shapes and examples")
struct NetworkShapeTests {
  private func expectProvenOptimum(
    _ problem: AssignmentProblem, _ objective: Objective? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    guard case .optimal(let assignment, .duals(let prices)) = try NetworkSolver().solve(problem)
    else {
      Issue.record("no optimum", sourceLocation: sourceLocation)
      return
    }
    #expect(problem.accepts(assignment), sourceLocation: sourceLocation)
    #expect(problem.proves(prices, assignment), sourceLocation: sourceLocation)
    if let objective {
      #expect(assignment.objective == objective, sourceLocation: sourceLocation)
    }
  }

  private func problem(
    _ rows: [[Int?]], mentorCount: Int, capacity: Int = 1, coverage: Coverage = .first
  ) throws -> AssignmentProblem {
    try AssignmentProblem(
      table: PairTable(rows: rows, mentorCount: mentorCount),
      mentors: Array(repeating: .init(capacity: capacity), count: mentorCount), coverage: coverage)
  }

  @Test("nobody on one side or on both")
  func solvesEmptyShapes() throws {
    let nothing = Objective(matched: 0, total: 0)
    for coverage in [Coverage.first, .ignore] {
      try expectProvenOptimum(problem([], mentorCount: 0, coverage: coverage), nothing)
      try expectProvenOptimum(problem([], mentorCount: 3, coverage: coverage), nothing)
      try expectProvenOptimum(problem([[], []], mentorCount: 0, coverage: coverage), nothing)
      try expectProvenOptimum(
        problem([[nil, nil], [nil, nil]], mentorCount: 2, coverage: coverage), nothing)
    }
    #expect(
      try NetworkSolver().solve(problem([[], []], mentorCount: 0, coverage: .everyMentee))
        == .infeasible(
          .hall(
            .init(side: .mentees, mentees: [0], mentors: [], needed: 1, places: 0))))
    #expect(
      try NetworkSolver().solve(problem([], mentorCount: 3, coverage: .everyMentor))
        == .infeasible(
          .hall(
            .init(side: .mentors, mentees: [], mentors: [0, 1, 2], needed: 3, places: 0))))
  }

  @Test("everything tied goes to the lowest indices")
  func solvesConstant() throws {
    let problem = try problem(
      Array(repeating: Array(repeating: 7, count: 8), count: 8), mentorCount: 8)
    try expectProvenOptimum(problem, Objective(matched: 8, total: 56))
    guard case .optimal(let assignment, _) = try NetworkSolver().solve(problem) else { return }
    #expect(assignment.pairs == (0..<8).map { Pair(mentee: $0, mentor: $0) })
  }

  @Test("500 × 500 with a proof")
  func solvesLargeDense() throws {
    for coverage in [Coverage.first, .everyMentee, .everyMentor, .ignore] {
      try expectProvenOptimum(
        .dense(menteeCount: 500, mentorCount: 500, coverage: coverage, seed: 1))
    }
  }

  @Test("points near 2⁴⁰ stay exact")
  func solvesLargeNumbers() throws {
    for seed in 0..<200 as Range<UInt64> {
      let range = -(1 << 40)...(1 << 40)
      let problem = try AssignmentProblem.dense(
        menteeCount: 5, mentorCount: 4, points: range, seed: seed)
      try expectProvenOptimum(problem, bruteForce(problem))
    }
  }

  @Test("capacities and demands beyond all people mean no limit")
  func solvesUnlimited() throws {
    let table = try PairTable(rows: [[3, -5], [4, nil]], mentorCount: 2)
    let problem = try AssignmentProblem(
      table: table, demands: [.max, .max],
      mentors: [.init(capacity: .max), .init(capacity: .max)], coverage: .first)
    try expectProvenOptimum(problem, Objective(matched: 3, total: 2))
  }

  /// The ratings of four individuals for four jobs, best sum 27.
  ///
  /// Source: H. W. Kuhn, "The Hungarian method for the assignment problem", Naval Research Logistics
  /// Quarterly 2, 1955, doi:10.1002/nav.3800020109, § 3.
  @Test("Kuhn's example")
  func solvesPublishedExample() throws {
    let ratings = [[8, 7, 9, 9], [5, 2, 7, 8], [6, 1, 4, 9], [2, 3, 2, 6]]
    for coverage in [Coverage.first, .ignore, .everyMentee, .everyMentor] {
      try expectProvenOptimum(
        problem(ratings, mentorCount: 4, coverage: coverage), Objective(matched: 4, total: 27))
    }
  }
}
