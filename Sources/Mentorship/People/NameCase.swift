/// Shows names that were typed in capitals, or without any, as names are written.
///
/// ```swift
/// NameCase.usual("ИВАНОВ-ПЕТРОВ И. П.")  // "Иванов-Петров И. П."
/// NameCase.usual("алиев рашид ОГЛЫ")  // "Алиев Рашид оглы"
/// NameCase.usual("МакДональд Ян")  // unchanged: somebody chose these capitals
/// ```
/// Word by word; what people are compared by is folded, and does not change.
enum NameCase {
  /// Stand in small letters beside a name or behind its hyphen.
  private static let particles: Set<String> = [
    "оглы", "оглу", "углы", "угли", "кызы", "кизи", "гызы", "уулу", "фон", "де", "дер", "ден",
    "цу", "дель", "дю", "ибн", "бен", "бин", "von", "van", "de", "der", "den", "ibn",
  ]
  /// Surnames and first names of two letters; others in capitals are initials.
  private static let shortNames: Set<String> = ["ян", "ия", "ли"]

  /// - Complexity: O(*n*) for *n* characters.
  static func usual(_ name: String) -> String {
    if isUsual(name) { return name }
    // Names of tests and of pseudonymous people: `mentor 1`, `m17`.
    if name.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) || !isOdd(name) {
      return name
    }
    return name.split(separator: " ").enumerated()
      .map { index, word in usual(word, isFirst: index == 0) }
      .joined(separator: " ")
  }

  /// Whether every word has a capital, and a small letter behind its first: most names are left at a glance.
  static func isUsual(_ name: String) -> Bool {
    var (hasCapital, hasSmall, isFirst) = (false, false, true)
    for scalar in name.unicodeScalars {
      switch scalar {
      case "А"..."Я", "A"..."Z", "Ё": hasCapital = true
      case "а"..."я", "a"..."z", "ё": hasSmall = hasSmall || !isFirst
      case "-": break
      case " ":
        guard hasCapital, hasSmall else { return false }
        (hasCapital, hasSmall, isFirst) = (false, false, true)
        continue
      default: return false
      }
      isFirst = false
    }
    return hasCapital && hasSmall
  }

  /// Whether a word has no small letter, or no capital.
  static func isOdd(_ name: String) -> Bool {
    name.split(separator: " ").contains { word in
      !word.dropFirst().contains(where: \.isLowercase) || !word.contains(where: \.isUppercase)
    }
  }

  private static func usual(_ word: Substring, isFirst: Bool) -> String {
    let letters = word.filter(\.isLetter)
    let isUpper = letters.allSatisfy(\.isUppercase)
    // A remark in brackets, initials with dots, and words whose capitals somebody chose.
    guard word.allSatisfy({ $0.isLetter || "-'’".contains($0) }), letters.count > 1,
      isUpper || letters.allSatisfy(\.isLowercase)
    else { return String(word) }
    let lower = word.lowercased()
    if isUpper, letters.count == 2, !isFirst, !shortNames.contains(lower),
      !particles.contains(lower)
    {
      return String(word)
    }
    let parts = lower.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map { capitalised($0) }.joined(separator: "-")
  }

  /// `Д'Артаньян`, and small particles.
  private static func capitalised(_ part: Substring) -> String {
    if particles.contains(String(part)) { return String(part) }
    var isStart = true
    var result = ""
    for (index, letter) in part.enumerated() {
      result += isStart ? letter.uppercased() : String(letter)
      isStart = index == 1 && "'’".contains(letter)
    }
    return result
  }
}
