/// People put together by keys that they share.
///
/// ```swift
/// SharedKeys([[1, 2], [3], [2]]).forEachPair { print($0, $1) }  // 0 2
/// ```
struct SharedKeys {
  /// Of each person the keys, in the high bits, with the person's number in the low ones; sorted.
  private var entries: [UInt64] = []
  private let personMask: UInt64

  /// The most people of one key who are all compared with each other.
  private static let smallBlock = 64
  /// Of more, who stand further apart than this are no doubles: people are in the order of their names.
  private static let reach = 24

  /// `keys` are those of each person; equal ones of a person count once.
  ///
  /// - Complexity: O(*k* log *k*) for *k* keys.
  init(_ keys: some RandomAccessCollection<[UInt64]>) {
    let bits = UInt64(UInt64.bitWidth - UInt64(keys.count).leadingZeroBitCount)
    personMask = 1 << bits - 1
    for (person, keys) in keys.enumerated() {
      for key in keys { entries.append(key & ~personMask | UInt64(person)) }
    }
    entries.sort()
  }

  /// Calls `body` with people who share a key, the first before the second; perhaps several times.
  func forEachPair(_ body: (Int, Int) -> Void) {
    var people: [Int] = []
    var start = 0
    while start < entries.count {
      let key = entries[start] & ~personMask
      people.removeAll(keepingCapacity: true)
      while start < entries.count, entries[start] & ~personMask == key {
        let person = Int(entries[start] & personMask)
        if people.last != person { people.append(person) }
        start += 1
      }
      let reach = people.count > Self.smallBlock ? Self.reach : people.count
      for (index, one) in people.enumerated() {
        for other in people[(index + 1)...].prefix(reach) { body(one, other) }
      }
    }
  }
}
