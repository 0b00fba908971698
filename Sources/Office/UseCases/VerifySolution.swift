public import InstanceFiles
import Policies
import Problems
public import Verification

/// The use case of anybody who does not take our word: the independent checker alone.
public struct VerifySolution: Sendable {
  /// What the checker says of a solution.
  public enum Judgement: Equatable, Sendable {
    case accepted(Verdict.Standing)
    case rejected([Verdict.Problem])
    /// The solution does not even belong to the instance, or claims what two files cannot show.
    case unusable(InstanceFileError)

    /// `checked`, or `trusted` where a bound is a solver's word; `nil` for a rejected claim.
    public var standing: String? {
      if case .accepted(let standing) = self { standing.rawValue } else { nil }
    }
  }

  private let threads: Int

  public init(threads: Int = 1) { self.threads = threads }

  /// Judges a claimed solution against its instance, from the two files alone.
  ///
  /// - Complexity: O(pairs of the instance).
  public func judgement(of solution: SolutionFile, for instance: Instance) -> Judgement {
    let policy = solution.facts.policy
    var aim: Aim?
    if !policy.isEmpty, solution.status != .error {
      guard let named = Aim(named: policy) else {
        return .unusable(.uncheckable(proof: policy))
      }
      guard named.agrees(with: instance.problem.coverage) else {
        return .unusable(.inconsistent(key: "policy"))
      }
      aim = named
    }
    do throws(InstanceFileError) {
      let claim = try solution.outcome(of: instance)
      let problem = aim.map { instance.problem.aimed($0).problem } ?? instance.problem
      let verdict = Verdict(checking: claim, of: problem, threads: threads)
      guard let proof = verdict.proof else { return .rejected(verdict.problems) }
      guard let aim else { return .accepted(proof) }
      return judgement(of: solution, aim, instance, proof)
    } catch {
      return .unusable(error)
    }
  }

  /// Whether pairs, and every outcome of a lottery, are what a procedure gives.
  private func isMet(
    _ aim: Aim, _ solution: SolutionFile, _ instance: Instance, _ data: GoalData
  ) -> Bool {
    guard case .policy(let policy) = aim else { return false }
    let market = Market(
      instance.problem, rankings: data.rankings, preferences: .rankings, waiting: data.waiting)
    let audit = PolicyAudit(market, seed: solution.facts.seed)
    if let lottery = solution.lottery {
      let sum = lottery.reduce(0) { $0 + $1.probability }
      guard abs(sum - 1) < 1e-6, lottery.contains(where: { $0.pairs == solution.pairs }) else {
        return false
      }
    }
    return audit.accepts(solution.pairs, of: policy)
  }

  /// Holds what a solution says of its goals against the pairs.
  private func judgement(
    of solution: SolutionFile, _ aim: Aim, _ instance: Instance, _ proof: Verdict.Standing
  ) -> Judgement {
    let hasPairs = solution.status == .optimal || solution.status == .feasible
    let preferences = solution.facts.preferences.flatMap { Market.Preferences(rawValue: $0) }
    let (data, _) = instance.data(for: aim, preferences)
    guard let chain = aim.chain else {
      return hasPairs && !isMet(aim, solution, instance, data)
        ? .unusable(.inconsistent(key: "policy")) : .accepted(.checked)
    }
    if hasPairs, !chain.pairsAgainst(solution.pairs, in: instance.problem, data).isEmpty {
      return .unusable(.inconsistent(key: "policy"))
    }
    guard hasPairs, let claims = solution.goals else { return .accepted(proof) }
    let values = chain.values(of: solution.pairs, in: instance.problem, data)
    guard let values, claims.map(\.goal) == values.map(\.goal.rawValue) else {
      return .unusable(.inconsistent(key: "goals"))
    }
    // Which pairs were approved does not stand in the two files.
    let isTrue = zip(claims, values).allSatisfy { claim, value in
      value.goal == .changes || claim == instance.claim(value)
    }
    return isTrue ? .accepted(proof) : .unusable(.inconsistent(key: "goals"))
  }
}
