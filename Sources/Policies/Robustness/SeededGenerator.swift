/// Equal seeds give equal numbers on every machine.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
/// doi:10.1145/2660193.2660195.
package struct SeededGenerator: RandomNumberGenerator {
  private static let step: UInt64 = 0x9e37_79b9_7f4a_7c15

  private var state: UInt64

  /// The generator of one draw of many, which depends on no other.
  package init(seed: Int, draw: Int) {
    self.init(state: UInt64(bitPattern: Int64(seed)))
    // Draws of one seed, and the same draw of others, begin far apart.
    state = next() ^ UInt64(bitPattern: Int64(draw)) &* Self.step
    state = next()
  }

  private init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= Self.step
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
