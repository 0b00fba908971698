/// What many people are told apart by, in little room: enough to see that two are far apart, as nearly all are.
///
/// What is ruled out here is never a double; what is not may be one.
struct Outlines {
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

  /// What is known of a person beside the words of the name.
  private struct Person {
    /// Where the words start.
    let start: Int32
    let wordCount: Int32
    /// Of the numbers in the name; 0 = none.
    let numbers: UInt64
    /// 0 = unknown.
    let birthDate: UInt32
    let grade: Evidence.GradeOutline?
    /// People with no bit in common share no telephone and no address.
    let contacts: UInt64
  }

  private var words: [Word] = []
  private var people: [Person] = []

  /// Takes one more person, whose name has these words.
  mutating func append(_ person: Mentorship.Person, _ name: [NameWord]) {
    var contacts: UInt64 = 0
    for phone in person.contacts.phones where phone.isWhole {
      contacts |= 1 << (FNVHash(of: phone.number.utf8).value >> 58)
    }
    for email in person.contacts.emails {
      contacts |= 1 << (FNVHash(of: email.address.utf8).value >> 58)
    }
    people.append(
      Person(
        start: Int32(words.count), wordCount: Int32(name.count),
        numbers: name.reduce(0) { $1.hasNumber ? $0 &+ $1.hash : $0 },
        birthDate: person.birthDate?.decimalDigits ?? 0,
        grade: person.grade.map { Evidence.GradeOutline($0) }, contacts: contacts))
    words += name.map { Word($0) }
  }

  /// The most that two people can score.
  ///
  /// - Returns: `nil` where the names are those of two people, or all else speaks against one.
  /// - Complexity: O(1), as names of more than six words are left aside.
  func bound(_ one: Int, _ other: Int) -> Int? {
    let (first, second) = (people[one], people[other])
    let evidence =
      Evidence.dates(first.birthDate, second.birthDate)
      + Evidence.classes(first.grade, second.grade)
      + (first.contacts & second.contacts == 0 ? 0 : 2 * Evidence.samePoints)
      + Evidence.formPoints
    // Most are ruled out before any word is looked at.
    guard NameLikeness.highest + evidence >= PossibleDouble.threshold else { return nil }
    return nameBound(first, second).map { $0 + evidence }
  }

  /// The most that ``NameLikeness`` can say of two names; `nil` where it says nothing.
  private func nameBound(_ one: Person, _ other: Person) -> Int? {
    guard one.numbers == other.numbers || one.numbers == 0 || other.numbers == 0 else {
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

  private func range(_ person: Person) -> Range<Int> {
    Int(person.start)..<Int(person.start + person.wordCount)
  }
}
