import Policies
import Problems
import Solvers
import TestSupport
import Testing
import Verification

@Suite("Chains of goals against brute force")
struct GoalSolverTests {
  @Test("every policy and any chain, over networks, finds what trying everything finds")
  func networks() throws {
    var counts: [String: Int] = [:]
    for seed in 0..<3000 as Range<UInt64> {
      let draw = try GoalDraw(seed: seed, rules: .network)
      try check(draw, backend: .auto, &counts)
    }
    #expect(counts["optimal", default: 0] > 1500 && counts["infeasible", default: 0] > 200)
    #expect(counts["hungarian", default: 0] > 1000 && counts["glpk", default: 0] > 300)
  }

  @Test("the same with side rules, by programs")
  func sideRules() throws {
    var counts: [String: Int] = [:]
    for seed in 0..<2000 as Range<UInt64> {
      let draw = try GoalDraw(seed: seed &+ 1 << 40, rules: .side)
      try check(draw, backend: .auto, &counts)
    }
    #expect(counts["optimal", default: 0] > 700 && counts["infeasible", default: 0] > 200)
  }

  @Test("both ways of solving a chain agree where both can")
  func backendsAgree() throws {
    var count = 0
    for seed in 0..<1500 as Range<UInt64> {
      let draw = try GoalDraw(seed: seed &+ 1 << 41, rules: .network)
      guard !draw.chain.isStable, !draw.chain.goals.contains(.blockingPairs) else { continue }
      do throws(BackendError) {
        _ = try GoalSolver(backend: .both).solve(draw.problem, draw.chain, draw.data)
        count += 1
      } catch {
        #expect(
          error == .needsPrograms && draw.chain.goals.contains(.load) || draw.isRefusal(error),
          "seed \(seed): \(error)")
      }
    }
    #expect(count > 800)
  }

  @Test("without any time the stable start is kept")
  func stoppedAtOnce() throws {
    let solver = GoalSolver(backend: .auto, limits: .init(time: .zero))
    var count = 0
    for seed in 0..<200 as Range<UInt64> {
      let problem = try AssignmentProblem.random(seed: seed, rules: .network, sizes: 2...6)
      let chain = try #require(Policy.egalitarianStable.chain)
      guard case .limitReached(let best?, _)? = try solver.solve(problem, chain).outcome else {
        continue
      }
      count += 1
      #expect(chain.pairsAgainst(best.pairs, in: problem, .none).isEmpty, "seed \(seed)")
    }
    #expect(count > 50)
  }

  private func check(
    _ draw: GoalDraw, backend: Backend, _ counts: inout [String: Int]
  ) throws {
    let name = "seed \(draw.seed), \(draw.chain.text)"
    let answer: GoalOutcome
    do throws(BackendError) {
      answer = try GoalSolver(backend: backend).solve(draw.problem, draw.chain, draw.data)
    } catch {
      return #expect(draw.isRefusal(error), "\(name): \(error)")
    }
    let best = draw.bestValues()
    counts[answer.backend.rawValue, default: 0] += 1
    switch answer.outcome {
    case .optimal(let assignment, _)?:
      counts["optimal", default: 0] += 1
      #expect(draw.values(of: assignment.pairs) == best, "\(name)")
      #expect(answer.values == draw.reported(assignment.pairs), "\(name)")
      let verdict = Verdict(
        checking: .optimal(assignment, .bound(assignment.objective)), of: draw.problem)
      #expect(verdict.accepted, "\(name): \(verdict.problems)")
    case .infeasible(let witness)?:
      counts["infeasible", default: 0] += 1
      #expect(allAssignments(draw.problem).isEmpty, "\(name)")
      #expect(Verdict(checking: .infeasible(witness), of: draw.problem).accepted, "\(name)")
    case nil:
      counts["nothing", default: 0] += 1
      #expect(best == nil && !allAssignments(draw.problem).isEmpty, "\(name)")
    case .limitReached?: Issue.record("\(name): a limit")
    }
  }
}
