/// In which order equals stand: the canonical one, or one drawn by lot.
///
/// ```swift
/// TieOrder(seed: nil).key(place: 2, entry: 7) < TieOrder(seed: nil).key(place: 2, entry: 9)  // true
/// ```
///
/// Every pair has a lot of its own, the same for both sides: nobody is drawn late on all lists.
///
/// Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
/// doi:10.1145/2660193.2660195 (the numbers).
package enum TieOrder: Sendable {
  case canonical
  case seeded(UInt64)
  /// By entry of the table; the least comes first.
  case lots([UInt64])

  /// - Parameter seed: `nil` = canonical order.
  package init(seed: UInt64?) { self = seed.map { .seeded($0) } ?? .canonical }

  /// The least comes first; of equal keys the first entry.
  @inline(__always)
  func key(place: Int32, entry: Int) -> UInt64 {
    UInt64(UInt32(bitPattern: place)) << 32 | lot(entry)
  }

  @inline(__always)
  private func lot(_ entry: Int) -> UInt64 {
    switch self {
    case .canonical: UInt64(UInt32(truncatingIfNeeded: entry))
    case .seeded(let seed): LotSequence.number(entry, of: seed) >> 32
    case .lots(let lots): lots[entry] >> 32
    }
  }
}

/// Numbers that look drawn by lot, the same for equal seeds.
///
/// Source: as ``TieOrder``.
package struct LotSequence: RandomNumberGenerator {
  private var state: UInt64

  private static let step: UInt64 = 0x9e37_79b9_7f4a_7c15

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// The number at a place of the sequence, without those before it.
  @inline(__always)
  static func number(_ index: Int, of seed: UInt64) -> UInt64 {
    mixed(seed &+ step &* UInt64(truncatingIfNeeded: index &+ 1))
  }

  @inline(__always)
  private static func mixed(_ state: UInt64) -> UInt64 {
    var mixed = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}
