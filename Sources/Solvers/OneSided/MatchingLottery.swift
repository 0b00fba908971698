package import Problems

/// A lottery over assignments in which every pair has the chance that it was given.
///
/// ```swift
/// MatchingLottery(shares).draws  // [(parts: 1, pairs: …), (parts: 1, pairs: …)] of 2 parts
/// ```
///
/// Exact: the parts of the draws that hold a pair add up to the parts of its probability. Everybody has, in every draw,
/// the expected number of partners, rounded up or down. An assignment is drawn with as many parts as keep the rest
/// within what it then allows; each such step settles one more pair or person for good.
///
/// Source: G. Birkhoff, "Tres observaciones sobre el álgebra lineal", Universidad Nacional de Tucumán Revista A 5, 1946;
/// E. Budish, Y.-K. Che, F. Kojima, P. Milgrom, "Designing random allocation mechanisms", American Economic Review
/// 103(2), 2013, doi:10.1257/aer.103.2.585 (numbers of partners rounded).
package struct MatchingLottery {
  package struct Draw: Equatable, Sendable {
    /// Of ``MatchingLottery/parts``.
    package let parts: Int
    /// In canonical order.
    package let pairs: [Pair]
  }

  /// How many parts are one.
  package let parts: Int
  /// In the order in which they were found; no two are equal.
  package let draws: [Draw]

  /// Decomposes probabilities.
  ///
  /// - Complexity: O(*q* · (*q* + people)) for *q* pairs with a chance.
  package init(_ shares: Shares) {
    var rest = LotteryRest(shares)
    var draws: [Draw] = []
    var known: [[Pair]: Int] = [:]
    while rest.parts > 0 {
      rest.repair()
      let (parts, pairs) = rest.draw()
      if let index = known[pairs] {
        draws[index] = Draw(parts: draws[index].parts + parts, pairs: pairs)
      } else {
        known[pairs] = draws.count
        draws.append(Draw(parts: parts, pairs: pairs))
      }
    }
    parts = shares.parts
    self.draws = draws
  }

  /// The assignment that a lot falls on, equal for equal seeds.
  package func pairs(drawnBy lot: UInt64) -> [Pair] {
    var lots = LotSequence(seed: lot)
    var place = Int.random(in: 0..<max(1, parts), using: &lots)
    for draw in draws {
      if place < draw.parts { return draw.pairs }
      place -= draw.parts
    }
    return []
  }
}
