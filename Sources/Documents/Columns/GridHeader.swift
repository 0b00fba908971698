import Mentorship

/// A header of a question that is asked about one person.
///
/// ```swift
/// GridHeader("Оцените участников [Иванов Пётр]")  // title "Оцените участников", name "Иванов Пётр"
/// GridHeader("Оцените участников / Иванов П. С.")  // name "Иванов П. С."
/// ```
struct GridHeader {
  /// The question.
  let title: String
  /// What stands behind it: perhaps a person, perhaps a topic.
  let label: String
  private let isBracketed: Bool

  /// - Returns: `nil` for a header in one piece.
  init?(_ header: String) {
    let text = Term(header).text
    var parts: (title: Substring, label: Substring)?
    isBracketed = text.hasSuffix("]") && text.contains("[")
    if isBracketed, let open = text.lastIndex(of: "[") {
      parts = (text[..<open], text[open...].dropFirst().dropLast())
    } else if let mark = Self.separators.compactMap({ text.ranges(of: $0).last })
      .max(by: { $0.lowerBound < $1.lowerBound })
    {
      parts = (text[..<mark.lowerBound], text[mark.upperBound...])
    }
    guard let parts else { return nil }
    (title, label) = (Term(parts.title).text, Term(parts.label).text)
    guard !title.isEmpty, !label.isEmpty else { return nil }
  }

  private static let separators = [" / ", " | ", ": ", " – ", " — ", " - "]

  /// The columns that ask about people, by their place in the header.
  ///
  /// Topics stand in brackets too (`Оцените встречу [Организация]`), so most of a question's labels must look like
  /// names; a surname alone does where there are several.
  static func people(in header: [Table.Cell]) -> [Int: GridHeader] {
    var groups: [Term: [(column: Int, header: GridHeader)]] = [:]
    for (column, cell) in header.enumerated() {
      guard let header = GridHeader(cell.text) else { continue }
      groups[Term(header.title), default: []].append((column, header))
    }
    var people: [Int: GridHeader] = [:]
    for group in groups.values {
      let fullCount = group.count { $0.header.isFullName }
      let surnameCount = group.count { $0.header.isSurname }
      let isOfPeople =
        fullCount * 2 >= group.count
        || surnameCount > 1 && (fullCount + surnameCount) * 4 >= group.count * 3
      guard isOfPeople else { continue }
      // Without brackets a dash may be a part of the question.
      for (column, header) in group where header.isBracketed || header.isFullName {
        people[column] = header
      }
    }
    return people
  }

  /// Two to four words with capitals, whatever class or post stands behind a comma.
  private var isFullName: Bool {
    let words = words
    return (2...4).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true }
      && words.contains { $0.count > 2 } && !words.contains { Self.isAbbreviation($0) }
  }

  private var isSurname: Bool {
    guard isBracketed, words.count == 1, let word = words.first,
      word.first?.isUppercase == true
    else { return false }
    return Self.surnameEndings.contains { word.hasSuffix($0) }
  }

  /// The words before a comma, a parenthesis or a number; `И.П.` is two.
  private var words: [Substring] {
    let start = label.drop { $0.isNumber || $0.isWhitespace || ".)№".contains($0) }
    return start.prefix { !",;(".contains($0) && !$0.isNumber }
      .split { $0.isWhitespace || $0 == "." }
  }

  private static func isAbbreviation(_ word: Substring) -> Bool {
    word.count > 2 && word.allSatisfy(\.isUppercase)
  }

  private static let surnameEndings = [
    "ов", "ова", "ев", "ева", "ёв", "ёва", "ин", "ина", "ын", "ына", "ий", "ая", "ко", "ук", "юк",
    "ич", "их", "ых", "ян", "дзе", "швили",
  ]
}
