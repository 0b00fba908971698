/// What a person may share with a double: keys of which at least one is equal.
struct DoubleKeys {
  private(set) var keys: [UInt64] = []

  /// `words` are those of the name.
  init(_ person: Person, words: [NameWord]) {
    let full = words.filter { !$0.isInitial }
    add(1, words.map(\.text).sorted().joined(separator: " ").unicodeScalars)
    for word in full where !word.isPatronymic { addSpellings(of: word, words) }
    for (index, word) in full.enumerated() {
      for other in full[(index + 1)...] {
        add(
          3, (word.text < other.text ? word.letters + other.letters : other.letters + word.letters))
      }
    }
    for phone in person.contacts.phones where phone.isWhole { add(5, phone.number.unicodeScalars) }
    for email in person.contacts.emails { add(6, email.address.unicodeScalars) }
    if let born = person.birthDate {
      for word in full { add(4, word.letters + "\(born)".unicodeScalars) }
    }
  }

  /// The word with the initials of the others: as it is, each of its parts, and without each of its letters.
  ///
  /// Two words that differ by one letter, wherever, share one of these. A first name is shared by so many that
  /// only surnames are taken apart, where the patronymic tells which is which.
  private mutating func addSpellings(of word: NameWord, _ words: [NameWord]) {
    let place = words.firstIndex(of: word) ?? 0
    let patronymic = words.firstIndex(where: \.isPatronymic)
    let isFirstName = patronymic.map { $0 == place + 1 && $0 > 0 } ?? false
    let others = words.indices.filter { $0 != place && !(isFirstName && $0 == patronymic) }
    for initial in Set(others.compactMap { words[$0].letters.first }) {
      add(2, word.letters + [initial])
      guard !isFirstName else { continue }
      for part in word.letters.split(separator: "-") where part.count < word.letters.count {
        add(2, Array(part) + [initial])
      }
      guard word.letters.count >= 4 else { continue }
      for index in word.letters.indices {
        var shorter = word.letters
        shorter.remove(at: index)
        add(2, shorter + [initial])
      }
    }
  }

  private mutating func add(_ kind: UInt8, _ scalars: some Sequence<Unicode.Scalar>) {
    var hash = FNVHash()
    hash.combine(kind)
    for scalar in scalars {
      hash.combine(UInt8(truncatingIfNeeded: scalar.value))
      hash.combine(UInt8(truncatingIfNeeded: scalar.value >> 8))
    }
    keys.append(hash.value)
  }
}
