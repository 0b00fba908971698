import InstanceFiles
import Policies
public import Problems
public import Solvers
import Verification

/// Other good solutions next to the optimum, and which pairs hold in all of them.
public struct AlternativesReport: Sendable {
  /// Best first; checked.
  public let solutions: [Assignment]
  /// Whether the search was stopped before it had all that were asked for.
  public let isStopped: Bool
  /// Whether there are fewer than were asked for.
  public let isExhausted: Bool
  /// `nil` where it was not asked for, or the search was stopped.
  public let classes: PairClasses?
}

extension SolvedCase {
  /// Finds other good solutions.
  ///
  /// - Parameters:
  ///   - count: how many, the best one included.
  ///   - difference: in how many pairs each must differ from all before.
  ///   - classifies: whether to say which pairs stand in every or some optimum.
  /// - Returns: what was found, checked.
  /// - Throws: ``OfficeError``, ``OfficeError/tooDifferent(_:pairs:)`` where no solution can differ so much; one that
  ///   the checker rejects is never returned.
  public func alternatives(
    _ count: Int, differing difference: Int = 1, classifies: Bool = false
  ) throws(OfficeError) -> AlternativesReport {
    let most = max(1, best.pairs.count)
    guard difference <= most else { throw .tooDifferent(difference, pairs: most) }
    do throws(BackendError) {
      let found = try Alternatives(solved).best(count, differing: difference)
      let classes = classifies ? try solved.classes() : nil
      let report = AlternativesReport(
        solutions: found.assignments, isStopped: found.isStopped,
        isExhausted: !found.isStopped && found.assignments.count < count, classes: classes)
      let broken = report.solutions.flatMap { solution in
        Verdict(checking: outcome(of: solution), of: problem).problems
      }
      if broken.isEmpty { return report }
      throw .failed("an alternative that is rejected: \(broken.prefix(3))")
    } catch {
      throw .backend(error)
    }
  }

  /// A solution as an outcome: of the best value with its proof, of less with the best value as a bound.
  func outcome(of solution: Assignment) -> AssignmentOutcome {
    let isFirst = problem.coverage == .first
    let isBest =
      solution.objective.total == best.objective.total
      && (solution.objective.matched == best.objective.matched || !isFirst)
    guard isBest else { return .limitReached(solution, bound: best.objective) }
    let prices = NetworkCertifier().recoverPrices(for: solution, of: problem)
    return .optimal(solution, prices.map { .duals($0) } ?? .bound(solution.objective))
  }

  /// What leads from the optimum to another solution.
  func exchange(to solution: Assignment) -> Exchange {
    let (old, new) = (Set(best.pairs), Set(solution.pairs))
    return Exchange(
      added: new.subtracting(old).sorted(), removed: old.subtracting(new).sorted(),
      change: solution.objective - best.objective)
  }
}
