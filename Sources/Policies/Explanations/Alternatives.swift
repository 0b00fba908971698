import GLPKBackend
public import Problems
import Solvers

/// Other good solutions of a solved problem.
///
/// ```swift
/// let alternatives = Alternatives(solved)
/// try alternatives.best(5).assignments           // the five best
/// try alternatives.best(3, differing: 4)         // each in at least four pairs from those before
/// ```
///
/// Where the rules form a network the best are ranked there, equal ones in canonical order; else, and where
/// solutions must differ in several pairs, each is an integer program without those found before.
public struct Alternatives {
  /// What was found.
  public struct Found: Equatable, Sendable {
    /// Best first.
    public let assignments: [Assignment]
    /// Whether the search was stopped before it had all that were asked for.
    public let isStopped: Bool
  }

  private let solved: SolvedProblem
  private let limits: SolverLimits
  private let watch: SolverWatch

  public init(_ solved: SolvedProblem) {
    self.solved = solved
    limits = solved.router.limits
    watch = solved.router.watch
  }

  /// The best solutions, fewer where there are no more.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - difference: how many pairs of every earlier one each must do without; 1 = it is another one.
  /// - Returns: the optimum first.
  /// - Throws: ``BackendError``.
  /// - Complexity: of a network see ``AssignmentRanking``; else a solve for each.
  public func best(_ count: Int, differing difference: Int = 1) throws(BackendError) -> Found {
    guard difference == 1, let network = solved.network else {
      return try programs(count, difference)
    }
    do throws(AssignmentRanking.Trouble) {
      let found = try AssignmentRanking(network.problem, watching: watch).best(count)
      return Found(
        assignments: found, isStopped: found.count < count && watch.isCancelled())
    } catch {
      switch error {
      case .notANetwork(let rule): throw BackendError(rule)
      case .tooLarge(let error): throw .problem(error)
      }
    }
  }

  private func programs(_ count: Int, _ difference: Int) throws(BackendError) -> Found {
    var found = count > 0 ? [solved.best] : []
    while found.count < count {
      switch try next(after: found, difference) {
      case .optimal(let next): found.append(next)
      case .infeasible: return Found(assignments: found, isStopped: false)
      case .limitReached: return Found(assignments: found, isStopped: true)
      }
    }
    return Found(assignments: found, isStopped: false)
  }

  private enum Step {
    case optimal(Assignment)
    case infeasible
    case limitReached
  }

  /// The best solution that differs from some others.
  ///
  /// Among the pairs that cost little first. What is found there loses so much against the best, and whatever
  /// loses no more has only pairs that cost no more: where some were left out, they are looked at then.
  private func next(
    after found: [Assignment], _ difference: Int
  ) throws(BackendError) -> Step {
    guard let network = solved.network else {
      return try solve(solved.problem, after: found, difference)
    }
    let few = network.costQuantile(8 * (solved.problem.menteeCount + solved.problem.mentorCount))
    let keeping = found.flatMap(\.pairs)
    guard let few, let part = try? network.problem(costingUpTo: few, keeping: keeping),
      case .optimal(let first) = try solve(part, after: found, difference),
      first.objective.matched == solved.best.objective.matched
    else { return try solve(solved.problem, after: found, difference) }
    let loss = solved.best.objective.total - first.objective.total
    guard loss > few else { return .optimal(first) }
    guard let wider = try? network.problem(costingUpTo: loss, keeping: keeping) else {
      return try solve(solved.problem, after: found, difference)
    }
    return try solve(wider, after: found, difference, from: first)
  }

  private func solve(
    _ problem: AssignmentProblem, after found: [Assignment], _ difference: Int,
    from start: Assignment? = nil
  ) throws(BackendError) -> Step {
    guard var chain = ProgramChain(problem, limits: limits, watch: watch) else {
      return .infeasible
    }
    for other in found { chain.exclude(other, of: problem, difference) }
    if let start { chain.start(from: start.pairs) }
    do {
      if problem.coverage == .first {
        switch try chain.maximise(.init { _ in 1 }, isCount: true) {
        case .optimal: break
        case .infeasible: return .infeasible
        case .limitReached: return .limitReached
        }
      }
      switch try chain.maximise(.init { problem.table.points(of: $0) ?? 0 }) {
      case .optimal(let pairs):
        guard let objective = solved.problem.objective(of: pairs) else {
          throw BackendError.failed("a pair that is not eligible")
        }
        return .optimal(Assignment(pairs: pairs, objective: objective))
      case .infeasible: return .infeasible
      case .limitReached: return .limitReached
      }
    } catch let error as GLPKError {
      throw BackendError(error)
    } catch let error as BackendError {
      throw error
    } catch {
      throw .failed(String(describing: error))
    }
  }
}

extension ProgramChain {
  /// Leaves out all answers that have all but a few pairs of an assignment; of one pair at least it is enough to
  /// have another one.
  fileprivate mutating func exclude(
    _ other: Assignment, of problem: AssignmentProblem, _ difference: Int
  ) {
    let pairs = Set(other.pairs)
    var terms = other.pairs.map { Term($0, 1) }
    if difference == 1 {
      problem.table.forEachPair { pair, _ in
        if !pairs.contains(pair) { terms.append(Term(pair, -1)) }
      }
    }
    addRow(terms, upper: pairs.count - difference)
  }
}
