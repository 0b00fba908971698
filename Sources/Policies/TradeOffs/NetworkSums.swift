import Problems
import Solvers

/// Sums of two goals over a network: each question is an assignment problem.
struct NetworkSums: TradeOffSource {
  /// The problem of a sum, and what it came to.
  struct Solved {
    let problem: AssignmentProblem
    let outcome: AssignmentOutcome
  }

  /// With places for mentors where loads are counted.
  let problem: AssignmentProblem
  private let slots: SlotProblem?
  private let values: TradeOffValues
  private let coverage: Coverage
  private let threads: Int
  private let watch: SolverWatch

  /// Takes a problem whose rules form a network.
  ///
  /// - Returns: `nil` where a goal is for no network.
  init?(
    _ goals: GoalProblem, _ first: Goal, _ second: Goal, coverage: Coverage, threads: Int,
    watch: SolverWatch
  ) throws(ProblemError) {
    guard first != .blockingPairs, second != .blockingPairs else { return nil }
    let plain = TradeOffValues(goals, first, second)
    if first == .load || second == .load {
      guard let slots = try SlotProblem(goals.problem) else { return nil }
      let loads = slots.costs.map { -$0 }
      values = TradeOffValues(
        first: first == .load ? loads : slots.entries.map { plain.first[$0] },
        second: second == .load ? loads : slots.entries.map { plain.second[$0] })
      let points = slots.entries.map { goals.problem.table.points[$0] }
      problem = try slots.problem.replacing(
        table: slots.problem.table.mapped { _, entry in points[entry] }.table)
      self.slots = slots
    } else {
      (values, problem, slots) = (plain, goals.problem, nil)
    }
    self.coverage = coverage
    self.threads = threads
    self.watch = watch
  }

  /// - Complexity: that of ``AssignmentSolver``.
  func best(
    _ weights: TradeOffWeights, floor: Int?
  ) throws(BackendError) -> TradeOffAnswer {
    switch try solve(weights, floor: floor).outcome {
    case .optimal(let best, _): .best(slots?.given(best.pairs) ?? best.pairs)
    case .infeasible: .nothing
    case .limitReached: .stopped
    }
  }

  func solve(_ weights: TradeOffWeights, floor: Int? = nil) throws(BackendError) -> Solved {
    let sums = try weights.sums(values, of: problem.table)
    let (points, fixed) = (problem.table.points, Set(problem.fixed))
    let table =
      floor.map { floor in
        problem.table.mapped { pair, entry in
          points[entry] >= floor || fixed.contains(pair) ? sums[entry] : nil
        }.table
      } ?? problem.table.replacingPoints(sums)
    do {
      let stage = try problem.replacing(table: table, coverage: coverage)
      let outcome = try AssignmentSolver(threads: threads).solve(stage, watching: watch)
      return Solved(problem: stage, outcome: outcome)
    } catch let error as ProblemError {
      throw .problem(error)
    } catch let error as NotANetwork {
      throw BackendError(error)
    } catch {
      throw .failed(String(describing: error))
    }
  }
}
