import Mentorship

/// What a header must say to mean a field; the grammar stands at the head of `columns.yaml`.
///
/// ```swift
/// HeaderPattern("дат* рожд*").strength(of: HeaderWords("Ваша дата рождения"))  // 90
/// ```
struct HeaderPattern: Equatable {
  /// How much of the header the pattern must say.
  enum Extent { case any, most, whole }

  private let words: [[WordPattern]]
  private let forbidden: [WordPattern]
  let extent: Extent

  init(_ text: String) {
    var rest = text[...]
    extent =
      switch rest.first {
      case "=": .whole
      case "~": .most
      default: .any
      }
    if extent != .any { rest.removeFirst() }
    var words: [[WordPattern]] = []
    var forbidden: [WordPattern] = []
    for part in rest.split(separator: " ") {
      if part.first == "!" {
        forbidden.append(WordPattern(part.dropFirst()))
      } else {
        words.append(part.split(separator: "|").map { WordPattern($0) })
      }
    }
    self.words = words
    self.forbidden = forbidden
  }

  /// How well a header fits, 50…110; `nil` = not at all.
  ///
  /// More words, and a larger part of the header, say more.
  func strength(of header: HeaderWords) -> Int? {
    guard !words.isEmpty,
      !header.all.contains(where: { word in forbidden.contains { $0.matches(word) } })
    else { return nil }
    var isMatched = header.all.map { _ in false }
    for alternatives in words {
      guard
        let index = header.all.indices.first(where: { index in
          !isMatched[index] && alternatives.contains { $0.matches(header.all[index]) }
        })
      else { return nil }
      isMatched[index] = true
    }
    let matched = header.all.indices.filter { isMatched[$0] }.map { header.all[$0] }
    let letters = header.content.reduce(0) { $0 + $1.count }
    let covered = header.content.filter { matched.contains($0) }.reduce(0) { $0 + $1.count }
    let share = letters == 0 ? 0 : min(1, Double(covered) / Double(letters))
    switch extent {
    case .whole where share < 1: return nil
    case .most where share < 0.6: return nil
    case .any, .most, .whole: break
    }
    return 50 + Int(30 * share) + 10 * min(3, words.count - 1)
  }
}
