/// People put together by keys that they share.
///
/// ```swift
/// var keys = SharedKeys(peopleCount: 3)
/// keys.append([1, 2], of: 0)
/// keys.append([2], of: 2)
/// keys.forEachPair { print($0, $1) }  // 0 2
/// ```
struct SharedKeys {
  /// Of each person the keys, in the high bits, with the person's number in the low ones.
  private var entries: [UInt64] = []
  private let personMask: UInt64

  /// The most people of one key who are all compared with each other.
  private static let smallBlock = 64
  /// Of more, who stand further apart than this are no doubles: people are in the order of their names.
  private static let reach = 24

  init(peopleCount: Int) {
    personMask = 1 << UInt64(UInt64.bitWidth - UInt64(peopleCount).leadingZeroBitCount) - 1
  }

  /// Takes the keys of one person; equal ones count once.
  mutating func append(_ keys: [UInt64], of person: Int) {
    for key in keys { entries.append(key & ~personMask | UInt64(person)) }
  }

  /// Calls `body` with people who share a key, the first before the second; perhaps several times.
  ///
  /// - Complexity: O(*k* log *k* + *p*) for *k* keys and *p* pairs.
  mutating func forEachPair(_ body: (Int, Int) -> Void) {
    entries.sort()
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
