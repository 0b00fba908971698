/// A word of a name with what makes comparing it fast.
///
/// Lists of a town have hundreds of thousands of pairs of names to look at, and nearly all of them are far
/// apart at a glance.
struct NameWord: Equatable {
  let text: String
  let isInitial: Bool
  let letters: [Unicode.Scalar]
  /// Which letters there are.
  let mask: UInt64
  /// Of the letters: equal for equal words.
  let hash: UInt64
  let hasNumber: Bool
  let isPatronymic: Bool

  init(_ word: PersonName.Word) {
    text = word.text
    isInitial = word.isInitial
    let letters = Array(word.text.unicodeScalars)
    self.letters = letters
    mask = letters.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
    hash = FNVHash(of: letters).value
    hasNumber = letters.contains { ("0"..."9").contains($0) }
    isPatronymic = Self.patronymicEndings.contains { letters.suffix(3).elementsEqual($0) }
  }

  private static let patronymicEndings = ["вич", "вна", "ьич", "чна"].map {
    Array($0.unicodeScalars)
  }

  /// The words of a name, initials marked.
  static func words(of name: PersonName) -> [NameWord] {
    name.markedWords.map { NameWord($0) }
  }

  /// The distance to another word, `nil` when it is more than so many edits.
  func distance(to other: NameWord, atMost limit: Int) -> Int? {
    // An edit changes the length by at most one, and at most one letter into another.
    guard abs(letters.count - other.letters.count) <= limit,
      (mask ^ other.mask).nonzeroBitCount <= 2 * limit
    else { return nil }
    var (start, ends) = (0, (letters.count, other.letters.count))
    while start < min(ends.0, ends.1), letters[start] == other.letters[start] { start += 1 }
    while min(ends.0, ends.1) > start, letters[ends.0 - 1] == other.letters[ends.1 - 1] {
      ends = (ends.0 - 1, ends.1 - 1)
    }
    // What is left of one edit is one letter at most, or two that changed places.
    let rest = max(ends.0, ends.1) - start
    if rest <= 1 { return rest }
    if limit == 1 {
      let isSwap =
        ends == (start + 2, start + 2) && letters[start] == other.letters[start + 1]
        && letters[start + 1] == other.letters[start]
      return isSwap ? 1 : nil
    }
    let distance = editDistance(letters, other.letters)
    return distance <= limit ? distance : nil
  }
}
