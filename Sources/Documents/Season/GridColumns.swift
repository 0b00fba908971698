import Mentorship

/// Columns of which each is about one person, whose name stands in its header.
///
/// Forms export a grid question so: `Оцените участников [Иванов Пётр]`, `Оцените участников / Иванов Пётр`. The
/// season file names the question, or says `*` for headers that are nothing but names; where it says nothing,
/// questions are recognised:
///
/// ```yaml
/// columns: {name: Кто вы, marks-of: Оцените участников}
/// columns: {name: Кто вы, places-of: "*"}
/// ```
enum GridColumns {
  static let fields: [Field] = [.marksOf, .placesOf]

  /// What a question means once it is asked about one person.
  static let asked: [Field: Field] = [
    .marks: .marksOf, .mark: .marksOf, .list: .marksOf, .ranking: .placesOf, .rank: .placesOf,
  ]

  /// The columns of a question that nothing else claims.
  static func columns(of title: ColumnHeader, in table: Table, free: (Int) -> Bool) -> [Int] {
    table.header.indices.filter { index in
      let header = table.header[index]
      guard !header.isBlank, free(index), table.column(Term(header.text)) == index else {
        return false
      }
      return isAny(title) || name(in: Term(header.text).text, after: title) != nil
    }
  }

  /// Whether every header may be a name.
  static func isAny(_ title: ColumnHeader) -> Bool { title.term.text == "*" }

  /// Whom a header is about.
  ///
  /// - Returns: `nil` when the header is not one of that question.
  static func name(in header: String, after title: ColumnHeader) -> String? {
    if isAny(title) { return bracketed(header) ?? header }
    if Term(header) == title.term { return bracketed(header) }
    // Folding may change a length by a letter.
    let length = title.term.text.count
    for count in [length, length + 1, length - 1] where count > 0 && count < header.count {
      guard Term(header.prefix(count)) == title.term else { continue }
      let name = trimmed(header.dropFirst(count))
      return PersonName(name).isEmpty ? nil : name
    }
    return nil
  }

  private static func bracketed(_ header: String) -> String? {
    guard header.hasSuffix("]"), let start = header.lastIndex(of: "[") else { return nil }
    return String(header[header.index(after: start)...].dropLast())
  }

  private static func trimmed(_ text: Substring) -> String {
    let isEdge: (Character) -> Bool = { $0.isWhitespace || "[]:/|.-–—".contains($0) }
    let start = text.drop(while: isEdge)
    // The dot of an initial stays.
    let isEnd: (Character) -> Bool = { isEdge($0) && $0 != "." }
    return String(start.reversed().drop(while: isEnd).reversed())
  }
}
