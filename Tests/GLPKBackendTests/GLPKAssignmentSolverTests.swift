import GLPKBackend
import Problems
import Solvers
import Synchronization
import TestSupport
import Testing
import Verification

/// How many random problems of each kind the oracle judges.
private let seedCount: UInt64 = 4000

@Suite("GLPK assignment solver against brute force")
struct GLPKAssignmentSolverTests {
  @Test("solves every rule, and proves what it says where anybody can")
  func matchesOracleOnAllRules() throws {
    var (networks, bounds, hall, conflicts) = (0, 0, 0, 0)
    for seed in 0..<seedCount {
      let problem = try AssignmentProblem.random(seed: seed, rules: .all)
      let best = bruteForce(problem)
      switch try GLPKAssignmentSolver().solve(problem) {
      case .optimal(let assignment, let proof):
        #expect(best.map(problem.value) == problem.value(assignment.objective), "seed \(seed)")
        #expect(problem.accepts(assignment), "seed \(seed)")
        switch proof {
        case .duals(let prices):
          #expect(problem.proves(prices, assignment), "seed \(seed)")
          networks += 1
        case .bound(let bound):
          #expect(bound == assignment.objective, "seed \(seed)")
          #expect(NetworkSolver().obstacle(in: problem) != nil, "seed \(seed)")
          bounds += 1
        case .definition: Issue.record("seed \(seed): no proof")
        }
      case .infeasible(let witness):
        #expect(best == nil, "seed \(seed)")
        #expect(problem.isShownInfeasible(by: witness), "seed \(seed): \(witness)")
        if case .hall = witness { hall += 1 } else { conflicts += 1 }
      case let outcome:
        Issue.record("seed \(seed): \(outcome)")
      }
    }
    #expect(networks > 100 && bounds > 100 && hall > 50 && conflicts > 50)
  }

  @Test("agrees with the network solver")
  func agreesWithNetworkSolver() throws {
    for seed in 0..<seedCount {
      let problem = try AssignmentProblem.random(seed: 1_000_000 + seed)
      let network = try NetworkSolver().solve(problem)
      switch (try GLPKAssignmentSolver().solve(problem), network) {
      case (
        .optimal(let assignment, .duals(let prices)), .optimal(let expected, .duals(let others))
      ):
        #expect(
          problem.value(assignment.objective) == problem.value(expected.objective), "seed \(seed)")
        #expect(problem.proves(prices, assignment), "seed \(seed)")
        // Prices of one solver prove the answer of the other: duality does not care who found them.
        #expect(problem.proves(others, assignment), "seed \(seed)")
      case (.infeasible(let witness), .infeasible(let other)):
        #expect(problem.isShownInfeasible(by: witness), "seed \(seed): \(witness)")
        #expect(isHall(witness) == isHall(other), "seed \(seed): \(witness) \(other)")
      case (let outcome, _):
        Issue.record("seed \(seed): \(outcome), network \(network)")
      }
    }
  }

  private func isHall(_ witness: Witness) -> Bool {
    if case .hall = witness { true } else { false }
  }

  @Test("a group opens with its minimum or not at all")
  func opensGroups() throws {
    // Mentor 0 is better for both, but takes three or nobody.
    let table = try PairTable(rows: [[9, 1], [9, 1]], mentorCount: 2)
    func outcome(minimum: Int) throws -> AssignmentOutcome {
      try GLPKAssignmentSolver().solve(
        try AssignmentProblem(
          table: table,
          mentors: [.init(capacity: 3, minimum: minimum), .init(capacity: 2)], coverage: .first))
    }
    let closed = Objective(matched: 2, total: 2)
    #expect(
      try outcome(minimum: 3)
        == .optimal(
          Assignment(
            pairs: [.init(mentee: 0, mentor: 1), .init(mentee: 1, mentor: 1)], objective: closed),
          .bound(closed)))
    guard case .optimal(let open, _) = try outcome(minimum: 2) else {
      Issue.record("no optimum")
      return
    }
    #expect(open.objective == Objective(matched: 2, total: 18))
  }

  @Test("points that GLPK cannot tell apart are refused where nobody could check the answer")
  func refusesLargePoints() throws {
    let table = try PairTable(rows: [[1 << 40, 1], [3, 5], [7, 1 << 40]], mentorCount: 2)
    func outcome(minimum: Int) throws -> AssignmentOutcome {
      try GLPKAssignmentSolver().solve(
        try AssignmentProblem(
          table: table,
          mentors: [.init(capacity: 3, minimum: minimum), .init(capacity: 1)], coverage: .first))
    }
    #expect(throws: GLPKError.self) { try outcome(minimum: 2) }
    // A minimum of 1 is no rule at all: a network.
    guard case .optimal(let assignment, .duals) = try outcome(minimum: 1) else {
      Issue.record("no optimum")
      return
    }
    #expect(assignment.objective == Objective(matched: 3, total: 2 << 40 | 3))
  }

  @Test("large points with small differences are solved with their common part taken out")
  func takesCommonPartOut() throws {
    let base = 1 << 40
    let table = try PairTable(
      rows: [[base + 9, base + 1], [base + 9, base + 1]], mentorCount: 2)
    let closed = Objective(matched: 2, total: 2 * base + 2)
    for coverage in [Coverage.first, .everyMentee] {
      let problem = try AssignmentProblem(
        table: table, mentors: [.init(capacity: 3, minimum: 3), .init(capacity: 2)],
        coverage: coverage)
      guard case .optimal(let assignment, let proof) = try GLPKAssignmentSolver().solve(problem)
      else {
        Issue.record("no optimum")
        return
      }
      #expect(assignment.objective == closed)
      #expect(proof == .bound(closed))
    }
  }

  @Test("agrees with the network solver on larger problems")
  func agreesOnLargerProblems() throws {
    for seed in 0..<60 as Range<UInt64> {
      let problem = try AssignmentProblem.random(seed: seed, sizes: 10...30)
      switch (try GLPKAssignmentSolver().solve(problem), try NetworkSolver().solve(problem)) {
      case (.optimal(let assignment, .duals), .optimal(let expected, _)):
        let isEqual = problem.value(assignment.objective) == problem.value(expected.objective)
        #expect(isEqual, "seed \(seed)")
      case (.infeasible(.hall(let violator)), .infeasible(.hall)):
        #expect(problem.isShownInfeasible(by: .hall(violator)), "seed \(seed)")
      case (.infeasible(.conflict), .infeasible(.conflict)):
        break
      case (let outcome, let network):
        Issue.record("seed \(seed): \(outcome), network \(network)")
      }
    }
  }

  @Test("a cancellation is heard inside the root relaxation")
  func stopsInRelaxation() throws {
    let problem = try AssignmentProblem.dense(
      menteeCount: 250, mentorCount: 250, points: 0...100_000, seed: 4)
    let questionCount = Mutex(0)
    let watch = SolverWatch(isCancelled: {
      questionCount.withLock {
        $0 += 1
        return $0 > 3
      }
    })
    let outcome = try GLPKAssignmentSolver().solve(problem, watching: watch)
    guard case .limitReached(_, let bound) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(bound.matched == 250)
  }

  @Test("an impossibility that is proven stays one when the search for its reason is stopped")
  func stopsInExplanation() throws {
    var (isolated, unisolated, unknown) = (0, 0, 0)
    // Five who take three or nobody, and eleven who must all have somebody.
    let problem = try AssignmentProblem(
      table: PairTable(complete: Array(repeating: 1, count: 55), menteeCount: 11, mentorCount: 5),
      mentors: Array(repeating: MentorLimits(capacity: 3, minimum: 3), count: 5),
      coverage: .everyMentee)
    var limit = 0
    while isolated == 0, limit < 1_000_000 {
      limit += 1 + limit / 8
      let stop = limit
      let questionCount = Mutex(0)
      let watch = SolverWatch(isCancelled: {
        questionCount.withLock {
          $0 += 1
          return $0 > stop
        }
      })
      let outcome = try GLPKAssignmentSolver().solve(problem, watching: watch)
      #expect(Verdict(checking: outcome, of: problem).accepted, "after \(limit): \(outcome)")
      switch outcome {
      case .infeasible(.unisolated): unisolated += 1
      case .infeasible: isolated += 1
      case .limitReached(nil, _): unknown += 1
      default: Issue.record("after \(limit): \(outcome)")
      }
    }
    #expect(isolated > 0 && unisolated > 0 && unknown > 0, "\(isolated) \(unisolated) \(unknown)")
  }

  @Test("a time limit of nothing and a cancellation end with what is known")
  func stops() throws {
    let problem = try AssignmentProblem.dense(menteeCount: 12, mentorCount: 12, seed: 3)
    guard
      case .limitReached(_, let bound) = try GLPKAssignmentSolver(limits: .init(time: .zero))
        .solve(problem),
      case .limitReached(_, let other) = try GLPKAssignmentSolver().solve(
        problem, watching: SolverWatch(isCancelled: { true })),
      case .optimal(let best, _) = try GLPKAssignmentSolver().solve(problem)
    else {
      Issue.record("not stopped, or never")
      return
    }
    #expect(problem.value(best.objective) <= problem.value(bound))
    #expect(problem.value(best.objective) <= problem.value(other))
  }
}
