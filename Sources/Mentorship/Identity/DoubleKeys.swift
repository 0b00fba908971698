/// What a person may share with a double: keys of which at least one is equal.
struct DoubleKeys {
  private(set) var keys: [UInt64] = []

  private enum Kind: UInt8 {
    case name = 1
    case spelling, twoWords, wordAndDate, phone, email
  }

  /// `words` are those of the name.
  init(_ person: Person, words: [NameWord]) {
    let full = words.filter { !$0.isInitial }
    // The same in any order.
    add(.name, full.reduce(0) { $0 &+ $1.hash })
    for word in full where !word.isPatronymic { addSpellings(of: word, words) }
    for (index, word) in full.enumerated() {
      for other in full[(index + 1)...] { add(.twoWords, word.hash &+ other.hash) }
    }
    for phone in person.contacts.phones where phone.isWhole {
      add(.phone, FNVHash(of: phone.number.utf8).value)
    }
    for email in person.contacts.emails { add(.email, FNVHash(of: email.address.utf8).value) }
    if let born = person.birthDate {
      for word in full { add(.wordAndDate, word.hash &+ UInt64(born.decimalDigits)) }
    }
  }

  /// The word with the initials of the others: as it is, each of its parts, and without each of its letters.
  ///
  /// Two words that differ by one letter, wherever, share one of these. A first name is shared by so many that
  /// only surnames are taken apart, where the patronymic tells which is which.
  private mutating func addSpellings(of word: NameWord, _ words: [NameWord]) {
    let place = words.firstIndex { $0.hash == word.hash } ?? 0
    let patronymic = words.firstIndex(where: \.isPatronymic)
    let isFirstName = patronymic.map { $0 == place + 1 && $0 > 0 } ?? false
    var initials: [Unicode.Scalar] = []
    for (index, other) in words.enumerated() where index != place {
      guard !(isFirstName && index == patronymic), let initial = other.letters.first,
        !initials.contains(initial)
      else { continue }
      initials.append(initial)
    }
    for spelling in isFirstName ? [word.hash] : Self.spellings(of: word) {
      for initial in initials { add(.spelling, spelling, initial.value) }
    }
  }

  /// The hashes of a word, of its parts, and of it without each of its letters.
  private static func spellings(of word: NameWord) -> [UInt64] {
    let letters = word.letters
    var spellings = [word.hash]
    for part in letters.split(separator: "-") where part.count < letters.count {
      spellings.append(FNVHash(of: part).value)
    }
    guard letters.count >= 4 else { return spellings }
    var before = FNVHash()
    for index in letters.indices {
      var shorter = before
      for letter in letters[(index + 1)...] { shorter.combine(letter) }
      spellings.append(shorter.value)
      before.combine(letters[index])
    }
    return spellings
  }

  private mutating func add(_ kind: Kind, _ what: UInt64, _ more: UInt32 = 0) {
    // Multiplied so that every bit counts in the high ones, by which people are put together.
    let mixed = (what ^ UInt64(kind.rawValue) << 32 ^ UInt64(more)) &* 0x9E37_79B9_7F4A_7C15
    keys.append((mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9)
  }
}
