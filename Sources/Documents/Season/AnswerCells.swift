import Mentorship

/// A name with a mark: `Иванов Пётр — 5`, `Сидоров О.: 3`.
enum NameMark {
  /// - Returns: `nil` when there is no name, or no mark from 1 to 5 after it.
  static func read(_ text: String) -> (name: String, mark: Int)? {
    let characters = Array(Term(text).text)
    guard let last = characters.last, let mark = Int(String(last)), (1...5).contains(mark) else {
      return nil
    }
    let between: Set<Character> = [" ", "-", "–", "—", "−", ":", "="]
    let before = characters.dropLast()
    // `15`, `-5` and `4.5` are no marks, and `Иванов5` is no name.
    guard let separator = before.last, between.contains(separator) else { return nil }
    let name = before.reversed().drop { between.contains($0) }.reversed()
    guard !PersonName(String(name)).isEmpty else { return nil }
    return (String(name), mark)
  }
}

/// What a cell says about the one person whom its row or column is about.
///
/// ```swift
/// PersonWord.read("5 – очень хочу")  // .number(5)
/// PersonWord.read("рядом бы не хотел: спорим")  // .refusal(reason: "спорим")
/// PersonWord.read("не успели поговорить")  // .notMet
/// ```
enum PersonWord: Equatable {
  case number(Int)
  case yes
  /// Met and not chosen, which is no veto.
  case no
  case refusal(reason: String)
  /// Not met is not refused.
  case notMet

  /// - Returns: `nil` for words that mean none of these; an empty cell is not to be asked about.
  static func read(_ text: String) -> PersonWord? {
    let key = Term(text).key
    if let number = number(key) { return .number(number) }
    func has(_ words: [String]) -> Bool { words.contains { key.contains($0) } }
    if has(notMetWords) { return .notMet }
    if has(refusalWords) { return .refusal(reason: reason(text)) }
    if let isYes = CellWords.yesOrNo(key) { return isYes ? .yes : .no }
    if key.hasPrefix("скорее нет") || key.hasPrefix("нет,") { return .no }
    return has(yesWords) ? .yes : nil
  }

  private static let notMetWords = [
    "не встреч", "не общал", "не знаком", "не познаком", "не виделись", "не видел", "не успел",
    "не говорил", "не контакт", "не пересек", "не был", "отсутств", "не знаю", "затрудн", "not met",
    "didn't meet",
    "did not meet",
  ]
  private static let refusalWords = [
    "не хоте", "не хочу", "не хочет", "не готов", "не желаю", "отказ", "против", "не надо",
    "рядом бы не", "rather not", "refuse", "do not want", "don't want",
  ]
  private static let yesWords = [
    "хочу", "хотел", "готов", "с удовольствием", "скорее да", "да,", "выбираю", "would like",
  ]

  /// A whole number, alone or with words behind it: `5`, `5,0`, `1-й`, `5 баллов`, `4 из 5`.
  static func number(_ text: String) -> Int? {
    let key = Term(text).key
    let digits = key.prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.count), let number = Int(digits) else { return nil }
    var rest = key.dropFirst(digits.count)
    for scale in [",0", ".0", "/5", " из 5", " of 5"] where rest.hasPrefix(scale) {
      rest = rest.dropFirst(scale.count)
    }
    return rest.contains(where: \.isNumber) ? nil : number
  }

  /// What stands behind a colon or a dash.
  private static func reason(_ text: String) -> String {
    let text = Term(text).text
    let isSeparator: (Character) -> Bool = { ":—–(".contains($0) }
    guard let index = text.firstIndex(where: isSeparator) else { return "" }
    let rest = text[text.index(after: index)...]
    return Term(rest.filter { !"()".contains($0) }).text
  }
}

/// Places and ties in one cell: `1. Иванов; 2. Петрова, Сидоров`, `Иванов > Петрова = Сидоров`.
///
/// Numbers say the places, a number given twice is a tie; without numbers the order does, and people who share
/// a place stand between commas. A cell with nothing but commas is an order too.
enum RankingCell {
  /// Whom each place names, as text; `place` is `nil` for a number that is none.
  static func read(_ text: String) -> [(place: Int?, names: String)] {
    let numbered = numbered(text)
    if !numbered.isEmpty { return numbered }
    let tiers = text.split { $0 == ";" || $0 == ">" || $0.isNewline }.map { ties(String($0)) }
    return tiers.filter { !$0.isEmpty }.enumerated().map { ($0.offset + 1, $0.element) }
  }

  /// Whether its commas stand between places.
  static func isOrderOfCommas(_ text: String) -> Bool {
    numbered(text).isEmpty && !text.contains { ";>=".contains($0) || $0.isNewline }
  }

  static let places = 1...100

  private static func numbered(_ text: String) -> [(place: Int?, names: String)] {
    let characters = Array(text)
    var starts: [(place: Int?, at: Int, from: Int)] = []
    var depth = 0
    for (index, character) in characters.enumerated() {
      if character == "(" { depth += 1 }
      if character == ")", depth > 0 { depth -= 1 }
      guard depth == 0, isStart(characters, index), let item = item(characters, index) else {
        continue
      }
      starts.append((item.place, index, item.end))
    }
    guard let first = starts.first, characters[..<first.at].allSatisfy(\.isWhitespace) else {
      return []
    }
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1].at : characters.count
      return (starts[index].place, ties(String(characters[starts[index].from..<end])))
    }
  }

  /// `(01.09.2012)` and `8Б` behind a name are no places.
  private static func isStart(_ characters: [Character], _ index: Int) -> Bool {
    guard characters[index].isASCII, characters[index].isNumber else { return false }
    guard index > 0 else { return true }
    return characters[index - 1].isWhitespace || ";,".contains(characters[index - 1])
  }

  /// `1.`, `2)`, `3 -`, `4:`; then no digit.
  private static func item(
    _ characters: [Character], _ start: Int
  ) -> (place: Int?, end: Int)? {
    var index = start
    while index < characters.count, characters[index].isASCII, characters[index].isNumber {
      index += 1
    }
    let number = Int(String(characters[start..<min(index, start + 4)]))
    while index < characters.count, characters[index] == " " { index += 1 }
    guard index < characters.count, ".):-–—".contains(characters[index]) else { return nil }
    index += 1
    if index < characters.count, characters[index].isNumber { return nil }
    return (number.flatMap { places.contains($0) ? $0 : nil }, index)
  }

  /// People of one place between commas, without separators around them.
  private static func ties(_ text: String) -> String {
    let isEdge: (Character) -> Bool = { $0.isWhitespace || ";,".contains($0) }
    let start = text.replacing("=", with: ",").drop(while: isEdge)
    return String(start.reversed().drop(while: isEdge).reversed())
  }
}
