import Problems
import Solvers

extension Aim: MatchingPolicy {
  /// Solves for the goals; who must be served must be served whatever they are.
  ///
  /// - Throws: ``PolicyError/backend(_:)``.
  public func result(in market: Market, _ run: PolicyRun) throws(PolicyError) -> PolicyResult {
    if case .policy(let policy) = self, let mechanism = policy.mechanism {
      return try mechanism.result(in: market, run)
    }
    let solve = AimedSolve(
      market.problem, aim: self, data: market.data, backend: run.backend,
      limits: run.limits, watch: run.watch)
    let answer: AimedSolve.Answer
    do throws(BackendError) {
      answer = try solve.answer()
    } catch {
      throw .backend(error)
    }
    switch answer.outcome {
    case .optimal(let best, .duals(let prices))?: return .pairs(best.pairs, .duals(prices))
    case .optimal(let best, .bound)?: return .pairs(best.pairs, .bound)
    case .optimal(let best, .definition)?: return .pairs(best.pairs, .definition)
    case .limitReached(let best, _)?: return .limitReached(best?.pairs)
    case .infeasible(let witness)?: return .infeasible(witness)
    case nil: return .nonexistent
    }
  }
}
