/// What a person may share with a double: keys of which at least one is equal.
struct DoubleKeys {
  private(set) var keys: [UInt64] = []

  init(_ person: Person, words: [PersonName.Word]) {
    let full = words.filter { !$0.isInitial }.map { Array($0.text.unicodeScalars) }
    add(1, words.map(\.text).sorted().joined(separator: " ").unicodeScalars)
    for (index, word) in full.enumerated() {
      for other in words.indices where words[other].text != String(Self.text(word)) {
        guard let initial = words[other].text.unicodeScalars.first else { continue }
        addSpellings(of: word, isFirst: index == 0, initial)
      }
      for other in full where other != word {
        add(3, [word, other].sorted(by: Self.precedes).joined())
      }
    }
    addContacts(person)
    if let born = person.birthDate {
      for word in full { add(4, word + "\(born)".unicodeScalars) }
    }
  }

  private mutating func addContacts(_ person: Person) {
    for phone in person.contacts.phones where phone.isWhole { add(5, phone.number.unicodeScalars) }
    for email in person.contacts.emails { add(6, email.address.unicodeScalars) }
  }

  /// The word as it is, each of its parts, and the word without each of its letters: two words that differ by
  /// one letter, wherever, share one of these.
  private mutating func addSpellings(
    of word: [Unicode.Scalar], isFirst: Bool, _ initial: Unicode.Scalar
  ) {
    add(2, word + [initial])
    // A patronymic, or a first name, with an initial is shared by too many.
    guard isFirst || word.count >= 4 && !Self.isPatronymic(word) else { return }
    for part in word.split(separator: "-") where part.count < word.count {
      add(2, Array(part) + [initial])
    }
    guard word.count >= 4 else { return }
    for index in word.indices {
      var shorter = word
      shorter.remove(at: index)
      add(2, shorter + [initial])
    }
  }

  private mutating func add(_ kind: UInt8, _ scalars: some Sequence<Unicode.Scalar>) {
    var hash = FNVHash()
    hash.combine([kind])
    for scalar in scalars {
      hash.combine([
        UInt8(truncatingIfNeeded: scalar.value), UInt8(truncatingIfNeeded: scalar.value >> 8),
      ])
    }
    keys.append(hash.value)
  }

  private static func isPatronymic(_ word: [Unicode.Scalar]) -> Bool {
    let text = text(word)
    return ["вич", "вна", "ьич", "чна"].contains { String(text).hasSuffix($0) }
  }

  private static func text(_ word: [Unicode.Scalar]) -> String.UnicodeScalarView {
    String.UnicodeScalarView(word)
  }

  private static func precedes(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    left.lexicographicallyPrecedes(right)
  }
}
