public import Policies
import Problems

extension SolvedCase {
  /// How much of the solution stands when points are a little off.
  ///
  /// - Parameters:
  ///   - draws: how many times points are drawn.
  ///   - seed: equal seeds give equal draws.
  ///   - time: the longest search where the rules form no network; `nil` = a few seconds.
  /// - Returns: every chosen pair, doubtful ones first.
  /// - Throws: ``OfficeError``.
  /// - Complexity: a solve for each draw, and a search or a solve for each pair.
  public func robustness(
    draws: Int = Robustness.usualDraws, seed: Int = 1, time: Duration? = nil
  ) throws(OfficeError) -> Robustness {
    do throws(BackendError) {
      return try Robustness.of(solved, draws: draws, seed: seed, time: time ?? .seconds(5))
    } catch {
      throw .backend(error)
    }
  }
}
