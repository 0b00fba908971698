public import Problems
import Solvers

/// With which points of single pairs the solution stays the best, all else as it is.
///
/// ```swift
/// let ranges = PointRanges(solved)
/// let (chosen, others) = try ranges.ends(and: [Pair(mentee: 3, mentor: 7)])
/// chosen[0].points  // 610: with 609 another solution would be better
/// others[0].points  // 480: with 481 this pair would come in
/// ```
///
/// All solutions with a pair gain or lose what the pair does, and the others nothing. So the range ends where the
/// best with it and the best without it meet.
public struct PointRanges {
  private let solved: SolvedProblem

  public init(_ solved: SolvedProblem) { self.solved = solved }

  private var problem: AssignmentProblem { solved.problem }

  /// Where the range of one pair ends.
  public struct End: Equatable, Sendable {
    public let pair: Pair
    /// Of a chosen pair the least points that keep it, of another one the most that keep it out; `nil` = any, or
    /// not known.
    public let points: Int?
    /// Whether it was found out.
    public let isKnown: Bool
  }

  /// The chosen pairs in canonical order, and some others.
  ///
  /// - Parameters:
  ///   - pairs: others, none of them chosen.
  ///   - isOver: asked before each solve; yes leaves the rest unknown.
  /// - Returns: of the chosen pairs, then of the others.
  /// - Throws: ``BackendError``.
  /// - Complexity: a search through the network for each chosen pair, or a solve for each pair.
  public func ends(
    and pairs: [Pair] = [], unless isOver: () -> Bool = { false }
  ) throws(BackendError) -> (chosen: [End], others: [End]) {
    if let network = solved.network {
      let losses = network.losses(choosing: pairs)
      return (
        losses.without.map { end($0.pair, $0.change) },
        pairs.map { end($0, losses.with[$0], isChosen: false) }
      )
    }
    var (chosen, others): ([End], [End]) = ([], [])
    for pair in solved.best.pairs {
      let price = isOver() ? ChangePrice.unknown : try solved.price(forbidding: pair)
      chosen.append(end(pair, price.change, isKnown: price != .unknown))
    }
    for pair in pairs {
      let price = isOver() ? ChangePrice.unknown : try solved.price(locking: pair)
      others.append(end(pair, price.change, isChosen: false, isKnown: price != .unknown))
    }
    return (chosen, others)
  }

  /// Where the best solutions with and without a pair are worth the same; nowhere when one of them has more pairs
  /// and these come first.
  private func end(
    _ pair: Pair, _ change: ObjectiveChange?, isChosen: Bool = true, isKnown: Bool = true
  ) -> End {
    guard let change, let points = problem.table.points(of: pair),
      change.matched == 0 || problem.coverage != .first
    else { return End(pair: pair, points: nil, isKnown: isKnown) }
    return End(
      pair: pair, points: isChosen ? points + change.total : points - change.total,
      isKnown: isKnown)
  }
}
