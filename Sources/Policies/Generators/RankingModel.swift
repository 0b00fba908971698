/// How lists scatter around an order that everybody knows.
///
/// ```swift
/// var generator = SeededGenerator(seed: 1, draw: 0)
/// RankingModel.mallows(dispersion: 0).list(around: [3, 1, 2], &generator)  // [3, 1, 2]: nobody deviates
/// ```
///
/// The dispersion φ goes from 0, all lists are the order itself, to 1, all lists are equally likely.
///
/// Only sums, products and quotients of `Double` are taken, whose bits IEEE 754 fixes; no function of a mathematical
/// library, so that a seed means the same on every machine.
package enum RankingModel: Equatable, Sendable {
  /// P(list) ∝ φ^(pairs in another order than the reference's), drawn by repeated insertion: the *i*-th of the order
  /// comes before *d* of the *i* − 1 that are there with a probability ∝ φ^d.
  ///
  /// Source: C. L. Mallows, "Non-null ranking models I", Biometrika 44, 1957, doi:10.1093/biomet/44.1-2.114;
  /// J.-P. Doignon, A. Pekeč, M. Regenwetter, "The repeated insertion model for rankings", Psychometrika 69, 2004,
  /// doi:10.1007/BF02295838.
  case mallows(dispersion: Double)
  /// The next of a list is one of those left, with a probability ∝ its weight φ^(place in the reference).
  ///
  /// Source: R. L. Plackett, "The analysis of permutations", Appl. Stat. 24, 1975, doi:10.2307/2346567;
  /// R. D. Luce, *Individual Choice Behavior*, 1959.
  case plackettLuce(dispersion: Double)

  /// Terms that no draw of 53 bits can tell from nothing.
  private static let negligible = 0x1p-60

  /// Draws a list of those of a reference, which has the most popular first, cut behind so many.
  ///
  /// - Complexity: Mallows O(*n*²) at worst for *n* people; Plackett–Luce O(*n* + most · places that the dispersion
  ///   spreads over), without cutting at worst O(*n*²).
  package func list(
    around reference: [Int], most: Int = .max, _ generator: inout SeededGenerator
  ) -> [Int] {
    switch self {
    case .mallows(let dispersion):
      var list: [Int] = []
      list.reserveCapacity(reference.count)
      for (place, person) in reference.enumerated() {
        let jump = Self.step(dispersion, below: place + 1, &generator)
        list.insert(person, at: place - jump)
      }
      return Array(list.prefix(most))
    case .plackettLuce(let dispersion):
      var (list, isTaken, first) = ([Int](), Array(repeating: false, count: reference.count), 0)
      while list.count < most, list.count < reference.count {
        while isTaken[first] { first += 1 }
        let next = Self.choice(dispersion, isTaken, from: first, &generator)
        isTaken[next] = true
        list.append(reference[next])
      }
      return list
    }
  }

  /// A number *d* below a count with a probability ∝ φ^*d*.
  private static func step(
    _ dispersion: Double, below count: Int, _ generator: inout SeededGenerator
  ) -> Int {
    if dispersion >= 1 { return generator.below(count) }
    var (total, term) = (0.0, 1.0)
    for _ in 0..<count {
      if term < negligible { break }
      total += term
      term *= dispersion
    }
    var rest = generator.unit() * total
    term = 1
    for number in 0..<count {
      rest -= term
      if rest < 0 { return number }
      term *= dispersion
      if term < negligible { return number }
    }
    return count - 1
  }

  /// A place that is not taken, with a probability ∝ φ^place.
  private static func choice(
    _ dispersion: Double, _ isTaken: [Bool], from first: Int, _ generator: inout SeededGenerator
  ) -> Int {
    if dispersion >= 1 {
      var place = generator.below(isTaken.count)
      while isTaken[place] { place = generator.below(isTaken.count) }
      return place
    }
    // Weights beside that of the first: they alone matter, and do not vanish however long the order is.
    var (total, weight, place) = (0.0, 1.0, first)
    while place < isTaken.count, weight >= negligible {
      if !isTaken[place] { total += weight }
      weight *= dispersion
      place += 1
    }
    var rest = generator.unit() * total
    var last = first
    (weight, place) = (1, first)
    while place < isTaken.count, weight >= negligible {
      if !isTaken[place] {
        rest -= weight
        last = place
        if rest < 0 { return place }
      }
      weight *= dispersion
      place += 1
    }
    return last
  }
}
