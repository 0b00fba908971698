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
    if !policy.isEmpty, solution.status != .error {
      guard let policy = Policy(rawValue: policy) else {
        return .unusable(.uncheckable(proof: policy))
      }
      guard policy.agrees(with: instance.problem.coverage) else {
        return .unusable(.inconsistent(key: "policy"))
      }
    }
    do throws(InstanceFileError) {
      let claim = try solution.outcome(of: instance)
      let verdict = Verdict(checking: claim, of: instance.problem, threads: threads)
      return verdict.proof.map { .accepted($0) } ?? .rejected(verdict.problems)
    } catch {
      return .unusable(error)
    }
  }
}
