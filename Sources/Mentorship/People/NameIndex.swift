/// Finds the person that a written name means.
///
/// Exact names win; then names with words left out, initials, or another order of the words. A name
/// that fits nobody is never guessed: the nearest are only suggested.
public struct NameIndex: Sendable {
  public enum Resolution: Equatable, Sendable {
    case person(PersonID)
    case ambiguous([PersonID])
    /// Nobody; the nearest names first.
    case unknown(suggestions: [PersonID])
  }

  private let people: [(id: PersonID, name: PersonName)]
  private let byKey: [String: [PersonID]]
  /// Of each person, the letters of the first word, the first two words, and so on.
  private let letters: [[LetterSet]]

  /// A person may come several times, under several names.
  public init(_ people: [(id: PersonID, name: PersonName)]) {
    self.people = people.sorted { $0.id < $1.id }
    var byKey: [String: [PersonID]] = [:]
    for person in self.people {
      for key in Set([PersonName.key(person.name.full), PersonName.key(person.id.rawValue)]) {
        byKey[key, default: []].append(person.id)
      }
    }
    self.byKey = byKey
    letters = self.people.map { person in
      person.name.words.indices.map { LetterSet(person.name.words[...$0].joined(separator: " ")) }
    }
  }

  /// - Complexity: O(people), O(1) for a full name.
  public func resolve(_ mention: String) -> Resolution {
    let key = PersonName.key(mention)
    if let exact = byKey[key] { return resolution(of: exact) }
    let words = PersonName.words(of: Term(mention).key)
    let fitting = people.filter { $0.name.isMeant(by: words) }.map(\.id)
    return fitting.isEmpty
      ? .unknown(suggestions: suggestions(for: words, key)) : resolution(of: fitting)
  }

  /// Whom a name without the school class behind it means, or else the nearest names.
  private func suggestions(for words: [PersonName.Word], _ key: String) -> [PersonID] {
    let name = words.prefix { $0.text.first?.isNumber != true }
    guard !name.isEmpty, name.count < words.count else { return nearest(to: key) }
    let fitting = people.filter { $0.name.isMeant(by: Array(name)) }.map(\.id)
    guard fitting.isEmpty else { return Array(Self.once(fitting).prefix(3)) }
    return nearest(to: name.map(\.text).joined(separator: " "))
  }

  private func resolution(of people: [PersonID]) -> Resolution {
    let people = Self.once(people)
    return people.count == 1 ? .person(people[0]) : .ambiguous(people)
  }

  /// Each person once, in order.
  private static func once(_ people: [PersonID]) -> [PersonID] {
    var seen: Set<PersonID> = []
    return people.filter { seen.insert($0).inserted }
  }

  /// At most three names that differ by a typing error or two from what was written; the
  /// patronymic may be missing.
  private func nearest(to key: String) -> [PersonID] {
    // A text of another kind than names.
    guard key.utf8.count <= 400 else { return [] }
    let wordCount = key.split(separator: " ").count
    let limit = max(1, key.count / 6)
    let written = LetterSet(key)
    let ranked = people.indices.compactMap { index -> (distance: Int, id: PersonID)? in
      let person = people[index]
      // Most names are far away at a glance; a sheet about other people must not cost minutes.
      let sets = letters[index]
      guard let set = sets.prefix(max(1, wordCount)).last, set.canBe(limit, from: written) else {
        return nil
      }
      let name = person.name.words.prefix(max(1, wordCount)).joined(separator: " ")
      let distance = editDistance(name, key)
      return distance <= limit ? (distance, person.id) : nil
    }
    let sorted = ranked.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }
    return Array(Self.once(sorted.map(\.id)).prefix(3))
  }
}

/// Which letters a name has, and how many: what tells most names apart without comparing them.
private struct LetterSet {
  private let mask: UInt64
  private let length: Int

  init(_ name: String) {
    mask = name.unicodeScalars.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
    length = name.unicodeScalars.count
  }

  /// Whether so few edits can make one name of the other: an edit changes at most one letter into
  /// another, and the length by at most one.
  func canBe(_ edits: Int, from other: LetterSet) -> Bool {
    abs(length - other.length) <= edits && (mask ^ other.mask).nonzeroBitCount <= 2 * edits
  }
}

/// The smallest number of letters to insert, delete, replace, or swap with the neighbour.
///
/// Source: the optimal string alignment distance; V. Levenshtein, Soviet Physics Doklady 10, 1966.
/// - Complexity: O(*n* · *m*) for texts of *n* and *m* letters.
public func editDistance(_ left: String, _ right: String) -> Int {
  editDistance(Array(left), Array(right))
}

/// The same for any letters.
func editDistance<Letter: Equatable>(_ left: [Letter], _ right: [Letter]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    for column in 0..<right.count {
      let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
      var best = min(replaced, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
