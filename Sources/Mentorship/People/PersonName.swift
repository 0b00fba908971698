/// A full name, surname first.
public struct PersonName: Hashable, Sendable {
  /// As written, single blanks between; words all in capitals, or without any, as names are written.
  public let full: String
  /// The folded words in the order written.
  public let words: [String]

  public init(_ text: some StringProtocol) {
    let term = Term(text)
    full = NameCase.usual(term.text)
    words = Self.words(of: term.key).map(\.text)
  }

  public var isEmpty: Bool { words.isEmpty }

  /// Surname and first name: what a table has room for.
  public var short: String { full.split(separator: " ").prefix(2).joined(separator: " ") }

  /// What sorts and compares names: folded, blanks and dots aside.
  public static func key(_ text: String) -> String {
    words(of: Term(text).key).map(\.text).joined(separator: " ")
  }

  /// One word of a mention; `Иванов И.П.` ends in two initials.
  struct Word: Equatable {
    let text: String
    let isInitial: Bool
  }

  /// No name has more words; a whole text in a cell of names may have thousands, and names are compared
  /// with each other.
  private static let wordLimit = 30

  static func words(of folded: String) -> [Word] {
    var words: [Word] = []
    var current = String.UnicodeScalarView()
    let isMixed = hasLatin(folded.unicodeScalars) && hasCyrillic(folded.unicodeScalars)
    func end(initialLength: Int) {
      if isMixed { current = withoutLookAlikes(current) }
      if !current.isEmpty {
        // A number is no letter of a name: "mentor 1" is nobody's short form of "mentor 10".
        let isInitial = current.count <= initialLength && !current.contains(where: isDigit)
        words.append(Word(text: String(current), isInitial: isInitial))
      }
      current = String.UnicodeScalarView()
    }
    for scalar in folded.unicodeScalars {
      if words.count == wordLimit { break }
      switch scalar {
      case ".": end(initialLength: 2)
      case "а"..."я", "a"..."z", "0"..."9", "-": current.append(scalar)
      case " ": end(initialLength: 1)
      default:
        if scalar.properties.isAlphabetic {
          current.append(scalar)
        } else {
          end(initialLength: 1)
        }
      }
    }
    if words.count < wordLimit { end(initialLength: 1) }
    return words
  }

  private static func hasLatin(_ text: String.UnicodeScalarView) -> Bool {
    text.contains { ("a"..."z").contains($0) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func hasCyrillic(_ text: String.UnicodeScalarView) -> Bool {
    text.contains { ("а"..."я").contains($0) }
  }

  /// In a Cyrillic name, a Latin letter inside a Cyrillic word, or alone as an initial, was typed on
  /// the wrong keyboard: it becomes the letter that looks the same.
  private static func withoutLookAlikes(
    _ word: String.UnicodeScalarView
  ) -> String.UnicodeScalarView {
    guard hasLatin(word), word.count == 1 || hasCyrillic(word) else { return word }
    var result = String.UnicodeScalarView()
    for scalar in word { result.append(lookAlikes[scalar] ?? scalar) }
    return result
  }

  /// Lower case, as names are folded: `H` and `B` look like н and в when they are capitals.
  private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х", "y": "у", "k": "к", "m": "м",
    "t": "т", "h": "н", "b": "в",
  ]

  /// Whether what somebody wrote can mean this name.
  public func isMeant(by mention: String) -> Bool {
    isMeant(by: Self.words(of: Term(mention).key))
  }

  /// Whether a mention can mean this name: its words and initials all stand in the name, in any
  /// order, each for a word of its own; words of the name may be missing.
  func isMeant(by mention: [Word]) -> Bool {
    guard mention.contains(where: { !$0.isInitial }), mention.count <= words.count else {
      return false
    }
    var free = words
    for word in mention where !word.isInitial {
      guard let index = free.firstIndex(of: word.text) else { return false }
      free.remove(at: index)
    }
    for initial in mention where initial.isInitial {
      guard let index = free.firstIndex(where: { $0.hasPrefix(initial.text) }) else { return false }
      free.remove(at: index)
    }
    return true
  }
}
