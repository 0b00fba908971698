/// A full name, surname first.
public struct PersonName: Hashable, Sendable {
  /// As written, single blanks between; words all in capitals, or without any, as names are written.
  public let full: String
  /// The folded words in the order written.
  public let words: [String]
  /// Bit *i* is set where word *i* is an initial.
  private let initials: UInt32

  public init(_ text: some StringProtocol) {
    let term = Term(text)
    full = NameCase.usual(term.text)
    let words = Self.words(of: term.key)
    self.words = words.map(\.text)
    initials = words.indices.reduce(0) { words[$1].isInitial ? $0 | 1 << UInt32($1) : $0 }
  }

  public var isEmpty: Bool { words.isEmpty }

  /// Surname and first name: what a table has room for.
  public var short: String { full.split(separator: " ").prefix(2).joined(separator: " ") }

  /// What sorts and compares names: folded, blanks and dots aside.
  public var key: String { words.joined(separator: " ") }

  /// The key of a name as it is written.
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

  /// The words with their initials marked.
  var markedWords: [Word] {
    words.indices.map { Word(text: words[$0], isInitial: initials & 1 << UInt32($0) != 0) }
  }

  static func words(of folded: String) -> [Word] {
    plainWords(of: folded) ?? anyWords(of: folded)
  }

  /// The words of a name in Russian letters, digits and signs: parts of the text as it is.
  private static func plainWords(of folded: String) -> [Word]? {
    var words: [Word] = []
    let bytes = folded.utf8
    var start = bytes.startIndex
    var letterCount = 0
    var hasDigit = false
    func end(at index: String.Index, initialLength: Int) {
      if start < index {
        let isInitial = letterCount <= initialLength && !hasDigit
        words.append(Word(text: String(folded[start..<index]), isInitial: isInitial))
      }
      (start, letterCount, hasDigit) = (
        bytes.index(index, offsetBy: index < bytes.endIndex ? 1 : 0), 0, false
      )
    }
    for index in bytes.indices {
      switch bytes[index] {
      case 0x20: end(at: index, initialLength: 1)
      case 0x2E: end(at: index, initialLength: 2)
      case 0x30...0x39:
        hasDigit = true
        letterCount += 1
      case 0x2D, 0xD0, 0xD1: letterCount += 1
      case 0x80...0xBF: break
      case 0x41...0x5A, 0x61...0x7A: return nil
      case 0x21...0x7E: end(at: index, initialLength: 1)
      default: return nil
      }
    }
    end(at: bytes.endIndex, initialLength: 1)
    return words.count <= wordLimit ? words : nil
  }

  /// The same for any text.
  static func anyWords(of folded: String) -> [Word] {
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
