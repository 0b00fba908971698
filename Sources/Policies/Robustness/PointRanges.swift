public import Problems
import Solvers

/// With which points of single pairs the solution stays the best, all else as it is.
///
/// ```swift
/// let ranges = PointRanges(solved)
/// try ranges.chosen()[0].least            // 610: with 609 another solution would be better
/// try ranges.possible(for: 3)[0].most     // 480: with 481 this pair would come in
/// ```
///
/// All solutions with a pair gain or lose what the pair does, and the others nothing. So the range ends where the
/// best with it and the best without it meet.
public struct PointRanges {
  private let solved: SolvedProblem

  public init(_ solved: SolvedProblem) { self.solved = solved }

  private var problem: AssignmentProblem { solved.problem }

  /// The chosen pairs in canonical order, each with the least points that keep it.
  ///
  /// - Parameter isOver: asked before each solve; yes leaves the rest unknown.
  /// - Returns: `least` = `nil` where any number of points will do; `isKnown` says whether that was found out.
  /// - Throws: ``BackendError``.
  /// - Complexity: a shortest path for each pair, or a solve.
  public func chosen(
    unless isOver: () -> Bool = { false }
  ) throws(BackendError) -> [(pair: Pair, least: Int?, isKnown: Bool)] {
    if let network = solved.network {
      return network.changesWithoutChosen.map { pair, change in
        (pair, end(pair, change), true)
      }
    }
    var ranges: [(pair: Pair, least: Int?, isKnown: Bool)] = []
    for pair in solved.best.pairs {
      let price = isOver() ? ChangePrice.unknown : try solved.price(forbidding: pair)
      ranges.append((pair, end(pair, price.change), price != .unknown))
    }
    return ranges
  }

  /// The eligible pairs of a mentee that are not chosen, each with the most points that keep it out.
  ///
  /// - Returns: `most` = `nil` where no number of points brings it in.
  /// - Throws: ``BackendError``.
  /// - Complexity: one search through the network, or a solve for each pair.
  public func possible(
    for mentee: Int
  ) throws(BackendError) -> [(pair: Pair, most: Int?)] {
    let chosen = Set(solved.best.pairs)
    return try solved.prices(ofMentorsFor: mentee).compactMap { mentor, price in
      let pair = Pair(mentee: mentee, mentor: mentor)
      return chosen.contains(pair) ? nil : (pair, end(pair, price, isChosen: false))
    }
  }

  /// The points with which the best solutions with and without a pair are worth the same; `nil` where one of them
  /// has more pairs and these come first.
  private func end(_ pair: Pair, _ change: ObjectiveChange?, isChosen: Bool = true) -> Int? {
    guard let change, let points = problem.table.points(of: pair),
      change.matched == 0 || problem.coverage != .first
    else { return nil }
    return isChosen ? points + change.total : points - change.total
  }
}
