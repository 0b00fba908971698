/// The names of many people, in little room: enough to see that two are far apart, as nearly all are.
///
/// What is ruled out here is never a double; what is not may be one.
struct NameOutlines {
  /// What a word can be paired by.
  private struct Word {
    let hash: UInt64
    let mask: UInt64
    let first: UInt32
    let length: Int32
    let isInitial: Bool
    let hasVariants: Bool
    let hasHyphen: Bool
    let isFeminine: Bool

    init(_ word: NameWord) {
      (hash, mask, isInitial) = (word.hash, word.mask, word.isInitial)
      first = word.letters.first?.value ?? 0
      length = Int32(word.letters.count)
      hasVariants = NameLikeness.hasVariants(word.text)
      hasHyphen = word.letters.contains("-")
      isFeminine = word.isPatronymic && word.letters.last == "а"
    }

    /// Whether the words may be one, but for an abbreviation or what anybody mistypes.
    func canBe(_ other: Word) -> Bool {
      if hash == other.hash { return true }
      if isInitial != other.isInitial { return first == other.first }
      if isInitial { return false }
      if hasVariants && other.hasVariants { return true }
      let limit = NameLikeness.typoLimit(Int(min(length, other.length)))
      return abs(length - other.length) <= limit
        && (mask ^ other.mask).nonzeroBitCount <= 2 * limit
    }
  }

  private var words: [Word] = []
  /// Where the words of each person start, and those of the last one end.
  private var starts: [Int32] = [0]
  /// Of each person, the numbers in the name; 0 = none.
  private var numbers: [UInt64] = []

  init(_ names: [[NameWord]]) {
    for name in names {
      words += name.map { Word($0) }
      starts.append(Int32(words.count))
      numbers.append(name.reduce(0) { $1.hasNumber ? $0 &+ $1.hash : $0 })
    }
  }

  /// The most that ``NameLikeness`` can say of two names; `nil` where it says nothing.
  ///
  /// - Complexity: O(1), as names of more than six words are left aside.
  func bound(_ one: Int, _ other: Int) -> Int? {
    guard numbers[one] == numbers[other] || numbers[one] == 0 || numbers[other] == 0 else {
      return nil
    }
    let (left, right) = (range(one), range(other))
    guard min(left.count, right.count) >= 2, max(left.count, right.count) <= 6 else { return nil }
    let free = unpaired(left, right)
    let freeOther = unpaired(right, left)
    guard free.count > 0, freeOther.count > 0 else { return NameLikeness.highest }
    guard free.count == 1, freeOther.count == 1 else { return nil }
    // Surnames that may have become one another.
    if words[free.last].hasHyphen || words[freeOther.last].hasHyphen {
      return NameLikeness.highest - NameLikeness.Loss.hyphen
    }
    return left.contains { words[$0].isFeminine }
      ? NameLikeness.highest - NameLikeness.Loss.otherSurname : nil
  }

  /// How many words of one name can be no word of the other, and the last of these.
  private func unpaired(_ left: Range<Int>, _ right: Range<Int>) -> (count: Int, last: Int) {
    var (count, last) = (0, left.lowerBound)
    for index in left where !right.contains(where: { words[index].canBe(words[$0]) }) {
      count += 1
      last = index
    }
    return (count, last)
  }

  private func range(_ person: Int) -> Range<Int> {
    Int(starts[person])..<Int(starts[person + 1])
  }
}
