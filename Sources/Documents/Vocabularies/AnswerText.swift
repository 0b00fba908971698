import Mentorship

/// A free answer as words, with what grammar says about them.
///
/// ```swift
/// AnswerText("не нужна математика").words.map(\.isNegated)  // [false, true, true]
/// ```
/// Prepositions, pronouns and the like are left out; words that ask ("хочу подтянуть") are kept but weigh
/// nothing.
struct AnswerText {
  struct Word: Equatable {
    /// Folded.
    let text: String
    /// Words of one clause can make a wording together.
    let clause: Int
    let isFiller: Bool
    var isNegated = false
  }

  private(set) var words: [Word] = []

  /// - Complexity: O(*n*) for *n* characters.
  init(_ text: some StringProtocol) {
    var splitter = ClauseSplitter()
    for scalar in Term.fold(text).unicodeScalars { splitter.take(scalar) }
    splitter.endWord()
    // Of every word said, the index among those kept: negation goes by what was said.
    let spoken = splitter.words
    var kept: [Int] = []
    for (index, word) in spoken.enumerated() where !WordLists.empty.contains(word.text) {
      kept.append(index)
    }
    let negated = Negation.scope(spoken)
    words = kept.map { index in
      let word = spoken[index]
      return Word(
        text: word.text, clause: word.clause, isFiller: WordLists.isFiller(word.text),
        isNegated: negated.contains(index))
    }
  }

  /// Whether nothing but asking is said.
  var isEmpty: Bool { words.allSatisfy(\.isFiller) }
}

/// Cuts a folded text into words and clauses.
private struct ClauseSplitter {
  private(set) var words: [(text: String, clause: Int)] = []
  private var current = String.UnicodeScalarView()
  private var clause = 0

  mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "а"..."я", "a"..."z", "0"..."9": current.append(scalar)
    // `англ. яз.` is one clause.
    case ".": endWord(closesClause: current.count > 4)
    case ",", ";", "!", "?", ":", "(", ")", "\n", "\r": endWord(closesClause: true)
    default:
      if scalar.properties.isAlphabetic { current.append(scalar) } else { endWord() }
    }
  }

  mutating func endWord(closesClause: Bool = false) {
    if !current.isEmpty {
      let word = String(current)
      if WordLists.turns.contains(word) { clause += 1 }
      words.append((word, clause))
      current = String.UnicodeScalarView()
    }
    if closesClause { clause += 1 }
  }
}

/// Which words a "not" takes back.
///
/// `не нужна математика`, `математика не нужна`, `не математика`, `без химии`, `всё кроме физики`; but not
/// `не понимаю химию`, `не только физика`: there the subject is what is asked for.
private enum Negation {
  static func scope(_ words: [(text: String, clause: Int)]) -> Set<Int> {
    var negated: Set<Int> = []
    for (index, word) in words.enumerated() {
      let rest = words.indices[(index + 1)...].prefix { words[$0].clause == word.clause }
      let spoken = rest.filter { !WordLists.empty.contains(words[$0].text) }
      switch word.text {
      case "кроме", "исключая": negated.formUnion(rest)
      case "без", "ни": negated.formUnion(spoken.prefix(2))
      case "не":
        guard let first = spoken.first, !isDifficulty(words[first].text) else { continue }
        negated.formUnion(rest)
        // `математика не нужна`
        if spoken.count == 1 {
          negated.formUnion(words[..<index].indices.filter { words[$0].clause == word.clause })
        }
      default: break
      }
    }
    return negated
  }

  private static func isDifficulty(_ word: String) -> Bool {
    WordLists.difficulties.contains { word.hasPrefix($0) }
  }
}
