/// A word of a name with what makes comparing it fast.
///
/// Lists of a town have hundreds of thousands of pairs of names to look at, and nearly all of them are far
/// apart at a glance.
struct NameWord: Equatable {
  let text: String
  let isInitial: Bool
  let letters: [Unicode.Scalar]
  /// Which letters there are.
  private let mask: UInt64

  init(_ word: PersonName.Word) {
    text = word.text
    isInitial = word.isInitial
    letters = Array(word.text.unicodeScalars)
    mask = letters.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
  }

  /// The words of a name, initials marked.
  static func words(of name: PersonName) -> [NameWord] {
    PersonName.words(of: Term(name.full).key).map { NameWord($0) }
  }

  var hasNumber: Bool { letters.contains { ("0"..."9").contains($0) } }

  var isPatronymic: Bool {
    ["вич", "вна", "ьич", "чна"].contains { text.hasSuffix($0) }
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
    let distance = editDistance(text, other.text)
    return distance <= limit ? distance : nil
  }
}
