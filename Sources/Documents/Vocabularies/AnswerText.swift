import Mentorship

/// A free answer as words, with what grammar says about them.
///
/// ```swift
/// AnswerText(Term("не нужна математика"), lexicon).words.map(\.isNegated)  // [false, true, true]
/// ```
/// Prepositions, pronouns and the like are left out; words that ask ("хочу подтянуть") are kept but weigh
/// nothing.
struct AnswerText {
  struct Word {
    /// In the ``Lexicon``.
    let id: Int
    /// Words of one clause can make a wording together.
    let clause: Int
    let isFiller: Bool
    let isNegated: Bool
  }

  let words: [Word]

  /// - Complexity: O(*n*) for *n* characters.
  init(_ text: Term, _ lexicon: Lexicon) {
    var splitter = ClauseSplitter(lexicon)
    for scalar in text.key.unicodeScalars { splitter.take(scalar) }
    splitter.endWord()
    // Negation goes by what was said, with the empty words.
    let spoken = splitter.words
    let negated = spoken.hasNegation ? spoken.negated : []
    words = spoken.words.indices.compactMap { index in
      let word = spoken.words[index]
      let known = lexicon[word.id]
      guard !known.isEmpty else { return nil }
      return Word(
        id: word.id, clause: word.clause, isFiller: known.isFiller,
        isNegated: negated.contains(index))
    }
  }

  /// Whether nothing but asking is said.
  ///
  /// - Complexity: O(1) for most answers: the first word that names something settles it.
  static func onlyAsks(_ text: Term, _ lexicon: Lexicon) -> Bool {
    var splitter = ClauseSplitter(lexicon)
    for scalar in text.key.unicodeScalars {
      splitter.take(scalar)
      if splitter.words.namesSomething { return false }
    }
    splitter.endWord()
    return !splitter.words.namesSomething
  }
}

/// The words of an answer in the order said.
private struct SpokenWords {
  let lexicon: Lexicon
  var words: [(id: Int, clause: Int)] = []
  var hasNegation = false
  /// Whether any word so far is neither empty nor a filler.
  var namesSomething = false

  /// Which words a "not" takes back.
  ///
  /// `не нужна математика`, `математика не нужна`, `не математика`, `без химии`, `всё кроме физики`; but not
  /// `не понимаю химию`, `не только физика`: there the subject is what is asked for.
  var negated: Set<Int> {
    var negated: Set<Int> = []
    for (index, word) in words.enumerated() {
      guard let negation = lexicon[word.id].negation else { continue }
      let rest = words.indices[(index + 1)...].prefix { words[$0].clause == word.clause }
      let full = rest.filter { !lexicon[words[$0].id].isEmpty }
      switch negation {
      case .except: negated.formUnion(rest)
      case .without: negated.formUnion(full.prefix(2))
      case .not:
        guard let first = full.first, !lexicon[words[first].id].isDifficulty else { continue }
        negated.formUnion(rest)
        // `математика не нужна`
        if full.count == 1 {
          negated.formUnion(words[..<index].indices.filter { words[$0].clause == word.clause })
        }
      }
    }
    return negated
  }
}

/// Cuts a folded text into words and clauses.
private struct ClauseSplitter {
  private(set) var words: SpokenWords
  private var current = String.UnicodeScalarView()
  private var clause = 0

  init(_ lexicon: Lexicon) { words = SpokenWords(lexicon: lexicon) }

  mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "а"..."я", "a"..."z", "0"..."9": current.append(scalar)
    case " ": endWord()
    // `англ. яз.` is one clause.
    case ".": endWord(closesClause: current.count > 4)
    case ",", ";", "!", "?", ":", "(", ")", "\n", "\r": endWord(closesClause: true)
    default:
      if scalar.properties.isAlphabetic { current.append(scalar) } else { endWord() }
    }
  }

  mutating func endWord(closesClause: Bool = false) {
    if !current.isEmpty {
      let id = words.lexicon.id(of: String(current))
      let known = words.lexicon[id]
      if known.isTurn { clause += 1 }
      words.hasNegation = words.hasNegation || known.negation != nil
      words.namesSomething = words.namesSomething || !known.isEmpty && !known.isFiller
      words.words.append((id, clause))
      current.removeAll(keepingCapacity: true)
    }
    if closesClause { clause += 1 }
  }
}
