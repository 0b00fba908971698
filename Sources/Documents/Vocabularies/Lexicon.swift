/// What is known of each word that answers use, found out once: people use the same few thousand.
///
/// ```swift
/// let id = lexicon.id(of: "математику")
/// lexicon[id].stem  // математик
/// ```
/// Not `Sendable`, as stemmers are not.
final class Lexicon {
  struct Word {
    let stem: String
    /// Says nothing: a preposition, a pronoun.
    let isEmpty: Bool
    /// Asks, offers, or names no thing.
    let isFiller: Bool
    /// Starts a clause.
    let isTurn: Bool
    let negation: Negation?
    /// After "не": hard or wanted, not unwanted.
    let isDifficulty: Bool
  }

  enum Negation {
    /// `не`
    case not
    /// `без`, `ни`
    case without
    /// `кроме`
    case except
  }

  private let russian = WordStemmer(.russian)
  private let english = WordStemmer(.english)
  private var ids: [String: Int] = [:]
  private var words: [Word] = []

  subscript(id: Int) -> Word { words[id] }

  /// - Complexity: O(*n*) for *n* letters of a word met before.
  func id(of word: String) -> Int {
    if let id = ids[word] { return id }
    let id = words.count
    ids[word] = id
    words.append(
      Word(
        stem: stem(word), isEmpty: WordLists.empty.contains(word),
        isFiller: WordLists.isFiller(word), isTurn: WordLists.turns.contains(word),
        negation: Self.negation(word),
        isDifficulty: WordLists.difficulties.contains { word.hasPrefix($0) }))
    return id
  }

  private func stem(_ word: String) -> String {
    if let stem = WordLists.ownStems[word] { return stem }
    let isLatin = word.utf8.allSatisfy { $0 < 0x80 }
    return isLatin ? english.stem(word) : russian.stem(word)
  }

  private static func negation(_ word: String) -> Negation? {
    switch word {
    case "не": .not
    case "без", "ни": .without
    case "кроме", "исключая": .except
    default: nil
    }
  }
}
