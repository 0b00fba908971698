import TestSupport
import Testing

@testable import Mentorship

@Suite("People who share a key")
struct SharedKeysTests {
  @Test func areThoseWhoHaveAKeyInCommon() {
    for seed in 0..<50 {
      var random = SplitMix64(seed: UInt64(seed))
      let keys = (0..<40).map { _ in
        (0..<3).map { _ in UInt64.random(in: 0..<20, using: &random) << 40 }
      }
      var expected: Set<[Int]> = []
      for one in keys.indices {
        for other in keys.indices where other > one && !Set(keys[one]).isDisjoint(with: keys[other])
        {
          expected.insert([one, other])
        }
      }
      #expect(Self.pairs(keys) == expected, "seed \(seed)")
    }
    #expect(Self.pairs([]).isEmpty)
  }

  /// Everybody has the telephone of the school: only neighbours are compared.
  @Test func ofManyOnlyNeighboursAreCompared() {
    let pairs = Self.pairs(Array(repeating: [1 << 60], count: 200))
    #expect(pairs.allSatisfy { $0[1] - $0[0] <= 24 })
    #expect(pairs.count == 24 * 200 - 24 * 25 / 2)
  }

  private static func pairs(_ keys: [[UInt64]]) -> Set<[Int]> {
    var shared = SharedKeys(peopleCount: keys.count)
    for (person, keys) in keys.enumerated() { shared.append(keys, of: person) }
    var pairs: Set<[Int]> = []
    shared.forEachPair { pairs.insert([$0, $1]) }
    return pairs
  }
}
