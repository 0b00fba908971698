import Mentorship

/// The words of a column's header, as patterns look at them.
///
/// ```swift
/// HeaderWords("В каком Вы классе?", stops: stops).content  // ["классе"]
/// HeaderWords("Чем могу помочь [Физика]", stops: stops).label  // "Физика"
/// ```
struct HeaderWords {
  /// All words, folded; `№` is one.
  let all: [String]
  /// Those that mean something; all of them where none does.
  let content: [String]
  /// What stands in square brackets at the end: the row of a question that is a grid.
  let label: String?
  /// The header without the label, folded.
  let base: String
  /// The number that tells this header from others of a series: `1-й выбор`, `Предмет 2`, `Второй`.
  let number: Int?

  /// Makes the words of a header; single letters and numbers mean nothing by themselves, and phrases nothing as a
  /// whole.
  init(_ header: String, stops: [WordPattern] = [], phrases: [[WordPattern]] = []) {
    let (question, label) = Self.grid(header)
    self.label = label
    base = Term(question).key
    all = Self.without(phrases, Self.words(of: base))
    let content = all.filter { word in
      (word.count > 1 || word == "№") && !(word.first?.isNumber ?? true)
        && !stops.contains { $0.matches(word) }
    }
    self.content = content.isEmpty ? all : content
    number =
      all.lazy.compactMap { Int($0) }.first
      ?? all.lazy.compactMap { word in Self.ordinals.firstIndex { word.hasPrefix($0) } }
      .first.map { $0 % 5 + 1 }
  }

  /// The header without the number of its series.
  var series: [String] {
    all.filter { word in
      Int(word) == nil && word.count > 1 && !Self.ordinals.contains { word.hasPrefix($0) }
    }
  }

  private static let ordinals = [
    "перв", "втор", "трет", "четверт", "пят", "first", "second", "third", "fourth", "fifth",
  ]

  /// `Вопрос [строка]`, as forms head the columns of a grid.
  private static func grid(_ header: String) -> (question: String, label: String?) {
    let text = Term(header).text
    guard text.hasSuffix("]"), let open = text.firstIndex(of: "["), open > text.startIndex else {
      return (text, nil)
    }
    let label = Term(text[open...].dropFirst().dropLast()).text
    return label.isEmpty ? (text, nil) : (String(text[..<open]), label)
  }

  private static func without(_ phrases: [[WordPattern]], _ words: [String]) -> [String] {
    var kept: [String] = []
    var rest = words[...]
    while let word = rest.first {
      let phrase = phrases.first { phrase in
        phrase.count <= rest.count && zip(phrase, rest).allSatisfy { $0.matches($1) }
      }
      if phrase == nil { kept.append(word) }
      rest.removeFirst(phrase?.count ?? 1)
    }
    return kept
  }

  private static func words(of folded: String) -> [String] {
    var words: [String] = []
    var isInside = false
    for character in folded {
      let isPart = character.isLetter || character.isNumber
      let wasNumber = words.last?.last?.isNumber ?? false
      if isPart, isInside, character.isNumber == wasNumber {
        words[words.count - 1].append(character)
      } else if isPart || character == "№" {
        words.append(String(character))
      }
      isInside = isPart
    }
    return words
  }
}

/// A word of a pattern: itself, with `*` whatever begins so, `0` for any number.
struct WordPattern: Equatable {
  private let text: String
  private let isPrefix: Bool

  init(_ text: some StringProtocol) {
    let key = Term(text).key
    isPrefix = key.hasSuffix("*")
    self.text = isPrefix ? String(key.dropLast()) : key
  }

  func matches(_ word: String) -> Bool {
    if text == "0" { return Int(word) != nil }
    return isPrefix ? word.hasPrefix(text) : word == text
  }
}
